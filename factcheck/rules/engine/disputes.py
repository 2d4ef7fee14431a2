"""Slots in dispute: values and times first, then who gives them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claims.batches import batched_by_weight
from factcheck.claims.day_numbers import EARLIEST, LATEST
from factcheck.comparators import Comparator, Held
from factcheck.rules.definition.rule import Compare, Rule
from factcheck.rules.engine.attestations import (
    Attestations,
    Dispute,
    Heard,
    attestations_of,
    shown,
)
from factcheck.rules.engine.compile import TIME, contested
from factcheck.rules.engine.judge import (
    Accused,
    Disagreement,
    Validity,
    Value,
    class_of,
    judged,
)
from factcheck.rules.engine.slot_aggregation import (
    MOST_CLAIMS,
    ValueRow,
    VoiceRow,
    collapses,
)
from factcheck.rules.engine.slot_aggregation import voices as voices_query
from factcheck.rules.engine.slot_bindings import (
    Given,
    Roles,
    fillings_of,
    held_of,
    read_slots,
)
from factcheck.rules.engine.validity_intervals import Collapsed
from factcheck.store import MOST_KEYS, FactStore, Row, as_shared

CLAIMS = 5_000
"""Claims whose roles are read together."""

Slot = tuple[int, ...]
"""The group and the keys of a slot, as many as `judged_contest` has."""


class _CountedAttestations:
    """What is heard of one part, while rows come in."""

    def __init__(self) -> None:
        self.rows: list[VoiceRow] = []
        self.heard: list[Heard] = []
        self.sources: set[str] = set()
        self.origins: list[str] = []
        self.unsure = False

    def add(self, rule: Rule, value: Value, filled: Mapping[int, Roles]) -> None:
        """Turn rows into what the claims say, by what fills their roles."""
        for row in self.rows:
            held = _held(rule, value, filled.get(row.claim, {}))
            given = Given(row.claim, row.document, held, unsure=bool(row.unsure))
            self.heard.append(Heard(given, bool(row.ahead), row.turn))
        self.rows.clear()


class SlotPart(NamedTuple):
    """A value of a slot in dispute; *accused* is None where it contradicts none."""

    slot: Slot
    value: Value
    accused: Accused | None


def count_attestations(
    rule: Rule, store: FactStore, disputed: list[tuple[ValueRow, Disagreement]]
) -> list[Dispute]:
    """Ask the store who gives the values in dispute.

    *disputed* has a row of `stretches` for each slot, and what its documents disagree
    in.
    """
    parts: list[SlotPart] = []
    laid: list[tuple[ValueRow, Disagreement, list[list[int]], list[int]]] = []
    for row, disagreement in disputed:
        slot = slot_of_row(row)
        variants: list[list[int]] = []
        for variant in disagreement.variants:
            variants.append(_numbers_of(parts, variant))
            parts += [SlotPart(slot, accused.value, accused) for accused in variant]
        rest = _numbers_of(parts, disagreement.compatible)
        parts += [SlotPart(slot, value, None) for value in disagreement.compatible]
        laid.append((row, disagreement, variants, rest))
    heard = _ask(rule, store, parts)
    groups = store.group_names(row.group for row, *_ in laid)
    return [
        Dispute(
            groups[row.group],
            row.keys,
            [
                (some[0].value.held.value, _joined(heard, numbers))
                for some, numbers in zip(d.variants, variants, strict=True)
            ],
            [
                (value.held.value, _joined(heard, [number]))
                for value, number in zip(d.compatible, rest, strict=True)
            ],
            d.certain,
        )
        for row, d, variants, rest in laid
    ]


def _ask(
    rule: Rule, store: FactStore, parts: list[SlotPart]
) -> dict[int, _CountedAttestations]:
    """Return the attestations of each part."""
    if not parts:
        return {}
    store.contest(row for n, part in enumerate(parts) for row in _contest(n, *part))
    query = voices_query(rule)
    heard: dict[int, _CountedAttestations] = defaultdict(_CountedAttestations)
    for row in map(VoiceRow._make, store.rows(query.text, query.values)):
        counted = heard[row.part]
        counted.unsure |= bool(row.unsure)
        counted.sources.add(as_shared(row.source))
        counted.origins.append(as_shared(row.origin))
        if row.rank <= MOST_CLAIMS:
            counted.rows.append(row)
    for some in batched_by_weight(heard, lambda part: len(heard[part].rows), CLAIMS):
        filled = fillings_of(
            rule, store, {row.claim for part in some for row in heard[part].rows}
        )
        for part in some:
            heard[part].add(rule, parts[part].value, filled)
    return heard


def _held(rule: Rule, value: Value, filled: Roles) -> Held:
    """Return a value as a claim prints it."""
    if rule.differ == TIME:
        return value.held
    wanted = class_of(value.held)
    for _, held in held_of(rule, filled):
        if class_of(held) == wanted:
            return held
    return value.held


def slot_of_row(row: ValueRow) -> Slot:
    """Return group and keys of a row of `stretches`."""
    return row.group, *row.keys, *[0] * (MOST_KEYS - len(row.keys))


def _numbers_of(parts: Sequence[object], some: Sequence[object]) -> list[int]:
    """Return the numbers that some more parts will have."""
    return list(range(len(parts), len(parts) + len(some)))


def _contest(
    part: int, slot: Slot, value: Value, accused: Accused | None
) -> Iterator[Row]:
    """Yield when the claims of a value are in dispute, for `judged_contest`."""
    seen = set()
    for stretch in value.stretches:
        source = 0
        if accused is not None and accused.sources is not None:
            if stretch.source not in accused.sources:
                continue
            source = stretch.source
        if (key := (stretch.cell, stretch.separator, source)) in seen:
            continue
        seen.add(key)
        times = [(EARLIEST, LATEST)]
        if accused is not None:
            times = accused.against(stretch.apart)
        for low, high in times:
            yield part, *slot, *stretch.cell, stretch.separator, source, low, high


def _joined(
    heard: dict[int, _CountedAttestations], parts: Sequence[int]
) -> Attestations:
    """Join the attestations of the values of one variant."""
    counted = [heard[part] for part in parts]
    return Attestations(
        shown([one for some in counted for one in some.heard]),
        tuple(sorted(set().union(*(some.sources for some in counted)))),
        tuple(sorted(set().union(*(some.origins for some in counted)))),
        any(some.unsure for some in counted),
    )


def disputes(
    rule: Rule, store: FactStore, comparator: Comparator, compare: Compare
) -> list[Dispute]:
    """Return the slots of a rule in which two documents disagree."""
    if collapses(rule):
        read = Collapsed(rule, store, comparator, compare)
        return count_attestations(rule, store, read.judged())
    return list(claim_by_claim(rule, store, comparator, compare))


def claim_by_claim(
    rule: Rule, store: FactStore, comparator: Comparator, compare: Compare
) -> Iterator[Dispute]:
    """Read every claim of the slots: for what SQL cannot tell."""
    witnesses = store.witnesses
    for slot in read_slots(rule, store, contested(rule)):
        numbers: dict[str, int] = {}
        read = [
            Validity(
                one.held,
                one.low,
                one.high,
                one.apart,
                source=numbers.setdefault(
                    witnesses[one.document].source, len(numbers) + 1
                ),
                lone=one.document,
                given=one,
            )
            for one in slot.given
        ]
        disagreement = judged(read, comparator, compare)
        if disagreement is None:
            continue
        variants = [
            attestations_of((s.given for a in variant for s in a.disputed()), witnesses)
            for variant in disagreement.variants
        ]
        rest = [
            attestations_of((s.given for s in v.stretches), witnesses)
            for v in disagreement.compatible
        ]
        yield Dispute(
            slot.group,
            slot.key,
            [
                (some[0].value.held.value, v)
                for some, v in zip(disagreement.variants, variants, strict=True)
            ],
            [
                (value.held.value, v)
                for value, v in zip(disagreement.compatible, rest, strict=True)
            ],
            disagreement.certain,
        )
