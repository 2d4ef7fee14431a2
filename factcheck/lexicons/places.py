"""Which places may be one: parts of the world, countries and cities."""

from functools import cache

from factcheck.lexicons.cities import are_far_apart, city
from factcheck.lexicons.lattice import folded
from factcheck.lexicons.tables import load_table, values_by_key
from factcheck.lexicons.territories import (
    capitals,
    territories,
    territory,
    territory_names,
)
from factcheck.lexicons.verdict import Verdict


class Places:
    """Parts of the world, countries and cities: a city lies in its country.

    COMPATIBLE: the same place, or one that lies in the other. CONFLICT: two countries
    or parts of the world, places known to lie in two, two regions of one country, or
    two cities far apart. UNKNOWN:
    any other place, and countries of which one is or was a part of the other.
    """

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether one thing may have happened at both places.

        >>> [Places().relation("Norway", p).value for p in ("Oslo", "Europe", "Africa")]
        ['compatible', 'compatible', 'conflict']
        >>> [Places().relation("Geneva", p).value for p in ("Lugano", "Osk", "Vienna")]
        ['conflict', 'unknown', 'conflict']
        """
        a, b = folded(left), folded(right)
        if a == b:
            return Verdict.COMPATIBLE
        if not _parts(a) or not _parts(b):
            return Verdict.UNKNOWN
        one, other = _state(a), _state(b)
        if one and other:
            if one == other:
                return _of_one_state(a, b)
            return Verdict.CONFLICT if _apart(one, other) else Verdict.UNKNOWN
        meet = _parts(a) & _parts(b)
        if not meet:
            return Verdict.CONFLICT
        return Verdict.COMPATIBLE if one or other else Verdict.UNKNOWN

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* is what *right* lies in: its country, its continent."""
        a, b = folded(left), folded(right)
        state = _state(b)
        if state and b not in _countries() and _state_named(a) == state:
            return True
        return not _state(a) and bool(_state(b) and _parts(a) & _parts(b))

    def explain(self, left: str, right: str) -> str:
        """Say in words how two places relate."""
        a, b = _where(left), _where(right)
        if a and b and a != b:
            return f"{left} is in {a}, {right} is in {b}"
        return f"{left} and {right}: {self.relation(left, right)}"

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a place is of a category; there is none."""
        return None

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are: none."""
        return ()


def continent(name: str) -> str | None:
    """Return the part of the world of that name.

    >>> continent("the European continent") is None, continent("East Africa")
    (True, 'africa')
    """
    return _called().get(folded(name))


def known_place(name: str) -> str | None:
    """Return the name of a country, a city or a part of the world; None for others.

    England is a part of the United Kingdom. A city's name that other places bear as
    well says nothing.

    >>> known_place("the Netherlands"), known_place("England"), known_place("Tripoli")
    ('Netherlands', 'United Kingdom', None)
    """
    known = territory(name)
    if known is not None and name not in known.adjectives:
        return territories()[known.code.partition("-")[0]].name
    if name in load_table("places")["shared"]:
        return None
    if name in capitals() or folded(name) in _regions() or city(name):
        return name
    return continent(name)


def _where(place: str) -> str:
    name = folded(place)
    return _state(name) or continent(name) or ""


def _parts(name: str) -> frozenset[str]:
    """Return the parts of the world that a known place lies in; none for others."""
    if known := _called().get(name):
        return frozenset({known})
    state = _state(name)
    if state is None:
        return frozenset()
    return frozenset({state}) | _continents().get(state, frozenset())


def _state(name: str) -> str | None:
    """Return the code of the state that a place is or lies in; None where unknown."""
    if code := _state_named(name):
        return code
    known = city(name)
    code = _capitals().get(name) or _regions().get(name)
    code = code or (known.code if known else None)
    return code.partition("-")[0] if code else None


def _state_named(name: str) -> str | None:
    code = _countries().get(name)
    return code.partition("-")[0] if code else None


def _of_one_state(left: str, right: str) -> Verdict:
    """Compare two places of one state, of which one may be the state itself."""
    if _state_named(left) or _state_named(right):
        return Verdict.COMPATIBLE
    if left in _regions() and right in _regions():
        return Verdict.CONFLICT  # not the same one, which was asked before
    one, other = city(left), city(right)
    if one and other and are_far_apart(one, other):
        return Verdict.CONFLICT
    return Verdict.UNKNOWN


@cache
def directions() -> dict[str, str]:
    """Return the part of a country by the words for it: north by "northern"."""
    table = load_table("places")["directions"].items()
    return {word: direction for direction, words in table for word in words}


def directions_pattern() -> str:
    """Return a pattern of the words for parts of a country, the longest first."""
    return "|".join(sorted(directions(), key=len, reverse=True))


@cache
def _regions() -> dict[str, str]:
    """Return the country of each region by its name in small letters."""
    regions = load_table("places")["regions"].items()
    return {folded(name): code for code, names in regions for name in names}


def _apart(left: str, right: str) -> bool:
    gone = any(territories()[code].successor for code in (left, right))
    union = "EU" in (left, right)
    return not gone and not union and frozenset((left, right)) not in _together()


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in load_table("places")["with"])


@cache
def _continents() -> dict[str, frozenset[str]]:
    table = load_table("places")["continents"]
    return values_by_key(
        (code, name) for name, codes in table.items() for code in codes.split()
    )


@cache
def _called() -> dict[str, str]:
    table = load_table("places")["called"]
    return {word: name for name, words in table.items() for word in words}


@cache
def _countries() -> dict[str, str]:
    return {folded(name): code for name, code in territory_names().items()}


@cache
def _capitals() -> dict[str, str]:
    return {folded(city): code for city, code in capitals().items()}
