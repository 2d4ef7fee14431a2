"""Find out whether the values of a slot can stand side by side."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from factcheck.claims.day_numbers import EARLIEST, LATEST
from factcheck.comparators import Comparator, Held
from factcheck.lexicons import Verdict
from factcheck.rules.definition.rule import Compare

MOST_VALUES = 400
"""Distinct values of one slot that are compared: those most claims give."""

Times = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Validity:
    """A stretch of time for which some documents give one value.

    Attributes:
        held: The value.
        low: The first day.
        high: The last day.
        apart: What keeps these claims apart from others, by separator of the rule.
        cell: The number of the value, and the least and most it may be.
        separator: What `apart` was read from.
        source: The number of the source, where it matters; else 0.
        bit: A bit for the value; 0 where there are too many.
        mixed: The bits of all values that each of the documents gives, if several.
        lone: The number of the document, where it stands by itself; else 0.
        claims: How many claims there are.
        given: The claim, where each claim is read by itself.
    """

    held: Held
    low: int
    high: int
    apart: tuple[frozenset[int], ...]
    cell: tuple[int, float, float] = (0, 0, -1)
    separator: int = 0
    source: int = 0
    bit: int = 0
    mixed: int = 0
    lone: int = 0
    claims: int = 1
    given: Any = None


class Value:
    """Everybody who gives one value."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.stretches: list[Validity] = []
        self.bits = 0
        self.lone: set[int] = set()
        self.claims = 0

    def add(self, stretch: Validity) -> None:
        """Count a stretch in."""
        self.stretches.append(stretch)
        self.bits |= stretch.bit
        self.claims += stretch.claims
        if stretch.lone:
            self.lone.add(stretch.lone)

    def without(self, other: "Value") -> list[Validity]:
        """Return what is said by documents that do not give another value too."""
        return [
            stretch
            for stretch in self.stretches
            if not stretch.mixed & other.bits and stretch.lone not in other.lone
        ]


class Accused(NamedTuple):
    """A value that cannot stand beside others.

    Attributes:
        value: The value.
        times: By what keeps claims apart: when one of those others is given.
        sources: The sources that are accused; None for all.
    """

    value: Value
    times: dict[tuple[frozenset[int], ...], Times]
    sources: frozenset[int] | None = None

    def against(self, apart: tuple[frozenset[int], ...]) -> Times:
        """Return when others are given from whom such claims are not kept apart."""
        return _islands(
            [
                time
                for besides, times in self.times.items()
                if not separated(apart, besides)
                for time in times
            ]
        )

    def disputed(self) -> list[Validity]:
        """Return the stretches that really disagree with somebody."""
        return [
            stretch
            for stretch in self.value.stretches
            if (self.sources is None or stretch.source in self.sources)
            and _overlap([(stretch.low, stretch.high)], self.against(stretch.apart))
        ]


class Disagreement(NamedTuple):
    """What a slot is reported for.

    Attributes:
        variants: What cannot stand side by side, each with the values it joins.
        compatible: Other values of the slot.
        certain: False where values only may differ.
    """

    variants: list[list[Accused]]
    compatible: list[Value]
    certain: bool = True


def judged(
    read: Sequence[Validity], comparator: Comparator, compare: Compare
) -> Disagreement | None:
    """Return what a rule reports a slot for, or None."""
    if compare.properties.one_sided:
        return vaguer(read, comparator)
    return judge(read, comparator, compare.doubt is not None)


def judge(
    stretches: Iterable[Validity], comparator: Comparator, unknown: bool = False
) -> Disagreement | None:
    """Return the disagreement of a slot, or None where there is none.

    Two documents disagree when one gives a value that conflicts with one of the other,
    and neither gives the other's value as well: a report that says "12, later 15"
    agrees with both. With *unknown* values that only may differ are returned too.
    """
    values = _values(stretches, comparator)
    if len(values) < 2:
        return None
    if len(values) > MOST_VALUES:
        frequent = sorted(values, key=lambda v: -v.claims)[:MOST_VALUES]
        values = [value for value in values if value in frequent]
    _share_bearers(values)
    conflicts: list[tuple[Value, Value]] = []
    doubts: list[tuple[Value, Value]] = []
    for left, right in combinations(values, 2):
        verdict = comparator.compare(left.held, right.held)
        if verdict is Verdict.COMPATIBLE or (
            verdict is Verdict.UNKNOWN and not unknown
        ):
            continue
        if _cross(left.without(right), right.without(left)):
            (conflicts if verdict is Verdict.CONFLICT else doubts).append((left, right))
    pairs = conflicts or doubts
    if not pairs:
        return None
    rivals: dict[int, list[Value]] = defaultdict(list)
    for left, right in pairs:
        rivals[id(left)].append(right)
        rivals[id(right)].append(left)
    accused = [value for value in values if id(value) in rivals]
    variants = [
        [
            Accused(v, _by_separator(s for r in rivals[id(v)] for s in r.stretches))
            for v in members
        ]
        for members in _cluster(accused, comparator)
    ]
    rest = [value for value in values if id(value) not in rivals]
    return Disagreement(variants, rest, bool(conflicts))


