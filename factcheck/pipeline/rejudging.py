"""Judge again after a change, and nothing that the change does not touch.

A slot is touched when a claim in it came, went, or now means something else. Touched
slots are judged by the same rules over the same claims as in a whole judgement; all
others keep what was found in them. Where what is touched cannot be told beforehand, or
is much, nothing is decided here: `TooMuch` sends the caller the whole way.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims.extraction import Extraction
from factcheck.findings import Finding
from factcheck.pipeline.check_cache import unpack_agreed, unpack_finding
from factcheck.pipeline.corroboration import Corroborated, in_order, tellers_of
from factcheck.pipeline.keeping import (
    Identities,
    agreed_rows,
    documents_kept,
    finding_rows,
)
from factcheck.pipeline.relinking import (
    Standing,
    happenings_anew,
    identified,
    linked_anew,
    linked_otherwise,
    origins_anew,
    portraits_of,
)
from factcheck.pipeline.said import (
    AGREED,
    quotations_meet,
    said_rows,
    shortened,
    turned_common,
)
from factcheck.resolution.entities import Aliases, Portrait
from factcheck.rules import Fact, Rule, run_rules
from factcheck.rules.engine.compile import keyed
from factcheck.rules.engine.run import Findings
from factcheck.rules.engine.slot_bindings import Key
from factcheck.rules.engine.slots import (
    WORDS,
    SlotWords,
    has_slots,
    is_near,
    is_wordy,
    slots_at_hand,
)
from factcheck.store import FactStore
from factcheck.store.kept import Kept, KeptTold
from factcheck.store.working_tables import Links

SHARE = 10
"""Where more than one document in so many is touched, all are judged."""


class TooMuch(Exception):  # noqa: N818 (no error: the whole way is open)
    """So much is touched that judging everything is simpler."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touches, seen before it or after it.

    Attributes:
        slots: By rule, its touched slots and their keys.
        said: What touched claims say that others may say alike.
        meeting: Rules whose quotations may be others in other words.
        rows: By rule, how many of them have each row of words.
    """

    slots: dict[str, dict[SlotWords, Key]] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    meeting: set[str] = field(default_factory=set)
    rows: dict[str, Counter[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Anew:
    """What is to be written over what was kept.

    Attributes:
        portraits: What resolution reads of each document.
        identities: What was decided.
        linked: Documents read again, with their numbers, in order.
        told: What these tell of happenings.
        moved: What others tell, where the happening is another.
        origins: The origin of every document.
    """

    portraits: Sequence[Portrait]
    identities: Identities
    linked: list[tuple[int, Extraction]]
    told: list[KeptTold]
    moved: list[KeptTold]
    origins: Mapping[str, str]

    def read_again(self) -> set[int]:
        """Return the numbers of the documents that were read again."""
        return {place for place, _ in self.linked}


def rejudge(
    kept: Kept,
    now: Standing,
    rules: Sequence[Rule],
    store: FactStore,
    stamp: str,
    *,
    aliases: Aliases | None = None,
    facts: Sequence[Fact] = (),
    drafts: Collection[str] = (),
) -> tuple[tuple[Finding, ...], tuple[Corroborated, ...]]:
    """Bring what is kept up to what documents say now, and return what is found.

    Raises:
        TooMuch: Everything has to be judged.
        StoreError: What is kept cannot be read or written.
    """
    anew = _related(kept, now, store, stamp, aliases)
    moved = {one.place for one in anew.moved}
    moved |= {
        one.place for one in now.before.values() if anew.origins[one.name] != one.origin
    }
    again = anew.read_again()
    if (len(again | moved | now.gone)) * SHARE > len(now.documents):
        raise TooMuch
    here = again & {one.place for one in now.before.values()}
    before = _touched(kept, store, rules, {*now.gone, *here, *moved})
    _write(kept, now, anew, drafts)
    after = _touched(kept, store, rules, again | moved, anew)
    findings = _judged(kept, store, rules, before, after, facts)
    agreed = _agreed(kept, store, now, anew, before.said | after.said)
    kept.hide()
    return findings, agreed


def _related(
    kept: Kept, now: Standing, store: FactStore, stamp: str, aliases: Aliases | None
) -> Anew:
    portraits = portraits_of(now)
    identities = identified(portraits, aliases)
    otherwise = linked_otherwise(now, portraits, identities)
    if len(otherwise) * SHARE > len(now.documents):
        raise TooMuch
    known = store.known(otherwise, stamp)
    if len(known) != len(otherwise):
        raise TooMuch
    read = {e.document.id: e for e in store.extractions(otherwise)}
    linked = linked_anew({**now.fresh, **read}, now.places, identities)
    left = now.gone | {place for place, _ in linked}
    told, moved = happenings_anew(kept, left, linked)
    return Anew(portraits, identities, linked, told, moved, origins_anew(now))


def _write(kept: Kept, now: Standing, anew: Anew, drafts: Collection[str]) -> None:
    """Write what is read again, and what others were found to be one with."""
    again = anew.read_again()
    left = now.gone | again
    kept.drop_said(left | {one.place for one in anew.moved})
    kept.drop_told(left)
    kept.keep_told(anew.told)
    happenings = {one.claim: one.happening for one in (*anew.told, *anew.moved)}
    links = Links(happenings, anew.origins, (), drafts)
    kept.relay(left, anew.linked, links)
    kept.learn_words({one.happening for one in anew.moved})
    kept.set_happenings((one.place, one.claim, one.happening) for one in anew.moved)
    kept.forget_documents(left)
    portraits = dict(zip((d.id for d in now.documents), anew.portraits, strict=True))
    known = [portraits[e.document.id] for _, e in anew.linked]
    kept.keep_documents(
        documents_kept(anew.linked, known, anew.identities, anew.origins)
    )
    kept.set_origins(
        (one.place, anew.origins[one.name])
        for one in now.before.values()
        if one.place not in again and anew.origins[one.name] != one.origin
    )


def _touched(
    kept: Kept,
    store: FactStore,
    rules: Sequence[Rule],
    places: Collection[int],
    anew: Anew | None = None,
) -> Touched:
    """Return what some documents have a say in, as it is kept.

    With *anew*, what their claims say is kept before it is looked up.
    """
    numbers = kept.claims_of(places)
    kept.show(numbers)
    witnesses = store.witnesses()
    if anew is not None:
        claims = dict(sorted(store.claims(numbers).items()))
        happenings = _happenings(kept, places)
        kept.keep_said(said_rows(claims, happenings, rules))
    said: set[str] = set().union(*kept.said(AGREED, places).values())
    touched = Touched(said=said)
    for rule in rules:
        if has_slots(rule):
            touched.slots[rule.id] = slots_at_hand(rule, store, witnesses)
        elif is_near(rule):
            meet, touched.rows[rule.id] = quotations_meet(kept, rule.id, places)
            if meet or rule.where:
                touched.meeting.add(rule.id)
    return touched


def _happenings(kept: Kept, places: Iterable[int]) -> dict[str, str]:
    return {one.claim: one.happening for one in kept.told(places)}


def _judged(
    kept: Kept,
    store: FactStore,
    rules: Sequence[Rule],
    before: Touched,
    after: Touched,
    facts: Sequence[Fact],
) -> tuple[Finding, ...]:
    """Judge what is touched; return all findings, those that were kept among them."""
    slotted = [rule for rule in rules if has_slots(rule)]
    slots = {rule.id: before.slots[rule.id] | after.slots[rule.id] for rule in slotted}
    kept.show(n for rule in slotted for n in _claims(kept, rule, slots[rule.id]))
    found = run_rules(slotted, store, False, facts)
    fresh = [one for one in found if one.slot in slots[one.rule]]
    whole = [
        rule
        for rule in rules
        if not has_slots(rule) and _may(kept, rule, before, after)
    ]
    kept.show_all()
    others = run_rules(whole, store, False, facts)
    if found.skipped or others.skipped:
        raise TooMuch
    kept.drop_findings(
        (rule, json.dumps(slot)) for rule, some in slots.items() for slot in some
    )
    kept.drop_rules(rule.id for rule in whole)
    kept.keep_findings(finding_rows([*fresh, *others]))
    again = (unpack_finding(json.loads(told)) for _, _, told in kept.findings())
    return tuple(Findings(again, {}))


def _claims(kept: Kept, rule: Rule, slots: Mapping[SlotWords, Key]) -> Iterator[int]:
    """Yield the claims in some slots of a rule, and maybe others."""
    names = keyed(rule)
    for words, key in slots.items():
        if is_wordy(rule):
            yield from kept.sayers(WORDS, shortened(words[-1]))
        else:
            yield from kept.claims_in(rule.claims, names, key)


def _may(kept: Kept, rule: Rule, before: Touched, after: Touched) -> bool:
    """Ask whether a rule without slots may find something else than before."""
    if not is_near(rule) or rule.id in before.meeting | after.meeting:
        return True
    return turned_common(kept, rule.id, before.rows[rule.id], after.rows[rule.id])


def _agreed(
    kept: Kept, store: FactStore, now: Standing, anew: Anew, said: set[str]
) -> tuple[Corroborated, ...]:
    """Find again what is agreed on in touched words; return it with all the rest."""
    numbers = {n for one in said for n in kept.sayers(AGREED, one)}
    claims = dict(sorted(store.claims(numbers).items()))
    named = {claim.document for claim in claims.values()}
    tellers = tellers_of((d for d in now.documents if d.id in named), anew.origins)
    places = {now.places[name] for name in named}
    found = agreed_rows(claims, tellers, _happenings(kept, places))
    kept.drop_agreed(said)
    kept.keep_agreed(row for row in found if row[0] in said)
    return in_order(unpack_agreed(json.loads(told)) for told in kept.agreed())
