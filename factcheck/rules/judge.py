"""Find out whether the claims of a slot can stand side by side."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Any, NamedTuple

from factcheck.comparators import Comparator, Held
from factcheck.lexicons import Verdict
from factcheck.rules.given import Given

MOST_VALUES = 400
"""Distinct values of one slot that are compared: those most documents give."""


class Disagreement(NamedTuple):
    """What a slot is reported for.

    Attributes:
        variants: What cannot stand side by side, each with who says it.
        compatible: Other values of the slot.
        certain: False where values only may differ.
    """

    variants: list[list[Given]]
    compatible: list[list[Given]]
    certain: bool = True


class _Class:
    """Everybody who gives one value."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.given: list[Given] = []

    @property
    def documents(self) -> set[int]:
        return {given.document for given in self.given}


def judge(
    given: Iterable[Given], comparator: Comparator, unknown: bool = False
) -> Disagreement | None:
    """Return the disagreement of a slot, or None where there is none.

    Two documents disagree when one gives a value that conflicts with one of the other,
    and neither gives the other's value as well: a report that says "12, later 15"
    agrees with both. With *unknown* values that only may differ are returned too.
    """
    classes = _classes(given, comparator)
    if len(classes) < 2:
        return None
    if len(classes) > MOST_VALUES:
        frequent = sorted(classes, key=lambda c: -len(c.documents))[:MOST_VALUES]
        classes = [c for c in classes if c in frequent]
    conflicts: list[tuple[_Class, _Class]] = []
    doubts: list[tuple[_Class, _Class]] = []
    for left, right in combinations(classes, 2):
        verdict = comparator.compare(left.held, right.held)
        if verdict is Verdict.COMPATIBLE or (
            verdict is Verdict.UNKNOWN and not unknown
        ):
            continue
        if _meet(left, right):
            (conflicts if verdict is Verdict.CONFLICT else doubts).append((left, right))
    pairs = conflicts or doubts
    if not pairs:
        return None
    accused = [c for c in classes if any(c in pair for pair in pairs)]
    rivals = {
        id(c): [b if c is a else a for a, b in pairs if c in (a, b)] for c in accused
    }
    variants = [
        [g for c in members for g in _disputed(c, rivals[id(c)])]
        for members in _cluster(accused, comparator)
    ]
    rest = [c.given for c in classes if c not in accused]
    return Disagreement(variants, rest, bool(conflicts))


def _classes(given: Iterable[Given], comparator: Comparator) -> list[_Class]:
    """Collect equal values, the one that says most first."""
    classes: dict[Any, _Class] = {}
    for one in given:
        held = one.held
        same = held.members or (
            held.value if held.low is None else (held.low, held.high)
        )
        classes.setdefault(same, _Class(held)).given.append(one)
    return sorted(classes.values(), key=lambda c: comparator.precision(c.held))


def _meet(left: _Class, right: _Class) -> bool:
    """Ask whether two documents that do not agree speak of one thing and time."""
    both = left.documents & right.documents
    return _cross(
        [given for given in left.given if given.document not in both],
        [given for given in right.given if given.document not in both],
    )


def _cross(left: list[Given], right: list[Given]) -> bool:
    """Ask whether any claim on the left may conflict with any on the right."""
    ours, theirs = _by_separator(left), _by_separator(right)
    return any(
        _overlap(some, others)
        for apart, some in ours.items()
        for besides, others in theirs.items()
        if not _separated(apart, besides)
    )


def _by_separator(
    given: list[Given],
) -> dict[tuple[frozenset[int], ...], list[tuple[int, int]]]:
    """Merge the times of claims that are separated alike."""
    times: dict[tuple[frozenset[int], ...], list[tuple[int, int]]] = defaultdict(list)
    for one in given:
        times[one.apart].append((one.low, one.high))
    return {apart: _islands(found) for apart, found in times.items()}


def _islands(times: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(times):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _overlap(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> bool:
    ends = [high for _, high in right]
    for low, high in left:
        at = bisect_left(ends, low)
        if at < len(right) and right[at][0] <= high:
            return True
    return False


def _separated(
    left: tuple[frozenset[int], ...], right: tuple[frozenset[int], ...]
) -> bool:
    return any(a and b and not a & b for a, b in zip(left, right, strict=True))


def _disputed(accused: _Class, rivals: list[_Class]) -> list[Given]:
    """Return who of a class really disagrees with somebody."""
    against = [given for rival in rivals for given in rival.given]
    theirs = _by_separator(against)
    return [
        given
        for given in accused.given
        if any(
            _overlap([(given.low, given.high)], times)
            for apart, times in theirs.items()
            if not _separated(given.apart, apart)
        )
    ]


def _cluster(accused: list[_Class], comparator: Comparator) -> list[list[_Class]]:
    """Put values that are compatible into one variant, under the most exact of them."""
    clusters: list[list[_Class]] = []
    for one in accused:
        for cluster in clusters:
            if all(
                comparator.compare(one.held, member.held) is Verdict.COMPATIBLE
                for member in cluster
            ):
                cluster.append(one)
                break
        else:
            clusters.append([one])
    return clusters
