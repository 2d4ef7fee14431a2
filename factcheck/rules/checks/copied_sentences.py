"""Distinct sentences of a story, who prints them, and which are copies changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, product
from typing import NamedTuple

from factcheck.claims.day_numbers import days_between
from factcheck.comparators.aligned import Alignment, lay_beside
from factcheck.comparators.condensed import (
    CondensedSentence,
    condensed,
    differences,
    is_one_of_several,
    is_printed,
    of_other_days,
    shared_words,
    stems_of,
)
from factcheck.comparators.differences import Difference
from factcheck.comparators.numbers_apart import numeric
from factcheck.comparators.printed_details import PrintedDetail
from factcheck.comparators.sentence_pairs import document_counts, sentence_pairs
from factcheck.comparators.sentences import Sentence

TELLING = 4
"""Words that say something in a sentence that shows two documents to be copies."""

TWINS = 2
"""Such sentences that two copies of one text have in common, word for word."""

COPIES = 10
"""Documents that print a sentence; what more print shows nothing about two of them."""

DAYS = 3
"""Days of publication on which boilerplate is printed."""

RARE = 6
"""Documents that name somebody or something whom few others name."""

LONGER = 0.6
"""The share of the longer sentence's words that one which stands alone has too."""

SORTS = 2
"""Sorts of facts, at most, in which two sentences that tell one thing differ."""

GAP = 6
"""Sentences between two that both copies print."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One distinct sentence.

    Attributes:
        sentence: Its words and details.
        claims: The claims that print it, by document.
    """

    sentence: Sentence
    claims: Mapping[int, tuple[int, ...]]


class Pair(NamedTuple):
    """Two sentences, of which one is a copy of the other with something changed.

    Attributes:
        left: The number of a text.
        right: The number of another.
        differences: What cannot both be right.
        days: Days between the publication of the nearest two documents.
    """

    left: int
    right: int
    differences: tuple[Difference, ...]
    days: int