def vaguer(
    stretches: Sequence[Validity], comparator: Comparator
) -> Disagreement | None:
    """Find the sources that only give something broader than another source does.

    A source that gives the specific value anywhere is not vague; nor is one that speaks
    of what the rule keeps apart, or of a time before or after.
    """
    by_source: dict[int, set[str]] = defaultdict(set)
    for stretch in stretches:
        by_source[stretch.source].add(stretch.held.value)
    values = _values(stretches, comparator)
    for exact in values:
        vague = frozenset(
            source
            for source, given in by_source.items()
            if all(comparator.is_broader(one, exact.held.value) for one in given)
        )
        if not vague:
            continue
        times = {
            apart: [(given[0][0], given[-1][1])]
            for apart, given in _by_separator(exact.stretches).items()
        }
        held = [Accused(value, times, vague) for value in values]
        accused = [one for one in held if one.disputed()]
        if accused:
            disputed = [stretch for one in accused for stretch in one.disputed()]
            always = {stretch.apart: [(EARLIEST, LATEST)] for stretch in disputed}
            taken = {id(exact), *(id(one.value) for one in accused)}
            rest = [value for value in values if id(value) not in taken]
            return Disagreement([[Accused(exact, always)], accused], rest)
    return None


def class_of(held: Held) -> Any:
    """Return what equal values share."""
    if held.members:
        return held.members
    return held.value if held.low is None else (held.low, held.high)


def _values(stretches: Iterable[Validity], comparator: Comparator) -> list[Value]:
    """Collect equal values, the one that says most first."""
    values: dict[Any, Value] = {}
    for one in stretches:
        values.setdefault(class_of(one.held), Value(one.held)).add(one)
    return sorted(values.values(), key=lambda v: comparator.precision(v.held))


def _share_bearers(values: Iterable[Value]) -> None:
    """Let a document that names somebody in one way count as naming them in all."""
    by_entity: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        if value.held.entity is not None:
            by_entity[value.held.entity].append(value)
    for same in by_entity.values():
        bits, lone = 0, set[int]()
        for value in same:
            bits |= value.bits
            lone |= value.lone
        for value in same:
            value.bits, value.lone = bits, lone


def _cross(left: list[Validity], right: list[Validity]) -> bool:
    """Ask whether any claim on the left may conflict with any on the right."""
    ours, theirs = _by_separator(left), _by_separator(right)
    return any(
        _overlap(some, others)
        for apart, some in ours.items()
        for besides, others in theirs.items()
        if not separated(apart, besides)
    )


def _by_separator(
    stretches: Iterable[Validity],
) -> dict[tuple[frozenset[int], ...], Times]:
    """Merge the times of claims that are separated alike."""
    times: dict[tuple[frozenset[int], ...], Times] = defaultdict(list)
    for one in stretches:
        times[one.apart].append((one.low, one.high))
    return {apart: _islands(spans) for apart, spans in times.items()}


def _islands(times: Times) -> Times:
    merged: Times = []
    for low, high in sorted(times):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _overlap(left: Times, right: Times) -> bool:
    ends = [high for _, high in right]
    for low, high in left:
        at = bisect_left(ends, low)
        if at < len(right) and right[at][0] <= high:
            return True
    return False


def separated(
    left: tuple[frozenset[int], ...], right: tuple[frozenset[int], ...]
) -> bool:
    """Ask whether what claims hold keeps them apart: soldiers are no civilians."""
    return any(a and b and not a & b for a, b in zip(left, right, strict=True))


def _cluster(accused: list[Value], comparator: Comparator) -> list[list[Value]]:
    """Put values that are compatible into one variant, under the most exact of them."""
    clusters: list[list[Value]] = []
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
