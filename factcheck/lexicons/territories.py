"""Countries and well-known territories by any of their names."""

from dataclasses import dataclass
from functools import cache

from factcheck.lexicons.tables import load_table


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or well-known territory.

    Attributes:
        code: ISO 3166 code, upper case: "KP"; of dead states the four-letter code.
        name: The name newspapers use: "North Korea".
        others: Further names: the official one, short forms, former ones.
        adjectives: Words of nationality, the adjective first: "Swedish", "Swede".
        seats: The capital's names and further seats of the government; none where the
            capital has the country's name.
        successor: Code of the state that took its place, or None while it exists.
    """

    code: str
    name: str
    others: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    successor: str | None = None


@cache
def territories() -> dict[str, Territory]:
    """Return every territory by its code."""
    table: dict[str, str] = load_table("territories")
    return {code: _territory(code, line) for code, line in table.items()}


def _territory(code: str, line: str) -> Territory:
    name, adjectives, seats, others, successor = line.split(" | ")
    named = tuple(filter(None, others.split("; ")))
    words = tuple(filter(None, adjectives.split("; ")))
    cities = tuple(filter(None, seats.split("; ")))
    return Territory(code, name, named, words, cities, successor or None)


@cache
def territory_names() -> dict[str, str]:
    """Return code by name, adjective and plural noun of nationality; no capitals.

    A name two states share belongs to the one listed first that calls itself so:
    "Dominican" is of the Dominican Republic.
    """
    names: dict[str, str] = {}
    for code, place in territories().items():
        for name in (place.name, *place.others):
            names.setdefault(name, code)
    for code, place in territories().items():
        for word in place.adjectives:
            names.setdefault(word, code)
            if not word.endswith(("s", "sh", "ch", "ese", "men")):
                names.setdefault(f"{word}s", code)
    return names


@cache
def capitals() -> dict[str, str]:
    """Return code by capital or other seat of government, of living states."""
    living = [t for t in territories().values() if not t.successor]
    return {seat: territory.code for territory in living for seat in territory.seats}


@cache
def _folded() -> dict[str, str]:
    return {name.lower(): code for name, code in territory_names().items()}


def territory(name: str) -> Territory | None:
    """Find the territory of that name or nationality, however it is capitalised.

    >>> territory("North Korean").code
    'KP'
    >>> territory("the Netherlands").code
    'NL'
    >>> territory("Springfield") is None
    True
    """
    plain = name.strip().replace("’", "'")
    if plain == "us":
        return None
    folded = plain.lower().removeprefix("the ")
    code = _folded().get(folded) or (plain if plain in territories() else None)
    return territories()[code] if code else None
