"""What rules of one family read is read once.

Rules that differ in their message, severity or lexicon, and not in the claims they
read, come after each other, and the next is given what the last one read.
"""

import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from factcheck.claims import Claim
from factcheck.rules.definition.rule import Rule

T = TypeVar("T")

MOST_HELD = 5_000
"""Claims that findings hold as they are; those of further findings are compressed."""


class QueryCache:
    """The last thing of each sort that was read, and what it was read for."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any]] = {}
        self._held = 0

    def read(self, sort: str, key: object, reading: Callable[[], T]) -> T:
        """Return what was last read if it was read for an equal key, else read."""
        if sort in self._kept and self._kept[sort][0] == key:
            kept: T = self._kept[sort][1]
            return kept
        self._kept.pop(sort, None)
        made = reading()
        self._kept[sort] = (key, made)
        return made

    def hold(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """Return the claims that a finding shows in a form that it can keep."""
        self._held += len(claims)
        return claims if self._held <= MOST_HELD else CompressedClaims(claims)


def family(rule: Rule) -> tuple[str, ...]:
    """Return what rules that read the same have in common; for sorting."""
    read = (rule.claims, rule.modality, rule.same, rule.differ, rule.where)
    return (str(rule.check), *map(repr, read), repr(rule.overlap))


def reading(rule: Rule) -> tuple[object, ...]:
    """Return all that decides what a rule reads, besides its query."""
    compare = rule.compare
    how = (compare.as_, compare.properties) if compare else ()
    asked = (rule.same, rule.differ, rule.apart_by, rule.where, rule.require)
    return (*asked, rule.overlap, *how)


class CompressedClaims(Sequence[Claim]):
    """A row of claims, kept as bytes: some 60 a claim, where an object takes 1,000.

    It equals the tuple of its claims. Each access unpacks them, so it is for what is
    read once, after judging: a report of thousands of findings.
    """

    __slots__ = ("_bytes", "_count")

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._count = len(claims)
        self._bytes = zlib.compress(pickle.dumps(tuple(claims), protocol=5), level=1)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._unpacked())

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Claim, ...]: ...
    def __getitem__(self, index: int | slice) -> Claim | tuple[Claim, ...]:
        return self._unpacked()[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CompressedClaims):
            return self._unpacked() == other._unpacked()
        return self._unpacked() == other

    def __hash__(self) -> int:
        return hash(self._unpacked())

    def __repr__(self) -> str:
        return repr(self._unpacked())

    def _unpacked(self) -> tuple[Claim, ...]:
        claims: tuple[Claim, ...] = pickle.loads(zlib.decompress(self._bytes))
        return claims
