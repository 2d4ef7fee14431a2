"""What a figure adds up to, whose members it counts, whether an event has but one."""

import re
from functools import lru_cache

from factcheck.claims import Claim, Value
from factcheck.claims.extraction import Extraction
from factcheck.extraction.quantities.numbers import find_numbers
from factcheck.extraction.quantities.sums import sums
from factcheck.lexicons import load_table
from factcheck.resolution.events.sentence_words import table


def totals(extraction: Extraction, claim: Claim) -> frozenset[float]:
    """Return what a toll adds up to with those beside it or told by an ordinal."""
    value = claim.first("value")
    number = value.value if value else None
    if claim.kind != "quantity" or value is None or not isinstance(number, int | float):
        return frozenset()
    text = extraction.document.stretch(claim.span.part)
    return sums(text, value.start, value.end, number)


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
    if topic in table("tolls") or topic in table("single"):
        return True
    return topic.startswith(("part of ", "seats "))


def is_outdated(claim: Claim) -> bool:
    """Ask whether a number is told as an earlier one, which another has replaced."""
    stage = claim.first("stage") if claim.kind == "quantity" else None
    return stage is not None and stage.value == "earlier"


@lru_cache(maxsize=4096)
def numbers_in(sentence: str) -> frozenset[float]:
    """Return every number a sentence gives."""
    values = (number.value for number in find_numbers(sentence))
    return frozenset(v for v in values if isinstance(v, (int, float)))


def is_extra(extraction: Extraction, claim: Claim) -> bool:
    """Ask whether a number is said to come on top of others, or to be part of more."""
    value = claim.first("value")
    if claim.kind != "quantity" or value is None:
        return False
    text = extraction.document.stretch(claim.span.part)
    hedge = claim.first("modifier")
    start = min(value.start, hedge.start) if hedge else value.start
    measure = claim.first("measure")
    if measure is not None and measure.value != "killed":
        clause = text[max(0, start - BESIDE_DEAD) : start].rpartition(".")[2].lower()
        if any(word in clause for word in DEAD):
            return False  # "killed 12 and injured another 40": 40 in all
    if AMONG_MORE.match(text, claim.span.end):
        return True
    before = text[max(0, start - 16) : start].lower().split()[-2:]
    behind = text[value.end : value.end + 16].lower().split()[:1]
    return bool(table("additional").intersection([*before, *behind]))


AMONG_MORE = re.compile(
    r"[^.!?]{0,200}[.!?]?\s{1,4}(?:They|Those|These|The\s\w{1,20})\s(?:were|are)\samong\s"
    r"(?:\w{1,20}\s){0,2}?\d"
)
"""What follows a part: "killed 10 people. **They were among 19** who died"."""
BESIDE_DEAD = 80
"""Characters in front of a number in which others are said to have died."""
DEAD = ("kill", "dead", "died", "death", "lives")
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
