"""Which things are connected, directly or by way of others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T", bound=Any)


def connected(pairs: Iterable[tuple[T, T]]) -> Iterator[list[T]]:
    """Yield the things that pairs connect, nearest first from the least of each group.

    >>> list(connected([(5, 2), (1, 3), (2, 4)]))
    [[1, 3], [2, 4, 5]]
    """
    beside: dict[T, set[T]] = defaultdict(set)
    for left, right in pairs:
        beside[left].add(right)
        beside[right].add(left)
    taken: set[T] = set()
    for start in sorted(beside):
        members: list[T] = []
        wave = [start] if start not in taken else []
        while wave:
            members += wave
            taken.update(wave)
            wave = sorted({other for one in wave for other in beside[one]} - taken)
        if members:
            yield members
