"""Rules that compare the claims of a slot with each other."""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.comparators import COMPARATORS, Comparator
from factcheck.comparators.taxonomy import Taxonomy
from factcheck.findings import Finding
from factcheck.rules.compile import contested
from factcheck.rules.given import Given, Slot, read_slots
from factcheck.rules.judge import Disagreement, judge
from factcheck.rules.model import Compare, Rule
from factcheck.rules.quotations import altered
from factcheck.rules.report import Reporter
from factcheck.store import FactStore, Witness


def agree(
    rule: Rule, store: FactStore, witnesses: dict[int, Witness]
) -> Iterator[Finding]:
    """Yield one finding for every slot in which two documents disagree."""
    compare = rule.compare
    if compare is None:
        return
    reporter = Reporter(store, witnesses)
    comparator = COMPARATORS[compare.as_](compare.options())
    if compare.as_ == "near":
        yield from altered(rule, store, witnesses, comparator, reporter)
        return
    slots = read_slots(rule, store, contested(rule), witnesses)
    words = store.words(key for slot in slots for key in _numbers(slot))
    for slot in slots:
        found = _judge(slot, comparator, compare, witnesses)
        if found is None:
            continue
        yield reporter.report(
            rule,
            slot.group,
            [words.get(key, str(key)) for key in slot.key],
            found.variants,
            found.compatible,
            None if found.certain else compare.unknown,
        )


def _numbers(slot: Slot) -> list[int]:
    return [key for key in slot.key if isinstance(key, int)]


def _judge(
    slot: Slot,
    comparator: Comparator,
    compare: Compare,
    witnesses: dict[int, Witness],
) -> Disagreement | None:
    if isinstance(comparator, Taxonomy) and comparator.fault == "broader":
        return _vaguer(slot, comparator, witnesses)
    return judge(slot.given, comparator, compare.unknown is not None)


def _vaguer(
    slot: Slot, comparator: Taxonomy, witnesses: dict[int, Witness]
) -> Disagreement | None:
    """Find the sources that only give something broader than another source does.

    A source that gives the specific value anywhere is not vague.
    """
    by_source: dict[str, list[Given]] = defaultdict(list)
    for given in slot.given:
        by_source[witnesses[given.document].source].append(given)
    values = {given.held.value: given.held for given in slot.given}
    for held in sorted(values.values(), key=comparator.precision):
        exact = [given for given in slot.given if given.held.value == held.value]
        first, last = min(g.low for g in exact), max(g.high for g in exact)
        vague = [
            given
            for said in by_source.values()
            if all(comparator.is_broader(one.held.value, held.value) for one in said)
            for given in said
            if given.low <= last and first <= given.high
        ]
        if vague:
            vague.sort(key=lambda given: comparator.precision(given.held))
            taken = {id(given) for given in (*exact, *vague)}
            rest = [[g] for g in slot.given if id(g) not in taken]
            return Disagreement([exact, vague], rest)
    return None
