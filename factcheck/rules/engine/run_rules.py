"""Run rules over what the store holds for this check."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.errors import FactcheckError, Faults
from factcheck.findings import Finding, finding_order
from factcheck.rules.checks.against import against
from factcheck.rules.checks.agree import agree
from factcheck.rules.checks.each import each
from factcheck.rules.checks.sql import query
from factcheck.rules.definition.rule import Fact, Rule
from factcheck.rules.engine.query_cache import QueryCache, family
from factcheck.store import FactStore


class Findings(list[Finding]):
    """What rules found, sorted by severity, rule and key.

    Attributes:
        skipped: Why a rule could not be run, by its id.
    """

    def __init__(self, findings: Iterable[Finding], skipped: dict[str, str]) -> None:
        super().__init__(sorted(findings, key=finding_order))
        self.skipped = skipped


def run_rules(
    rules: Iterable[Rule],
    store: FactStore,
    group_by: bool = False,
    facts: Sequence[Fact] | Mapping[str, Sequence[Fact]] = (),
) -> Findings:
    """Judge the documents in the store's scope.

    Facts are given by group where they differ, under "" for all.
    """
    by_group = facts if isinstance(facts, Mapping) else {"": facts}
    store.compare_groups(group_by)
    findings: list[Finding] = []
    skipped: dict[str, str] = {}
    rules, shared = tuple(rules), QueryCache()
    for rule in sorted(rules, key=family):
        faults = Faults()
        try:
            with faults.survived("the rule"):
                findings += _run(rule, store, by_group, shared)
        except FactcheckError as error:
            skipped[rule.id] = str(error)
        if faults:
            skipped[rule.id] = str(faults)
    in_order = {rule.id: skipped[rule.id] for rule in rules if rule.id in skipped}
    return Findings(findings, in_order)


def _run(
    rule: Rule,
    store: FactStore,
    facts: Mapping[str, Sequence[Fact]],
    shared: QueryCache,
) -> Iterator[Finding]:
    match rule.check:
        case "agree":
            return agree(rule, store, shared)
        case "each":
            return each(rule, store, facts)
        case "against":
            return against(rule, store, facts)
    return query(rule, store)
