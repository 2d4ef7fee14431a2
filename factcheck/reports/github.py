"""GitHub workflow commands: findings as annotations on the files of a pull request.

For the page of the run, add `-f markdown=$GITHUB_STEP_SUMMARY`.
"""

from collections import Counter
from collections.abc import Iterator

from factcheck.findings import Finding, Severity
from factcheck.reports.escape import inert
from factcheck.reports.locations import places
from factcheck.reports.report import Report, report

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
MOST = 10  # annotations of one level that GitHub shows for a step


@report("github")
def github(report: Report) -> str:
    """Lay out the new findings as annotations, and count those that do not fit."""
    return "".join(f"{one}\n" for one in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    shown: Counter[str] = Counter()
    for finding in report.new:
        level = LEVELS[finding.severity]
        shown[level] += 1
        if shown[level] <= MOST:
            yield _annotation(level, finding, report)
    for name, reason in report.missing[:MOST]:
        title = _property("factcheck: not checked")
        yield f"::warning title={title}::{_data(f'{inert(name)}: {inert(reason)}')}"
    for level, number in sorted(shown.items()):
        if number > MOST:
            yield f"factcheck: {number - MOST} further {level}s are not annotated"


def _annotation(level: str, finding: Finding, report: Report) -> str:
    shown = places(finding, report)
    properties = {"title": f"{finding.rule}: {inert(finding.key)}"}
    if shown:
        line, column, end_line, end_column = shown[0].region
        properties |= {"file": inert(shown[0].path), "line": str(line)}
        if column is not None:
            properties["endLine"] = str(end_line)
            if line == end_line:
                properties |= {"col": str(column), "endColumn": str(end_column)}
    lines = [inert(finding.message)]
    lines += [f"{inert(p.document.source)}: {p.sentence}" for p in shown]
    laid = ",".join(f"{k}={_property(v)}" for k, v in properties.items())
    return f"::{level} {laid}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
