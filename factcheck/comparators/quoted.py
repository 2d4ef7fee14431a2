"""Two stretches of quoted words side by side: what they share, what was changed."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from factcheck.comparators.alignment import Block, gaps, matching_blocks
from factcheck.comparators.quotation_words import CLARIFIED, GAP, OPEN, Word, words_of
from factcheck.comparators.wording import is_content, is_filler

LEAST_WORDS = 4
LEAST_SHARED = 0.5
"""The share of the shorter quotation that two printings have in common."""

LONG = 8
"""So many words in common are no accident, whatever stands around them."""

FIRM = 3
"""Words in a row that are not shared by chance."""

EDGE = 3
"""Words at an edge that may be a change; longer ones are other words around it."""


class WordChange(NamedTuple):
    """What two printings differ in.

    Attributes:
        before: The words of the first, or "".
        after: The words of the second, or "".
        left: Where in the words of the first.
        right: Where in the words of the second.
    """

    before: str
    after: str
    left: slice
    right: slice


class QuoteAlignment(NamedTuple):
    """What two printings have in common, and where they differ inside it.

    Attributes:
        words: How many words agree.
        share: Their share of the shorter printing.
        changes: Where they differ, in order.
        left: The stretches of the first that the second prints too.
        right: The stretches of the second that the first prints too.
    """

    words: int
    share: float
    changes: tuple[WordChange, ...]
    left: tuple[slice, ...]
    right: tuple[slice, ...]

    def turned(self) -> "QuoteAlignment":
        """Return the same with the second printing first."""
        return QuoteAlignment(
            self.words,
            self.share,
            tuple(WordChange(c.after, c.before, c.right, c.left) for c in self.changes),
            self.right,
            self.left,
        )

    def moved(self, left: int, right: int) -> "QuoteAlignment":
        """Return the same where both stretches begin so many words later."""
        return QuoteAlignment(
            self.words,
            self.share,
            tuple(
                WordChange(
                    c.before, c.after, _moved(c.left, left), _moved(c.right, right)
                )
                for c in self.changes
            ),
            tuple(_moved(part, left) for part in self.left),
            tuple(_moved(part, right) for part in self.right),
        )


def _moved(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)


def align_stretches(
    left: tuple[Word, ...], right: tuple[Word, ...]
) -> QuoteAlignment | None:
    """Lay two stretches of words side by side; None where they are not the same."""
    a, b = [w.folded for w in left], [w.folded for w in right]
    most, shorter = most_shared(a, b)
    if most < LEAST_WORDS or most < min(LONG, LEAST_SHARED * shorter):
        return None
    blocks = _core(matching_blocks(a, b))
    return (
        _weigh(left, right, blocks, shorter)
        or _weigh(left, right, _firm(blocks), shorter)
        or _weigh(left, right, blocks, shorter, edges=False)
    )


def most_shared(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """Return how many folded words two rows share at most, and the shorter's length.

    What only marks a gap is no word.
    """
    both = {*left}.intersection(right).difference(OPEN)
    shared = [sum([word in both for word in side]) for side in (left, right)]
    lengths = [sum([word not in OPEN for word in side]) for side in (left, right)]
    return min(shared), min(lengths)


def _weigh(
    left: tuple[Word, ...],
    right: tuple[Word, ...],
    blocks: list[Block],
    shorter: int,
    edges: bool = True,
) -> QuoteAlignment | None:
    """Say what the blocks have in common; None where that is too little.

    Without *edges* other words may stand around what is shared.
    """
    agreed = [left[i + k].folded for i, _, size in blocks for k in range(size)]
    agreed = [word for word in agreed if word not in OPEN]
    content = sum(1 for word in agreed if is_content(word))
    share = len(agreed) / shorter
    if len(agreed) < LEAST_WORDS or (content < 2 and len(agreed) < LONG):
        return None
    few = content < 3
    if share < LEAST_SHARED and not (len(agreed) >= LONG and content >= 3):
        return None
    changes = tuple(_changes(left, right, blocks, edges))
    changed = sum(len(f"{c.before} {c.after}".split()) for c in changes)
    if changed > len(agreed) or (few and 2 * changed > len(agreed)):
        return None
    (i, j, _), (k, m, size) = blocks[0], blocks[-1]
    ours, theirs = slice(i, k + size), slice(j, m + size)
    return QuoteAlignment(len(agreed), share, changes, (ours,), (theirs,))


def _core(blocks: list[Block]) -> list[Block]:
    """Keep the longest block and those near it; a stray common word is no match."""
    middle = max(range(len(blocks)), key=lambda n: blocks[n][2])
    first = last = middle
    while first > 0 and _adjoin(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and _adjoin(blocks[last], blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]


def _firm(blocks: list[Block]) -> list[Block]:
    """Drop short blocks at the edges: there the words around the quotation differ."""
    sizes = [n for n, block in enumerate(blocks) if block[2] >= FIRM]
    return blocks[sizes[0] : sizes[-1] + 1] if sizes else []


def _adjoin(before: Block, after: Block) -> bool:
    gap_left = after[0] - before[0] - before[2]
    gap_right = after[1] - before[1] - before[2]
    smaller = min(before[2], after[2])
    return max(gap_left, gap_right) <= max(3, 2 * smaller) or (
        min(gap_left, gap_right) == 0 and smaller >= 4
    )


def _changes(
    left: tuple[Word, ...], right: tuple[Word, ...], blocks: list[Block], edges: bool
) -> Iterator[WordChange]:
    i, j, _ = blocks[0]
    before, there = (
        _until_end(left[:i], turned=True),
        _until_end(right[:j], turned=True),
    )
    if edges and _is_head(before, there):
        m, n = _edge(len(before), len(there))
        yield _change(left, right, slice(i - m, i), slice(j - n, j))
    for ours, theirs in gaps(blocks):
        if not _is_explained(_around(left, ours), _around(right, theirs)):
            yield _change(left, right, ours, theirs)
    i, j, size = blocks[-1]
    i, j = i + size, j + size
    ends = left[i - 1].ends or right[j - 1].ends
    before, there = _until_end(left[i:]), _until_end(right[j:])
    if edges and not ends and _is_tail(before, there):
        m, n = _edge(len(before), len(there))
        yield _change(left, right, slice(i, i + m), slice(j, j + n))


def _until_end(words: tuple[Word, ...], turned: bool = False) -> tuple[Word, ...]:
    """Return the words as far as their sentence goes, and nothing is left out."""
    kept: list[Word] = []
    for word in reversed(words) if turned else words:
        if word.folded == GAP or (turned and word.ends):
            break
        kept.append(word)
        if word.ends:
            break
    return tuple(reversed(kept) if turned else kept)


def _edge(left: int, right: int) -> tuple[int, int]:
    """Say how many words at an edge are a change: all of a few, else as many."""
    if max(left, right) <= EDGE:
        return left, right
    return (min(left, right),) * 2


def _change(
    left: tuple[Word, ...], right: tuple[Word, ...], ours: slice, theirs: slice
) -> WordChange:
    """Return a change in whole printed words: “it's” and “it was”, never “is”."""
    while (
        ours.start
        and theirs.start
        and (_is_rest(left, ours) or _is_rest(right, theirs))
    ):
        ours, theirs = (slice(at.start - 1, at.stop) for at in (ours, theirs))
    return WordChange(_printed(left[ours]), _printed(right[theirs]), ours, theirs)


