"""Who gives the values in dispute, counted by the store."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.claims.days import EARLIEST, LATEST
from factcheck.comparators import Held
from factcheck.rules.collapse import MOST_CLAIMS
from factcheck.rules.collapse import voices as voices_query
from factcheck.rules.compile import TIME
from factcheck.rules.given import Given, Roles, fillings_of, held_of
from factcheck.rules.judge import Accused, Disagreement, Value, class_of
from factcheck.rules.model import Rule
from factcheck.rules.voices import Dispute, Heard, Voices, shown
from factcheck.store import FactStore, Row, as_text


class _Voice(NamedTuple):
    """A row of the answer to who gives a value; only some claims are shown."""

    heard: Heard | None
    source: str
    origin: str
    unsure: bool


class Part(NamedTuple):
    """A value of a slot in dispute; *accused* is None where it contradicts none."""

    slot: int
    value: Value
    accused: Accused | None


def hear(
    rule: Rule, store: FactStore, found: list[tuple[Row, Disagreement]]
) -> list[Dispute]:
    """Ask the store who gives the values in dispute.

    Args:
        rule: The rule.
        store: What is judged.
        found: A row of `stretches` for each slot, and what its documents disagree in.
    """
    parts: list[Part] = []
    laid: list[tuple[Row, Disagreement, list[list[int]], list[int]]] = []
    for row, disagreement in found:
        variants: list[list[int]] = []
        for variant in disagreement.variants:
            variants.append(_numbers_of(parts, variant))
            parts += [Part(row[0], accused.value, accused) for accused in variant]
        rest = _numbers_of(parts, disagreement.compatible)
        parts += [Part(row[0], value, None) for value in disagreement.compatible]
        laid.append((row, disagreement, variants, rest))
    heard = _ask(rule, store, parts)
    groups = store.group_names(row[1] for row, *_ in laid)
    return [
        Dispute(
            groups[row[1]],
            tuple(row[14:]),
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


def _ask(rule: Rule, store: FactStore, parts: list[Part]) -> dict[int, list[_Voice]]:
    """Return the voices of each part."""
    if not parts:
        return {}
    store.contest(row for n, part in enumerate(parts) for row in _contest(n, *part))
    query = voices_query(rule)
    rows = store.select(query.text, query.values)
    claims = {row[1] for row in rows if row[4] <= MOST_CLAIMS}
    filled = fillings_of(rule, store, claims)
    heard: dict[int, list[_Voice]] = defaultdict(list)
    for part, claim, document, turn, place, unsure, first, source, origin in rows:
        one = None
        if place <= MOST_CLAIMS:
            value = parts[part][1]
            held = _held(rule, value, filled.get(claim, {}))
            given = Given(claim, document, held, 0, 0, 0, bool(unsure), (), {})
            one = Heard(given, bool(first), turn)
        heard[part].append(_Voice(one, as_text(source), as_text(origin), bool(unsure)))
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


def _numbers_of(parts: Sequence[object], some: Sequence[object]) -> list[int]:
    """Return the numbers that some more parts will have."""
    return list(range(len(parts), len(parts) + len(some)))


def _contest(
    part: int, slot: int, value: Value, accused: Accused | None
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
            yield part, slot, *stretch.cell, stretch.separator, source, low, high


def _joined(heard: dict[int, list[_Voice]], parts: Sequence[int]) -> Voices:
    """Join the voices of the values of one variant."""
    told = [voice for part in parts for voice in heard[part]]
    return Voices(
        shown([voice.heard for voice in told if voice.heard]),
        tuple(sorted({voice.source for voice in told})),
        tuple(sorted({voice.origin for voice in told})),
        any(voice.unsure for voice in told),
    )
