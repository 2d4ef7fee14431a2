"""The places that sentences print, to see whether two may be of one place."""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from factcheck.lexicons import load_table
from factcheck.lexicons.places import (
    Places,
    directions,
    directions_pattern,
    known_place,
)
from factcheck.lexicons.verdict import Verdict


class PrintedPlace(NamedTuple):
    """A place as a sentence names it.

    Attributes:
        direction: The part of it that is meant: "north"; "" for all of it.
        name: Its name.
    """

    direction: str
    name: str


def printed_places(sentence: str) -> frozenset[PrintedPlace]:
    """Return the places at which a sentence says that something is.

    >>> sorted(printed_places("She fell ill in southern Norway on a trip to Oslo."))
    [PrintedPlace(direction='south', name='Norway')]
    """
    return frozenset(
        PrintedPlace(directions().get((match["word"] or "").lower(), ""), name)
        for match in _pattern().finditer(sentence)
        if (name := match["name"]) not in _no_places()
    )


def may_be_one(left: frozenset[PrintedPlace], right: frozenset[PrintedPlace]) -> bool:
    """Ask whether some place of one may be a place of the other; so where one has none.

    >>> oslo, lima = PrintedPlace("", "Oslo"), PrintedPlace("", "Lima")
    >>> may_be_one(frozenset({oslo}), frozenset({lima})), may_be_one(
    ...     frozenset({oslo}), frozenset({PrintedPlace("", "Norway")})
    ... )
    (False, True)
    """
    return not (left and right) or any(_meet(*pair) for pair in product(left, right))


def _meet(left: PrintedPlace, right: PrintedPlace) -> bool:
    if left.name == right.name:
        directions = {left.direction, right.direction}
        return len(directions) == 1 or "" in directions
    verdict = Places().relation(left.name, right.name)
    if verdict is not Verdict.UNKNOWN:
        return verdict is Verdict.COMPATIBLE
    if (known_place(left.name) is None) != (known_place(right.name) is None):
        return True  # a street, a hotel may lie in a town
    return left.name in right.name or right.name in left.name


@cache
def _no_places() -> frozenset[str]:
    """Return capitalised words behind "in" that name times."""
    times = load_table("times")
    names = (*times["month"], *times["weekday"], *times["season"])
    return frozenset(name.capitalize() for name in names)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|at|near|outside|around) (?:the )?(?:city of |town of |village of )?"
        rf"(?:(?P<word>{directions_pattern()}) )?"
        r"(?P<name>[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3})"
    )