class Sentences:
    """The sentences of the documents of one story.

    Args:
        texts: The distinct sentences.
        published: The number of the day on which each document was published.
        spread: In how many documents of all stories each word stands.
    """

    def __init__(
        self,
        texts: Sequence[PrintedText],
        published: Mapping[int, int | None],
        spread: Mapping[str, int] | None = None,
    ) -> None:
        self.texts = texts
        self._spread = spread or {}
        self._published = published
        self._contents = [text.sentence.content for text in texts]
        self._documents = [frozenset(text.claims) for text in texts]
        self._condensed_texts: dict[int, CondensedSentence] = {}
        self._printed: dict[int, list[CondensedSentence]] = {}
        self._counts = document_counts(self._contents, self._documents)
        self._boilerplate = {n for n in range(len(texts)) if self._is_boilerplate(n)}

    def copies(self) -> list[Pair]:
        """Return the pairs of sentences that are copies with a fact changed."""
        twins = self._twins()
        laid: dict[tuple[int, int], Alignment] = {}
        gaps = set(self._gaps(twins))
        stems = [stems_of(text.sentence.tokens) for text in self.texts]
        counts = document_counts(stems, self._documents)
        for n, m in {*sentence_pairs(stems, counts), *gaps}:
            if not self._documents[n] - self._documents[m]:
                continue
            if not self._documents[m] - self._documents[n]:
                continue
            laid[n, m] = lay_beside(self.texts[n].sentence, self.texts[m].sentence)
        best = self._best(laid)
        pairs = []
        for (n, m), alignment in sorted(laid.items()):
            sides = self.texts[n].sentence, self.texts[m].sentence
            if not alignment.conflicts or _prints_both(*sides, alignment):
                continue
            days = [
                self._apart(one, other)
                for one, other in self._document_pairs(n, m)
                if best.get((n, one, other)) == m
                and best.get((m, other, one)) == n
                and self._is_copy(
                    n,
                    m,
                    alignment,
                    twins.get(frozenset((one, other)), 0) >= TWINS,
                    (n, m) in gaps,
                    self._apart(one, other),
                )
            ]
            if days:
                pairs.append(Pair(n, m, alignment.conflicts, min(days)))
        known = {(pair.left, pair.right) for pair in pairs}
        pairs += [p for p in self._condensed(laid) if (p.left, p.right) not in known]
        return sorted(pairs)

    def _condensed(self, candidates: Iterable[tuple[int, int]]) -> Iterator[Pair]:
        """Yield sentences that tell one thing at different length, with another fact.

        What one of the documents also prints as the other does is no difference, and a
        sentence is laid beside the one that shares most words with it.
        """
        shared: dict[tuple[int, int], int] = {}
        most: Counter[tuple[int, int, int]] = Counter()
        for n, m in candidates:
            if not {n, m} & self._boilerplate:
                shared[n, m] = shared_words(self._condense(n), self._condense(m))
                for one, other in self._document_pairs(n, m):
                    for at in ((n, one, other), (m, other, one)):
                        most[at] = max(most[at], shared[n, m])
        for (n, m), count in sorted(shared.items()):
            pairs = [
                (one, other)
                for one, other in self._document_pairs(n, m)
                if count
                and count == max(most[n, one, other], most[m, other, one])
                and self._apart(one, other) <= 1
            ]
            left, right = (self.texts[k].sentence for k in (n, m))
            both = self._contents[n] & self._contents[m]
            if not pairs or not any(self._spread.get(w, 0) <= RARE for w in both):
                continue
            found = list(differences(self._condense(n), self._condense(m)))
            printed = {
                (document, k): self._details(document, k)
                for pair in (pairs if found else ())
                for document, k in product(pair, (n, m))
            }
            changes = [
                (difference, self._apart(one, other))
                for ours, theirs, difference in found
                for one, other in pairs
                if (ours.sort != "day" or self._are_dated(one, other))
                and not _other_names(left, right, difference)
                and not is_printed(ours, theirs, printed[other, n])
                and not is_printed(theirs, ours, printed[one, m])
                and not is_one_of_several(ours, printed[one, n])
                and not is_one_of_several(theirs, printed[other, m])
            ]
            first: dict[str, Difference] = {}
            for difference, _ in changes:
                first.setdefault(difference.sort, difference)
            if 0 < len(first) <= SORTS:
                days = min(days for _, days in changes)
                yield Pair(n, m, tuple(first.values()), days)

    def _condense(self, n: int) -> CondensedSentence:
        if n not in self._condensed_texts:
            self._condensed_texts[n] = condensed(self.texts[n].sentence)
        return self._condensed_texts[n]

    def _details(self, document: int, beside: int) -> list[PrintedDetail]:
        """Return what a document prints, but for what it tells of other days.

        Args:
            document: The document.
            beside: A sentence: what is told of none of its days is left out.
        """
        if document not in self._printed:
            texts = [n for n, here in enumerate(self._documents) if document in here]
            self._printed[document] = [self._condense(n) for n in texts]
        sentence = self._condense(beside)
        return [
            detail
            for other in self._printed[document]
            if not of_other_days(sentence, other)
            for detail in other.details
        ]

    def _is_boilerplate(self, n: int) -> bool:
        days = {self._published.get(d) for d in self._documents[n]}
        return len(days - {None}) >= DAYS

    def _is_rare(self, names: frozenset[str]) -> bool:
        return any(self._counts[name] <= RARE for name in names)

    def _twins(self) -> dict[frozenset[int], int]:
        """Count the sentences that two documents have in common."""
        counts: Counter[frozenset[int]] = Counter()
        for n, here in enumerate(self._documents):
            telling = len(self._contents[n]) >= TELLING and self._is_rare(
                self.texts[n].sentence.names
            )
            if telling and len(here) <= COPIES and n not in self._boilerplate:
                counts.update(frozenset(pair) for pair in combinations(here, 2))
        return {pair: count for pair, count in counts.items() if count >= TWINS}

    def _gaps(self, twins: Iterable[frozenset[int]]) -> Iterator[tuple[int, int]]:
        """Yield sentences that stand between the same two in both copies."""
        order: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for n, text in enumerate(self.texts):
            for document, claims in text.claims.items():
                order[document] += [(claim, n) for claim in claims]
        lines = {d: [n for _, n in sorted(places)] for d, places in order.items()}
        for pair in twins:
            one, other = sorted(pair)
            left, right = lines[one], lines[other]
            matcher = SequenceMatcher(None, left, right, autojunk=False)
            for tag, i, j, k, m in matcher.get_opcodes():
                if tag == "replace" and max(j - i, m - k) <= GAP:
                    for a, b in product(left[i:j], right[k:m]):
                        yield (a, b) if a < b else (b, a)

    def _document_pairs(self, n: int, m: int) -> list[tuple[int, int]]:
        ours = sorted(self._documents[n] - self._documents[m])[:COPIES]
        theirs = sorted(self._documents[m] - self._documents[n])[:COPIES]
        return list(product(ours, theirs))

    def _best(
        self, laid: Mapping[tuple[int, int], Alignment]
    ) -> dict[tuple[int, int, int], int]:
        """Return for each sentence of a document its nearest one in another."""
        score: dict[tuple[int, int, int], tuple[float, int]] = {}
        for (n, m), alignment in laid.items():
            worth = alignment.agreed * alignment.share - alignment.open
            for one, other in self._document_pairs(n, m):
                for at, to in (((n, one, other), m), ((m, other, one), n)):
                    if at not in score or (worth, -to) > score[at]:
                        score[at] = worth, -to
        return {at: -to for at, (_, to) in score.items()}

    def _apart(self, one: int, other: int) -> int:
        return days_between(self._published.get(one), self._published.get(other))

    def _are_dated(self, one: int, other: int) -> bool:
        return None not in (self._published.get(one), self._published.get(other))

    def _is_copy(
        self, n: int, m: int, alignment: Alignment, twins: bool, gap: bool, days: int
    ) -> bool:
        """Ask whether two sentences tell one thing, all else being equal."""
        changes = len(alignment.conflicts)
        if twins:
            if gap and len(alignment.differences) == 1 and alignment.agreed >= 1:
                return True
            return (
                alignment.agreed >= 3
                and alignment.share >= 0.5
                and alignment.open <= max(1, alignment.agreed // 4)
                and changes <= 3
            )
        if days > 1 or {n, m} & self._boilerplate:
            return False
        left, right = (self.texts[k].sentence for k in (n, m))
        named = left.names & right.names
        sizes = len(self._contents[n]), len(self._contents[m])
        names = {d.sort for d in alignment.conflicts} & {"name", "place"}
        return (
            alignment.agreed >= 5
            and alignment.share >= 0.75
            and alignment.open <= alignment.agreed // 6
            and changes <= 2
            and self._is_rare(named)
            and alignment.agreed >= LONGER * max(sizes)
            and (not names or (alignment.agreed >= 8 and not alignment.open))
        )


def _other_names(left: Sentence, right: Sentence, difference: Difference) -> bool:
    """Ask whether each sentence has other names, besides what differs."""
    if difference.sort not in ("name", "place"):
        return False
    sides = (left, difference.left), (right, difference.right)
    own = [
        {
            token.key
            for n, token in enumerate(side.tokens)
            if token.content
            and token.is_name
            and token.detail >= 0
            and not place.start <= n < place.stop
        }
        for side, place in sides
    ]
    return bool(own[0] - set(right.keys)) and bool(own[1] - set(left.keys))


def _prints_both(left: Sentence, right: Sentence, alignment: Alignment) -> bool:
    """Ask whether a sentence prints elsewhere the number that the other has instead.

    "Killed 12, police said; the owner said 14" does not contradict "killed 14".
    """
    if sum(map(numeric, left.tokens)) == sum(map(numeric, right.tokens)):
        return False  # no sentence has a number more
    return any(
        number and number <= {t.folded for t in [*own[: at.start], *own[at.stop :]]}
        for change in alignment.conflicts
        if change.sort == "number"
        for own, at, other, there in (
            (left.tokens, change.left, right.tokens, change.right),
            (right.tokens, change.right, left.tokens, change.left),
        )
        for number in [{t.folded for t in other[there] if numeric(t)}]
    )
