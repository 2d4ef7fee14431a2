"""SARIF 2.1.0, as GitHub code scanning accepts and shows it.

GitHub refuses a whole file for one result without a location, shows only the first
location of a result, and the related ones only where the message links them.
"""

import json
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.findings import Finding, RuleText, State
from factcheck.reports.escape import inert
from factcheck.reports.locations import Place, places
from factcheck.reports.report import Report, report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HELP = "https://github.com/factcheck-sources/factcheck/blob/main/docs/rules.md"
MOST_RESULTS = 25_000  # GitHub refuses a run with more
MOST_LOCATIONS = 100  # GitHub shows as many of a result, and refuses 1,000
FINGERPRINT = "factcheckFinding/v1"
BASELINE = {State.NEW: "new", State.KNOWN: "unchanged", State.SUPPRESSED: "unchanged"}


@report("sarif")
def sarif(report: Report) -> str:
    """Lay out a report for code scanning."""
    findings = report.sorted
    rules = _rules(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "factcheck", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(findings))],
        "results": [_result(f, report, index) for f in findings[:MOST_RESULTS]],
    }
    laid = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(laid, indent=1) + "\n"


def _rules(report: Report) -> list[dict[str, Any]]:
    known = {rule.id: rule for rule in report.rules}
    for finding in report.sorted:
        ran = RuleText(finding.rule, finding.rule, finding.why, finding.severity)
        known.setdefault(finding.rule, ran)
    return [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.id.replace("-", " ")},
            "fullDescription": {"text": inert(rule.why or rule.message)},
            "help": {"text": inert(rule.why or rule.message)},
            "helpUri": HELP,
            "defaultConfiguration": {"level": str(rule.severity)},
            "properties": {"tags": ["facts", *rule.claims]},
        }
        for rule in sorted(known.values())
    ]


def _result(finding: Finding, report: Report, index: dict[str, int]) -> dict[str, Any]:
    shown = places(finding, report)[:MOST_LOCATIONS]
    locations = [_location(place) for place in shown[:1]] or [_nowhere(report)]
    laid: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": str(finding.severity),
        "message": {"text": _message(finding, shown)},
        "locations": locations,
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "baselineState": BASELINE[finding.state],
    }
    if len(shown) > 1:
        laid["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": _who(place)}}
            for number, place in enumerate(shown[1:], 1)
        ]
    if finding.state == State.SUPPRESSED:
        suppression = {"kind": "external", "status": "accepted"}
        if finding.reason:
            suppression["justification"] = inert(finding.reason)
        laid["suppressions"] = [suppression]
    return laid


def _message(finding: Finding, shown: list[Place]) -> str:
    """Say what is wrong, and link every other place by its number."""
    lines = [_escape(inert(finding.message)).rstrip(".") + "."]
    if shown:
        lines.append(f"{_escape(_who(shown[0]))}.")
    lines += [
        f"[{_escape(_who(place))}]({number})."
        for number, place in enumerate(shown[1:], 1)
    ]
    if finding.diff:
        pairs = (f"{inert(a) or '∅'} → {inert(b) or '∅'}" for a, b in finding.diff)
        lines.append(f"Words: {_escape('; '.join(pairs))}.")
    if finding.why:
        lines.append(_escape(inert(finding.why)))
    return "\n".join(lines)


def _who(place: Place) -> str:
    return f"{inert(place.document.source)}: {place.sentence}".rstrip(".")


def _escape(text: str) -> str:
    """Keep text from being read as a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(place: Place) -> dict[str, Any]:
    line, column, end_line, end_column = place.region
    region: dict[str, Any] = {"startLine": line}
    if column is not None and end_column is not None:
        region |= {"startColumn": column, "endLine": end_line, "endColumn": end_column}
    physical = {"artifactLocation": {"uri": place.uri}, "region": region}
    return {"physicalLocation": physical}


def _nowhere(report: Report) -> dict[str, Any]:
    """Locate a finding that names no claim: some place there must be."""
    documents = iter(report.documents.values())
    path = next((d.path or d.id for d in documents), "factcheck.yaml")
    physical = {"artifactLocation": {"uri": quote(path)}, "region": {"startLine": 1}}
    return {"physicalLocation": physical}


def _invocation(report: Report, count: int) -> dict[str, Any]:
    notes = [
        {"level": "error", "message": {"text": f"{inert(name)}: {inert(reason)}"}}
        for name, reason in report.missing
    ]
    if count > MOST_RESULTS:
        text = f"{count - MOST_RESULTS} further findings are left out"
        notes.append({"level": "warning", "message": {"text": text}})
    laid: dict[str, Any] = {
        "executionSuccessful": report.exit_code < 2,
        "exitCode": report.exit_code,
    }
    return {**laid, "toolExecutionNotifications": notes} if notes else laid
