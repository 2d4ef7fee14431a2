"""Which quotations of a group are one, and where their words differ."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from factcheck.claims.day_numbers import EARLIEST
from factcheck.comparators.near import align
from factcheck.comparators.quotation_words import OPEN, Word, join_parts
from factcheck.comparators.quoted import QuoteAlignment, most_shared
from factcheck.comparators.quoted_phrases import FIRM, align_phrase, phrase_pairs
from factcheck.comparators.reworded import reworded_pairs
from factcheck.rules.checks.connected import connected
from factcheck.rules.checks.quotation_variants import (
    Changed,
    SimilarQuotations,
    in_order,
)
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.slot_bindings import JOINT, Filling, Given

MOST_COPIES = 4
"""Documents that are compared for each wording one speaker is quoted with; further
copies go with them."""

NEAR_DAYS = 3
"""Days between two reports of one short phrase, or of one sentence in other words."""

SURE_WORDS = 8
SURE_SHARE = 0.7
"""Two speakers may be one, or a quotation part of another, when so much agrees."""

Alike = dict[int, dict[int, SimilarQuotations]]
"""What quotations share word for word with others, by number."""


class QuotationPairs(NamedTuple):
    """The quotations of a group laid beside each other.

    Attributes:
        given: The quotations; elsewhere they go by their number here.
        words: Their words.
        places: The part of a resumed quotation that each word stands in.
        copies: Those that are compared, each with further copies of it.
        changed: Pairs that differ in words.
        alike: Pairs that agree, as far as they go.
    """

    given: list[Given]
    words: list[tuple[Word, ...]]
    places: list[tuple[int, ...]]
    copies: dict[int, list[int]]
    changed: Changed
    alike: Alike

    def members(self) -> list[list[int]]:
        """Return the quotations that differ from each other, together."""
        return [sorted(members) for members in connected(self.changed)]

    def with_copies(self, numbers: Iterable[int]) -> list[int]:
        """Return quotations, each with the copies of it that were not compared."""
        return [m for n in numbers for m in (n, *self.copies[n])]


def pair_quotations(
    rule: Rule, given: list[Given], spoken: Mapping[int, int | None]
) -> QuotationPairs:
    """Lay quotations beside each other; *spoken* are the days of transcripts."""
    joined = [join_parts(one.held.label.split(JOINT)) for one in given]
    words = [some for some, _ in joined]
    folded = [[word.folded for word in some] for some in words]
    copies = _copies(given, folded)
    changed: Changed = {}
    alike: Alike = defaultdict(dict)
    for n, m in _pairs(words, copies):
        if not _may_be_one(given[n], given[m], spoken):
            continue
        one_mouth = _one_speaker(rule, given[n], given[m])
        if not one_mouth:
            most, shorter = most_shared(folded[n], folded[m])
            if not _is_much(most, most / max(1, shorter)):
                continue
        shared = align(words[n], words[m])
        if shared is None or not (one_mouth or _is_much(shared.words, shared.share)):
            continue
        if shared.changes:
            changed[n, m] = shared
        else:
            alike[n][m] = SimilarQuotations(shared.left, _is_sure(shared))
            alike[m][n] = SimilarQuotations(shared.right, _is_sure(shared))
    changed |= _short_phrases(given, words, copies, changed)
    changed |= _reworded(given, words, copies, changed, alike)
    changed = {
        pair: shared
        for pair, shared in changed.items()
        if not _prints_both(pair, shared, given, alike)
    }
    places = [some for _, some in joined]
    return QuotationPairs(given, words, places, copies, changed, alike)


def _short_phrases(
    given: list[Given],
    words: list[tuple[Word, ...]],
    copies: Mapping[int, list[int]],
    known: Changed,
) -> Changed:
    """Find short phrases that another document prints with one telling word changed.

    Speaker and time have to agree, and neither document may print the other's words.
    """
    changed: Changed = {}
    numbers = sorted(copies)
    printed: dict[int, str] = defaultdict(str)
    for n in numbers:
        printed[given[n].document] += f" {' '.join(w.folded for w in words[n])} "
    for a, b in phrase_pairs([words[n] for n in numbers]):
        n, m = numbers[a], numbers[b]
        left, right = given[n], given[m]
        pair = in_order(n, m)
        if left.document == right.document or pair in known or pair in changed:
            continue
        if not is_of_one_speaker(left, right):
            continue
        shared = align_phrase(words[n], words[m])
        if shared is None or not _in_one_setting(left, right, shared):
            continue
        ours = " ".join(w.folded for w in words[n][shared.left[0]])
        theirs = " ".join(w.folded for w in words[m][shared.right[0]])
        if ours in printed[right.document] or theirs in printed[left.document]:
            continue
        changed[pair] = shared if n < m else shared.turned()
    return changed


def _in_one_setting(left: Given, right: Given, shared: QuoteAlignment) -> bool:
    """Ask whether two short phrases are of one thing, by the sentences around them.

    Where a sentence tells nothing beside the phrase, nothing is known, which is too
    little for two words.
    """
    ours, theirs = (
        {
            word
            for filling in one.roles.get("setting", ())
            for word in str(filling.value).split()
        }
        for one in (left, right)
    )
    if not ours or not theirs:
        return shared.words + 1 >= FIRM
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _reworded(
    given: list[Given],
    words: list[tuple[Word, ...]],
    copies: Mapping[int, list[int]],
    known: Changed,
    alike: Alike,
) -> Changed:
    """Find sentences of one speaker that another document prints in other words.

    Neither document may print the other's wording, nor anything more like it.
    """
    changed: Changed = {}
    numbers = sorted(copies)
    compared = {*known, *((n, m) for n in alike for m in alike[n])}
    near = {
        (one, given[other].document)
        for pair in compared
        for one, other in (pair, pair[::-1])
    }
    for a, b, shared in reworded_pairs([words[n] for n in numbers]):
        n, m = numbers[a], numbers[b]
        left, right = given[n], given[m]
        if left.document == right.document or not shared.changes:
            continue
        if (n, right.document) in near or (m, left.document) in near:
            continue
        if is_of_one_speaker(left, right):
            changed[in_order(n, m)] = shared if n < m else shared.turned()
    return changed


def is_of_one_speaker(left: Given, right: Given) -> bool:
    """Ask whether two documents quote one speaker within a few days."""
    days = [(one.low + one.high) / 2 for one in (left, right)]
    same = _speaker(left) is not None and _speaker(left) == _speaker(right)
    return same and abs(days[0] - days[1]) <= NEAR_DAYS


def _copies(given: list[Given], folded: list[list[str]]) -> dict[int, list[int]]:
    """Return the quotations that are compared, each with the further copies of it.

    Copies have the words, the speaker and the days of what they copy.
    """
    alike: dict[object, list[int]] = defaultdict(list)
    for n, one in enumerate(given):
        alike[tuple(folded[n]), _speaker(one), one.low, one.high].append(n)
    copies: dict[int, list[int]] = {}
    for some in alike.values():
        copies |= {n: [] for n in some[:MOST_COPIES]}
        copies[some[0]] = some[MOST_COPIES:]
    return copies


def _pairs(
    words: list[tuple[Word, ...]], compared: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that may be one, the earlier of each first."""
    printed: dict[tuple[Word, ...], list[int]] = defaultdict(list)
    for n in sorted(compared):
        printed[words[n]].append(n)
    wordings = sorted(printed)
    for some in printed.values():
        if shingles_of(words[some[0]]):
            yield from combinations(some, 2)
    for a, b in candidates(wordings):
        for n, m in product(printed[wordings[a]], printed[wordings[b]]):
            yield in_order(n, m)


