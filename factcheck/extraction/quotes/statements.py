"""Reported speech without quotation marks: who said what, in the source's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extraction.quotes.cues import cue_span, cue_tokens, lexicon
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import (
    Speaker,
    owner_of,
    phrase,
    subject_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLEMENTS = frozenset({"ccomp", "xcomp"})
OURSELVES = frozenset({"i", "you", "we"})
"""Outside quotation marks these are the writer and the reader, who are not reported."""


@dataclass(frozen=True, slots=True)
class Report:
    """Something reported: the cue, what follows it, and whose words they are.

    Attributes:
        cue: The word that says so.
        cue_start: Offset of the cue with its auxiliaries.
        cue_end: Offset behind the cue with particle or preposition.
        contents: The stretches of what was said, in order.
        speaker: Who said it, or None.
        way: How it was found: clause, parenthesis, object, preposition, noun,
            according.
    """

    cue: "Token"
    cue_start: int
    cue_end: int
    contents: tuple[tuple[int, int], ...]
    speaker: Speaker | None
    way: str = "clause"


def find_reports(scene: Scene) -> Iterator[Report]:
    """Yield what is reported outside quotation marks, cue by cue."""
    for token in cue_tokens(scene):
        if scene.quoted[token.i]:
            continue
        report = _report(scene, token)
        if report is not None and report.contents:
            yield report


def outermost(reports: list[Report]) -> Iterator[Report]:
    """Leave out what is reported inside a report, unless it is speech again.

    *She said he hoped to win* reports one thing; *she said he said it rained*, two.
    """
    held = [place for report in reports for place in report.contents]
    for report in reports:
        sorts = lexicon().verbs.get(report.cue.lemma_, frozenset())
        speech = report.way == "clause" and bool(sorts & {"say", "tell"})
        start = report.cue_start
        if speech or not any(s <= start < e for s, e in held):
            yield report


def _report(scene: Scene, token: "Token") -> Report | None:
    if token.lower_ == "according":
        return _according(scene, token)
    if token.pos_ == "NOUN":
        return _noun(scene, token)
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if token.dep_ in ("amod", "compound"):
        return None
    return _verb(scene, token)


def _verb(scene: Scene, verb: "Token") -> Report | None:
    sorts = lexicon().verbs.get(verb.lemma_, frozenset())
    last: Token | None = None
    way = "clause"
    content = _clause(scene, verb, sorts)
    if content is None:
        way = "parenthesis"
        content = _parenthesis(scene, verb, sorts)
    if content is None:
        way = "object"
        content = _object(scene, verb, sorts)
    if content is None:
        way = "preposition"
        found = _after_preposition(scene, verb)
        if found is None:
            return None
        content, last = found
    speaker = subject_of(scene, verb)
    if speaker is not None and speaker.head.lower_ in OURSELVES:
        return None
    start, end = cue_span(verb, last or _upon(verb))
    return Report(verb, start, end, content, speaker, way)


Places = tuple[tuple[int, int], ...]


def _clause(scene: Scene, verb: "Token", sorts: frozenset[str]) -> Places | None:
    """Find a content clause or infinitive."""
    children = sorted(verb.children, key=lambda c: c.i < verb.i)
    for child in children:
        if child.i < verb.i and child.tag_ in ("VBG", "VBN") and not _finite(child):
            continue
        if child.dep_ == "ccomp" and sorts & {"say", "tell", "think", "show"}:
            return _stretch(scene, child, verb)
        if child.dep_ == "ccomp" and "urge" in sorts and _infinitive(child):
            return _stretch(scene, child, verb)
        if child.dep_ == "ccomp" and "ask" in sorts:
            return _stretch(scene, child, verb)
        infinitive = child.dep_ == "xcomp" and _infinitive(child)
        if infinitive and sorts & {"intend", "urge"}:
            return _stretch(scene, child, verb)
    return None


def _finite(verb: "Token") -> bool:
    return any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children
    )


def _upon(verb: "Token") -> "Token | None":
    """Return the preposition of *called on members to vote*."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if verb.lemma_ == "call" and following is not None:
        return following if following.lower_ in ("on", "upon", "for") else None
    return None


def _infinitive(token: "Token") -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _stretch(scene: Scene, head: "Token", cue: "Token") -> Places:
    """Return the stretch of a clause, which never holds its own cue."""
    doc = head.doc
    first, last = head.left_edge.i, head.right_edge.i
    if head.i < cue.i:
        last = min(last, cue.i - 1, _subject_edge(cue) - 1)
        if cue.dep_ == "ROOT":
            first = _sentence_start(scene, cue.sent.start, first)
    elif first <= cue.i:
        first = cue.i + 1
    elif head.dep_ == "xcomp" and cue.lemma_ in lexicon().urging:
        first = min([first, *(_urged(c, cue) for c in cue.children)])
    if first > last:
        return ()
    return _trimmed(scene, doc[first].idx, doc[last].idx + len(doc[last]))


def _urged(child: "Token", cue: "Token") -> int:
    """Return where whoever is urged begins: urged *members* to vote, called on *him*."""
    if child.dep_ == "dobj" and child.i > cue.i:
        return child.left_edge.i
    if child.dep_ == "prep" and child.lower_ in ("on", "for", "upon"):
        return min((c.left_edge.i for c in child.children), default=len(cue.doc))
    return len(cue.doc)


def _sentence_start(scene: Scene, start: int, first: int) -> int:
    """Go back to where the sentence starts, but never across a quotation."""
    while first > start and not scene.quoted[first - 1]:
        first -= 1
    return first


