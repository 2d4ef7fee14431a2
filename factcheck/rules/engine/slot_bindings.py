"""What claims put into the slots of a rule, read from the store."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.claims.day_numbers import EARLIEST, LATEST, day_of_number
from factcheck.comparators import Held
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.wording import content_words
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import TIME, WORDY, Query, fillings, keyed
from factcheck.rules.engine.conditions import fits, picked
from factcheck.store import FactStore, as_text

Key = tuple[Any, ...]

JOINT = " ⟨gap⟩ "
"""Stands between the parts of a resumed quotation."""


@dataclass(frozen=True, slots=True)
class Filling:
    """One mention in a role.

    Attributes:
        text: The words as printed.
        slot: The number of its entity, or of what it holds.
        held: The number of what it holds.
        word: What it holds, as rules compare it.
        low: The least it may be, where it is a number or a time.
        high: The most.
        entity: Who or what is meant, or None.
        name: Its display form, or None.
        value: The normalised value, or None.
    """

    text: str
    slot: int
    held: int
    word: str
    low: float | None
    high: float | None
    entity: str | None
    name: str | None
    value: Any

    @property
    def identity(self) -> str | None:
        """Who is meant, where that is sure enough to tell others apart from it.

        Resolution marks with "@" whom it left in one document because a name alone
        does not say who is meant.
        """
        return None if self.entity is None or "@" in self.entity else self.entity


Roles = dict[str, list[Filling]]
"""What fills the roles of a claim."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one claim puts into one slot.

    Attributes:
        claim: The number of the claim.
        document: The number of the document.
        held: The value.
        low: The first day on which it holds.
        high: The last day.
        day: The first day of the time the claim itself gives.
        unsure: Whether it may speak of something else.
        apart: For each separator of the rule, what the claim holds.
        roles: What fills the roles that the rule names.
    """

    claim: int
    document: int
    held: Held
    low: int = EARLIEST
    high: int = LATEST
    day: int = EARLIEST
    unsure: bool = False
    apart: tuple[frozenset[int], ...] = ()
    roles: dict[str, list[Filling]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that claims speak of.

    Attributes:
        group: The documents' group.
        key: What the claims share, in the order of the rule's `same`.
        given: What they say, in the order of the claims.
    """

    group: str
    key: Key
    given: list[Given]


def claims_in_slots(
    store: FactStore, chosen: Query
) -> Iterator[tuple[tuple[str, tuple[object, ...]], int, int]]:
    """Yield the group and key, the claim and the document of each chosen claim."""
    rows = store.select(chosen.text, chosen.values)
    groups = store.group_names(grp for grp, *_ in rows)
    for grp, claim, document, _, _, _, *keys in sorted(rows):
        yield (groups[grp], tuple(keys)), claim, document


def read_slots(rule: Rule, store: FactStore, chosen: Query) -> list[Slot]:
    """Return the slots of the chosen claims, sorted by group and key.

    *chosen* is a query of `compile`.
    """
    rows = store.select(chosen.text, chosen.values)
    groups = store.group_names(grp for grp, *_ in rows)
    store.choose(claim for _, claim, *_ in rows)
    roles = [*rule.same, *rule.apart_by, *rule.where, *rule.require]
    roles += [rule.differ] if rule.differ else []
    roles += ["speaker", "language", "setting", "modifier"]
    filled = _fillings(store, fillings(sorted(set(roles))))
    slots: dict[Key, list[Given]] = defaultdict(list)
    for grp, claim, document, low, high, unsure, *keys in sorted(rows):
        roles_of = filled.get(claim, {})
        if not fits(rule.where, roles_of):
            continue
        window = _window(rule, low, high, store.witnesses[document].published)
        apart = tuple(
            frozenset(f.slot for f in roles_of.get(role, ())) for role in rule.apart_by
        )
        wordy = _wordy(rule, roles_of)
        if wordy is None:
            continue
        for held in _held(rule, roles_of, low, high):
            given = Given(
                claim, document, held, *window, low, bool(unsure), apart, roles_of
            )
            slots[(groups[grp], *keys, *wordy)].append(given)
    return [Slot(key[0], key[1:], slots[key]) for key in sorted(slots, key=repr)]


def fillings_of(
    rule: Rule, store: FactStore, claims: Iterable[int]
) -> dict[int, Roles]:
    """Return what fills the role that must not differ, of some claims."""
    if rule.differ is None or rule.differ == TIME:
        return {}
    store.choose(claims)
    return _fillings(store, fillings([rule.differ, "modifier"]))


