"""Change a rule in small ways and see whether its tests notice."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import Lexicon, load_lexicon, stand_in
from factcheck.rules.definition.rule import Compare, Rule
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


EXCLUDES = "excludes"
ALLOWS = "allows"
BROADER = "is broader than"
IS_A = "is a"


class Edge(NamedTuple):
    """One thing a lexicon says of two values, or of a value and a category."""

    left: str
    says: str
    right: str

    def __str__(self) -> str:
        return f"{self.left} {self.says} {self.right}"


class Doubting:
    """Answers like another lexicon, notes what it says, and denies one edge of it.

    What excludes is then unknown, what is broader or belongs to a category is not, and
    what is allowed is excluded.

    Attributes:
        edges: Every edge that was asked for, in order.
    """

    def __init__(self, lexicon: Lexicon, denied: Edge | None = None) -> None:
        self._lexicon = lexicon
        self._denied = denied
        self.edges: dict[Edge, None] = {}

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether two values may be given of one thing at a time."""
        verdict = self._lexicon.relation(left, right)
        a, b = sorted((left, right))
        if a == b or verdict is Verdict.UNKNOWN:
            return verdict
        if verdict is Verdict.CONFLICT:
            return Verdict.UNKNOWN if self._denies(a, EXCLUDES, b) else verdict
        return Verdict.CONFLICT if self._denies(a, ALLOWS, b) else verdict

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*."""
        is_broader = self._lexicon.broader(left, right)
        return is_broader and not self._denies(left, BROADER, right)

    def explain(self, left: str, right: str) -> str:
        """Say in words how two values relate."""
        return self._lexicon.explain(left, right)

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a value belongs to a category; None when that is not known."""
        belongs = self._lexicon.is_a(value, category)
        return False if belongs and self._denies(value, IS_A, category) else belongs

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""
        return self._lexicon.categories()

    def _denies(self, left: str, says: str, right: str) -> bool:
        edge = Edge(left, says, right)
        self.edges[edge] = None
        return edge == self._denied


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
    for edge in asked.edges:
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
