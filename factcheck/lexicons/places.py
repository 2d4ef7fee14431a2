"""Which places may be one: countries and their capitals."""

from functools import cache

from factcheck.lexicons.lattice import folded
from factcheck.lexicons.territories import capitals, territory_names
from factcheck.lexicons.verdict import Verdict


class Places:
    """Countries and their capitals: a city lies in its country.

    COMPATIBLE: the same place, or a capital and its country. CONFLICT: two countries,
    or places known to lie in two. UNKNOWN: any other place.
    """

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether one thing may have happened at both places."""
        if folded(left) == folded(right):
            return Verdict.COMPATIBLE
        a, b = _state(left), _state(right)
        if not a or not b:
            return Verdict.UNKNOWN
        return Verdict.COMPATIBLE if a == b else Verdict.CONFLICT

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* is the country of which *right* is the capital."""
        city = _capitals().get(folded(right))
        return city is not None and _countries().get(folded(left)) == city

    def explain(self, left: str, right: str) -> str:
        """Say in words how two places relate."""
        a, b = _state(left), _state(right)
        if a and b and a != b:
            return f"{left} is in {a}, {right} is in {b}"
        return f"{left} and {right}: {self.relation(left, right)}"

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a place is of a category; there is none."""
        return None

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are: none."""
        return ()


def _state(place: str) -> str | None:
    name = folded(place)
    return _countries().get(name) or _capitals().get(name)


@cache
def _countries() -> dict[str, str]:
    return {folded(name): code for name, code in territory_names().items()}


@cache
def _capitals() -> dict[str, str]:
    return {folded(city): code for city, code in capitals().items()}
