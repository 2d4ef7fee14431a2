"""Cut a stream into lists, by their length or by what is in them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of so many things, the last one shorter, none empty.

    Python has that from 3.12 on.

    >>> list(batched("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    stream = iter(things)
    while some := list(islice(stream, size)):
        yield some


def batched_by_weight(
    things: Iterable[T], weight: Callable[[T], int], enough: int
) -> Iterator[list[T]]:
    """Yield lists of things that weigh enough together, the last one less, none empty.

    >>> list(batched_by_weight(["a", "bcd", "e", "f"], len, 3))
    [['a', 'bcd'], ['e', 'f']]
    """
    some: list[T] = []
    heavy = 0
    for thing in things:
        some.append(thing)
        heavy += weight(thing)
        if heavy >= enough:
            yield some
            some, heavy = [], 0
    if some:
        yield some
