"""The report as JSON, whole or a finding a line, in the form `factcheck schema` has."""

import json
import re
from typing import Any

from factcheck.claims import claim_to_json
from factcheck.findings import Finding, Variant
from factcheck.reports.model import REPORT_SCHEMA, Report, report

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
    summary = report.summary
    return {
        "schema": REPORT_SCHEMA,
        "findings": [finding_to_json(f, report) for f in report.sorted],
        "summary": {
            "documents": summary.documents,
            "claims": summary.claims,
            "rules": summary.rules,
            **{n: getattr(summary, n) for n in OPTIONAL if getattr(summary, n)},
            "compared": summary.compared._asdict(),
            "corroborated": [
                {
                    "kind": one.kind,
                    "key": one.key,
                    "value": one.value,
                    "sources": list(one.sources),
                    "origins": list(one.origins),
                    "claims": list(one.claims),
                    "wordings": [wording._asdict() for wording in one.wordings],
                }
                for one in summary.corroborated
            ],
            "not_checked": [
                {"document": document, "reason": reason}
                for document, reason in summary.not_checked
            ],
        },
        "exit_code": report.exit_code,
    }


def finding_to_json(finding: Finding, report: Report) -> dict[str, Any]:
    """Lay out one finding with its claims in full."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "fingerprint": finding.fingerprint,
        "state": str(finding.state),
        "group": finding.group,
        "key": finding.key,
        "message": finding.message,
        "variants": [_variant(v) for v in finding.variants],
        "compatible": [_variant(v) for v in finding.compatible],
        "diff": [list(pair) for pair in finding.diff],
        "claims": [
            claim_to_json(claim, report.documents[claim.document])
            for claim in finding.claims
            if claim.document in report.documents
        ],
        "why": finding.why,
    }


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "label": variant.label,
        "sources": list(variant.sources),
        "origins": list(variant.origins),
        "claims": list(variant.claims),
    }


def _line(laid: object) -> str:
    """Write a value on one line; what a terminal would obey or hide is escaped."""
    written = json.dumps(laid, ensure_ascii=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _block(lines: str, indent: str) -> str:
    return f"\n{indent}{lines}\n{indent[2:]}" if lines else ""
