"""Deny what a lexicon says, one edge at a time, and see whether tests notice."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import Lexicon, load_lexicon, stand_in
from factcheck.rules.definition.model import Rule
from factcheck.rules.testing.runner import test_rules

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
