"""How wordings of one quotation are laid out: which two come first, what differs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from factcheck.comparators.quotation_words import OPEN, Word, words_of
from factcheck.comparators.quoted import QuoteAlignment
from factcheck.comparators.wording import is_content, is_exact, is_respelled, is_slight
from factcheck.findings import Severity
from factcheck.rules.definition.rule import Rule

SHORT = 4
"""Words in common from which on two quotations are one for certain."""

ONE_TRANSLATION, PER_CHANGE = 20, 10
"""Words in common, in all and for each change, that two translators do not share."""

Changed = dict[tuple[int, int], QuoteAlignment]
"""Pairs of quotations, by number, that differ in words."""


class SimilarQuotations(NamedTuple):
    """What a quotation shares word for word with another.

    Attributes:
        stretches: The words of the quotation that the other prints too.
        sure: Whether so many of them are no accident.
    """

    stretches: tuple[slice, ...]
    sure: bool


def most_telling(
    variants: list[list[int]], changed: Changed
) -> tuple[list[list[int]], tuple[int, int] | None]:
    """Put the two variants first that differ in the most telling words.

    Returns the variants and one quotation of each of these two; None where the two
    longest are told apart by others alone.
    """
    pairs = [
        (_weight(changed[in_order(n, m)]), (a, b), (n, m))
        for a, b in combinations(range(len(variants)), 2)
        for n in variants[a]
        for m in variants[b]
        if in_order(n, m) in changed
    ]
    if not pairs:
        return variants, None
    _, (a, b), pair = max(pairs, key=lambda scored: scored[0])
    rest = [variant for n, variant in enumerate(variants) if n not in (a, b)]
    return [variants[a], variants[b], *rest], pair


def _weight(shared: QuoteAlignment) -> tuple[int, int]:
    """Sort by telling changes first; of two alike the one with fewer little changes."""
    slight = sum(is_slight(c.before, c.after) for c in shared.changes)
    return len(shared.changes) - slight, -slight


def severity_of(
    rule: Rule,
    members: list[int],
    changed: Changed,
    words: Sequence[tuple[Word, ...]],
    translated: Callable[[int, int], bool],
) -> Severity:
    """Return the severity of what matters most among the changes.

    Little words matter less, least of all where one is only moved or repeated, and a
    foreign name that is written in another way. So do
    other words of what was translated, unless a number, a name or a negation differs,
    short phrases, and sentences in other words throughout: the other may be another
    thing said at the same time.
    """
    slight = rule.compare.slight if rule.compare else None
    if slight is None:
        return rule.severity
    grades = []
    for (n, m), shared in _among(members, changed):
        pairs = [(change.before, change.after) for change in shared.changes]
        if all(is_respelled(*pair) for pair in pairs):
            grades.append(Severity.NOTE)
        elif all(is_slight(*pair) or is_respelled(*pair) for pair in pairs):
            same = _is_moved(shared, words[n], words[m]) or _is_repeated(
                shared, words[n], words[m]
            )
            grades.append(Severity.NOTE if same else slight)
        elif (shared.words < SHORT or not shared.share) or (
            translated(n, m)
            and not _is_one_translation(shared)
            and not any(is_exact(*pair) for pair in pairs)
        ):
            grades.append(slight)
        else:
            grades.append(rule.severity)
    return min(grades, key=lambda grade: grade.rank)


def _is_one_translation(shared: QuoteAlignment) -> bool:
    """Ask whether so much agrees that two translators would not have agreed in it."""
    per_change = PER_CHANGE * len(shared.changes)
    return shared.words >= max(ONE_TRANSLATION, per_change)


def _is_moved(
    shared: QuoteAlignment, left: tuple[Word, ...], right: tuple[Word, ...]
) -> bool:
    """Ask whether the sentences hold the same words in another order."""
    ours, theirs = (
        Counter(word.folded for part in parts for word in words[_sentence(words, part)])
        for words, parts in ((left, shared.left), (right, shared.right))
    )
    return ours == theirs


def _sentence(words: tuple[Word, ...], part: slice) -> slice:
    """Return the whole sentences that a stretch of words lies in."""
    start, stop = part.start, part.stop
    while start and not words[start - 1].ends and words[start - 1].folded not in OPEN:
        start -= 1
    while stop < len(words) and not words[stop - 1].ends:
        if words[stop].folded in OPEN:
            break
        stop += 1
    return slice(start, stop)


def _is_repeated(
    shared: QuoteAlignment, left: tuple[Word, ...], right: tuple[Word, ...]
) -> bool:
    """Ask whether words were only printed twice: "in the the harbour"."""
    for change in shared.changes:
        side, place = (left, change.left) if change.before else (right, change.right)
        size = place.stop - place.start
        around = (
            slice(place.start - size, place.start),
            slice(place.stop, place.stop + size),
        )
        twice = [word.folded for word in side[place]]
        if change.before and change.after:
            return False
        if all(
            [word.folded for word in side[at]] != twice
            for at in around
            if at.start >= 0
        ):
            return False
    return True


def disputed_parts(
    members: list[int],
    changed: Changed,
    places: list[tuple[int, ...]],
) -> dict[int, set[int]]:
    """Return the parts of resumed quotations in which words differ."""
    parts: dict[int, set[int]] = defaultdict(set)
    for pair, shared in _among(members, changed):
        for change in shared.changes:
            for n, at in zip(pair, (change.left, change.right), strict=True):
                parts[n] |= set(places[n][at] or places[n][max(0, at.start - 1) :][:2])
    return parts


def _among(
    members: list[int], changed: Changed
) -> Iterator[tuple[tuple[int, int], QuoteAlignment]]:
    """Yield the pairs of some quotations that differ, and in what."""
    inside = set(members)
    return ((pair, shared) for pair, shared in changed.items() if inside >= {*pair})


def add_excerpts(
    variants: list[list[int]],
    members: list[int],
    alike: dict[int, dict[int, SimilarQuotations]],
    changed: Changed,
) -> None:
    """Let those who print the disputed words of one variant stand with it.

    A part that agrees with two variants says nothing about where they differ, and
    neither does another sentence of the same quotation.
    """
    disputed: dict[int, list[slice]] = defaultdict(list)
    for pair, shared in _among(members, changed):
        for change in shared.changes:
            disputed[pair[0]].append(change.left)
            disputed[pair[1]].append(change.right)
    outside = {
        m
        for n in members
        for m, similar in alike[n].items()
        if similar.sure and _holds(similar, disputed[n])
    }
    for m in sorted(outside - set(members)):
        sure = {n for n, similar in alike[m].items() if similar.sure}
        fitting = [variant for variant in variants if sure & set(variant)]
        if len(fitting) == 1:
            fitting[0].append(m)


def _holds(similar: SimilarQuotations, places: list[slice]) -> bool:
    return any(
        part.start <= place.start and place.stop <= part.stop
        for part in similar.stretches
        for place in places
    )


def changed_words(members: list[int], changed: Changed) -> list[str]:
    """Return what identifies the disagreement: the words that were changed."""
    words = {
        word
        for _, shared in _among(members, changed)
        for change in shared.changes
        for word in (change.before, change.after)
    }
    return sorted(words)


def diff_of(
    pair: tuple[int, int], variants: list[list[int]], changed: Changed
) -> tuple[tuple[str, str], ...]:
    """Return every change of words once, the most telling first.

    First come the changes between two quotations, then others between the first two
    variants, then what each further one prints instead of the words of an earlier one.
    """
    changes = list(_changes_of(pair, changed))
    for at, variant in enumerate(variants[1:], start=1):
        for earlier in variants[:at]:
            near = [(n, m) for n in earlier for m in variant]
            near = [other for other in near if in_order(*other) in changed]
            for other in near:
                changes += _changes_of(other, changed)
            if near:
                break
    once = {tuple(map(_folded, change)): change for change in reversed(changes)}
    distinct = reversed(once.values())
    return tuple(sorted(distinct, key=lambda change: _rank(*change)))


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(text))


def _changes_of(pair: tuple[int, int], changed: Changed) -> Iterator[tuple[str, str]]:
    turned = pair != in_order(*pair)
    for change in changed[in_order(*pair)].changes:
        both = change.before, change.after
        yield both[::-1] if turned else both


def _rank(before: str, after: str) -> int:
    """Put numbers, negations and words that say something before little words."""
    if is_slight(before, after):
        return 2
    folded = {word.folded for side in (before, after) for word in words_of(side)}
    telling = any(is_content(word) or word == "not" for word in folded)
    return 0 if telling else 1


def in_order(n: int, m: int) -> tuple[int, int]:
    """Return the key of two quotations among those that changed."""
    return (n, m) if n < m else (m, n)
