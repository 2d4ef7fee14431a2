"""Say whether the clause around a time speaks of the past or of what lies ahead."""

import re
from collections.abc import Callable

from spacy.tokens import Doc, Token

from factcheck.lexicons import load_table

WORDS = {key: frozenset(words) for key, words in load_table("attachment").items()}
WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "ca"))
PAST_HELPERS = frozenset(("was", "were", "had", "has", "have", "'ve", "’ve"))
CLAUSE = frozenset(("VERB", "AUX"))
AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|is to|are to|going to|scheduled)\b|['’]ll\b"
)
DEADLINE = re.compile(
    r"\b(?:until|till|as (?:soon|early|late) as|due(?: on)?|effective|payable)\s+\Z"
)
STOPS = ".!?\n;"


def tense_reader(text: str, doc: Doc | None) -> Callable[[int], str | None]:
    """Return a function that tells "past", "present", "future" or None at an offset."""

    def tense(offset: int) -> str | None:
        if DEADLINE.search(text, max(0, offset - 20), offset):
            return "future"
        if doc is None:
            return _tense_by_words(text, offset)
        return _tense_by_parse(doc, offset)

    return tense


def _tense_by_words(text: str, offset: int) -> str | None:
    start = max(text.rfind(stop, max(0, offset - 200), offset) for stop in STOPS) + 1
    ends = [end for stop in STOPS if (end := text.find(stop, offset, offset + 200)) > 0]
    sentence = text[max(start, offset - 200) : min(ends, default=offset + 200)]
    return "future" if AHEAD.search(sentence) else None


def _tense_by_parse(doc: Doc, offset: int) -> str | None:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span[0]
    for _ in range(12):
        tense = _tense_of(token, offset) if token.pos_ in CLAUSE else None
        if tense:
            return tense
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense_of(verb: Token, offset: int) -> str | None:
    """Return the tense of a verb from its tag and auxiliaries; None: ask above.

    What is planned or put off lies ahead, whenever the plan was made.
    """
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & WILL:
        return "future"
    if "would" in auxiliaries and "have" not in auxiliaries:
        return "future"
    if verb.lemma_ in WORDS["ahead"] and verb.idx < offset:
        return "future"
    if verb.lemma_ in WORDS["behind"] and verb.idx < offset:
        return "past"
    if "to" in auxiliaries:
        head = verb.head
        if any(c.lower_ == "had" for t in (head, head.head) for c in t.children):
            return "past"  # "it had been due to expire Friday"
        if head.lemma_ in WORDS["plan"] or head.lemma_ == "be":
            return "future"
        return "open"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and (not auxiliaries or auxiliaries & PAST_HELPERS):
        return "past"
    if verb.tag_ in ("VBP", "VBZ") and verb.pos_ == "VERB":
        return None if verb.lemma_ in WORDS["report"] else "present"
    return None
