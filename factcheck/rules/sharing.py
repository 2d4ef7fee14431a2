"""What rules of one family read is read once.

Rules that differ in their message, severity or lexicon, and not in the claims they
read, come after each other, and the next is given what the last one read.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from factcheck.claims import Claim
from factcheck.rules.folded import Folded
from factcheck.rules.model import Rule
from factcheck.store import FactStore

T = TypeVar("T")

MOST_HELD = 5_000
"""Claims that findings hold as they are; those of further findings are folded."""


class Shared:
    """The last thing of each sort that was read, and what it was read for.

    Claims that findings show are held once, however many findings show them.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any]] = {}
        self._shown: WeakValueDictionary[int, Claim] = WeakValueDictionary()
        self._held = 0

    def claims(self, store: FactStore, numbers: Iterable[int]) -> dict[int, Claim]:
        """Return claims of the check by number, those that somebody holds as they are.

        The store must not be given another scope in between.
        """
        wanted = set(numbers)
        found = {n: one for n in wanted if (one := self._shown.get(n)) is not None}
        found |= store.claims(wanted - found.keys())
        self._shown.update(found)
        return found

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
        return claims if self._held <= MOST_HELD else Folded(claims)


def family(rule: Rule) -> tuple[str, ...]:
    """Return what rules that read the same have in common; for sorting."""
    read = (rule.claims, rule.modality, rule.same, rule.differ, rule.where)
    return (str(rule.check), *map(repr, read), repr(rule.overlap))


def reading(rule: Rule) -> tuple[object, ...]:
    """Return all that decides what a rule reads, besides its query."""
    compare = rule.compare
    how = (compare.as_, compare.by) if compare else ()
    asked = (rule.same, rule.differ, rule.apart_by, rule.where, rule.require)
    return (*asked, rule.overlap, *how)
