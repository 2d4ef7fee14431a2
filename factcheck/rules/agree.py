"""Rules that compare the claims of a slot with each other."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.comparators import COMPARATORS, Comparator, Held
from factcheck.comparators.taxonomy import Taxonomy
from factcheck.findings import Finding
from factcheck.lexicons import Verdict
from factcheck.rules.compile import Query, contested, values_of
from factcheck.rules.given import Given, Key, Slot, read_slots
from factcheck.rules.judge import Disagreement, judge
from factcheck.rules.model import Compare, Rule
from factcheck.rules.quotations import altered
from factcheck.rules.report import Reporter
from factcheck.rules.sharing import Shared, reading
from factcheck.store import FactStore, Witness


def agree(
    rule: Rule,
    store: FactStore,
    witnesses: dict[int, Witness],
    shared: Shared | None = None,
) -> Iterator[Finding]:
    """Yield one finding for every slot in which two documents disagree."""
    shared = shared or Shared()
    compare = rule.compare
    if compare is None:
        return
    reporter = Reporter(store, witnesses)
    comparator = COMPARATORS[compare.as_](compare.options())
    if compare.as_ == "near":
        yield from altered(rule, store, witnesses, comparator, reporter)
        return
    query = contested(rule)
    judged = shared.read(
        "judged",
        (query, reading(rule), compare),
        lambda: _judged(rule, query, store, witnesses, shared, comparator, compare),
    )
    words = store.words(key for slot, _ in judged for key in _numbers(slot))
    for slot, found in judged:
        yield reporter.report(
            rule,
            slot.group,
            [words.get(key, str(key)) for key in slot.key],
            found.variants,
            found.compatible,
            None if found.certain else compare.unknown,
        )


def _judged(
    rule: Rule,
    query: Query,
    store: FactStore,
    witnesses: dict[int, Witness],
    shared: Shared,
    comparator: Comparator,
    compare: Compare,
) -> list[tuple[Slot, Disagreement]]:
    """Return the slots in which two documents disagree, and what about."""
    disputed = _disputed(rule, store, comparator, shared)
    slots = shared.read(
        "slots",
        (query, reading(rule), disputed),
        lambda: read_slots(
            rule,
            store,
            query,
            witnesses,
            None if disputed is None else disputed.__contains__,
        ),
    )
    judged = ((slot, _judge(slot, comparator, compare, witnesses)) for slot in slots)
    return [(slot, found) for slot, found in judged if found is not None]


def _disputed(
    rule: Rule, store: FactStore, comparator: Comparator, shared: Shared
) -> set[Key] | None:
    """Compare the distinct values of the slots, so that few have to be read.

    Only a lexicon can tell from values alone; None means that all must be read.
    """
    if not isinstance(comparator, Taxonomy):
        return None
    query = values_of(rule)
    values = shared.read("values", query, lambda: _values(query, store))
    doubts = rule.compare is not None and rule.compare.unknown is not None
    fine = {Verdict.COMPATIBLE} if doubts else {Verdict.COMPATIBLE, Verdict.UNKNOWN}
    return {
        slot
        for slot, found in values.items()
        if any(comparator.compare(a, b) not in fine for a, b in combinations(found, 2))
    }


def _values(query: Query, store: FactStore) -> dict[Key, list[Held]]:
    rows = store.select(query.text, query.values)
    words = store.words(row[-1] for row in rows)
    values: dict[Key, list[Held]] = defaultdict(list)
    for *slot, held in rows:
        values[tuple(slot)].append(Held(words[held], ""))
    return values


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
