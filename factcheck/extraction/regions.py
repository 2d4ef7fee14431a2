"""Find parts of countries by direction: "**southern Freedonia**"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.lexicons import load_table
from factcheck.lexicons.territories import territory


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
    >>> list(regions("South Korea and Central Park"))
    []
    """
    for found in _pattern().finditer(text):
        words = found["place"].split(" ")
        for last in range(len(words), 0, -1):
            place = " ".join(words[:last])
            known = territory(place)
            if known is None or place in known.adjectives:
                continue
            whole = territory(f"{found['word']} {place}")
            if whole is None:
                start = found.start("place")
                direction = _directions()[found["word"].lower()]
                yield PartOfCountry(
                    found.start(), start + len(place), direction, known.name, start
                )
            break


@cache
def _directions() -> dict[str, str]:
    table = load_table("places")["directions"].items()
    return {word: direction for direction, words in table for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_directions(), key=len, reverse=True))
    return re.compile(
        rf"\b(?i:(?P<word>{words}))(?: of)? (?P<place>[A-Z][\w-]{{1,30}}"
        r"(?: (?:and |of )?[A-Z][\w-]{1,30}){0,3})"
    )
