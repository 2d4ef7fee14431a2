"""Rows of words by which quotations find others that may be the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.comparators.words import OPEN, Word

SHINGLE = 3
"""Words in a row by which two printings of one quotation find each other."""

COMMON = 300
"""A row of words in more quotations than this leads to a few of them only."""

FEW = 50
"""So many, then: an altered quotation among very many faithful ones finds these."""


def candidates(quotations: Sequence[tuple[Word, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that share rows of words, each pair once.

    Equal quotations should be given once.
    """
    shingles = [shingles_of(words) for words in quotations]
    common = Counter(shingle for some in shingles for shingle in some)
    earlier: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, some in enumerate(shingles):
        shared: Counter[int] = Counter()
        for shingle in some:
            where = earlier[shingle]
            shared.update(where)
            if common[shingle] <= COMMON or len(where) < FEW:
                where.append(n)
        for m, count in shared.items():
            if enough_shared(count, len(some), len(shingles[m])):
                yield m, n


def enough_shared(shared: int, left: int, right: int) -> bool:
    """Ask whether two quotations share so many rows of words that they may be one."""
    return shared * 8 >= min(left, right)


def shingles_of(words: tuple[Word, ...]) -> set[tuple[str, ...]]:
    """Return the rows of words by which quotations find each other."""
    folded = [word.folded for word in words if word.folded not in OPEN]
    return {tuple(folded[i : i + SHINGLE]) for i in range(len(folded) - SHINGLE + 1)}