def _is_rest(words: tuple[Word, ...], place: slice) -> bool:
    return place.start < len(words) and not words[place.start].printed


def _around(words: tuple[Word, ...], place: slice) -> tuple[Word, ...]:
    """Return words with the one before them and the one behind them."""
    return words[place.start - 1 : place.stop + 1]


def _is_explained(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Ask whether words differ because some were openly left out or masked.

    Args:
        left: Words of one printing, between two words that both have.
        right: What the other has between these two.
    """
    if GAP in {word.folded for word in (*left, *right)}:
        return True
    before = left[0] if len(left) > 2 else right[0]
    left, right = left[1:-1], right[1:-1]
    notes = [w for w in (*left, *right) if w.folded == CLARIFIED]
    if notes:
        return not all(is_filler(note.printed) for note in notes) or _fills(left, right)
    if left and right:
        ours, theirs = ("".join(w.folded for w in side) for side in (left, right))
        return ours == theirs or _is_masked(ours, theirs) or _is_masked(theirs, ours)
    return before.ends and (left or right)[-1].ends


def _fills(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Ask whether "[and]" only adds a little word that the other may print as well."""
    words = [w.folded for w in (*left, *right) if w.folded != CLARIFIED]
    notes = [w.printed for w in (*left, *right) if w.folded == CLARIFIED]
    added = {word.folded for note in notes for word in words_of(note.strip("[]()"))}
    return set(words) <= added


def _is_masked(word: str, full: str) -> bool:
    """Ask whether asterisks hide letters of a word some houses do not print."""
    if "*" not in word:
        return False
    first, *parts, last = re.split(r"\*+", word)
    if not full.startswith(first) or not full.endswith(last):
        return False
    at, end = len(first), len(full) - len(last)
    for part in parts:  # the first place of each is as good as any later one
        start = full.find(part, at, end)
        if start < 0:
            return False
        at = start + len(part)
    return at <= end


def _is_head(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Ask whether what both print right before the shared words is a change."""
    if not left or not right:
        return False
    return _is_edge(left[::-1], right[::-1], lambda near, word: word + near)


def _is_tail(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Ask whether what both print right behind the last shared word is a change."""
    return bool(left and right) and _is_edge(left, right)


def _is_edge(
    left: tuple[Word, ...],
    right: tuple[Word, ...],
    join: Callable[[str, str], str] | None = None,
) -> bool:
    """Ask whether a few words are a change.

    Args:
        left: Words of one printing, those nearest the shared words first.
        right: Words of the other.
        join: Writes a word together with those before it; else it comes behind them.
    """
    if min(len(left), len(right)) > EDGE or {left[0].folded, right[0].folded} & {*OPEN}:
        return False
    pairs = ((left[0], right[0]), (left[-1], right[-1]))
    if any(
        _is_masked(a.folded, b.folded) or _is_masked(b.folded, a.folded)
        for a, b in pairs
    ):
        return False
    ours, theirs = (
        set(accumulate((w.folded for w in side[:EDGE]), join)) for side in (left, right)
    )
    return not ours & theirs  # "web site" is "website"


def _printed(words: tuple[Word, ...]) -> str:
    return " ".join(word.printed for word in words if word.printed)
