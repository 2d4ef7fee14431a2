"""One line per finding, for editors, `grep` and long lists.

`path:line:column: severity rule [fingerprint] message`, at the place to look at first.
"""

from collections.abc import Iterator

from factcheck.findings import Finding
from factcheck.reports.escape import brief, inert
from factcheck.reports.locations import places
from factcheck.reports.report import Report, report
from factcheck.reports.summary import verdict_line

MESSAGE = 240
"""Characters of a message; the text report prints the rest."""


@report("concise")
def concise(report: Report) -> str:
    """Print one line per new finding, one per document not checked, and the counts."""
    return "".join(f"{one}\n" for one in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding in report.new:
        yield _finding(finding, report)
    for name, reason in report.missing:
        yield f"{inert(name)}: not checked: {inert(reason)}"
    yield verdict_line(report)


def _finding(finding: Finding, report: Report) -> str:
    shown = places(finding, report)
    where = "-"
    if shown:
        line, column, *_ = shown[0].region
        where = f"{inert(shown[0].path)}:{line}"
        where += f":{column}" if column is not None else ""
    message = brief(inert(finding.message), MESSAGE)
    mark = finding.fingerprint[:8]
    return f"{where}: {finding.severity} {finding.rule} [{mark}] {message}"
