"""What a comparator is asked about, and what it has to answer."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

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


Options = Mapping[str, str]


class Properties(NamedTuple):
    """What rules need to know of a comparator before they compare anything.

    Attributes:
        bounded: It compares the least and the most that a number or a time may be.
        together: All that fill a role of one claim are one value: a set.
        by_claim: Equal values may differ in what claims say besides, such as the
            words as printed: SQL cannot tell them apart by their value.
        by_entity: It compares who is meant, by resolved entity and full name.
        by_words: It finds by shared words which texts are compared: what it compares
            has no slot beforehand.
        one_sided: A value is reported because it says less than another does; what
            one source says anywhere counts as said.
    """

    bounded: bool = False
    together: bool = False
    by_claim: bool = False
    by_entity: bool = False
    by_words: bool = False
    one_sided: bool = False


class Comparator(ABC):
    """Compares the distinct values of a slot, never claims with claims.

    A comparator is one class with the decorator `comparator`. Nothing else asks for its
    name: what rules need to know about it, it declares in `OPTIONS` and `PROPERTIES`.
    """

    OPTIONS: ClassVar[frozenset[str]] = frozenset()
    """The keys of `compare` that it takes."""

    PROPERTIES: ClassVar[Properties] = Properties()

    def __init__(self, options: Options) -> None:
        """Take the options of a rule.

        Raises:
            ValueError: An option has a wrong value; the message begins with its name.
        """
        self.options = options

    @classmethod
    def properties(cls, options: Options) -> Properties:
        """Return its properties, which may depend on the options of a rule."""
        return cls.PROPERTIES

    @abstractmethod
    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two values may stand side by side; the order does not matter."""

    def precision(self, held: Held) -> tuple[float, str]:
        """Return a key that sorts the value that says most first: the longest."""
        return -float(len(held.label)), held.value

    def is_broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*; for `one_sided` ones."""
        return False


COMPARATORS: Registry[type[Comparator]] = Registry("comparator")
"""What makes a comparator of the options in a rule's `compare`."""


def comparator(name: str) -> Callable[[type[Comparator]], type[Comparator]]:
    """Return a decorator that files a comparator under the word rules use for it."""
    return COMPARATORS.register(name)
