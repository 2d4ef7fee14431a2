"""Where reports go: the screen or files, several in one run."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.documents.ours import is_ours
from factcheck.errors import UsageError
from factcheck.registry import unknown
from factcheck.reports import REPORTS, SITES, Look, Page, Report

NARROWEST, WIDEST = 60, 120


class Output(NamedTuple):
    """A format and the file or folder it goes to; None is standard output."""

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
        if name not in REPORTS and name not in SITES:
            known = (*REPORTS, *SITES)
            raise UsageError(f"--format {item}: {unknown('format', name, known)}")
        if name in SITES and not path:
            raise UsageError(f"--format {item}: name a folder, such as {name}=report")
        found.append(Output(name, Path(path) if path else None))
    places = [output.path for output in found]
    for place in places:
        if places.count(place) > 1:
            where = place or "standard output"
            raise UsageError(f"--format: two reports cannot both go to {where}")
    return found


def write(
    report: Report,
    output: Output,
    verbose: bool,
    as_text: Callable[[Report, Look], str],
) -> None:
    """Write a report where it belongs.

    Args:
        report: What is laid out.
        output: In which format, and where it goes.
        verbose: Whether the text report tells everything.
        as_text: Lays out the text report.

    Raises:
        UsageError: The file cannot be written.
    """
    if output.path is not None and output.format in SITES:
        _write_folder(SITES[output.format](report), output.path)
        return
    if output.format == "text":
        laid = as_text(report, _look(output, verbose))
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


def _write_folder(pages: Iterable[Page], folder: Path) -> None:
    """Write pages into a folder that is empty, new, or holds an earlier report.

    Raises:
        UsageError: The folder holds something else, or cannot be written.
    """
    index = folder / "index.html"
    try:
        ours = index.is_file() and is_ours(index.read_bytes())
        if folder.exists() and not ours and any(folder.iterdir()):
            raise UsageError(f"{folder}: holds other files; name an empty folder")
        for old in (*folder.glob("*.html"), *folder.glob("*/*.html")) if ours else ():
            if old != index and is_ours(old.read_bytes()):
                old.unlink()
        for page in pages:
            path = folder / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror}") from error


def _look(output: Output, verbose: bool) -> Look:
    """Fit the text report to the screen; plain and 88 columns wide elsewhere."""
    if output.path is not None or not sys.stdout.isatty():
        return Look(verbose=verbose)
    width = shutil.get_terminal_size().columns
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Look(max(NARROWEST, min(width, WIDEST)), colour, verbose)
