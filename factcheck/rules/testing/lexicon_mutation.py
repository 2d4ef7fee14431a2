"""Deny what a lexicon says, one edge at a time, and see whether tests notice."""

from collections.abc import Iterable, Iterator

from factcheck.lexicons.doubt import ALLOWS, EXCLUDES, Doubting, Edge
from factcheck.lexicons.lexicon import load_lexicon, stand_in
from factcheck.rules.definition.model import Rule
from factcheck.rules.testing.runner import test_rules


def unnoticed_edges(rules: Iterable[Rule]) -> list[str]:
    """Say which edges of a lexicon the tests of a rule ask for and do not depend on.

    Only tests on prepared claims are run. An edge that no test asks for is not denied:
    a lexicon holds more than a rule can try.
    """
    return [
        f"{rule.id}: unless {name} says: {edge}"
        for rule in rules
        for name in _lexicons(rule)
        for edge in _unnoticed(_prepared(rule), name)
    ]


def _lexicons(rule: Rule) -> Iterator[str]:
    conditions = [*rule.where.values(), *rule.require.values()]
    named = [condition.using for condition in conditions]
    named += [rule.compare.using] if rule.compare else []
    yield from sorted({name for name in named if name})


def _unnoticed(rule: Rule, name: str) -> Iterator[Edge]:
    lexicon = load_lexicon(name)
    asked = Doubting(lexicon)
    if _fails(rule, name, asked):
        return
    vaguer = rule.compare is not None and rule.compare.properties.one_sided
    for edge in asked.said:
        if vaguer and edge.says in (ALLOWS, EXCLUDES):
            continue  # such a rule asks what is broader, and goes by nothing else
        if not _fails(rule, name, Doubting(lexicon, edge)):
            yield edge


def _fails(rule: Rule, name: str, lexicon: Doubting) -> bool:
    with stand_in(name, lexicon):
        return any(result.failed for result in test_rules([rule], explain=False))


def _prepared(rule: Rule) -> Rule:
    cases = tuple(case for case in rule.tests if case.claims and not case.todo)
    return rule.model_copy(update={"tests": cases})
