"""Load rules from YAML, compile them to queries, and read findings back."""

from factcheck.rules.definition.json_schema import facts_schema, rule_schema
from factcheck.rules.definition.load import load_facts, load_rules, rule_files
from factcheck.rules.definition.model import Case, Fact, Rule
from factcheck.rules.engine.explain import query_of, relations
from factcheck.rules.engine.run import Findings, run_rules
from factcheck.rules.testing.lexicon_mutation import unnoticed_edges
from factcheck.rules.testing.mutation import survivors
from factcheck.rules.testing.runner import TestResult, test_rules, uncovered

__all__ = [
    "Case",
    "Fact",
    "Findings",
    "Rule",
    "TestResult",
    "facts_schema",
    "load_facts",
    "load_rules",
    "query_of",
    "relations",
    "rule_files",
    "rule_schema",
    "run_rules",
    "survivors",
    "test_rules",
    "uncovered",
    "unnoticed_edges",
]
