"""Rules that compare the claims of a slot with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.comparators import Comparator
from factcheck.comparators.aligned import DENIAL, DENIED, Aligned
from factcheck.comparators.misspelt import Misspelt
from factcheck.comparators.paraphrase import Paraphrase
from factcheck.findings import Finding, Severity
from factcheck.rules.checks.copied import copied
from factcheck.rules.checks.denied_facts import denied_facts
from factcheck.rules.checks.denied_reports import denied_reports
from factcheck.rules.checks.misspelt_names import misspelt
from factcheck.rules.checks.neighbouring_days import explanation
from factcheck.rules.checks.number_severity import severity_of
from factcheck.rules.checks.other_offices import OtherOffices
from factcheck.rules.checks.quotations import altered, paraphrased
from factcheck.rules.definition.rule import Compare, Rule
from factcheck.rules.engine.attestations import Attestations
from factcheck.rules.engine.compile import TIME, contested
from factcheck.rules.engine.disputes import disputes
from factcheck.rules.engine.evidence import Evidence, gather, make_finding, shown_claims
from factcheck.rules.engine.query_cache import QueryCache, reading
from factcheck.rules.engine.slot_aggregation import collapses, stretches
from factcheck.rules.engine.slot_bindings import key_words
from factcheck.store import FactStore

_Judged = tuple[str, list[str], Evidence, bool]
"""Group and slot of a disagreement, what a finding shows of it, and whether it is one
for certain."""


def agree(rule: Rule, store: FactStore, shared: QueryCache) -> Iterator[Finding]:
    """Yield one finding for every slot in which two documents disagree.

    What was *shared* by a rule that reads the same is not read again.
    """
    compare = rule.compare
    if compare is None:
        return
    comparator = compare.comparator()
    if compare.properties.by_words:
        if isinstance(comparator, Aligned) and comparator.by == DENIAL:
            yield from denied_reports(rule, store)
        elif isinstance(comparator, Aligned) and comparator.by == DENIED:
            yield from denied_facts(rule, store)
        elif isinstance(comparator, Aligned):
            yield from copied(rule, comparator.by, store, shared)
        elif isinstance(comparator, Misspelt):
            yield from misspelt(rule, store, comparator)
        elif isinstance(comparator, Paraphrase):
            yield from paraphrased(rule, store)
        else:
            yield from altered(rule, store, comparator)
        return
    published = {one.document: one.published for one in store.witnesses.values()}
    query = stretches(rule) if collapses(rule) else contested(rule)
    read = (query, reading(rule), compare)
    judged = shared.read(
        "judged", read, lambda: _judged(rule, store, comparator, compare, shared)
    )
    of_titles = "title" in rule.claims and rule.differ == "title"
    disputed = [evidence for _, _, evidence, _ in judged]
    offices = None
    if of_titles:
        offices = shared.read("offices", read, lambda: OtherOffices(store, disputed))
    for group, key, evidence, certain in judged:
        if offices and compare.properties.one_sided:
            if not offices.matters(evidence, comparator):
                continue
        elif offices and offices.tell_a_change(evidence):
            continue
        severity = severity_of(compare, evidence, certain, published)
        explained = explanation(evidence) if rule.differ == TIME else None
        if explained:
            severity = Severity.NOTE
        finding = make_finding(rule, group, key, evidence, severity)
        yield replace(finding, why=f"{rule.why} {explained}") if explained else finding


def _judged(
    rule: Rule,
    store: FactStore,
    comparator: Comparator,
    compare: Compare,
    shared: QueryCache,
) -> list[_Judged]:
    """Return what is in dispute, with all that a finding shows of it."""
    conflicts = disputes(rule, store, comparator, compare)
    words = key_words(rule, store, (dispute.key for dispute in conflicts))
    judged = []
    for one in conflicts:
        variants = [voices for _, voices in one.variants]
        rest = [voices for _, voices in one.compatible]
        claims = store.claims(shown_claims(variants, rest))
        values = _known_by(one.variants)
        evidence = gather(variants, rest, values, claims)
        evidence = replace(evidence, claims=shared.hold(evidence.claims))
        judged.append((one.group, words[one.key], evidence, one.certain))
    return judged


def _known_by(variants: Sequence[tuple[str, Attestations]]) -> list[str]:
    """Return what each variant is known by: whom it means, else its value.

    A value may be the words a source prints: "Okoro" and "Minister Okoro" are one.
    """
    meant = [
        min((g.held.entity for g in some.given if g.held.entity), default="")
        for _, some in variants
    ]
    if all(meant) and len({*meant}) == len(meant):
        return meant
    return [value for value, _ in variants]
