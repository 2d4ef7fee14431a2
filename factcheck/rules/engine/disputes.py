"""Slots in dispute: values and times first, then who gives them."""

from collections.abc import Iterator

from factcheck.comparators import Comparator
from factcheck.rules.definition.model import Compare, Rule
from factcheck.rules.engine.attestation_counts import count_attestations
from factcheck.rules.engine.attestations import Dispute, attestations_of
from factcheck.rules.engine.compile import contested
from factcheck.rules.engine.judge import Validity, judged
from factcheck.rules.engine.slot_aggregation import collapses
from factcheck.rules.engine.slot_bindings import read_slots
from factcheck.rules.engine.validity_intervals import Collapsed
from factcheck.store import FactStore


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
