"""The report as JSON, whole or a finding a line, in the form `factcheck schema` has."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from factcheck.claims import claim_to_json
from factcheck.findings import Finding
from factcheck.reports.report import REPORT_SCHEMA, Report, report

UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)

OPTIONAL = ("against", "left_out")
"""Counts of the summary that are there when something was compared or left out."""


@report("json")
def as_json(report: Report) -> str:
    """Lay out the whole report as one JSON document, a finding a line."""
    laid = report_to_json(report)
    findings = ",\n    ".join(map(_line, laid["findings"]))
    agreed = ",\n      ".join(map(_line, laid["summary"]["corroborated"]))
    missing = ",\n      ".join(map(_line, laid["summary"]["not_checked"]))
    named = ("documents", "claims", "rules", *OPTIONAL)
    summary = laid["summary"]
    counts = (f'"{name}": {summary[name]}' for name in named if name in summary)
    compared = _line(summary["compared"])
    return (
        f'{{\n  "schema": {_line(laid["schema"])},\n'
        f'  "findings": [{_block(findings, "    ")}],\n'
        f'  "summary": {{\n    {", ".join(counts)},\n'
        f'    "compared": {compared},\n'
        f'    "corroborated": [{_block(agreed, "      ")}],\n'
        f'    "not_checked": [{_block(missing, "      ")}]\n  }},\n'
        f'  "exit_code": {laid["exit_code"]}\n}}\n'
    )


@report("jsonl")
def as_jsonl(report: Report) -> str:
    """Lay out one finding a line, for streams."""
    return "".join(
        f"{_line(finding_to_json(finding, report))}\n" for finding in report.sorted
    )


def report_to_json(report: Report) -> dict[str, Any]:
    """Lay out findings, summary and exit status."""
    summary = _laid(report.summary)
    return {
        "schema": REPORT_SCHEMA,
        "findings": [finding_to_json(f, report) for f in report.sorted],
        "summary": {
            n: part for n, part in summary.items() if part or n not in OPTIONAL
        },
        "exit_code": report.exit_code,
    }


def finding_to_json(finding: Finding, report: Report) -> dict[str, Any]:
    """Lay out one finding with its claims in full."""
    claims = [
        claim_to_json(claim, report.documents[claim.document])
        for claim in finding.claims
        if claim.document in report.documents
    ]
    return {
        **dict.fromkeys(("rule", "severity", "fingerprint", "state")),
        **_laid(replace(finding, claims=())),
        "claims": claims,
    }


def printed(made: type) -> tuple[str, ...]:
    """Return the names of what JSON holds of a dataclass or a named tuple."""
    if is_dataclass(made):
        return tuple(f.name for f in fields(made) if f.metadata.get("printed", True))
    return getattr(made, "_fields", ())


def _laid(part: Any) -> Any:
    if names := printed(type(part)):
        return {name: _laid(getattr(part, name)) for name in names}
    return list(map(_laid, part)) if isinstance(part, list | tuple) else part


def _line(laid: object) -> str:
    """Write a value on one line; what a terminal would obey or hide is escaped."""
    written = json.dumps(laid, ensure_ascii=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _block(lines: str, indent: str) -> str:
    return f"\n{indent}{lines}\n{indent[2:]}" if lines else ""
