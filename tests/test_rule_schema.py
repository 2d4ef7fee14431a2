"""The schema that editors check rule files with knows what the loader knows."""

import json

import pytest

from factcheck.claims import KINDS
from factcheck.comparators import COMPARATORS
from factcheck.rules import Rule
from factcheck.rules.definition.json_schema import facts_schema, rule_schema


def references(part) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if "$ref" in part else set()
        return own.union(*map(references, part.values()))
    if isinstance(part, list):
        return set().union(*map(references, part))
    return set()


@pytest.mark.parametrize(
    "schema", [rule_schema(), facts_schema()], ids=["rules", "facts"]
)
def test_every_reference_leads_somewhere(schema):
    parts = {f"#/$defs/{name}" for name in schema["$defs"]}

    assert references(schema) <= parts
    assert json.loads(json.dumps(schema)) == schema


def test_short_forms_are_known():
    parts = rule_schema()["$defs"]

    asked = parts["Rule"]["properties"]["where"]["additionalProperties"]["anyOf"]
    assert {"type": "string"} in asked
    assert {"$ref": "#/$defs/Condition"} in asked


def test_every_key_of_a_rule_is_in_it():
    known = set(rule_schema()["$defs"]["Rule"]["properties"])

    assert known == {*Rule.model_fields, "extends"}


def test_kinds_and_comparators_are_those_there_are():
    parts = rule_schema()["$defs"]

    assert parts["Compare"]["properties"]["as"]["enum"] == list(COMPARATORS)
    assert parts["Rule"]["properties"]["claims"]["anyOf"][0]["enum"] == list(KINDS)
