"""Find parts of countries by direction: "**southern Freedonia**"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.lexicons.places import directions, directions_pattern
from factcheck.lexicons.territories import territory

PARTS_OF_NAMES = ("North", "South", "East", "West")
"""Words that, with a capital, belong to a name: South China Morning Post."""


class PartOfCountry(NamedTuple):
    """A part of a country.

    Attributes:
        start: Offset of its first character.
        end: Offset behind the last.
        direction: Where in the country: "south".
        country: The country's name.
        place: Offset of the country's name, which ends with the region.
    """

    start: int
    end: int
    direction: str
    country: str
    place: int


def regions(text: str) -> Iterator[PartOfCountry]:
    """Yield the parts of countries that a text names.

    >>> [(r.direction, r.country) for r in regions("Floods hit southern Norway.")]
    [('south', 'Norway')]
    >>> list(regions("South Korea, Central Park and the South China Morning Post"))
    []
    """
    for match in _pattern().finditer(text):
        word, place = match["word"], match["place"]
        known = territory(place)
        if known is None or place in known.adjectives:
            continue
        if territory(f"{word} {place}") is not None or word in PARTS_OF_NAMES:
            continue
        direction = directions()[word.lower()]
        start = match.start("place")
        yield PartOfCountry(match.start(), match.end(), direction, known.name, start)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:(?P<word>{directions_pattern()}))(?: of)? (?P<place>[A-Z][\w-]{{1,30}}"
        r"(?: (?:and |of )?[A-Z][\w-]{1,30}){0,3})"
    )
