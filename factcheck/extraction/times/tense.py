"""Say whether the clause around a time speaks of the past or of what lies ahead."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.lexicons import load_table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "ca"))
PLAN = frozenset(load_table("attachment")["plan"])
CLAUSE = frozenset(("VERB", "AUX"))
AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|is to|are to|going to|scheduled)\b|['’]ll\b"
)
STOPS = ".!?\n;"


def tense_reader(text: str, doc: "Doc | None") -> Callable[[int], str | None]:
    """Return a function that tells "past", "future" or None at an offset."""
    if doc is None:
        return lambda offset: _told_by_words(text, offset)
    return lambda offset: _told_by_parse(doc, offset)


def _told_by_words(text: str, offset: int) -> str | None:
    start = max(text.rfind(stop, max(0, offset - 200), offset) for stop in STOPS) + 1
    ends = [end for stop in STOPS if (end := text.find(stop, offset, offset + 200)) > 0]
    sentence = text[max(start, offset - 200) : min(ends, default=offset + 200)]
    return "future" if AHEAD.search(sentence) else None


def _told_by_parse(doc: "Doc", offset: int) -> str | None:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span[0]
    for _ in range(12):
        if token.pos_ in CLAUSE:
            if found := _tense_of(token):
                return found
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense_of(verb: "Token") -> str | None:
    """Return the tense of a verb from its tag and auxiliaries."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & WILL:
        return "future"
    if "to" in auxiliaries:
        head = verb.head
        if head.i != verb.i and (head.lemma_ in PLAN or head.lemma_ == "be"):
            return "future"
        return None
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        if auxiliaries & {"was", "were", "had", "has", "have", "'ve", "’ve"}:
            return "past"
        return None
    return None
