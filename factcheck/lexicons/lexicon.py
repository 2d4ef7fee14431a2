"""Lattices of values: which may stand side by side, and which say less than others."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml

from factcheck.errors import RuleError
from factcheck.lexicons.tables import StringLoader, data_folder
from factcheck.lexicons.territories import capitals, territory_names
from factcheck.lexicons.titles import (
    TitleLexicon,
    canonical_title,
    is_head_of_government,
    is_head_of_state,
    parse_title,
    single_seat,
)
from factcheck.lexicons.verdict import Verdict
from factcheck.registry import unknown

PARTS = ("broader", "same", "disjoint", "categories")


class Lexicon(Protocol):
    """What a rule may ask of the values of a slot."""

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether two values may be given of one thing at a time."""

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*."""

    def explain(self, left: str, right: str) -> str:
        """Say in words how two values relate."""

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a value belongs to a category; None when that is not known."""

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""


class Lattice:
    """A lexicon written as lists: `broader`, `same`, `disjoint`, `categories`.

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
                self._names[_folded(word)] = _folded(alike[0])
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

    def _name(self, word: str) -> str:
        folded = _folded(word)
        return self._names.get(folded, folded)

    def _ups(self, name: str) -> set[str]:
        return self._above.get(name, set())

    def _apart(self, a: str, b: str) -> tuple[str, str] | None:
        for left in (a, *sorted(self._ups(a))):
            for right in (b, *sorted(self._ups(b))):
                if (left, right) in self._disjoint:
                    return left, right
        return None


class Offices:
    """Titles, through the lattice that composes them."""

    def __init__(self) -> None:
        self._titles = TitleLexicon()
        self._tests = {
            "head of state": (is_head_of_state, ("president", "king")),
            "head of government": (is_head_of_government, ("prime minister",)),
            "single seat": (single_seat, ()),
        }

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether one person may be given both titles at a time."""
        return self._titles.relation(left, right)

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*.

        A short form of address ("Secretary Duval" of a secretary of state) is the same
        title in fewer words, not a vaguer one.
        """
        short = canonical_title(left).split()
        if len(short) == 1 and short[0] in canonical_title(right).split():
            return False
        return self._titles.broader(left, right)

    def explain(self, left: str, right: str) -> str:
        """Say in words how two titles relate."""
        return self._titles.explain(left, right)

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a title is of a category; None when it may be ("leader")."""
        belongs, examples = self._tests[category]
        if belongs(value):
            return True
        if not parse_title(value).known:
            return None
        vague = any(self._titles.broader(value, example) for example in examples)
        return None if vague else False

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""
        return tuple(self._tests)


class Places:
    """Countries and their capitals: a city lies in its country.

    COMPATIBLE: the same place, or a capital and its country. CONFLICT: two countries,
    or places known to lie in two. UNKNOWN: any other place.
    """

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether one thing may have happened at both places."""
        if _folded(left) == _folded(right):
            return Verdict.COMPATIBLE
        a, b = _state(left), _state(right)
        if not a or not b:
            return Verdict.UNKNOWN
        return Verdict.COMPATIBLE if a == b else Verdict.CONFLICT

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* is the country of which *right* is the capital."""
        city = _capitals().get(_folded(right))
        return city is not None and _countries().get(_folded(left)) == city

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


@cache
def load_lexicon(name: str) -> Lexicon:
    """Return a lexicon by name: `titles`, `places`, or a file `lexicons/NAME.yaml`.

    Raises:
        RuleError: There is none of that name, or its file is faulty.
    """
    if name == "titles":
        return Offices()
    if name == "places":
        return Places()
    folder = data_folder() / "lexicons"
    names = {path.stem for path in folder.glob("*.yaml")} | {"titles", "places"}
    if name not in names:
        raise RuleError(unknown("lexicon", name, names))
    return read_lexicon(folder / f"{name}.yaml")


def read_lexicon(path: Path) -> Lattice:
    """Read a lexicon file.

    Raises:
        RuleError: It is not YAML, or not made of the four lists.
    """
    try:
        lists = yaml.load(path.read_text("utf-8"), StringLoader)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not YAML: {error}") from error
    faults = list(_faults(lists))
    if faults:
        raise RuleError("\n".join(f"{path}: {fault}" for fault in faults))
    return Lattice(lists)


def _faults(lists: Any) -> Iterable[str]:
    if not isinstance(lists, dict):
        yield f"should be a mapping with {', '.join(PARTS)}"
        return
    for part, content in lists.items():
        if part not in PARTS:
            yield unknown("part of a lexicon", str(part), PARTS)
        elif part in ("broader", "categories"):
            if not (isinstance(content, dict) and all(map(_words, content.values()))):
                yield f"{part}: should map a value to a list of values"
        elif not (isinstance(content, list) and all(map(_words, content))):
            yield f"{part}: should be a list of lists of values"


def _words(content: Any) -> bool:
    return isinstance(content, list) and all(isinstance(word, str) for word in content)


def _closure(start: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for high in above.get(waiting.pop(), ()):
            if high not in found:
                found.add(high)
                waiting.append(high)
    return found - {start}


def _path(low: str, high: str) -> str:
    return low if low == high else f"{low} → {high}"


def _folded(word: str) -> str:
    return " ".join(word.casefold().split()).removeprefix("the ")


def _state(place: str) -> str | None:
    folded = _folded(place)
    return _countries().get(folded) or _capitals().get(folded)


@cache
def _countries() -> dict[str, str]:
    return {_folded(name): code for name, code in territory_names().items()}


@cache
def _capitals() -> dict[str, str]:
    return {_folded(city): code for city, code in capitals().items()}
