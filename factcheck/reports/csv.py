"""Findings as a table (CSV), one row per claim, for spreadsheets and notebooks."""

import csv
from collections.abc import Iterator
from io import StringIO

from factcheck.findings import Finding
from factcheck.reports.escape import inert
from factcheck.reports.locations import places
from factcheck.reports.report import Report, report

COLUMNS = (
    "fingerprint",
    "severity",
    "rule",
    "state",
    "group",
    "key",
    "message",
    "variant",
    "value",
    "source",
    "published",
    "path",
    "line",
    "column",
    "sentence",
)

FORMULA = ("=", "+", "-", "@")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV injection)."""


@report("csv")
def table(report: Report) -> str:
    """Print a header and one row per claim of every finding, at most 20 a variant.

    `variant` counts from 1; 0 marks a value that is compatible with the others. Line
    and column count from 1; the column is empty where the file is not plain text.
    """
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in report.sorted:
        writer.writerows(_rows(finding, report))
    return written.getvalue()


def _rows(finding: Finding, report: Report) -> Iterator[list[str]]:
    head = [finding.fingerprint, str(finding.severity), finding.rule]
    head += [str(finding.state), finding.group or "", finding.key, finding.message]
    numbers = {variant: n for n, variant in enumerate(finding.variants, 1)}
    shown = sorted(places(finding, report), key=lambda p: numbers.get(p.variant, 99))
    for place in shown:
        document, region = place.document, place.region
        row = [*head, str(numbers.get(place.variant, 0)), place.variant.label]
        row += [document.source, document.published or "", place.path]
        row += [str(region.line), str(region.column or ""), place.sentence]
        yield list(map(as_cell, row))
    if not shown:
        yield [*map(as_cell, head), *[""] * (len(COLUMNS) - len(head))]


def as_cell(text: str) -> str:
    """Put text on one line, and keep a spreadsheet from computing it."""
    return guarded(inert(text))


def guarded(text: str) -> str:
    """Keep a spreadsheet from computing what an article says.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.startswith(FORMULA) else text
