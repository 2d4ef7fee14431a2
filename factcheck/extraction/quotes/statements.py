"""Reported speech without quotation marks: who said what, in the source's words."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.extraction.quotes.contents import (
    clause_of,
    closing_of,
    infinitival,
    parenthesis_of,
)
from factcheck.extraction.quotes.cues import cue_span, cue_tokens, lexicon
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker, owner_of, phrase, subject_of
from factcheck.extraction.quotes.stretches import (
    Places,
    around,
    sentence_bounds,
    stretch,
)

OURSELVES = frozenset({"i", "me", "you", "we", "us"})
"""Outside quotation marks these are the writer and the reader, who are not reported."""


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """Something reported: the cue, what follows it, and whose words they are.

    Attributes:
        cue: The word that says so.
        cue_start: Offset of the cue with its auxiliaries.
        cue_end: Offset behind the cue with particle or preposition.
        contents: The stretches of what was said, in order.
        speaker: Who said it, or None.
        way: How it was found: closing, clause, parenthesis, object, preposition, noun
            or according.
    """

    cue: Token
    cue_start: int
    cue_end: int
    contents: Places
    speaker: Speaker | None
    way: str


def find_reports(scene: Scene) -> list[ReportedSpeech]:
    """Find what is reported outside quotation marks, cue by cue."""
    reports = []
    for token in cue_tokens(scene):
        if scene.quoted[token.i]:
            continue
        report = _report(scene, token)
        if report is not None and report.contents:
            reports.append(report)
    return reports


def _report(scene: Scene, token: Token) -> ReportedSpeech | None:
    if token.lower_ == "according":
        return _according(scene, token)
    if token.pos_ == "NOUN":
        return _noun(scene, token)
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("amod", "compound"):
        return None
    return _verb(scene, token)


def _verb(scene: Scene, verb: Token) -> ReportedSpeech | None:
    sorts = lexicon().verbs.get(verb.lemma_, frozenset())
    for way, find in WAYS:
        content = find(scene, verb, sorts)
        if content is not None:
            return _by_verb(scene, verb, content, way, _upon(verb))
    object_ = after_preposition(scene, verb)
    if object_ is None:
        return None
    return _by_verb(scene, verb, object_[0], "preposition", object_[1])


def _by_verb(
    scene: Scene, verb: Token, content: Places, way: str, last: Token | None
) -> ReportedSpeech | None:
    speaker = subject_of(scene, verb)
    if speaker is not None and speaker.head.lower_ in OURSELVES:
        return None
    start, end = cue_span(verb, last)
    return ReportedSpeech(verb, start, end, content, speaker, way)


def _upon(verb: Token) -> Token | None:
    """Return the preposition of *called on members to vote*."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if following is None or following.lower_ not in ("on", "upon", "for"):
        return None
    wanted = lexicon().prepositions.get(verb.lemma_, frozenset())
    return following if verb.lemma_ == "call" or following.lower_ in wanted else None


def _noun(scene: Scene, noun: Token) -> ReportedSpeech | None:
    """Read *the claim that ...*, *her promise to ...*."""
    if noun.lemma_ not in lexicon().nouns:
        return None
    for child in noun.children:
        if child.dep_ not in ("acl", "ccomp", "relcl") or child.i < noun.i:
            continue
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        if that or (child.dep_ == "acl" and infinitival(child)):
            content = stretch(scene, child.left_edge.i, child.right_edge.i)
            end = noun.idx + len(noun)
            owner = owner_of(scene, noun)
            return ReportedSpeech(noun, noun.idx, end, content, owner, "noun")
    return None


