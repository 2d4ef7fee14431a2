"""JUnit XML: one suite per rule; build servers show findings as failed tests."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from factcheck.findings import Finding, Severity, State
from factcheck.reports.escape import inert
from factcheck.reports.locations import places
from factcheck.reports.report import Report, report


@report("junit")
def junit(report: Report) -> str:
    """Lay out a report as test results.

    Errors and warnings are failures; notes, known and suppressed findings are skipped
    tests; what was not checked is an error; a rule that found nothing has passed.
    """
    by_rule = {
        rule: list(findings)
        for rule, findings in groupby(
            sorted(report.sorted, key=lambda f: f.rule), key=lambda f: f.rule
        )
    }
    names = sorted({*by_rule, *(rule.id for rule in report.rules)})
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="factcheck">']
    lines += _compared(report)
    for name in names:
        lines += _suite(name, by_rule.get(name, []), report)
    lines += _not_checked(report)
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _compared(report: Report) -> Iterator[str]:
    """Say what was compared, as a test that passes."""
    name = _quoted(inert(report.summary.comparison))
    yield '  <testsuite name="compared" tests="1" failures="0" errors="0" skipped="0">'
    yield f'    <testcase classname="compared" name={name}/>'
    yield "  </testsuite>"


def _suite(rule: str, findings: list[Finding], report: Report) -> Iterator[str]:
    skipped = sum(map(_is_skipped, findings))
    yield (
        f"  <testsuite name={_quoted(rule)} "
        f'tests="{max(1, len(findings))}" failures="{len(findings) - skipped}" '
        f'errors="0" skipped="{skipped}">'
    )
    if not findings:
        name = _quoted("no contradiction found")
        yield f"    <testcase classname={_quoted(rule)} name={name}/>"
    for finding in findings:
        yield from _case(finding, report)
    yield "  </testsuite>"


def _case(finding: Finding, report: Report) -> Iterator[str]:
    group = f" ({inert(finding.group)})" if finding.group else ""
    name = f"{inert(finding.key)}{group} {finding.fingerprint[:8]}"
    message = _quoted(inert(finding.message))
    yield f"    <testcase classname={_quoted(finding.rule)} name={_quoted(name)}>"
    if _is_skipped(finding):
        yield f"      <skipped message={message}/>"
    else:
        kind = _quoted(str(finding.severity))
        yield f"      <failure type={kind} message={message}>"
        yield escape("\n".join(_body(finding, report)), quote=False)
        yield "      </failure>"
    yield "    </testcase>"


def _is_skipped(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE or finding.state is not State.NEW


def _body(finding: Finding, report: Report) -> Iterator[str]:
    for place in places(finding, report):
        where = f"{inert(place.path)}:{place.region.line}"
        yield f"{where}: {inert(place.document.source)}: {place.sentence}"
    for before, after in finding.diff:
        yield f"{inert(before) or '∅'} → {inert(after) or '∅'}"
    if finding.why:
        yield inert(finding.why)


def _not_checked(report: Report) -> Iterator[str]:
    missing = report.missing
    if not missing:
        return
    count = len(missing)
    yield (
        f'  <testsuite name="not checked" tests="{count}" failures="0" '
        f'errors="{count}" skipped="0">'
    )
    for name, reason in missing:
        yield f'    <testcase classname="not checked" name={_quoted(inert(name))}>'
        yield f'      <error type="incomplete" message={_quoted(inert(reason))}/>'
        yield "    </testcase>"
    yield "  </testsuite>"


def _quoted(text: str) -> str:
    """Write text as the value of an XML attribute."""
    return f'"{escape(text)}"'
