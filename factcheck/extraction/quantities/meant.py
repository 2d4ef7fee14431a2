"""How many are meant where no noun says so: "both", "them", "another", "a third"."""

from typing import TYPE_CHECKING

from factcheck.claims import Value
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.phrases import joined, under
from factcheck.extraction.quantities.heads import is_human, number_of
from factcheck.extraction.quantities.measures import group
from factcheck.extraction.quantities.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

THEM = frozenset(("they", "them"))
PLURAL = frozenset(("NNS", "NNPS"))


def number_meant(
    analysis: Analysis, numbers: dict[int, Number], head: "Token"
) -> Number | None:
    """Return the number of a phrase, said or meant.

    "**Both** were held" are two; "stopped five men. **They** were held" are five, where
    nobody else can be meant; "killed two rebels and held **another**" is one more.
    """
    if (said := number_of(numbers, head)) is not None:
        return said
    if both := _both(head):
        return _at(both, 2)
    if head.lower_ in THEM:
        before = _antecedent(analysis, head)
        meant = number_of(numbers, before) if before is not None else None
        return _at(head, meant.value, meant.modifier) if meant else None
    if _is_one_more(head) and (like := _last_noun(head)) and is_human(analysis, like):
        return _at(head, 1)
    return None


def listed(head: "Token") -> "list[Token]":
    """Return the rest of a list that was read as an apposition.

    "arrested a teacher, **a driver** and **two farmers**": one person is not two, so
    what stands behind the comma is no second name for the teacher.
    """
    if not any(c.lower_ in ("a", "an") for c in head.lefts):
        return []
    for child in head.rights:
        if child.dep_ != "appos" or child.tag_ != "NN":
            continue
        if not any(c.lower_ in ("a", "an", "another") for c in child.lefts):
            continue
        more = joined(child)
        if any(c.dep_ == "nummod" for noun in more for c in noun.children):
            return [child, *more]
    return []


def is_meant(head: "Token") -> bool:
    """Ask whether a word stands for people whom another phrase names."""
    return head.lower_ in THEM or head.lower_ == "both" or _is_one_more(head)


def is_each_other(head: "Token") -> bool:
    """Ask whether a word is no person more: "they killed **one another**"."""
    doc = head.doc
    words = [t.lower_ for t in doc[max(0, head.i - 1) : head.i + 2]]
    return head.lower_ in ("one", "another") and "one another" in " ".join(words)


def _at(token: "Token", value: Value, modifier: str = "exact") -> Number:
    return Number(token.idx, token.idx + len(token), value, modifier)


def _both(head: "Token") -> "Token | None":
    """Return "both", itself or before a plural; not that of "both he and she"."""
    if head.lower_ == "both":
        return head
    if head.tag_ not in PLURAL or any(c.dep_ == "conj" for c in head.children):
        return None
    return next((c for c in head.lefts if c.lower_ == "both"), None)


def _is_one_more(head: "Token") -> bool:
    """Ask whether a word is one more of a kind; "a third of them" is a share."""
    if under(head, "of"):
        return False
    if head.lower_ == "another":
        return not is_each_other(head)
    article = any(c.lower_ == "a" for c in head.lefts)
    return article and head.lower_ in group("one_more")


def _last_noun(head: "Token") -> "Token | None":
    """Return the last thing counted or done something to before a word."""
    for token in reversed(head.doc[head.sent.start : head.i]):
        if token.dep_ in ("dobj", "nsubjpass", "conj") and token.pos_ == "NOUN":
            return token
    return None


def _antecedent(analysis: Analysis, head: "Token") -> "Token | None":
    """Return whom "they" means, if here or one sentence before only one phrase can be.

    A plural between them, or the one who does it, leaves it open.
    """
    sentence = head.sent
    first = sentence.start
    if first:
        first = head.doc[first - 1].sent.start
    found = [
        token
        for token in head.doc[first : head.i]
        if token.tag_ in PLURAL and is_human(analysis, token)
    ]
    if len(found) != 1 or found[0].dep_ not in ("dobj", "pobj", "attr", "nsubjpass"):
        return None
    return found[0]