def _according(scene: Scene, token: Token) -> ReportedSpeech | None:
    """Read *according to the ministry*: the rest of the clause is what it says."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    source = next(
        (c for c in (*to.children, *token.children) if c.dep_ == "pobj"), None
    )
    host = token.head
    if source is None or host == token:
        return None
    while host.pos_ not in ("VERB", "AUX") and host.head != host:
        host = host.head
    speaker = phrase(scene, source)
    inner = (token.i, max(scene.tokens(speaker.start, speaker.end)[1] - 1, to.i))
    outer = (host.left_edge.i, _clause_end(host, inner[1]))
    first, last = sentence_bounds(token)
    if inner[0] == first:
        outer = (first, last)
    elif inner[1] >= last - 1 and doc[inner[0] - 1].text == ",":
        outer = (min(first, inner[0] - 1), last)
    content = around(scene, outer, inner)
    end = to.idx + len(to)
    return ReportedSpeech(token, token.idx, end, content, speaker, "according")


def _clause_end(host: Token, place: int) -> int:
    """Return the last token of a clause; what *but* adds behind a place is another."""
    for child in host.children:
        if child.dep_ == "cc" and child.lower_ == "but" and child.i > place:
            return place
    return host.right_edge.i


TAILS = frozenset({"for", "as"})


def object_of(scene: Scene, verb: Token, sorts: frozenset[str]) -> Places | None:
    """Find an object that names what was said: *criticised the plan*, *called it off*.

    With a verb of naming the name belongs to it: *called **the plan a trick***.
    """
    children = list(verb.children)
    if "show" in sorts and (surveyed := _surveyed(children, verb)) is not None:
        return stretch(scene, *surveyed)
    if not sorts & {"judge", "name"}:
        return None
    theme = next((c for c in children if c.dep_ == "dobj"), None)
    if "judge" in sorts and (topic := _judged_by(children)) is not None:
        return stretch(scene, topic.left_edge.i, topic.right_edge.i)
    if "name" in sorts:
        tail = next((c for c in children if _renames(c)), None)
        if tail is not None and (theme is not None or _whole(verb, tail)):
            first = tail.left_edge.i
            if theme is not None:
                first = min(first, theme.left_edge.i)
            return stretch(scene, _behind(first, verb, tail), tail.right_edge.i)
    if "judge" not in sorts:
        return None
    if theme is None:
        theme = next((c for c in children if c.dep_ == "xcomp"), None)
        if theme is None or theme.tag_ != "VBG":
            return None
    if theme.i < verb.i:
        return None
    last = theme.right_edge.i
    for child in children:
        follows = child.i == last + 1
        if follows and child.dep_ == "prep" and child.lower_ in TAILS:
            last = child.right_edge.i
    return stretch(scene, theme.left_edge.i, last)


def _surveyed(children: list[Token], verb: Token) -> tuple[int, int] | None:
    """Return first and last token of what a poll shows: *Park ahead by ten points*."""
    subject = next((c for c in children if c.dep_ == "nsubj"), None)
    theme = next((c for c in children if c.dep_ == "dobj" and c.i > verb.i), None)
    if subject is None or theme is None or subject.lemma_ not in lexicon().surveys:
        return None
    last = theme.right_edge.i
    for child in children:
        if child.i > theme.i and child.dep_ in ("prep", "acomp", "xcomp", "advmod"):
            last = max(last, child.right_edge.i)
    return theme.left_edge.i, last


def _judged_by(children: list[Token]) -> Token | None:
    """Return the topic of *The plan was criticised by Duval*."""
    if not any(c.dep_ == "agent" for c in children):
        return None
    topic = next((c for c in children if c.dep_ == "nsubjpass"), None)
    return None if topic is None or topic.pos_ == "PRON" else topic


def _whole(verb: Token, tail: Token) -> bool:
    """Ask whether a name holds what is named: called | *her critics “cowards”*."""
    if tail.dep_ == "oprd":
        named = any(c.dep_ == "nmod" for c in tail.children)
        return named and tail.left_edge.i == verb.i + 1
    return tail.dep_ == "ccomp"


def _renames(child: Token) -> bool:
    as_ = child.dep_ == "prep" and child.lower_ == "as"
    return as_ or child.dep_ in ("oprd", "attr", "xcomp", "ccomp")


def _behind(first: int, verb: Token, tail: Token) -> int:
    return verb.i + 1 if first <= verb.i < tail.right_edge.i else first


def after_preposition(scene: Scene, verb: Token) -> tuple[Places, Token] | None:
    """Find what a verb's preposition introduces, and the last word of the cue.

    *Called for **restraint***; with somebody between, *accused **him of lying***.
    """
    words = lexicon()
    theme = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    wanted = (words.somebody if theme else words.prepositions).get(verb.lemma_)
    if not wanted:
        return None
    for child in (*verb.children, *(_joined_to(theme) if theme else ())):
        if child.dep_ != "prep" or child.lower_ not in wanted or child.i < verb.i:
            continue
        for grand in child.children:
            if grand.dep_ in ("pobj", "pcomp"):
                start = theme.left_edge.i if theme is not None else grand.left_edge.i
                last = verb if theme is not None else child
                return stretch(scene, start, grand.right_edge.i), last
    return None


def _joined_to(theme: Token) -> list[Token]:
    """Return what hangs on the last of those spoken of: her aides | of."""
    last = theme
    for _ in range(4):
        last = next((c for c in last.children if c.dep_ == "conj"), last)
    return list(last.children)


WAYS = (
    ("closing", closing_of),
    ("clause", clause_of),
    ("parenthesis", parenthesis_of),
    ("object", object_of),
)