def _subject_edge(cue: "Token") -> int:
    lefts = [
        c.left_edge.i
        for c in cue.children
        if c.i < cue.i and c.dep_ in ("nsubj", "nsubjpass", "aux", "advmod")
    ]
    return min([cue.i, *lefts])


def _trimmed(scene: Scene, start: int, end: int) -> Places:
    """Shrink a stretch past blanks and commas, but keep a quotation in it whole."""
    text = scene.analysis.text
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    if start >= end:
        return ()
    first, last = scene.quotation_at(start), scene.quotation_at(end - 1)
    if first is not None and start <= first.inner_start:
        start = first.start
    if last is not None and end >= last.inner_end - 1:
        end = last.end
    return ((start, end),)


def _parenthesis(scene: Scene, verb: "Token", sorts: frozenset[str]) -> Places | None:
    """Find the clause around a cue set in commas: *The bridge, she said, is safe.*"""
    if not sorts & {"say", "think", "show"} or verb.dep_ not in (
        "parataxis",
        "ccomp",
        "advcl",
        "dep",
    ):
        return None
    host = verb.head
    if host.pos_ not in ("VERB", "AUX") or not any(
        c.dep_ == "nsubj" for c in verb.children
    ):
        return None
    as_ = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if verb.dep_ == "advcl" and not as_:
        return None
    doc = verb.doc
    inner = (verb.left_edge.i, verb.right_edge.i)
    outer = (host.left_edge.i, host.right_edge.i)
    before = doc[inner[0] - 1] if inner[0] > outer[0] else None
    if before is not None and not before.is_punct:
        return None
    if verb.dep_ == "ccomp" and inner[1] >= outer[1] - 1 and before is None:
        return None
    return _around(scene, outer, inner)


def _around(scene: Scene, outer: tuple[int, int], inner: tuple[int, int]) -> Places:
    doc = scene.analysis.doc
    places: list[tuple[int, int]] = []
    for first, last in ((outer[0], inner[0] - 1), (inner[1] + 1, outer[1])):
        if first <= last:
            places += _trimmed(scene, doc[first].idx, doc[last].idx + len(doc[last]))
    return tuple(places)


def _object(scene: Scene, verb: "Token", sorts: frozenset[str]) -> Places | None:
    """Find the object of a verb that names what was said: *criticised the plan*."""
    if not sorts & {"judge", "name"}:
        return None
    theme = next((c for c in verb.children if c.dep_ in ("dobj",)), None)
    if "name" in sorts:
        tail = next(
            (
                c
                for c in verb.children
                if c.dep_ in ("oprd", "attr", "xcomp", "ccomp")
                or (c.dep_ == "prep" and c.lower_ == "as")
            ),
            None,
        )
        if tail is not None and (theme is not None or tail.dep_ == "ccomp"):
            first = theme.left_edge.i if theme is not None else tail.left_edge.i
            return _range(scene, min(first, tail.left_edge.i), tail.right_edge.i, verb)
    if "judge" in sorts and theme is not None and theme.i > verb.i:
        return _range(scene, theme.left_edge.i, theme.right_edge.i, verb)
    return None


def _range(scene: Scene, first: int, last: int, cue: "Token") -> Places:
    doc = scene.analysis.doc
    if first <= cue.i <= last:
        first = cue.i + 1
    if first > last:
        return ()
    return _trimmed(scene, doc[first].idx, doc[last].idx + len(doc[last]))


def _after_preposition(scene: Scene, verb: "Token") -> "tuple[Places, Token] | None":
    """Find what a verb's own preposition introduces: *called for restraint*."""
    words = lexicon()
    theme = any(c.dep_ == "dobj" for c in verb.children)
    wanted = (words.somebody if theme else words.prepositions).get(verb.lemma_)
    if not wanted:
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in wanted and child.i > verb.i:
            for grand in child.children:
                if grand.dep_ in ("pobj", "pcomp"):
                    places = _range(scene, grand.left_edge.i, grand.right_edge.i, verb)
                    return places, child
    return None


def _noun(scene: Scene, noun: "Token") -> Report | None:
    """Read *the claim that ...*, *her promise to ...*, *criticism of ...*."""
    words = lexicon()
    if noun.lemma_ in words.nouns:
        for child in noun.children:
            if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i:
                that = any(
                    c.dep_ == "mark" and c.lower_ == "that" for c in child.children
                )
                if that or (child.dep_ == "acl" and _infinitive(child)):
                    places = _range(scene, child.left_edge.i, child.right_edge.i, noun)
                    return _by_noun(scene, noun, places)
    return None


def _by_noun(scene: Scene, noun: "Token", places: Places) -> Report:
    end = noun.idx + len(noun)
    return Report(noun, noun.idx, end, places, owner_of(scene, noun), "noun")


def _according(scene: Scene, token: "Token") -> Report | None:
    """Read *according to the ministry*."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None:
        source = next((c for c in token.children if c.dep_ == "pobj"), None)
    host = token.head
    if source is None or host == token:
        return None
    while host.pos_ not in ("VERB", "AUX") and host.head != host:
        host = host.head
    speaker = phrase(scene, source)
    inner = (token.i, max(scene.tokens(speaker.start, speaker.end)[1] - 1, to.i))
    outer = (host.left_edge.i, host.right_edge.i)
    cue_end = to.idx + len(to)
    places = _around(scene, outer, inner)
    return Report(token, token.idx, cue_end, places, speaker, "according")
