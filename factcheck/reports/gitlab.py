"""GitLab code quality: findings in the merge request widget."""

import json

from factcheck.findings import Severity
from factcheck.reports.escape import inert
from factcheck.reports.locations import places
from factcheck.reports.report import Report, report

SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.NOTE: "info",
}


@report("gitlab")
def gitlab(report: Report) -> str:
    """Lay out the new findings as a code quality report."""
    laid = []
    for finding in report.new:
        shown = places(finding, report)
        sentences = [f"{inert(p.document.source)}: {p.sentence}" for p in shown]
        begin = shown[0].region.line if shown else 1
        path = inert(shown[0].path) if shown else "factcheck.yaml"
        laid.append(
            {
                "check_name": finding.rule,
                "description": " / ".join((inert(finding.message), *sentences)),
                "fingerprint": finding.fingerprint,
                "severity": SEVERITIES[finding.severity],
                "location": {"path": path, "lines": {"begin": begin}},
            }
        )
    return json.dumps(laid, indent=1) + "\n"
