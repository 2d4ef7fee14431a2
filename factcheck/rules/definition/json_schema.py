"""JSON Schema of rule and facts files, for editors that complete and check them."""

from typing import Any

from factcheck.claims import KINDS
from factcheck.comparators import COMPARATORS
from factcheck.rules.definition.reference_facts import kinds_of_facts
from factcheck.rules.definition.rule import WORDS, Condition, Expect, Fact, Rule, Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema() -> dict[str, Any]:
    """Return the schema of a rule file: one rule, or a list of them."""
    rule = Rule.model_json_schema(by_alias=True)
    parts = rule.pop("$defs", {})
    for model in (Condition, Expect, Text):
        made = model.model_json_schema(by_alias=True)
        parts |= made.pop("$defs", {})
        parts[model.__name__] = made
    rule["required"] = ["id"]
    rule["properties"]["extends"] = {"type": "string"}
    rule["properties"]["claims"] = _one_or_more({"enum": list(KINDS)})
    rule["patternProperties"] = {"^[a-z_]+[+-]$": WORDS}
    compare = parts["Compare"]["properties"]
    compare["as"] = {"enum": list(COMPARATORS)}
    options = {option for name in COMPARATORS for option in COMPARATORS[name].OPTIONS}
    for option in sorted(options - compare.keys()):
        compare[option] = {"type": ["string", "number"]}
    parts["Compare"]["additionalProperties"] = False
    return _whole("Rule", _linked({**parts, "Rule": rule}))


def facts_schema() -> dict[str, Any]:
    """Return the schema of a facts file: one fact, or a list of them."""
    fact = Fact.model_json_schema(by_alias=True)
    fact["properties"]["kind"] = {"enum": kinds_of_facts()}
    return _whole("Fact", {**fact.pop("$defs", {}), "Fact": fact})


def _whole(name: str, parts: dict[str, Any]) -> dict[str, Any]:
    entry = _one_or_more({"$ref": f"#/$defs/{name}"})
    return {"$schema": DIALECT, **entry, "$defs": parts}


def _linked(schema: Any) -> Any:
    """Write `part: NAME` of the model as the reference it stands for."""
    if isinstance(schema, list):
        return [_linked(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if set(schema) == {"part"} and isinstance(schema["part"], str):
        return {"$ref": f"#/$defs/{schema['part']}"}
    return {key: _linked(content) for key, content in schema.items()}


def _one_or_more(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}
