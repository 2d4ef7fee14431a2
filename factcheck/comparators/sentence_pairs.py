"""Sentences that may be copies of each other: they share their rarest words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

RAREST = 8
"""Words of a sentence by which it is looked for."""

COMMON = 60
"""A word in more sentences than this finds nothing."""

LEAST = 3
"""Words that two sentences must have in common."""

SHARED = 0.5
"""The share of the shorter sentence's words that two must have in common."""


def document_counts(
    contents: Sequence[frozenset[str]], documents: Sequence[frozenset[int]]
) -> Mapping[str, int]:
    """Count in how many documents each word stands."""
    where: dict[str, set[int]] = defaultdict(set)
    for words, here in zip(contents, documents, strict=True):
        for word in words:
            where[word] |= here
    return {word: len(holding) for word, holding in where.items()}


def sentence_pairs(
    contents: Sequence[frozenset[str]], counts: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sentences that share many words, each pair once.

    A word of one document alone finds nothing, and is not looked for. Numbers that
    differ do not keep two sentences apart.
    """
    plain = [frozenset(w for w in words if not w[:1].isdigit()) for words in contents]
    sizes = [len(words) for words in plain]
    postings: dict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(contents):
        for word in words:
            if counts[word] > 1:
                postings[word].append(n)
    for n, words in enumerate(contents):
        known = sorted(
            (word for word in words if counts[word] > 1),
            key=lambda word: (len(postings[word]), word),
        )
        shared: Counter[int] = Counter()
        for word in known[:RAREST]:
            if len(postings[word]) <= COMMON:
                shared.update(m for m in postings[word] if m > n)
        least = 2 if len(known) > 2 else 1
        for m, count in shared.items():
            if count < least:
                continue
            both, alike = len(words & contents[m]), plain[n] == plain[m]
            least = len(plain[n]) if alike else LEAST
            if both >= max(least, SHARED * min(sizes[n], sizes[m])):
                yield n, m
