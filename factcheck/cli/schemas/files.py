"""Files that people write, and those in which their decisions are kept."""

from typing import Any

from factcheck.cli.schemas.polish import SCALAR, TRUTH, WHOLE, polished
from factcheck.findings import Severity
from factcheck.reports import REPORTS, SITES
from factcheck.review import VERDICTS
from factcheck.rules.definition.json_schema import facts_schema, rule_schema

Schema = dict[str, Any]

WORD: Schema = {"type": SCALAR}
WORDS: Schema = {"type": "array", "items": WORD}
SOME: Schema = {"type": [*SCALAR, "array"], "items": WORD}
GROUPS: Schema = {"type": "array", "items": {**WORDS, "minItems": 2}}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


def rule() -> Schema:
    """Return the schema of a rule file."""
    return polished(rule_schema(), "A rule file: one rule, or a list of them.")


def facts() -> Schema:
    """Return the schema of a file of reference facts."""
    return polished(facts_schema(), "Reference facts: one fact, or a list of them.")


def lexicon() -> Schema:
    """Return the schema of a lexicon: a lattice of values."""
    ups = {"type": "object", "additionalProperties": WORDS}
    lattice = {
        "properties": {
            "broader": {**ups, "description": "Of a value, the vaguer values for it."},
            "same": {**GROUPS, "description": "Forms of one value, the first shown."},
            "disjoint": {
                **GROUPS,
                "description": "Values of which one thing has at most one.",
            },
            "categories": {**ups, "description": "What rules may ask about: `is_a`."},
        },
        "additionalProperties": False,
    }
    return {
        "description": "A lattice of values: which may stand side by side. A file with"
        " `heads` is the table of offices, from which titles are composed.",
        "type": "object",
        "if": {"required": ["heads"]},
        "then": _offices(),
        "else": lattice,
    }


def _offices() -> Schema:
    table = {"type": "object", "additionalProperties": WORD}
    ups = {"type": "object", "additionalProperties": WORDS}
    portfolio = {
        "type": "object",
        "properties": {"family": WORD, "forms": WORDS},
        "required": ["family", "forms"],
    }
    lists = ("empty", "cabinet", "loose", "single_seat", "head_of_state")
    properties = {
        "heads": {"type": "object", "additionalProperties": ups},
        "portfolios": {"type": "object", "additionalProperties": portfolio},
        "broader": ups,
        "disjoint": GROUPS,
        **dict.fromkeys(("same", "spelling", "ranks", "status"), table),
        **dict.fromkeys((*lists, "head_of_government"), WORDS),
    }
    return {"properties": properties, "required": list(properties)}


def suppressions() -> Schema:
    """Return the schema of `factcheck.suppress.yaml`."""
    fingerprint = {
        "type": ["string", "number"],
        "pattern": "^[0-9a-fA-F]{8,16}$",
        "description": "The finding, by at least 8 characters of its fingerprint.",
    }
    entry = {
        "type": "object",
        "properties": {
            "rule": {**WORD, "description": "Only findings of this rule."},
            "fingerprint": fingerprint,
            "key": {**WORD, "description": "Findings about this, as reports print it."},
            "reason": {**WORD, "description": "Why; needed."},
            "by": {**WORD, "description": "Who decided."},
            "expires": {**DAY, "description": "The last day on which it holds."},
        },
        "required": ["reason"],
        "anyOf": [{"required": ["fingerprint"]}, {"required": ["rule", "key"]}],
        "additionalProperties": False,
    }
    return {
        "description": "Findings that are not to be shown again.",
        "type": ["array", "null"],
        "items": entry,
    }


def configuration() -> Schema:
    """Return the schema of `factcheck.yaml`."""
    severities = [*map(str, Severity), "never"]
    formats = "|".join([*REPORTS, *SITES])
    report = {"type": "string", "pattern": f"^({formats})(=.+)?$"}
    properties: Schema = {
        "store": {**WORD, "description": "The fact store; none keeps nothing."},
        "rules": {**SOME, "description": "Rule files and folders."},
        "facts": {**SOME, "description": "Files and folders of reference facts."},
        "select": {**SOME, "description": "Only these rules."},
        "ignore": {**SOME, "description": "Not these rules."},
        "aliases": {**WORD, "description": "Names known to be one person, or not."},
        "fail-on": {
            "enum": severities,
            "description": "Lowest severity that gives exit status 1.",
        },
        "format": {
            "anyOf": [report, {"type": "array", "items": report}],
            "description": "Reports to make: FORMAT or FORMAT=FILE.",
        },
        "group-by": {"enum": ["group"], "description": "Compare within groups only."},
        "stories": {
            "enum": ["auto", "folder", "off"],
            "description": "How documents on one event are found.",
        },
        "model": {**WORD, "description": "The spaCy pipeline."},
        "against": {**SOME, "description": "What the documents are compared with."},
        "since": {**DAY, "description": "Check only documents from this day on."},
        "suppress": {**WORD, "description": "Findings not to be shown again."},
        "strict-suppressions": {
            **TRUTH,
            "description": "Exit 2 when a suppression has no effect.",
        },
        "baseline": {**WORD, "description": "Findings that are known."},
        "review": {**WORD, "description": "Verdicts on findings."},
        "jobs": {**WHOLE, "description": "How many processes extract; 0 for all."},
        "engine": {
            "enum": ["sqlite", "duckdb", "spark"],
            "description": "What runs the rules.",
        },
        "scratch": {**WORD, "description": "Where engines keep files meanwhile."},
        "allow-incomplete": {
            **TRUTH,
            "description": "Accept that not everything could be checked.",
        },
        "quiet": {**TRUTH, "description": "Leave progress out."},
        "verbose": {**TRUTH, "description": "List everything in the text report."},
        "color": {
            "enum": ["auto", "always", "never"],
            "description": "Whether reports on the screen are coloured.",
        },
        "limit": {**WHOLE, "description": "Findings printed as text; 0 for all."},
    }
    return {
        "description": "How factcheck runs; also [tool.factcheck] of pyproject.toml.",
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }


def aliases() -> Schema:
    """Return the schema of `aliases.yaml`."""
    names = {**WORDS, "minItems": 2}
    entry = {
        "type": "object",
        "properties": {
            "same": {**names, "description": "Names of one; the first is shown."},
            "different": {**names, "description": "Names of as many."},
        },
        "minProperties": 1,
        "additionalProperties": False,
    }
    return {
        "description": "Who is who, in the user's own word.",
        "type": ["array", "null"],
        "items": entry,
    }


def baseline() -> Schema:
    """Return the schema of what `factcheck baseline write` writes."""
    names = ("fingerprint", "rule", "key")
    known = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": list(names),
    }
    return {
        "description": "Findings that are known already.",
        "type": "object",
        "properties": {
            "schema": {"const": "factcheck.baseline/1"},
            "findings": {"type": "array", "items": known},
        },
        "required": ["schema", "findings"],
    }


def verdict() -> Schema:
    """Return the schema of a line that `factcheck review` writes."""
    names = ("fingerprint", "rule", "key", "note", "by", "on")
    text = {"type": "string"}
    said = " ".join(f"{name}: {means}." for name, means in VERDICTS.items())
    return {
        "description": "A verdict on a finding, one line of factcheck.review.jsonl.",
        "type": "object",
        "properties": {
            **dict.fromkeys(names, text),
            "verdict": {"enum": list(VERDICTS), "description": said},
        },
        "required": ["fingerprint", "rule", "key", "verdict"],
    }
