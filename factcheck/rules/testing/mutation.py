"""Change a rule in small ways and see whether its tests notice."""

import re
from collections.abc import Iterable, Iterator

from factcheck.rules.definition.model import Compare, Rule
from factcheck.rules.testing.runner import test_rules

NUMBER = re.compile(r"\d+(?:\.\d+)?")

LOOSER = 10.0
"""How many times a tolerance is widened."""


def mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Yield what was changed, and the rule changed so.

    Tolerances are widened; filters, separators, demands and the limit of time are
    dropped one by one; a slot loses a key where it has several.
    """
    for role in rule.where:
        kept = {name: asked for name, asked in rule.where.items() if name != role}
        yield f"without where: {role}", _changed(rule, where=kept)
    for role in rule.require:
        kept = {name: asked for name, asked in rule.require.items() if name != role}
        yield f"without require: {role}", _changed(rule, require=kept)
    for name in rule.apart_by:
        rest = tuple(other for other in rule.apart_by if other != name)
        yield f"without apart_by: {name}", _changed(rule, apart_by=rest)
    if rule.overlap is not None:
        yield "without overlap", _changed(rule, overlap=None)
    if len(rule.same) > 1:
        for name in rule.same:
            rest = tuple(other for other in rule.same if other != name)
            yield f"without same: {name}", _changed(rule, same=rest)
    if rule.compare is not None:
        yield from _looser(rule, rule.compare)


def survivors(rules: Iterable[Rule]) -> list[str]:
    """Say which changes no test on prepared claims notices."""
    made = [
        (rule, change, changed.model_copy(update={"id": f"{rule.id}--{n}"}))
        for rule in rules
        for n, (change, changed) in enumerate(mutants(rule))
    ]
    noticed = {
        result.rule
        for result in test_rules([changed for _, _, changed in made], explain=False)
        if result.failed
    }
    return [f"{rule.id}: {change}" for rule, change, m in made if m.id not in noticed]


def _looser(rule: Rule, compare: Compare) -> Iterator[tuple[str, Rule]]:
    for option, value in compare.options().items():
        if NUMBER.fullmatch(value):
            wider = f"{float(value) * LOOSER:g}"
            loose = Compare.model_validate({**compare.given(), option: wider})
            yield f"with {option}: {wider}", _changed(rule, compare=loose)


def _changed(rule: Rule, **changes: object) -> Rule:
    cases = tuple(case for case in rule.tests if case.claims and not case.todo)
    return rule.model_copy(update={**changes, "tests": cases})
