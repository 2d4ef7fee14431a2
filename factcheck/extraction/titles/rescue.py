"""Persons whom only their office gives away: "the grammarian Aelo Donat".

Where a name was missed, or taken for a place, an office beside it says that it is a
person's. Only plain capitalised runs count, and only in the tightest positions.
"""

from spacy.tokens import Doc, Token

from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.titles.holders import opening
from factcheck.extraction.titles.name_index import NameIndex
from factcheck.extraction.titles.nouns import is_office_noun, may_be_body, things
from factcheck.extraction.titles.title_phrase import TitlePhrase
from factcheck.lexicons.titles_parse import parse_title

PARTICLES = frozenset(
    {"de", "van", "von", "der", "al", "el", "bin", "ibn", "da", "di", "la", "le", "du"}
)
LONGEST = 5


def rescue_persons(
    analysis: Analysis, names: NameIndex, phrases: list[TitlePhrase]
) -> None:
    """Add to the index the persons that offices beside them give away."""
    doc = analysis.doc
    for at in list(names.person_at):
        if at > 2 and doc[at - 1].lower_ == "born" and doc[at - 2].text in (")", ","):
            run = _before_birth(doc, names, at - 2)
            if run:
                names.add_person(_mention(analysis, *run), *run)
    for phrase in phrases:
        run = (
            _behind(doc, names, phrase)
            or _in_front(doc, names, phrase)
            or _subject(doc, names, phrase)
        )
        if run:
            names.add_person(_mention(analysis, *run), *run)


def _behind(doc: Doc, names: NameIndex, phrase: TitlePhrase) -> tuple[int, int] | None:
    """Find a run right behind an office, or between commas in apposition to it."""
    at, head = phrase.outer_end, doc[phrase.head]
    if at < len(doc) and doc[at].text == "," and phrase.determiner:
        run = _run(doc, names, at + 1)
        if run is None or run[1] >= len(doc) or doc[run[1]].text not in (",", "."):
            return None
        root = doc[run[0] : run[1]].root
        return run if root.dep_ == "appos" and root.head.i == phrase.head else None
    run = _run(doc, names, at)
    if run is None:
        return None
    known = parse_title(head.text).known
    several = run[1] - run[0] > 1
    if head.text[0].isupper():
        sure = known and several
    else:
        sure = several or doc[run[0]].ent_type_ in ("", "PERSON")
    return run if sure and _ends(doc, run[1]) else None


def _in_front(
    doc: Doc, names: NameIndex, phrase: TitlePhrase
) -> tuple[int, int] | None:
    """Find a run that an indefinite office stands in apposition to."""
    at, head = phrase.outer_begin, doc[phrase.head]
    if phrase.determiner != "a" or head.dep_ != "appos" or at < 2:
        return None
    if doc[at - 1].text != ",":
        return None
    begin = at - 1
    while begin > 0 and at - begin <= LONGEST and _is_part(doc[begin - 1], doc):
        begin -= 1
    run = _run(doc, names, begin)
    if run is None or run[1] != at - 1 or head.head.i not in range(*run):
        return None
    return run


def _before_birth(doc: Doc, names: NameIndex, end: int) -> tuple[int, int] | None:
    """Find the run before "(1950–2010), born Jo Moe"."""
    if doc[end].text == ")":
        opened = opening(doc, end)
        end = opened if opened is not None else end
    begin = end
    while begin > 0 and end - begin <= LONGEST and _is_part(doc[begin - 1], doc):
        begin -= 1
    run = _run(doc, names, begin, opens=True) if begin < end else None
    return run if run and run[1] == end else None


def _subject(doc: Doc, names: NameIndex, phrase: TitlePhrase) -> tuple[int, int] | None:
    """Find the subject of "is a composer", which no body can be."""
    head = doc[phrase.head]
    if phrase.determiner != "a" or head.dep_ != "attr" or may_be_body(head.lower_):
        return None
    for child in head.head.children:
        if child.dep_ == "nsubj" and child.tag_ == "NNP":
            run = _run(doc, names, child.left_edge.i, opens=True)
            return run if run and child.i in range(*run) else None
    return None


def _run(
    doc: Doc, names: NameIndex, at: int, opens: bool = False
) -> tuple[int, int] | None:
    """Return the run of capitalised words that begins here, if it may be a person."""
    if at >= len(doc) or at in names.inside_person:
        return None
    if not doc[at].text[0].isupper() or (doc[at].is_sent_start and not opens):
        return None
    end = at
    while end < len(doc) and end - at < LONGEST and _is_part(doc[end], doc):
        if end in names.inside_person:
            return None
        end += 1
    while end > at and not doc[end - 1].text[0].isupper():
        end -= 1
    words = [token.lower_ for token in doc[at:end]]
    if not words or any(word in things() or is_office_noun(word) for word in words):
        return None
    covering = names.inside.get(at)
    if covering is not None:
        here = names.begin_of(at), names.end_of(at)
        return (at, end) if here == (at, end) and doc[at].ent_type_ != "NORP" else None
    return (at, end) if not any(i in names.inside for i in range(at, end)) else None


def _is_part(token: Token, doc: Doc) -> bool:
    """Ask whether a word may be part of a name: "Ana", "A.", "van", "-"."""
    if token.tag_ == "NNP" and token.text[0].isupper():
        return not token.text.isupper() or len(token.text) < 3
    if len(token.text) == 2 and token.text[1] == ".":
        return token.text[0].isupper()
    if token.text == "-":
        return not token.whitespace_
    inner = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "NNP"
    return token.lower_ in PARTICLES and inner


def _ends(doc: Doc, at: int) -> bool:
    """Ask whether a noun phrase ends before a token."""
    return at >= len(doc) or doc[at].tag_ not in ("NN", "NNP", "NNS", "NNPS", "POS")


def _mention(analysis: Analysis, begin: int, end: int) -> NameMention:
    doc = analysis.doc
    first, last = doc[begin], doc[end - 1]
    span = analysis.span(first.idx, last.idx + len(last))
    entity = analysis.entity_of(span.start, span.end) or ""
    return NameMention(span, "person", entity, analysis.text[span.start : span.end])
