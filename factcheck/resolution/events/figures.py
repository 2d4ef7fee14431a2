"""What a figure adds up to, whose members it counts, whether an event has but one."""

import re
from functools import cache

from factcheck.claims import Claim, Value
from factcheck.claims.extraction import Extraction
from factcheck.extraction.quantities.numbers import amount
from factcheck.lexicons import load_table

BESIDE = re.compile(
    r"(?:\s{1,4}[\w'’-]{1,40}){0,4}?,?\s{1,4}(?:and|as well as|plus|along with|besides|"
    r"in addition to)\s{1,4}(?:(?P<one>the|an?|one|another|his|her|him|himself|herself|"
    r"itself|themselves)\b|(?P<more>\w[\w,]*))",
    re.I,
)
ORDINAL = re.compile(
    r"\b(?:an?|the)\s+(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d+)(?:th|st|nd|rd)?\b", re.I
)
LATER = 250
"""Characters behind a toll in which one more may be told by an ordinal."""


def totals(extraction: Extraction, claim: Claim) -> frozenset[float]:
    """Return what a toll adds up to with those beside it or told by an ordinal."""
    value = claim.first("value")
    number = value.value if value else None
    if claim.kind != "quantity" or value is None or not isinstance(number, int | float):
        return frozenset()
    text = extraction.document.stretch(claim.span.part)
    found: set[float] = set()
    if beside := BESIDE.match(text, value.end):
        more = 1 if beside["one"] else amount(beside["more"])
        if more:
            found.add(number + more)
    for match in ORDINAL.finditer(text, value.end, value.end + LATER):
        if ordinals().get(match["ordinal"].lower(), 0) == number + 1:
            found.add(number + 1)
    return frozenset(found)


@cache
def ordinals() -> dict[str, int]:
    """Return the ordinals by word."""
    return {word: int(n) for word, n in load_table("times")["ordinal"].items()}


def body_of(claim: Claim) -> str:
    """Return the sort of body whose members are counted, "" for one not known."""
    bodies: dict[str, str] = load_table("quantities")["bodies"]
    for mention in claim.role("about"):
        for word in mention.text.lower().split():
            if word in bodies:
                return bodies[word]
    return ""


def is_main(topic: str) -> bool:
    """Ask whether one event has one number of a topic: dead, aboard, against."""
    if topic in _group("tolls") or topic in _group("single"):
        return True
    return topic.startswith(("part of ", "seats "))


GROWN = 4
"""Times by which the main tolls of two reports of one story differ, at most."""


def may_have_grown(left: Value, right: Value) -> bool:
    """Ask whether two tolls are no further apart than a toll grows in some days.

    >>> may_have_grown(12, 19), may_have_grown(2, 40)
    (True, False)
    """
    amounts = [n for n in (left, right) if isinstance(n, int | float)]
    return len(amounts) < 2 or max(amounts) <= GROWN * min(amounts)


def looked_up(value: Value) -> Value:
    """Return a number to look up: a range is in no set of numbers."""
    return None if isinstance(value, list) else value


@cache
def _group(name: str) -> frozenset[str]:
    return frozenset(load_table("quantities")[name])
