"""Documents and claims as they come in, claims, findings and reports as they go out."""

from typing import Any

from factcheck.claims import KINDS
from factcheck.claims.interchange import claim_schema
from factcheck.cli.schemas.polish import untitled
from factcheck.findings import Severity, State
from factcheck.reports.model import REPORT_SCHEMA

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WORDS: Schema = {"type": "array", "items": TEXT}
COUNT: Schema = {"type": "integer", "minimum": 0}
NULLABLE: Schema = {"type": ["string", "null"]}


def document() -> Schema:
    """Return the schema of one document of a JSON or JSON Lines file."""
    name = {"type": ["string", "integer", "null"]}
    properties = {
        "text": {**TEXT, "minLength": 1, "description": "The text as published."},
        "id": {**name, "description": "A name that is the document's alone."},
        "source": {**NULLABLE, "description": "Who published it."},
        "published": {**NULLABLE, "description": "The day, or a timestamp."},
        "title": {**NULLABLE, "description": "The headline."},
        "url": {**NULLABLE, "description": "Where it was published."},
        "group": {
            **name,
            "description": "With --group-by group only documents of one group are"
            " compared.",
        },
    }
    return _object(properties, ["text"], "One text by one source; only text is needed.")


def claim() -> Schema:
    """Return the schema of one claim, in or out."""
    made, parts = _claim()
    return {**made, "$defs": parts}


def finding() -> Schema:
    """Return the schema of one finding."""
    claim, parts = _claim()
    return {**_finding(), "$defs": {"claim": claim, **parts}}


def report() -> Schema:
    """Return the schema of a whole report: `factcheck check --format json`."""
    wording = _object(
        {
            "source": TEXT,
            "document": TEXT,
            "part": {"enum": ["text", "title"]},
            "start": COUNT,
            "end": COUNT,
            "words": TEXT,
        },
        ["source", "document", "part", "start", "end", "words"],
        "What one source says of it, in its own words.",
    )
    compared = _object(
        {
            "stories": {**COUNT, "description": "Stories two documents report."},
            "shared": {**COUNT, "description": "Facts two sources or more give."},
            "agree": {**COUNT, "description": "Of these: sources agree."},
            "differ": {**COUNT, "description": "Of these: sources contradict."},
            "unknown": {**COUNT, "description": "Of these: cannot be compared."},
            "single": {**COUNT, "description": "Facts one source alone gives."},
        },
        ["stories", "shared", "agree", "differ", "unknown", "single"],
        "How much of what the documents say was compared.",
    )
    agreed = _object(
        {
            "kind": {"enum": list(KINDS)},
            "key": TEXT,
            "value": TEXT,
            "sources": WORDS,
            "origins": {**WORDS, "minItems": 2},
            "claims": WORDS,
            "wordings": {"type": "array", "items": wording},
        },
        ["kind", "key", "value", "sources", "origins", "claims", "wordings"],
        "What at least two independent origins say alike.",
    )
    missing = _object(
        {"document": TEXT, "reason": TEXT},
        ["document", "reason"],
        "A document or rule that was not checked, and why.",
    )
    summary = _object(
        {
            "documents": {**COUNT, "description": "Documents checked."},
            "claims": {**COUNT, "description": "Claims the rules could read."},
            "rules": {**COUNT, "description": "Rules that ran."},
            "against": {**COUNT, "description": "Documents of the corpus (--against)."},
            "left_out": {**COUNT, "description": "Earlier documents (--since)."},
            "compared": compared,
            "corroborated": {"type": "array", "items": agreed},
            "not_checked": {"type": "array", "items": missing},
        },
        ["documents", "claims", "rules", "compared", "corroborated", "not_checked"],
        "What was checked, what is corroborated and what was not checked.",
    )
    properties = {
        "schema": {"const": REPORT_SCHEMA},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "summary": summary,
        "exit_code": {"enum": [0, 1, 2, 3], "description": "The exit status."},
    }
    made = _object(properties, list(properties), "What a check found.")
    claim, parts = _claim()
    return {**made, "$defs": {"finding": _finding(), "claim": claim, **parts}}


def _finding() -> Schema:
    variant = _object(
        {
            "label": {**TEXT, "description": "The value as the sources print it."},
            "sources": {**WORDS, "description": "Who gives it."},
            "origins": {**WORDS, "description": "Where their texts come from."},
            "claims": {**WORDS, "description": "Ids of the claims."},
        },
        ["label", "sources", "origins", "claims"],
        "One value and everybody who gives it.",
    )
    properties = {
        "rule": {**TEXT, "description": "The rule that found it."},
        "severity": {"enum": [str(severity) for severity in Severity]},
        "fingerprint": {
            **TEXT,
            "pattern": "^[0-9a-f]{16}$",
            "description": "Identity of the disagreement: rule, key and values.",
        },
        "state": {"enum": [str(state) for state in State]},
        "group": NULLABLE,
        "key": {**TEXT, "description": "What it is about."},
        "message": {**TEXT, "description": "One sentence."},
        "variants": {"type": "array", "items": variant, "minItems": 1},
        "compatible": {
            "type": "array",
            "items": variant,
            "description": "Values that contradict none of the others.",
        },
        "diff": {
            "type": "array",
            "items": {**WORDS, "minItems": 2, "maxItems": 2},
            "description": "Words before and after, of the first two variants.",
        },
        "claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}},
        "why": {**TEXT, "description": "Why it matters."},
    }
    return _object(properties, list(properties), "Where sources cannot all be right.")


def _claim() -> tuple[Schema, Schema]:
    """Return the schema of a claim, and its parts."""
    made = untitled(claim_schema())
    parts = made.pop("$defs")
    return made, parts


def _object(properties: Schema, required: list[str], description: str) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": required,
    }
