"""What a number comes to with those counted beside it: "15 people and the bomber"."""

import re
from functools import cache

from factcheck.claims.written_numbers import amount
from factcheck.extraction.quantities.numbers import ordinals
from factcheck.lexicons import load_table

ONE = r"the|an?|one|another|his|her|him|himself|herself|itself|themselves"
BESIDE = re.compile(
    r"(?:\s{1,4}[\w'’-]{1,40}){0,4}?(?:,?\s{1,4}(?:and|as well as|plus|along with|"
    r"besides|in addition to|apart from|excluding|not counting|not including)"
    r"\s{1,4}(?:(?P<one>" + ONE + r")\b|(?P<more>\w[\w,]*))"
    r"|,\s{1,4}(?P<listed>\w{1,20}))",
    re.I,
)
ORDINAL = re.compile(
    r"\b(?:an?|the)\s{1,4}(?P<ordinal>[a-z]{1,20}(?:-[a-z]{1,20})?|\d{1,9})"
    r"(?:th|st|nd|rd)?\b",
    re.I,
)
LATER = re.compile(
    r"\b(?:(?P<one>another|one more|one other)"
    r"|(?P<more>\w{1,20})\s{1,4}(?:more|others|further))"
    r"(?:\s{1,4}[\w'’-]{1,40}){0,4}?\s{1,4}(?:died?|succumbed|perished|dead|killed)\b",
    re.I,
)
ADDED = ("other", "more", "further")
"""What stands in every phrase for those who died later."""
BEFORE = 60
"""Characters in front of a number in which others may be counted."""
NEAR = 250
"""Characters behind a number in which one more may be counted."""
LIST = 3
"""Items of a list that are added up, at most."""


def sums(text: str, start: int, end: int, number: float) -> frozenset[float]:
    """Return what the number at a place adds up to with others counted there.

    >>> said = "A bomb killed 15 people and the bomber. A second man died later."
    >>> sums(said, 14, 16, 15)
    frozenset({16})
    >>> sums("It killed 8 people. A ninth died in hospital.", 10, 11, 8)
    frozenset({9})
    >>> sums("It killed 8 people, not counting the pilot.", 10, 11, 8)
    frozenset({9})
    """
    totals: set[float] = set()
    total, place = number, end
    for _ in range(LIST):
        beside = BESIDE.match(text, place)
        if beside is None:
            break
        more = _more(beside["one"], beside["more"] or beside["listed"])
        if not more:
            break
        total, place = total + more, beside.end()
        totals.add(total)
    first = max(0, start - BEFORE)
    joined = text[first:start].rstrip().lower().endswith("and")
    before = _before().search(text, first, start) if joined else None
    if before and (more := _more(before["one"] or before["self"], before["more"])):
        totals.add(number + more)
    later = text[end : end + NEAR]
    words = later.lower()
    nth = [word for word, n in ordinals().items() if n == number + 1 and word in words]
    if nth and any(m["ordinal"].lower() in nth for m in ORDINAL.finditer(later)):
        totals.add(number + 1)
    added = any(word in words for word in ADDED)
    also = LATER.search(later) if added else None
    if also and (more := _more(also["one"], also["more"])):
        totals.add(number + more)
    return frozenset(totals)


def _more(one: str | None, number: str | None) -> float | None:
    """Return how many some words add: 1 for "the bomber", None for no number."""
    return 1 if one else amount(number or "")


@cache
def _before() -> "re.Pattern[str]":
    """Match those counted in front of a number: "**a guard and** 12 people"."""
    words = "|".join(load_table("numbers")["words"])
    return re.compile(
        rf"\b(?:(?:(?P<one>an?|the|another)|(?P<more>\d[\d,]{{0,9}}|{words}))"
        r"(?:\s{1,4}[\w'’-]{1,40}){1,3}?|(?P<self>himself|herself|itself))"
        r"\s{1,4}and\s{1,4}$",
        re.I,
    )
