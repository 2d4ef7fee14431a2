"""Where reports go: the screen or files, several in one run."""

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.documents.ours import is_ours
from factcheck.errors import UsageError, writing
from factcheck.pipeline.settings import Settings
from factcheck.registry import unknown
from factcheck.reports import REPORTS, SITES, Look, Page, Report
from factcheck.reports.summary import on_one_screen

NARROWEST, WIDEST = 60, 200
SCROLLS = 20
"""Findings beyond which a terminal gets a summary where nobody chose a format."""

HINT = "See each: -f text, -f concise (one line each), -f html=DIR.\n"


class Output(NamedTuple):
    """A format and the file or folder it goes to; None is standard output."""

    format: str
    path: Path | None


def outputs(wanted: Sequence[str]) -> list[Output]:
    """Read `FORMAT` or `FORMAT=FILE` for every report asked for.

    Raises:
        UsageError: There is no such format, or two reports go to one place.
    """
    targets = []
    for item in wanted or ("text",):
        output = output_of(item, (*REPORTS, *SITES))
        if output.format in SITES and output.path is None:
            example = f"name a folder, such as {output.format}=report"
            raise UsageError(f"--format {item}: {example}")
        targets.append(output)
    places = [output.path for output in targets]
    for place in places:
        if places.count(place) > 1:
            where = place or "standard output"
            raise UsageError(f"--format: two reports cannot both go to {where}")
    return targets


def output_of(wanted: str, formats: Collection[str]) -> Output:
    """Read one `FORMAT` or `FORMAT=FILE`.

    Raises:
        UsageError: There is no such format.
    """
    name, _, path = wanted.partition("=")
    if name not in formats:
        raise UsageError(f"--format {wanted}: {unknown('format', name, formats)}")
    return Output(name, Path(path) if path else None)


def write(
    report: Report,
    output: Output,
    settings: Settings,
    as_text: Callable[[Report, Look], str],
) -> None:
    """Write a report where it belongs.

    *as_text* lays out the text report.
    """
    if output.path is not None and output.format in SITES:
        _write_folder(SITES[output.format](report), output.path)
        _announce(output.path / "index.html", settings)
        return
    if _scrolls(report, output, settings):
        laid = on_one_screen(report, look_of(output, settings).width) + HINT
    elif output.format == "text":
        laid = as_text(report, look_of(output, settings))
    else:
        laid = REPORTS[output.format](report)
    print_or_write(laid, output, settings)


def print_or_write(laid: str, output: Output, settings: Settings) -> None:
    """Print what was laid out, or write it to the file it belongs in.

    Raises:
        UsageError: The file cannot be written.
    """
    if output.path is None:
        sys.stdout.write(laid)
        return
    with writing(output.path):
        output.path.write_text(laid, encoding="utf-8")
    _announce(output.path, settings)


def _announce(path: Path, settings: Settings) -> None:
    """Say on a terminal where a report went."""
    if sys.stderr.isatty() and not settings.quiet:
        print(f"factcheck: report written to {path}", file=sys.stderr)


def _scrolls(report: Report, output: Output, settings: Settings) -> bool:
    """Ask whether nobody chose a format and the findings do not fit on the terminal."""
    chosen = settings.formats or settings.verbose or settings.limit
    return (
        not chosen
        and output.path is None
        and sys.stdout.isatty()
        and len(report.new) > SCROLLS
    )


def _write_folder(pages: Iterable[Page], folder: Path) -> None:
    """Write pages into a folder that is empty, new, or holds an earlier report."""
    index = folder / "index.html"
    with writing(folder):
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


def look_of(output: Output, settings: Settings) -> Look:
    """Fit the text report to the screen; plain and 88 columns wide elsewhere."""
    limit = settings.limit or None
    screen = output.path is None and sys.stdout.isatty()
    width = Look().width
    if screen:
        columns = shutil.get_terminal_size().columns
        width = max(NARROWEST, min(columns, WIDEST))
    colour = output.path is None and _coloured(settings.color, screen)
    return Look(width, colour, settings.verbose, limit)


def _coloured(wanted: str, screen: bool) -> bool:
    """Decide on colour: what was asked for, else FORCE_COLOR, NO_COLOR, the screen."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return screen and os.environ.get("TERM") != "dumb"
