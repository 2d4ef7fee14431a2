"""Say why a rule found nothing where a test expected a finding."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims import KINDS, Claim
from factcheck.lexicons import Verdict
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.slot_bindings import Slot, key_words, read_slots
from factcheck.store import FactStore

MOST = 3
"""Slots and pairs of values that are named."""

VERDICTS = {
    Verdict.COMPATIBLE: "are compatible",
    Verdict.UNKNOWN: "cannot be compared (unknown)",
    Verdict.CONFLICT: "conflict, but `apart_by` or `overlap` keeps them apart",
}


def why_nothing(
    rule: Rule, claims: Sequence[Claim], store: FactStore, group: str
) -> str:
    """Say at which step the claims of a test were left out, or found to agree.

    *store* holds what was judged, this test among others.
    """
    if rule.check == "sql":
        return f"the query returns no row; {_made(claims)}"
    read = [claim for claim in claims if claim.kind in rule.claims]
    if not read:
        return f"no claim of kind {' or '.join(rule.claims)}; {_made(claims)}"
    meant = [claim for claim in read if claim.modality in rule.modality]
    if not meant:
        modalities = ", ".join(sorted({claim.modality for claim in read}))
        return f"every such claim is {modalities}, and the rule reads others"
    if empty := [role for role in _roles(rule) if not _filled(meant, role)]:
        names = " and ".join(f"`{role}`" for role in empty)
        return f"{names} {'is' if len(empty) == 1 else 'are'} empty in every claim"
    if rule.check == "each":
        return "every claim meets `require`, or none passes `where`"
    if rule.compare is None or rule.compare.properties.by_words:
        return "no two documents print the same words with something changed"
    slots = [
        slot
        for slot in read_slots(rule, store, passing(rule))
        if slot.group == f"group:{group}"
    ]
    if not slots:
        held = "; ".join(f"`{role}` is {_values(meant, role)}" for role in _roles(rule))
        return f"no claim passes `where` and fills every role of the slot: {held}"
    shared = [slot for slot in slots if len({g.document for g in slot.given}) > 1]
    if not shared:
        unread = sorted({claim.modality for claim in read} - set(rule.modality))
        note = f"; {' and '.join(unread)} claims are not read" if unread else ""
        return (
            f"no slot has claims of two documents: {_slots(rule, store, slots)}{note}"
        )
    return "; ".join(list(_compared(rule, shared))[:MOST])


def _made(claims: Sequence[Claim]) -> str:
    counted = Counter(claim.kind for claim in claims)
    made = ", ".join(f"{count} {kind}" for kind, count in sorted(counted.items()))
    return f"made: {made}" if made else "no claim was made at all"


def _roles(rule: Rule) -> Iterator[str]:
    known = {role for kind in rule.claims for role in KINDS[kind].roles}
    for name in dict.fromkeys((*rule.same, rule.differ, *rule.where)):
        if name in known:
            yield str(name)


def _values(claims: Sequence[Claim], role: str) -> str:
    """List what some claims have in a role: the values that `where` looks at."""
    held = dict.fromkeys(
        str(mention.text if mention.value is None else mention.value)
        for claim in claims
        for mention in claim.role(role)
    )
    shown = [*list(held)[:MOST], *["…"] * (len(held) > MOST)]
    return " or ".join(shown) if shown else "its default"


def _filled(claims: Sequence[Claim], role: str) -> bool:
    default = any(role == name for c in claims for name, _ in KINDS[c.kind].defaults())
    return default or any(claim.role(role) for claim in claims)


def _slots(rule: Rule, store: FactStore, slots: Sequence[Slot]) -> str:
    witnesses = store.witnesses
    words = key_words(rule, store, (slot.key for slot in slots))
    named = [
        f"({', '.join(words[slot.key])}) {witnesses[slot.given[0].document].source}"
        for slot in slots
    ]
    return ", ".join([*named[:MOST], *["…"] * (len(named) > MOST)])


def _compared(rule: Rule, slots: Sequence[Slot]) -> Iterator[str]:
    if rule.compare is None:
        return
    comparator = rule.compare.comparator()
    for slot in slots:
        seen: set[tuple[str, str]] = set()
        for left, right in combinations(slot.given, 2):
            pair = left.held.label, right.held.label
            if left.document != right.document and pair not in seen:
                seen.add(pair)
                verdict = comparator.compare(left.held, right.held)
                yield f"“{pair[0]}” and “{pair[1]}” {VERDICTS[verdict]}"
