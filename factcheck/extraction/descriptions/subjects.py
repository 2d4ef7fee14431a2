"""Name what a sentence of the form "X is a …" describes."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from factcheck.lexicons import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

CUT = frozenset("(,[;:")
QUOTES = frozenset("\"“”‘’'`")
SMALL = frozenset(load_table("descriptions")["small"])
NOISE = re.compile(r"[\"“”‘’`]|'(?!\w)|(?<!\w)'")
SUBJECTS = ("nsubj", "csubj")
"""A name that looks like a gerund is read as a clause."""
LONGEST = 8


class Subject(NamedTuple):
    """The name of what is described.

    Attributes:
        start: Offset of its first character.
        end: Offset behind the last.
        value: The name in one form: no capitals, quotation marks, leading article.
    """

    start: int
    end: int
    value: str


def subject_of(verb: "Token") -> Subject | None:
    """Return the name before *is*, without what stands in brackets behind it.

    None for a pronoun and for words that are no name ("the film").
    """
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    doc, first = verb.doc, subject.left_edge.i
    opening = verb.sent.start
    if any(token.text in CUT for token in doc[opening : subject.i]):
        first = opening  # the parse went astray in brackets behind the name
    while doc[first].is_space or doc[first].text in QUOTES:
        first += 1
    words = list(takewhile(lambda t: t.text not in CUT, doc[first : verb.i]))
    while words and (words[-1].text in QUOTES or words[-1].is_space):
        words.pop()
    if not words or len(words) > LONGEST or not _is_name(words, verb):
        return None
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    value = NOISE.sub("", doc.text[start:end]).casefold().strip()
    return Subject(start, end, value.removeprefix("the ")) if value else None


def _is_name(words: "list[Token]", verb: "Token") -> bool:
    """Ask whether all words that say something are capitalised, and show a name.

    The first word of a sentence has a capital in any case. It is a name where the
    parser says so, where it has another capital, or is a plural with a singular verb:
    "Savages is a film".
    """
    said = [t for t in words if t.lower_ not in SMALL and t.text[0].isalpha()]
    if not said or not all(t.text[0].isupper() for t in said):
        return False
    if any(t.pos_ in ("PRON", "DET") for t in said):
        return len(said) > 2
    if len(said) > 1 or words[0].lower_ == "the":
        return any(t.pos_ == "PROPN" for t in said) or len(said) > 2
    only = said[0]
    if only.pos_ == "PROPN" or not only.is_sent_start:
        return True
    plural = only.tag_ == "NNS" and verb.lower_ in ("is", "was")
    return plural or any(letter.isupper() for letter in only.text[1:])
