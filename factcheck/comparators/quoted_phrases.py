"""Short quoted phrases: one telling word differs, the rest is the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.comparators.quotation_words import OPEN, Word
from factcheck.comparators.quoted import QuoteAlignment, WordChange
from factcheck.comparators.wording import is_content

LEAST, FIRM, MOST = 2, 3, 6
"""Words in a phrase that is compared, of two only where what is spoken of agrees."""

COMMON = 50
"""Two words in a row in more quotations than this lead nowhere."""


def phrase_pairs(quotations: Sequence[tuple[Word, ...]]) -> Iterator[tuple[int, int]]:
    """Yield short phrases with the quotations that share two words in a row.

    The phrase comes first; one of the two words has to say something. Phrases of two
    words share one of them.
    """
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, words in enumerate(quotations):
        for pair in set(_keys_of(words)):
            postings[pair].append(n)
    for n, words in enumerate(quotations):
        if LEAST <= len(_core_of(words)) <= MOST:
            shared = (postings[pair] for pair in set(_keys_of(words)))
            others = {m for where in shared if len(where) <= COMMON for m in where}
            yield from ((n, m) for m in sorted(others) if m != n)


def align_phrase(
    phrase: tuple[Word, ...], other: tuple[Word, ...]
) -> QuoteAlignment | None:
    """Lay a phrase beside the words that differ from it in one telling word.

    >>> from factcheck.comparators.quotation_words import words_of
    >>> left = words_of("quick and decent")
    >>> shared = align_phrase(left, words_of("It was a quick and honest answer"))
    >>> [(change.before, change.after) for change in shared.changes]
    [('decent', 'honest')]
    >>> align_phrase(left, words_of("a decent and quick answer"))
    """
    core = _core_of(phrase)
    size = len(core)
    start = next((n for n in range(len(phrase)) if phrase[n : n + size] == core), 0)
    if not LEAST <= size <= MOST:
        return None
    for at in range(len(other) - size + 1):
        window = other[at : at + size]
        apart = [n for n in range(size) if core[n].folded != window[n].folded]
        if len(apart) != 1:
            continue
        (n,) = apart
        ours, theirs = core[n], window[n]
        telling = all(_is_telling(word) for word in (ours, theirs))
        same = [word for k, word in enumerate(core) if k != n]
        firm = size >= FIRM or len(_core_of(other)) == size
        if firm and telling and any(is_content(word.folded) for word in same):
            left, right = start + n, at + n
            change = WordChange(
                ours.printed,
                theirs.printed,
                slice(left, left + 1),
                slice(right, right + 1),
            )
            return QuoteAlignment(
                size - 1,
                (size - 1) / size,
                (change,),
                (slice(start, start + size),),
                (slice(at, at + size),),
            )
    return None


def _core_of(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop an article at the beginning: "a strong and decent"."""
    while words and words[0].folded in ("a", "an", "the"):
        words = words[1:]
    return words


def _is_telling(word: Word) -> bool:
    known = word.folded not in OPEN and bool(word.printed)
    return known and is_content(word.folded) and word.folded.isalpha()


def _keys_of(words: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
    core = _core_of(words)
    if len(core) == LEAST:
        yield from ((str(n), word.folded) for n, word in enumerate(core))
    else:
        yield from _pairs_of(words)


def _pairs_of(words: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
    folded = [word.folded for word in words]
    for a, b in pairwise(folded):
        if not {a, b} & {*OPEN} and (is_content(a) or is_content(b)):
            yield a, b
