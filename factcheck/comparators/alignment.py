"""Two rows of words laid side by side, whatever the words are compared for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

ROW = 3
"""Common words in a row that are no accident."""


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
    """Return what both rows have in the same order.

    Long rows of common words are laid side by side first, then as many words between
    them as can be: two words far apart in one row are no match because the other has
    them too. Turned around, the rows give the same blocks turned around: where a word
    has several counterparts, which one it is laid beside depends on the words alone.

    >>> matching_blocks("the old bridge is open".split(), "the bridge is shut".split())
    [Block(left=0, right=0, size=1), Block(left=2, right=1, size=2)]
    """
    if list(left) > list(right):
        return [Block(b, a, size) for a, b, size in matching_blocks(right, left)]
    from difflib import SequenceMatcher  # slow to import

    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks: list[Block] = []
    waiting = [(0, len(left), 0, len(right))]
    while waiting:
        i, j, k, m = waiting.pop()
        if i == j or k == m:
            continue
        longest = matcher.find_longest_match(i, j, k, m)
        if longest.size < ROW:
            blocks += _most(left[i:j], right[k:m], i, k)
            continue
        blocks.append(Block(longest.a, longest.b, longest.size))
        waiting.append((i, longest.a, k, longest.b))
        waiting.append((longest.a + longest.size, j, longest.b + longest.size, m))
    return _merged(sorted(blocks))


def _most(
    left: Sequence[str], right: Sequence[str], at: int, there: int
) -> Iterator[Block]:
    """Yield the longest common subsequence of two parts of rows."""
    from rapidfuzz.distance import LCSseq  # slow to import

    for one in LCSseq.opcodes(left, right).as_matching_blocks():
        if one.size:
            yield Block(one.a + at, one.b + there, one.size)


def _merged(blocks: list[Block]) -> list[Block]:
    """Join blocks that follow each other without a gap."""
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if last and (last.left + last.size, last.right + last.size) == block[:2]:
            merged[-1] = last._replace(size=last.size + block.size)
        else:
            merged.append(block)
    return merged


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
