"""Documents and claims as they come in, claims, findings and reports as they go out."""

from typing import Any

from factcheck.claims import KINDS, MODALITIES
from factcheck.findings import Severity, State
from factcheck.reports.model import REPORT_SCHEMA

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WORDS: Schema = {"type": "array", "items": TEXT}
COUNT: Schema = {"type": "integer", "minimum": 0}
NULLABLE: Schema = {"type": ["string", "null"]}
DAY: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\d",
    "description": "A day, YYYY-MM-DD.",
}
PLACE = {
    "start": {**COUNT, "description": "Index of the first character in the text."},
    "end": {**COUNT, "description": "Index behind the last one."},
    "headline": {
        "type": "object",
        "description": "The place in the title, for what a headline says.",
        "properties": {"start": COUNT, "end": COUNT, "text": TEXT},
        "required": ["start", "end"],
    },
}


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
    return {**_claim(), "$defs": {"mention": _mention()}}


def finding() -> Schema:
    """Return the schema of one finding."""
    return {**_finding(), "$defs": {"claim": _claim(), "mention": _mention()}}


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
    parts = {"finding": _finding(), "claim": _claim(), "mention": _mention()}
    return {**made, "$defs": parts}


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


def _claim() -> Schema:
    mentions = {"type": "array", "items": {"$ref": "#/$defs/mention"}}
    roles = sorted({role for name in KINDS for role in KINDS[name].roles})
    time = {
        "type": ["object", "null"],
        "properties": {"start": DAY, "end": DAY, "text": TEXT},
        "description": "When it held, both ends included; null where it is not said.",
    }
    properties = {
        "id": {**NULLABLE, "description": "Derived from what the claim says."},
        "kind": {"enum": list(KINDS)},
        "document": {**TEXT, "minLength": 1, "description": "Id of the document."},
        "source": NULLABLE,
        "published": DAY,
        "span": _object(dict(PLACE), ["start", "end"], "The stretch that says so."),
        "roles": {
            "type": "object",
            "properties": dict.fromkeys(roles, mentions),
            "additionalProperties": False,
            "description": "What fills each role.",
        },
        "time": time,
        "modality": {"enum": list(MODALITIES)},
        "attribution": {**mentions, "description": "Whom the document credits."},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "extractor": NULLABLE,
    }
    required = ["kind", "document", "span", "roles"]
    return _object(properties, required, "One thing one document asserts.")


def _mention() -> Schema:
    number = {"type": "number"}
    value = {
        "anyOf": [
            {"type": ["string", "number", "null"]},
            {"type": "array", "items": number, "minItems": 2, "maxItems": 2},
        ],
        "description": "The normalised value: a day, a number, [least, most], a title.",
    }
    properties = {
        "text": {**TEXT, "description": "The words at that place."},
        **PLACE,
        "value": value,
        "entity": {**NULLABLE, "description": "Who or what is meant."},
        "name": {**NULLABLE, "description": "Its display form."},
    }
    return _object(properties, ["text", "start", "end"], "Words that fill a role.")


def _object(properties: Schema, required: list[str], description: str) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": required,
    }
