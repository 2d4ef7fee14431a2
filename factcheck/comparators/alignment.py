"""Two rows of words laid side by side, whatever the words are compared for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Block(NamedTuple):
    """Words in a row that both sides have.

    Attributes:
        left: Where the words begin in the first row.
        right: Where they begin in the second.
        size: How many words it is.
    """

    left: int
    right: int
    size: int


class Gap(NamedTuple):
    """Words of the two rows that stand in one place and are not the same.

    Attributes:
        left: Where they stand in the first row; empty where it has none.
        right: Where they stand in the second row.
    """

    left: slice
    right: slice


def matching_blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Return what both rows have in the same order, as much of it as can be.

    Turned around, the rows give the same blocks turned around: where a word has several
    counterparts, which one it is laid beside depends on the words alone.

    >>> matching_blocks("the old bridge is open".split(), "the bridge is shut".split())
    [Block(left=0, right=0, size=1), Block(left=2, right=1, size=2)]
    """
    from rapidfuzz.distance import LCSseq  # slow to import

    if list(left) > list(right):
        return [Block(b, a, size) for a, b, size in matching_blocks(right, left)]
    found = LCSseq.opcodes(left, right).as_matching_blocks()
    return [Block(one.a, one.b, one.size) for one in found if one.size]


def gaps(blocks: Sequence[Block]) -> Iterator[Gap]:
    """Yield what stands between blocks, in order; the edges are left to the caller.

    >>> [(gap.left, gap.right) for gap in gaps([Block(0, 0, 1), Block(2, 1, 2)])]
    [(slice(1, 2, None), slice(1, 1, None))]
    """
    for before, after in pairwise(blocks):
        yield Gap(
            slice(before.left + before.size, after.left),
            slice(before.right + before.size, after.right),
        )
