"""Who gives a value: a few claims to show, and every source and origin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.rules.engine.slot_aggregation import MOST_CLAIMS
from factcheck.rules.engine.slot_bindings import Given
from factcheck.store import Witness


@dataclass(frozen=True, slots=True)
class Attestations:
    """Everybody who gives one variant.

    Attributes:
        given: What the claims that are shown say, those of the first value first.
        sources: The outlets of all claims, sorted.
        origins: Where all of their texts really come from, sorted.
        unsure: Whether any claim may speak of something else.
    """

    given: tuple[Given, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot in which two documents disagree.

    Attributes:
        group: The group of the documents.
        key: What the claims share, in the order of the rule's `same`.
        variants: What cannot stand side by side, with the value that names each.
        compatible: Other values of the slot.
        certain: False where values only may differ.
    """

    group: str
    key: tuple[object, ...]
    variants: list[tuple[str, Attestations]]
    compatible: list[tuple[str, Attestations]]
    certain: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim that is shown, and what its place among others depends on.

    Attributes:
        given: What it says.
        first: Whether its document comes before others.
        turn: Which claim of its source it is, counted from 1.
    """

    given: Given
    first: bool
    turn: int


def attestations_of(
    given: Iterable[Given], witnesses: Mapping[int, Witness]
) -> Attestations:
    """Return the attestations of claims that are all at hand."""
    given = list(given)
    tellers = [witnesses[one.document] for one in given]
    turns: dict[str, set[int]] = {}
    ordered = sorted(range(len(given)), key=lambda n: given[n].claim)
    heard = {}
    ranked = sorted(ordered, key=lambda n: not tellers[n].first)
    for n in ranked:
        counted = turns.setdefault(tellers[n].source, set())
        counted.add(given[n].claim)
        heard[n] = Heard(given[n], bool(tellers[n].first), len(counted))
    return Attestations(
        shown([heard[n] for n in range(len(given))]),
        tuple(sorted({witness.source for witness in tellers})),
        tuple(sorted({witness.origin for witness in tellers})),
        any(one.unsure for one in given),
    )


def shown(heard: Sequence[Heard]) -> tuple[Given, ...]:
    """Choose the claims that a variant shows: at most `MOST_CLAIMS`.

    Documents that come first, then the first claim of every source, then the second,
    and so on. The first claim of the first value is always among them: it names the
    variant.
    """
    if len({one.given.claim for one in heard}) <= MOST_CLAIMS:
        return tuple(one.given for one in heard)
    ranked = sorted(heard, key=lambda h: (not h.first, h.turn, h.given.claim))
    chosen = {heard[0].given.claim}
    for one in ranked:
        if len(chosen) < MOST_CLAIMS:
            chosen.add(one.given.claim)
    return tuple(one.given for one in heard if one.given.claim in chosen)
