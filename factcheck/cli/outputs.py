"""Where reports go: the screen or files, several in one run."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import UsageError
from factcheck.registry import unknown
from factcheck.reports import REPORTS, Look, Report
from factcheck.reports.text import text as text_report

NARROWEST, WIDEST = 60, 120


class Output(NamedTuple):
    """A format and the file it goes to; None is standard output."""

    format: str
    path: Path | None


def outputs(wanted: Sequence[str]) -> list[Output]:
    """Read `FORMAT` or `FORMAT=FILE` for every report asked for.

    Raises:
        UsageError: There is no such format, or two reports go to one place.
    """
    found = []
    for item in wanted:
        name, _, path = item.partition("=")
        if name not in REPORTS:
            raise UsageError(f"--format {item}: {unknown('format', name, REPORTS)}")
        found.append(Output(name, Path(path) if path else None))
    places = [output.path for output in found]
    for place in places:
        if places.count(place) > 1:
            where = place or "standard output"
            raise UsageError(f"--format: two reports cannot both go to {where}")
    return found


def write(report: Report, output: Output, verbose: bool) -> None:
    """Write a report where it belongs.

    Raises:
        UsageError: The file cannot be written.
    """
    if output.format == "text":
        laid = text_report(report, _look(output, verbose))
    else:
        laid = REPORTS[output.format](report)
    if output.path is None:
        sys.stdout.write(laid)
        return
    try:
        output.path.parent.mkdir(parents=True, exist_ok=True)
        output.path.write_text(laid, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{output.path}: cannot be written: {error.strerror}"
        ) from error


def _look(output: Output, verbose: bool) -> Look:
    """Fit the text report to the screen; plain and 88 columns wide elsewhere."""
    if output.path is not None or not sys.stdout.isatty():
        return Look(verbose=verbose)
    width = shutil.get_terminal_size().columns
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Look(max(NARROWEST, min(width, WIDEST)), colour, verbose)
