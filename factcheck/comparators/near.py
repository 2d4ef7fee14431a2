"""One quotation, printed with different words."""

from itertools import pairwise

from factcheck.comparators.comparator import Comparator, Held, Properties, comparator
from factcheck.comparators.quotation_words import OPEN, Word, words_of
from factcheck.comparators.quoted import QuoteAlignment, align_stretches
from factcheck.lexicons import Verdict


@comparator("near")
class Near(Comparator):
    """Two printings of one quotation conflict when words in it were changed.

    Excerpts, words left out behind an ellipsis or whole sentences, bracketed
    clarifications, spelling, contractions and punctuation are no change.

    | left | right | |
    |---|---|---|
    | we will rebuild the old harbour | we will rebuild the old harbor | compatible |
    | we will rebuild the old harbour | rebuild the old harbour | compatible |
    | we will rebuild the old harbour | we may rebuild the old harbour | conflict |
    | we will rebuild the old harbour | nobody asked me | unknown |
    """

    PROPERTIES = Properties(by_words=True)

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two quotations are one, and printed alike."""
        shared = align(words_of(left.label), words_of(right.label))
        if shared is None:
            return Verdict.UNKNOWN
        return Verdict.CONFLICT if shared.changes else Verdict.COMPATIBLE


def align(left: tuple[Word, ...], right: tuple[Word, ...]) -> QuoteAlignment | None:
    """Lay two quotations side by side; None where they are not the same words.

    First as wholes, then every sentence that is left, inside whatever is left of the
    other. Where a word has several counterparts, which one it is laid beside depends on
    the words alone: the two may be given in either order.
    """
    if left > right:
        shared = align(right, left)
        return shared and shared.turned()
    whole = align_stretches(left, right)
    alignments = [whole] if whole else []
    alignments += _by_sentences(left, right, alignments)
    alignments += [
        shared.turned()
        for shared in _by_sentences(right, left, [one.turned() for one in alignments])
    ]
    return _joined(alignments, left, right) if alignments else None


def _by_sentences(
    left: tuple[Word, ...], right: tuple[Word, ...], aligned: list[QuoteAlignment]
) -> list[QuoteAlignment]:
    """Lay the sentences of one quotation that nothing is found of beside the other."""
    more: list[QuoteAlignment] = []
    for sentence in _sentences(left):
        known = [*aligned, *more]
        if any(_meet(sentence, part) for shared in known for part in shared.left):
            continue
        covered = sorted(
            (part.start, part.stop) for shared in known for part in shared.right
        )
        edges = [(0, 0), *covered, (len(right), len(right))]
        rests = [slice(a, b) for (_, a), (b, _) in pairwise(edges) if b > a]
        laid = [
            shared.moved(sentence.start, rest.start)
            for rest in rests
            if (shared := align_stretches(left[sentence], right[rest]))
        ]
        more += [max(laid, key=lambda shared: shared.words)] if laid else []
    return more


def _sentences(words: tuple[Word, ...]) -> list[slice]:
    ends = [n + 1 for n, word in enumerate(words) if word.ends]
    edges = [0, *ends, len(words)]
    return [slice(a, b) for a, b in pairwise(edges) if b > a]


def _meet(left: slice, right: slice) -> bool:
    return bool(left.start < right.stop and right.start < left.stop)


def _joined(
    alignments: list[QuoteAlignment], left: tuple[Word, ...], right: tuple[Word, ...]
) -> QuoteAlignment:
    """Put together what several stretches of two quotations have in common."""
    words = sum(shared.words for shared in alignments)
    shorter = min(
        sum(word.folded not in OPEN for word in side) for side in (left, right)
    )
    changes = [change for shared in alignments for change in shared.changes]
    return QuoteAlignment(
        words,
        words / shorter,
        tuple(
            sorted(changes, key=lambda change: (change.left.start, change.left.stop))
        ),
        tuple(part for shared in alignments for part in shared.left),
        tuple(part for shared in alignments for part in shared.right),
    )
