"""Whole sentences of a quotation in other words, as of a text translated and back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from factcheck.comparators.alignment import Gap, gaps, matching_blocks
from factcheck.comparators.quotation_words import OPEN, Word
from factcheck.comparators.quoted import QuoteAlignment, WordChange
from factcheck.comparators.wording import is_content, stem

LEAST = 6
"""Words that say something which both sentences have in common."""

SHARE = 0.6
"""Their share of the shorter sentence: papers print parts of one."""

COMMON = 30
"""A word in more sentences than this leads to none."""

HEAD = 6
"""Words that the beginning of a sentence may differ in: "We will not", "she would"."""


def reworded_pairs(
    quotations: Sequence[tuple[Word, ...]], least: int = LEAST
) -> Iterator[tuple[int, int, QuoteAlignment]]:
    """Yield pairs of quotations with a sentence that says the same in other words.

    At *least* so many words that say something are in both.
    """
    sentences = [(n, at) for n, words in enumerate(quotations) for at in _cut(words)]
    stems = [_stems(quotations[n][at]) for n, at in sentences]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, some in enumerate(stems):
        for word in some if len(some) >= least else ():
            postings[word].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for where in postings.values():
        for pair in combinations(where, 2) if len(where) <= COMMON else ():
            shared[pair] += 1
    for (a, b), count in sorted(shared.items()):
        shorter = min(len(stems[a]), len(stems[b]))
        if count >= least and count >= SHARE * shorter:
            (n, left), (m, right) = sentences[a], sentences[b]
            if n != m:
                yield n, m, _aligned(quotations[n], left, quotations[m], right, count)


def _cut(words: tuple[Word, ...]) -> list[slice]:
    ends = [n + 1 for n, word in enumerate(words) if word.ends or word.folded in OPEN]
    return [slice(a, b) for a, b in pairwise([0, *ends, len(words)]) if b > a]


def _stems(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(
        stem(word.folded)
        for word in words
        if word.folded not in OPEN and is_content(word.folded)
    )


def _aligned(
    ours: tuple[Word, ...],
    left: slice,
    theirs: tuple[Word, ...],
    right: slice,
    count: int,
) -> QuoteAlignment:
    """Say where two sentences differ, between the words they have in common."""
    first, second = ours[left], theirs[right]
    blocks = matching_blocks(
        [stem(word.folded) for word in first], [stem(word.folded) for word in second]
    )
    i, j, _ = blocks[0]
    head = Gap(slice(0, i), slice(0, j))
    changes = []
    for gap in (*([head] if 0 < i <= HEAD and 0 < j <= HEAD else []), *gaps(blocks)):
        at = slice(gap.left.start + left.start, gap.left.stop + left.start)
        there = slice(gap.right.start + right.start, gap.right.stop + right.start)
        before = " ".join(word.printed for word in ours[at] if word.printed)
        after = " ".join(word.printed for word in theirs[there] if word.printed)
        if before or after:
            changes.append(WordChange(before, after, at, there))
    return QuoteAlignment(count, 0.0, tuple(changes), (left,), (right,))
