"""Load rules from YAML, compile them to queries, and read findings back."""

from factcheck.rules.definition.load import load_facts, load_rules
from factcheck.rules.definition.rule import Fact, Rule
from factcheck.rules.engine.run_rules import run_rules
from factcheck.rules.testing.mutation import survivors, unnoticed_edges
from factcheck.rules.testing.runner import TestResult, test_rules, uncovered

__all__ = [
    "Fact",
    "Rule",
    "TestResult",
    "load_facts",
    "load_rules",
    "run_rules",
    "survivors",
    "test_rules",
    "uncovered",
    "unnoticed_edges",
]
