"""Cities that few other places share their name with: where they lie."""

from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from factcheck.lexicons.lattice import folded
from factcheck.lexicons.tables import load_table

EARTH = 6371.0
"""Its mean radius in kilometres."""

FAR = 100.0
"""Kilometres beyond which no city is a suburb of another."""


class City(NamedTuple):
    """A city.

    Attributes:
        code: The ISO code of its country.
        latitude: Degrees north.
        longitude: Degrees east.
    """

    code: str
    latitude: float
    longitude: float


def city(name: str) -> City | None:
    """Return the city of a name; None where none is known, or several.

    >>> city("Geneva").code, city("Springfield")
    ('CH', None)
    """
    return _cities().get(folded(name))


def are_far_apart(left: City, right: City) -> bool:
    """Ask whether two cities are so far apart that neither is a suburb of the other.

    >>> seoul = city("Seoul")
    >>> [are_far_apart(seoul, city(name)) for name in ("Busan", "Incheon")]
    [True, False]
    """
    a, b = radians(left.latitude), radians(right.latitude)
    rise, turn = b - a, radians(right.longitude - left.longitude)
    half = sin(rise / 2) ** 2 + cos(a) * cos(b) * sin(turn / 2) ** 2
    return 2 * EARTH * asin(sqrt(half)) > FAR


@cache
def _cities() -> dict[str, City]:
    cities = {}
    for code, listed in load_table("cities")["cities"].items():
        for place in listed.split("; "):
            name, latitude, longitude = place.rsplit(" ", 2)
            cities[folded(name)] = City(code, float(latitude), float(longitude))
    return cities
