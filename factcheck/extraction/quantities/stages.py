"""Tolls that are told to have changed: "an updated toll", "the toll rose to 9"."""

import re
from collections.abc import Iterable
from functools import cache

from factcheck.extraction.quantities.measures import table

UPDATED, EARLIER = "updated", "earlier"
NEAR = 3
"""Words between "raised" and the toll, at most."""
FAR = 10
"""Words between a toll and what it has done, at most: "the toll of the fire … rose"."""


def stage_of(sentence: str, place: int) -> tuple[str, int, int] | None:
    """Say at which stage a sentence tells the toll at a place, and by which words.

    The number behind the words for an earlier toll is that; any other is the newer one.
    None where nothing says that the toll has changed.

    >>> said = "The blast killed 15, officials said, raising an earlier toll of 12."
    >>> stage_of(said, said.index("15"))
    ('updated', 48, 60)
    >>> stage_of(said, said.index("12"))
    ('earlier', 48, 60)
    >>> stage_of("The blast killed 15.", 17) is None
    True
    """
    if earlier := _pattern("earlier", True).search(sentence):
        stage = EARLIER if place >= earlier.end() else UPDATED
        return stage, *earlier.span()
    for pattern in (_pattern("updated", True), _pattern("grown", False)):
        if found := pattern.search(sentence):
            return UPDATED, *found.span()
    return None


@cache
def _pattern(group: str, before: bool) -> "re.Pattern[str]":
    """Match words of a group before the word for a toll, or behind it."""
    cues = _any_of(table()["stages"][group])
    tolls = _any_of(table()["stages"]["tolls"])
    words = NEAR if before else FAR
    between = rf"(?:\s+(?!and\b|but\b)[\w'’-]+){{0,{words}}}?\s+"
    first, second = (cues, tolls) if before else (tolls, cues)
    return re.compile(rf"\b(?:{first}){between}(?:{second})\b", re.I)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