def _may_be_one(left: Given, right: Given, spoken: Mapping[int, int | None]) -> bool:
    """Ask whether two documents may report one utterance.

    In talk, words between marks are recalled, repeated and acted out: two transcripts
    hold one utterance only where both give it one day.
    """
    if left.document == right.document:
        return False
    if left.document in spoken and right.document in spoken:
        days = _day_of(left, spoken), _day_of(right, spoken)
        return None not in days and days[0] == days[1]
    return left.low <= right.high and right.low <= left.high


def _day_of(given: Given, spoken: Mapping[int, int | None]) -> int | None:
    """Return the day words were said: the one the text gives, else the transcript's."""
    if given.day != EARLIEST:
        return given.low if given.low == given.high else None
    return spoken[given.document]


def _one_speaker(rule: Rule, left: Given, right: Given) -> bool:
    """Ask whether two quotations may be of one mouth, whatever the words.

    Whoever cannot be told may be anyone; where nobody is named the words decide.
    """
    if "speaker" not in rule.same:
        return True
    if not (left.roles.get("speaker") or right.roles.get("speaker")):
        return False
    ours, theirs = _all_speakers(left), _all_speakers(right)
    return None in ours | theirs or bool(ours & theirs)


def _is_much(words: int, share: float) -> bool:
    """Ask whether so many words agree that two speakers may be one."""
    return words >= SURE_WORDS and share >= SURE_SHARE


def _is_sure(shared: QuoteAlignment) -> bool:
    """Ask whether quotations that agree in some words agree in them by no accident."""
    return shared.words >= SURE_WORDS or shared.share >= SURE_SHARE


def _speaker(given: Given) -> str | None:
    filled: list[Filling] = given.roles.get("speaker", [])
    return filled[0].identity if filled else None


def _all_speakers(given: Given) -> frozenset[str | None]:
    """Return everybody who is said to speak; None stands for who cannot be told."""
    filled: list[Filling] = given.roles.get("speaker", [])
    return frozenset(one.identity for one in filled) or frozenset({None})


def _prints_both(
    pair: tuple[int, int],
    shared: QuoteAlignment,
    given: list[Given],
    alike: Alike,
) -> bool:
    """Ask whether a document that differs in one place has the words in another.

    A paper that quotes a slogan and, elsewhere, a sentence much like it has changed
    neither.
    """
    sides = ((pair[0], pair[1], "left"), (pair[1], pair[0], "right"))
    for mine, other, side in sides:
        repeated = [
            stretch
            for n, similar in alike[mine].items()
            if given[n].document == given[other].document
            for stretch in similar.stretches
        ]
        places = [getattr(change, side) for change in shared.changes]
        if repeated and all(
            any(s.start <= at.start and at.stop <= s.stop for s in repeated)
            for at in places
        ):
            return True
    return False


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
