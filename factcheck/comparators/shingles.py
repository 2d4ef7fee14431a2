"""Rows of words by which quotations find others that may be the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.comparators.wording import OPEN, Word

SHINGLE = 3
"""Words in a row by which two printings of one quotation find each other."""

COMMON = 300
"""A row of words in more quotations than this tells nothing."""


def candidates(quotations: Sequence[tuple[Word, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that share rows of words, each pair once."""
    shingles = [shingles_of(words) for words in quotations]
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, found in enumerate(shingles):
        for shingle in found:
            postings[shingle].append(n)
    for n, found in enumerate(shingles):
        shared: Counter[int] = Counter()
        for shingle in found:
            where = postings[shingle]
            if len(where) <= COMMON:
                shared.update(m for m in where if m > n)
        for m, count in shared.items():
            if enough_shared(count, len(found), len(shingles[m])):
                yield n, m


def enough_shared(shared: int, left: int, right: int) -> bool:
    """Ask whether two quotations share so many rows of words that they may be one."""
    return shared * 8 >= min(left, right)


def shingles_of(words: tuple[Word, ...]) -> set[tuple[str, ...]]:
    """Return the rows of words by which quotations find each other."""
    folded = [word.folded for word in words if word.folded not in OPEN]
    return {tuple(folded[i : i + SHINGLE]) for i in range(len(folded) - SHINGLE + 1)}
