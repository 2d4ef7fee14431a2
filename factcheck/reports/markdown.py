"""The report for pull requests, step summaries and wikis."""

from collections.abc import Iterator

from factcheck.findings import Finding, Severity, State, Variant
from factcheck.reports.escape import brief, inert
from factcheck.reports.escape import markdown as escape
from factcheck.reports.locations import NAMED, sentences, where_worded
from factcheck.reports.report import Report, plural, report
from factcheck.reports.text import LONG, MESSAGE

MARK = "<!-- factcheck report -->"
LARGEST = 60_000  # characters; GitHub refuses a comment of more than 65,536
SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.NOTE: "🔵"}


@report("markdown")
def markdown(report: Report) -> str:
    """Lay out a report as GitHub-flavoured Markdown, short enough for a comment."""
    head = "\n".join(_head(report))
    tail = "\n".join(_tail(report))
    sections: list[str] = []
    room = LARGEST - len(head) - len(tail)
    left = report.new
    while left and (section := "\n".join(_finding(left[0], report))):
        if len(section) > room:
            break
        room -= len(section)
        sections.append(section)
        left = left[1:]
    if left:
        sections.append(f"*{plural(len(left), 'further finding')} not shown here.*\n")
    return "\n".join((head, *sections, tail))


def _head(report: Report) -> Iterator[str]:
    yield MARK
    counted = [(s, sum(f.severity == s for f in report.new)) for s in Severity]
    verdict = ", ".join(plural(n, str(s)) for s, n in counted if n)
    unchecked = len(report.missing)
    missing = f", {unchecked} not checked" if unchecked else ""
    yield f"## factcheck: {verdict or report.nothing}{missing}"
    yield ""
    yield (
        f"{escape(report.summary.comparison)} "
        f"{plural(report.summary.claims, 'claim')}, "
        f"{plural(report.summary.rules, 'rule')}."
    )
    yield ""


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    group = f" · {escape(finding.group)}" if finding.group else ""
    yield (
        f"### {SIGNS[finding.severity]} {finding.severity}: "
        f"{escape(finding.key)} (`{finding.rule}`){group}"
    )
    yield ""
    yield escape(brief(inert(finding.message), MESSAGE))
    yield ""
    yield "| | says | who | where |"
    yield "|---|---|---|---|"
    for number, variant in enumerate(finding.variants, 1):
        yield from _rows(str(number), variant, finding, report)
    for variant in finding.compatible:
        yield from _rows("≈", variant, finding, report)
    yield ""
    if finding.diff:
        pairs = (
            f"~~{escape(before or '∅')}~~ → **{escape(after or '∅')}**"
            for before, after in finding.diff
        )
        yield f"Words: {'; '.join(pairs)}"
        yield ""
    if finding.why:
        yield f"> {escape(finding.why)}"
        yield ""
    yield f"<sub>{finding.fingerprint}</sub>"
    yield ""


def _rows(
    sign: str, variant: Variant, finding: Finding, report: Report
) -> Iterator[str]:
    shown, left = sentences(variant, finding, report)
    if not shown:
        who = escape(", ".join(variant.sources))
        yield f"| {sign} | {escape(variant.label)} | {who} | |"
    for pieces, printed in shown:
        sentence = "".join(
            f"**{escape(p.text)}**" if p.marked else _spaced(p.text) for p in pieces
        )
        who = escape(", ".join(dict.fromkeys(p.source for p in printed[:NAMED])))
        where = "<br>".join(escape(p.where) for p in printed[:NAMED])
        if len(printed) > NAMED:
            where += f"<br>*and {len(printed) - NAMED} more*"
        yield f"| {sign} | {sentence or escape(variant.label)} | {who} | {where} |"
    if left:
        yield f"| {sign} | *and {left} more* | | |"


def _spaced(text: str) -> str:
    """Escape a stretch and keep the blanks at its ends."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " and text.strip() else ""
    return f"{before}{escape(text)}{after}"


def _tail(report: Report) -> Iterator[str]:
    agreed = report.summary.corroborated
    if agreed:
        yield "<details><summary>"
        yield f"Corroborated by independent sources ({len(agreed)})"
        yield "</summary>"
        yield ""
        for one in agreed[:50]:
            sources = escape(", ".join(one.sources))
            yield f"- {one.kind}: {escape(one.key)}: {escape(one.value)} ({sources})"
            for wording in one.wordings:
                where = escape(where_worded(wording, report))
                words = escape(brief(inert(wording.words), LONG))
                yield f"  - {escape(wording.source)}: “{words}” ({where})"
        if len(agreed) > 50:
            yield f"- *and {len(agreed) - 50} more*"
        yield ""
        yield "</details>"
        yield ""
    if report.missing:
        yield f"### Not checked ({len(report.missing)})"
        yield ""
        for document, reason in report.missing[:50]:
            yield f"- **{escape(document)}**: {escape(reason)}"
        if len(report.missing) > 50:
            yield f"- *and {len(report.missing) - 50} more*"
        yield ""
    known = sum(f.state == State.KNOWN for f in report.findings)
    suppressed = sum(f.state == State.SUPPRESSED for f in report.findings)
    if known or suppressed:
        yield f"{known} known and {suppressed} suppressed findings are not shown."
        yield ""
