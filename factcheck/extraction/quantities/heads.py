"""The head of a counted phrase: its number, and whether it is a person."""

from typing import TYPE_CHECKING

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.phrases import under
from factcheck.extraction.quantities.measures import Sense, group, people
from factcheck.extraction.quantities.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "his", "her", "its", "their")
)


def names_unit(head: "Token") -> bool:
    """Ask whether a noun is a span of time or a share, not somebody."""
    return head.lemma_ in ("year", "hour", "day", "month", "week", "minute", "percent")


def is_bare(head: "Token", sense: Sense) -> bool:
    """Ask whether a number stands without a noun: "killing one", "hurt dozens"."""
    if head.lemma_.lower() in group("heaps"):
        return not under(head, "of")
    return (
        head.pos_ in ("NUM", "PRON")
        or head.like_num
        or sense.way in ("counts", "lives")
    )


def number_of(numbers: dict[int, Number], head: "Token") -> Number | None:
    """Return the number of a phrase: on its head, or on the noun under "of"."""
    if head.i in numbers:
        return numbers[head.i]
    for child in head.lefts:
        if child.dep_ in ("nummod", "amod", "det", "quantmod", "nmod", "compound"):
            if child.i in numbers:
                return numbers[child.i]
            for deeper in child.children:
                if deeper.i in numbers and deeper.dep_ in ("nummod", "compound"):
                    return numbers[deeper.i]
    if head.lemma_ in group("total"):
        for noun in under(head, "of"):
            if (found := number_of(numbers, noun)) is not None:
                return found
    return None


def must_be_human(analysis: Analysis, head: "Token", trigger: "Token") -> bool:
    """Ask whether the verb says that its object is a person: "arrested a forger"."""
    lemma = head.lemma_.lower()
    if trigger.lemma_ not in group("of_people") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if trigger.i != head.head.i and trigger.head.i != head.i and head.dep_ != "conj":
        return False
    name = analysis.name_at(head.idx)
    if name is not None and name.kind != "person":
        return False
    return not any(lemma in group(sort) for sort in ("things", "events", "regions"))


def is_human(analysis: Analysis, head: "Token") -> bool:
    """Ask whether a phrase means people: a name, a noun for them, "two of them"."""
    name = analysis.name_at(head.idx)
    if name:
        return name.kind == "person"
    if head.lower_ in group("pronouns") or head.lemma_.lower() in people():
        return True
    if head.tag_ == "NNP" and any(c.lemma_.lower() in people() for c in head.lefts):
        return True
    of = under(head, "of")
    countless = head.like_num or head.lemma_ in group("total") or head.tag_ == "NNS"
    if countless and of:
        return is_human(analysis, of[0]) or of[0].lower_ in ("them", "whom", "us")
    return head.lower_ in ("others", "other", "more", "victims", "ones")


def is_one(analysis: Analysis, head: "Token") -> bool:
    """Ask whether a phrase without a number is one person."""
    if head.lemma_.lower() in group("collectives") or head.tag_ in ("NNS", "NNPS"):
        return False
    if head.like_num:
        return False
    if head.lower_ in ("them", "they", "those", "we", "us", "others", "many"):
        return False
    name = analysis.name_at(head.idx)
    if name and name.kind == "person":
        return True
    if head.lower_ in ("him", "her", "he", "she", "himself", "herself"):
        return True
    marks = {c.lower_ for c in head.children}
    marks = {m for m in marks if m in DETERMINERS or m in group("additional")}
    owned = any(c.dep_ in ("poss", "appos") for c in head.children)
    return head.tag_ in ("NN", "NNP") and (bool(marks) or owned or head.tag_ == "NNP")
