"""Counts instead of findings: by rule, by story and by source.

What a terminal shows by default where a check finds more than fits on it.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.findings import Finding, Severity, State
from factcheck.reports.escape import inert
from factcheck.reports.report import Report, plural, report

LISTED = 20
"""Rows of a list; the rest is counted."""

SCREEN, SHORT = 5, 3
"""Rows of a list on a screen of 30 lines, and beside what was not checked."""

NARROW = 28
"""Characters of a name in a table, so that 60 columns are enough; the rest is cut."""


@report("summary")
def summary(report: Report) -> str:
    """Count the new findings by rule, story and source."""
    return "".join(f"{one}\n" for one in _lines(report, 88, LISTED))


def on_one_screen(report: Report, width: int) -> str:
    """Count them so that a terminal of 30 lines shows everything at once."""
    listed = SHORT if report.missing else SCREEN
    return "".join(f"{one}\n" for one in _lines(report, width, listed))


Rows = list[tuple[str, Counter[Severity]]]


def _lines(report: Report, width: int, listed: int) -> Iterator[str]:
    yield from textwrap.wrap(report.summary.comparison, width)
    yield ""
    tables = dict(_tables(report.new))
    names = [name for rows in tables.values() for name, _ in rows[:listed]]
    wide = max((min(len(name), NARROW) for name in (*names, *tables)), default=0) + 2
    for head, rows in tables.items():
        yield from _table(head, rows, wide, listed)
    if report.missing:
        yield f"Not checked ({len(report.missing)})"
        for name, reason in report.missing[:listed]:
            yield f"  {inert(name)}: {inert(reason)}"
        yield from _left(len(report.missing) - listed)
        yield ""
    yield from textwrap.wrap(verdict_line(report), width)


def _tables(new: list[Finding]) -> Iterator[tuple[str, Rows]]:
    if not new:
        return
    yield "By rule", _counted((f.rule, f) for f in new)
    if any(f.group for f in new) or len({_story(f) for f in new}) > 1:
        yield "By story", _counted((inert(_story(f)), f) for f in new)
    yield "By source", _counted((inert(name), f) for f in new for name in _sources(f))


def _story(finding: Finding) -> str:
    return finding.group or finding.story or "(none)"


def verdict_line(report: Report) -> str:
    """Say in one line what was checked and how many findings are new."""
    counted = Counter(finding.severity for finding in report.new)
    parts = [plural(counted[s], str(s)) for s in Severity if counted[s]]
    for state in (State.KNOWN, State.SUPPRESSED):
        if number := sum(f.state == state for f in report.findings):
            parts.append(f"{number:,} {state}")
    if not report.new:
        parts.insert(0, report.nothing)
    if report.missing:
        parts.append(f"{len(report.missing):,} not checked")
    what = report.summary
    checked = [what.scope, plural(what.claims, "claim"), plural(what.rules, "rule")]
    return f"Checked {', '.join(checked)}: {', '.join(parts)}."


def _sources(finding: Finding) -> list[str]:
    """Return the sources that stand on a side of a finding, each once."""
    return sorted({name for variant in finding.variants for name in variant.sources})


def _counted(named: Iterable[tuple[str, Finding]]) -> Rows:
    """Count findings by name and severity, the most severe and most frequent first."""
    rows: dict[str, Counter[Severity]] = {}
    for name, finding in named:
        rows.setdefault(name, Counter())[finding.severity] += 1

    def rank(row: tuple[str, Counter[Severity]]) -> tuple[list[int], str]:
        name, counts = row
        return [-counts[severity] for severity in Severity], name

    return sorted(rows.items(), key=rank)


def _table(head: str, rows: Rows, wide: int, listed: int) -> Iterator[str]:
    yield head.ljust(wide) + "".join(f"{s}s".rjust(10) for s in Severity)
    for name, counts in rows[:listed]:
        shown = name if len(name) <= NARROW else f"{name[: NARROW - 1]}…"
        cells = "".join(f"{counts[s] or '·':>10}" for s in Severity)
        yield f"{shown.ljust(wide)}{cells}"
    yield from _left(len(rows) - listed)
    yield ""


def _left(number: int) -> Iterator[str]:
    if number > 0:
        yield f"  and {number:,} more"
