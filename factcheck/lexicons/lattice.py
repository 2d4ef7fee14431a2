"""A lexicon written as lists: what is the same, broader or disjoint."""

from collections.abc import Mapping
from typing import Any

from factcheck.lexicons.verdict import Verdict


class Lattice:
    """A lexicon written as lists: `broader`, `same`, `disjoint`, `categories`.

    Attributes:
        phrases: Every word or phrase that a value goes by.

    COMPATIBLE: one value, or one below the other. CONFLICT: they or values above them
    are declared disjoint. UNKNOWN: the lists do not say.

    >>> visits = Lattice({"disjoint": [["state visit", "private visit"]],
    ...                   "same": [["state visit", "visit of state"]]})
    >>> visits.relation("visit of state", "Private visit")
    <Verdict.CONFLICT: 'conflict'>
    >>> visits.relation("state visit", "first visit")
    <Verdict.UNKNOWN: 'unknown'>
    """

    def __init__(self, lists: Mapping[str, Any]) -> None:
        self._names: dict[str, str] = {}
        for alike in lists.get("same") or ():
            for word in alike:
                self._names[folded(word)] = folded(alike[0])
        above = {
            self._name(low): {self._name(high) for high in highs}
            for low, highs in (lists.get("broader") or {}).items()
        }
        self._above = {low: _closure(low, above) for low in above}
        self._disjoint = {
            (self._name(a), self._name(b))
            for apart in lists.get("disjoint") or ()
            for a in apart
            for b in apart
            if self._name(a) != self._name(b)
        }
        self._categories = {
            category: {self._name(word) for word in words}
            for category, words in (lists.get("categories") or {}).items()
        }
        self._known = {
            *self._names.values(),
            *self._above,
            *(high for highs in self._above.values() for high in highs),
            *(a for a, _ in self._disjoint),
            *(word for words in self._categories.values() for word in words),
        }
        self.phrases = frozenset(self._names) | self._known

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether two values may be given of one thing at a time."""
        a, b = self._name(left), self._name(right)
        if a == b or a in self._ups(b) or b in self._ups(a):
            return Verdict.COMPATIBLE
        return Verdict.CONFLICT if self._apart(a, b) else Verdict.UNKNOWN

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*."""
        a, b = self._name(left), self._name(right)
        return a != b and a in self._ups(b)

    def explain(self, left: str, right: str) -> str:
        """Say in words how two values relate."""
        a, b = self._name(left), self._name(right)
        if a == b:
            return f"both are {a}"
        if self.broader(a, b):
            return f"{b} is a kind of {a}"
        if self.broader(b, a):
            return f"{a} is a kind of {b}"
        if apart := self._apart(a, b):
            return f"{_path(a, apart[0])} is not {_path(b, apart[1])}"
        return f"{a} and {b}: the lexicon does not say"

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a value or one above it is listed; None for unknown words."""
        name = self._name(value)
        listed = self._categories.get(category, set())
        if name in listed or self._ups(name) & listed:
            return True
        return False if name in self._known else None

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""
        return tuple(self._categories)

    def known_as(self, word: str) -> str | None:
        """Return the value a word is the same as; None where the lists lack it.

        >>> Lattice({"same": [["resign", "step down"]]}).known_as("Step down")
        'resign'
        """
        name = self._name(word)
        return name if name in self._known else None

    def root(self, word: str) -> str:
        """Return the broadest value above a word: the family it belongs to.

        >>> Lattice({"broader": {"oust": ["dismiss"], "dismiss": ["go"]}}).root("oust")
        'go'
        """
        name = self._name(word)
        tops = [up for up in self._ups(name) if not self._ups(up)]
        return min(tops, default=name)

    def _name(self, word: str) -> str:
        name = folded(word)
        return self._names.get(name, name)

    def _ups(self, name: str) -> set[str]:
        return self._above.get(name, set())

    def _apart(self, a: str, b: str) -> tuple[str, str] | None:
        for left in (a, *sorted(self._ups(a))):
            for right in (b, *sorted(self._ups(b))):
                if (left, right) in self._disjoint:
                    return left, right
        return None


def _closure(start: str, above: Mapping[str, set[str]]) -> set[str]:
    above_it: set[str] = set()
    waiting = [start]
    while waiting:
        for high in above.get(waiting.pop(), ()):
            if high not in above_it:
                above_it.add(high)
                waiting.append(high)
    return above_it - {start}


def _path(low: str, high: str) -> str:
    return low if low == high else f"{low} → {high}"


def folded(word: str) -> str:
    """Return a word in the one form in which words are looked up."""
    return " ".join(word.casefold().split()).removeprefix("the ")
