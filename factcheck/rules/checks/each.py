"""Rules that look at one claim by itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims.canonical import plain
from factcheck.findings import Finding, Severity
from factcheck.rules.checks.offices import OfficeHolders
from factcheck.rules.definition.facts import names_of
from factcheck.rules.definition.model import Fact, Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.conditions import met
from factcheck.rules.engine.report import Reporter
from factcheck.rules.engine.slot_bindings import Given, Key, Slot, key_words, read_slots
from factcheck.store import FactStore


def each(
    rule: Rule, store: FactStore, facts: Mapping[str, Sequence[Fact]]
) -> Iterator[Finding]:
    """Yield one finding for every slot with claims that break the rule.

    Args:
        rule: The rule.
        store: What is judged.
        facts: Reference facts by group; those under "" hold everywhere.
    """
    offices = OfficeHolders(store, facts)
    reporter = Reporter(store)
    slots: dict[tuple[Severity, str, Key], list[Given]] = defaultdict(list)
    for slot in read_slots(rule, store, passing(rule)):
        known = [*facts.get("", ()), *facts.get(slot.group, ())]
        for given in slot.given:
            severity = _verdict(rule, slot, given, store, offices, known)
            if severity is not None:
                slots[severity, slot.group, slot.key].append(given)
    words = key_words(rule, store, (key for _, _, key in slots))
    for (severity, group, key), broken in slots.items():
        variants: dict[str, list[Given]] = defaultdict(list)
        for one in broken:
            variants[one.held.value].append(one)
        evidence = offices.evidence(rule, group, broken)
        yield reporter.report(
            rule, group, words[key], list(variants.values()), evidence, severity
        )


def _verdict(
    rule: Rule,
    slot: Slot,
    given: Given,
    store: FactStore,
    offices: OfficeHolders,
    facts: Sequence[Fact],
) -> Severity | None:
    """Return the severity a claim is reported with, or None."""
    published = store.witnesses[given.document].published
    days = (given.day, published)
    answers = [
        met(role, condition, given.roles, days, offices.asker(slot.group))
        for role, condition in rule.require.items()
    ]
    if rule.unless_fact:
        answers.append(_excused(rule, given, facts))
    if not answers or False in answers:
        return rule.severity
    return rule.unknown if None in answers else None


def _excused(rule: Rule, given: Given, facts: Sequence[Fact]) -> bool | None:
    """Ask whether a fact excuses a claim; None where the facts are silent."""
    wanted = rule.unless_fact
    if wanted is None:
        return None
    named = {
        name
        for filling in given.roles.get(wanted.subject, ())
        for name in names_of(filling)
    }
    excuses = [
        plain(fact.value) in {plain(value) for value in wanted.is_}
        for fact in facts
        if fact.kind == wanted.kind
        and fact.rank != "deprecated"
        and named & {plain(subject) for subject in fact.subject}
    ]
    return any(excuses) if excuses else None