def held_of(rule: Rule, filled: Roles) -> list[tuple[int | None, Held]]:
    """Return what a claim holds of a rule's values, each with its number.

    None stands for all that fill the role together.
    """
    fillings = filled.get(rule.differ or "", [])
    if rule.compare and rule.compare.properties.together:
        return [(None, held) for held in _held(rule, filled, EARLIEST, LATEST)]
    held = _held(rule, filled, EARLIEST, LATEST)
    return list(zip((f.held for f in fillings), held, strict=True))


def time_held(low: int, high: int) -> Held:
    """Return a time as a value."""
    label = _days(low, high)
    return Held(label, label, float(low), float(high))


def key_words(
    rule: Rule, store: FactStore, keys: Iterable[Key]
) -> dict[Key, list[str]]:
    """Return the keys of slots in words that never change: entity ids, values."""
    names = [*keyed(rule), *(name for name in rule.same if name in WORDY)]
    keys = list(keys)
    words = store.words(
        part
        for key in keys
        for name, part in zip(names, key, strict=True)
        if isinstance(part, int) and name not in ("document", TIME)
    )

    def shown(name: str, part: Any) -> str:
        if name == "document":
            return store.witnesses[part].document
        return str(part) if name == TIME else words.get(part, str(part))

    return {
        key: [shown(name, part) for name, part in zip(names, key, strict=True)]
        for key in keys
    }


def _fillings(store: FactStore, query: Query) -> dict[int, dict[str, list[Filling]]]:
    rows = store.look_up(query.text, query.values)
    words = store.words(held for _, _, _, _, held, *_ in rows)
    known: dict[str | None, Any] = {None: None}  # few values, each many times
    filled: dict[int, dict[str, list[Filling]]] = defaultdict(lambda: defaultdict(list))
    for claim, role, text, slot, held, low, high, entity, name, value in rows:
        if value not in known:
            known[value] = json.loads(value)
        filling = Filling(
            *(as_text(text), slot, held, words[held], low, high, entity, name),
            known[value],
        )
        filled[claim][role].append(filling)
    return {claim: dict(roles) for claim, roles in filled.items()}


def _window(rule: Rule, low: int, high: int, published: int | None) -> tuple[int, int]:
    """Say when a claim holds: its own time, else around the day of publication."""
    if rule.overlap is None:
        return EARLIEST, LATEST
    open_ended = rule.of_one_event or (low == EARLIEST and high == LATEST)
    if open_ended and published is not None:
        return published - rule.overlap, published + rule.overlap
    return low, high


def _wordy(rule: Rule, filled: dict[str, list[Filling]]) -> tuple[str, ...] | None:
    """Return the words that are part of the slot; None where they say too little."""
    keys = []
    for role in rule.same:
        if role in WORDY:
            words = words_of(JOINT.join(f.text for f in filled.get(role, ())))
            if not content_words(words):
                return None
            keys.append(" ".join(word.folded for word in words))
    return tuple(keys)


def _held(
    rule: Rule, fillings: dict[str, list[Filling]], low: int, high: int
) -> list[Held]:
    if rule.differ == TIME:
        return [time_held(low, high)]
    differ = rule.differ or ""
    filled = picked(rule.where.get(differ), fillings.get(differ, []), fillings)
    if not filled:
        return []
    if rule.compare and rule.compare.properties.together:
        members = frozenset(f.identity for f in filled if f.identity)
        label = ", ".join(f.name or f.text for f in filled)
        whole = len(members) == len(filled)
        value = ", ".join(sorted(members))
        return [Held(value, label, members=members if whole else frozenset())]
    if rule.differ in WORDY:
        text = JOINT.join(f.text for f in filled)
        words = " ".join(word.folded for word in words_of(text))
        return [Held(words, text)]
    if rule.compare and rule.compare.properties.by_entity:
        return [Held(f.word, f.name or f.text, entity=f.identity) for f in filled]
    return [_single(f, fillings) for f in filled]


def _single(filling: Filling, filled: dict[str, list[Filling]]) -> Held:
    label = filling.text or filling.word
    modifier = filled.get("modifier", ())
    if filling.low is not None and modifier and modifier[0].word != "exact":
        label = f"{modifier[0].word} {label}"
    return Held(filling.word, label, filling.low, filling.high, filling.entity)


def _days(low: int, high: int) -> str:
    if low == high:
        return day_of_number(low)
    first = "…" if low <= EARLIEST else day_of_number(low)
    last = "…" if high >= LATEST else day_of_number(high)
    if first.endswith("-01-01") and last == first[:4] + "-12-31":
        return first[:4]
    return f"{first} to {last}"
