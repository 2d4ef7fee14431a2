"""The report as JSON, whole or a finding a line, in the form `factcheck schema` has."""

import json
from typing import Any

from factcheck.claims import claim_to_json
from factcheck.findings import Finding, Variant
from factcheck.reports.model import REPORT_SCHEMA, Report, report


@report("json")
def as_json(report: Report) -> str:
    """Lay out the whole report as one JSON document."""
    return json.dumps(report_to_json(report), ensure_ascii=False, indent=2) + "\n"


@report("jsonl")
def as_jsonl(report: Report) -> str:
    """Lay out one finding a line, for streams."""
    return "".join(
        json.dumps(finding_to_json(finding, report), ensure_ascii=False) + "\n"
        for finding in report.sorted
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
            "corroborated": [
                {
                    "kind": one.kind,
                    "key": one.key,
                    "value": one.value,
                    "sources": list(one.sources),
                    "origins": list(one.origins),
                    "claims": list(one.claims),
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
