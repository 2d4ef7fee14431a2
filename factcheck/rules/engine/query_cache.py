"""What rules of one family read is read once.

Rules that differ in their message, severity or lexicon, and not in the claims they
read, come after each other, and the next is given what the last one read.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from factcheck.claims import Claim
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.compressed_claims import CompressedClaims

T = TypeVar("T")

MOST_HELD = 5_000
"""Claims that findings hold as they are; those of further findings are folded."""


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
