"""The JSON Schemas of what goes in and comes out, by name.

Those of rules, facts, claims, findings and reports are made from their models; the
others are written in `schemas/`. Each is whole by itself, with its version in its id.
"""

import re
from collections.abc import Callable
from functools import partial
from inspect import getdoc
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import yaml
from pydantic import TypeAdapter

from factcheck.claims import KINDS
from factcheck.claims.interchange import claim_schema
from factcheck.documents import TEXT, TITLE
from factcheck.findings import Finding
from factcheck.registry import Registry
from factcheck.reports import REPORTS, SITES, Summary
from factcheck.reports.report import REPORT_SCHEMA
from factcheck.reports.structured import OPTIONAL, printed
from factcheck.review import VERDICTS
from factcheck.rules.definition.json_schema import facts_schema, rule_schema

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1
"""Raised when what was valid before no longer is, or means something else."""

FOLDER = Path(__file__).with_name("schemas")
FILLED_IN = {
    "$format": f"^({'|'.join([*REPORTS, *SITES])})(=.+)?$",
    "$verdicts": " ".join(f"{name}: {means}." for name, means in VERDICTS.items()),
}
"""What stands for these words in the files of the folder."""

LIMITS: dict[tuple[str, str], Schema] = {
    ("Finding", "fingerprint"): {"pattern": "^[0-9a-f]{16}$"},
    ("Finding", "variants"): {"minItems": 1},
    ("Finding", "claims"): {"items": {"$ref": "#/$defs/claim"}},
    ("Corroborated", "kind"): {"enum": list(KINDS)},
    ("Corroborated", "origins"): {"minItems": 2},
    ("Wording", "part"): {"enum": [TEXT, TITLE]},
}
"""What the type of a field does not say of it."""

ENTRY = re.compile(r"^    (\w+): (.*(?:\n        .*)*)", re.M)
SCALAR = ["string", "number", "boolean"]
"""What an editor takes words of YAML for; they are all read as strings."""

WHOLE = {"type": ["integer", "string"], "pattern": "^[0-9]+$"}
TRUTH = {"enum": [True, False, "true", "false"]}


def schema(name: str) -> Schema:
    """Return a schema by name.

    Raises:
        UnknownNameError: There is none of that name.
    """
    made = SCHEMAS[name]()
    made.pop("$schema", None)
    title = f"factcheck {name}"
    identity = f"urn:factcheck:{name}:{VERSION}"
    return {"$schema": DIALECT, "$id": identity, "title": title, **made}


def _written(name: str) -> Schema:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    filled: Schema = _filled_in(yaml.safe_load(text))
    return filled


def _filled_in(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _filled_in(content) for key, content in part.items()}
    if isinstance(part, list):
        return [_filled_in(item) for item in part]
    return FILLED_IN.get(part, part)


def _report() -> Schema:
    finding = _finding()
    parts = {
        "schema": {"const": REPORT_SCHEMA},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "summary": _shape(Summary),
        "exit_code": {"enum": [0, 1, 2, 3], "description": "The exit status."},
    }
    about = "What a check found."
    return {
        **_object(about, parts),
        "$defs": {**finding.pop("$defs"), "finding": finding},
    }


def _finding() -> Schema:
    claim = _claim()
    return {**_shape(Finding), "$defs": {"claim": claim, **claim.pop("$defs")}}


def _object(about: str, properties: Schema) -> Schema:
    required = [name for name in properties if name not in OPTIONAL]
    made = {"type": "object", "description": about, "properties": properties}
    return {**made, "required": required}


def _shape(made: Any) -> Schema:
    """Return the schema of what JSON holds of a type, dataclass or named tuple."""
    if names := printed(made):
        hints = get_type_hints(made)
        parts = {
            n: _shape(hints[n]) | LIMITS.get((made.__name__, n), {}) for n in names
        }
        return _described(_object(getdoc(made) or "", parts))
    item, *more = get_args(made) or (None,)
    if isinstance(get_origin(made), type) and more in ([], [...]):
        return {"type": "array", "items": _shape(item)}
    least = {"minimum": 0} if made is int else {}
    return {**_tidied(TypeAdapter(made).json_schema()), **least}


def _claim() -> Schema:
    made: Schema = _tidied(claim_schema())
    parts = made.pop("$defs")
    return {**made, "$defs": parts}


def _rule() -> Schema:
    about = "A rule file: one rule, or a list of them."
    return {**_tidied(rule_schema(), in_yaml=True), "description": about}


def _facts() -> Schema:
    about = "Reference facts: one fact, or a list of them."
    return {**_tidied(facts_schema(), in_yaml=True), "description": about}


SCHEMAS: Registry[Callable[[], Schema]] = Registry("schema")
"""What makes each schema."""

for _name, _make in {
    "report": _report,
    "finding": _finding,
    "claim": _claim,
    "document": None,
    "rule": _rule,
    "facts": _facts,
    **dict.fromkeys(("lexicon", "suppressions", "configuration", "aliases")),
    **dict.fromkeys(("baseline", "verdict")),
}.items():
    SCHEMAS.register(_name)(_make or partial(_written, _name))


def _tidied(schema: Any, in_yaml: bool = False) -> Any:
    """Return the schema of a model without the titles that are made of names.

    With *in_yaml* its keys are described, and it allows what YAML guesses.
    """
    if isinstance(schema, list):
        return [_tidied(item, in_yaml) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: content
        for key, content in schema.items()
        if not (key == "title" and isinstance(content, str))
    }
    if in_yaml:
        kept = _loosened(_described(kept))
    return {
        key: {name: _tidied(part, in_yaml) for name, part in content.items()}
        if key in ("properties", "$defs", "patternProperties")
        else _tidied(content, in_yaml)
        for key, content in kept.items()
    }


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """Move what a docstring says about attributes to the keys."""
    text = schema.get("description")
    if not isinstance(text, str) or "Attributes:" not in text:
        return schema
    head, _, attributes = text.partition("Attributes:")
    about = {
        name.rstrip("_"): " ".join(words.split())
        for name, words in ENTRY.findall(attributes)
    }
    properties = {
        key: {**content, "description": about[key]} if key in about else content
        for key, content in schema.get("properties", {}).items()
    }
    return {**schema, "description": head.strip(), "properties": properties}


def _loosened(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow numbers for words and words for numbers: files are read as strings."""
    match schema.get("type"):
        case "string" if not {"enum", "pattern", "const"} & set(schema):
            return {**schema, "type": SCALAR}
        case "integer":
            rest = {k: v for k, v in schema.items() if k != "type"}
            return {**rest, **WHOLE}
        case "boolean":
            rest = {k: v for k, v in schema.items() if k not in ("type", "default")}
            return {**rest, **TRUTH}
    return schema
