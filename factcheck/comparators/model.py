"""What a comparator is asked about, and what it has to answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from factcheck.lexicons import Verdict
from factcheck.registry import Registry


@dataclass(frozen=True, slots=True)
class Held:
    """What a claim puts into a slot.

    Attributes:
        value: The normalised value; equal values are one.
        label: The words as printed.
        low: The least a number may be, or the first day, where there is one.
        high: The most, or the last day.
        entity: Who or what is meant, where the value names somebody.
        members: All of several values (participants), where a slot holds a set.
    """

    value: str
    label: str
    low: float | None = None
    high: float | None = None
    entity: str | None = None
    members: frozenset[str] = frozenset()


class Comparator(Protocol):
    """Compares the distinct values of a slot, never claims with claims."""

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two values may stand side by side; the order does not matter."""

    def precision(self, held: Held) -> tuple[float, str]:
        """Return a key that sorts the value that says most first."""


Options = Mapping[str, str]

COMPARATORS: "Registry[Callable[[Options], Comparator]]" = Registry("comparator")
"""What makes a comparator of the options in a rule's `compare`."""


def comparator(
    name: str,
) -> Callable[[Callable[[Options], Comparator]], Callable[[Options], Comparator]]:
    """Return a decorator that files a comparator under the word rules use for it."""
    return COMPARATORS.register(name)
