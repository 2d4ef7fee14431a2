"""The table of facts: rows of what sources say, a column per source."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from factcheck.findings import Wording
from factcheck.registry import Registry
from factcheck.reports.escape import brief, inert
from factcheck.reports.escape import markdown as escape_markdown
from factcheck.reports.layout import Line, StyledWord, line, width_of, wrap, write
from factcheck.reports.locations import where_worded
from factcheck.reports.questions.answer import csv_of, json_of, page_of, shown, table_of
from factcheck.reports.report import Report, plural
from factcheck.reports.text import Look

if TYPE_CHECKING:
    from factcheck.pipeline.fact_table import FactRow, FactTable

MARKS = {"agree": "=", "differ": "≠", "vary": "~", "single": "·"}
"""The sign of a row; what each means is said below the table."""

STANDINGS = {
    "agree": "sources agree",
    "differ": "sources contradict each other",
    "vary": "several values",
    "single": "one source",
}

LEGEND = "= sources agree, ≠ they contradict each other, ~ several values, · one source"
NARROWEST = 13
"""Columns of a terminal below which a source gets a line instead of a column."""

LABEL = 20
"""Columns of a terminal for what a fact is."""

CELL = 70
"""Characters of a cell that are shown."""

Link = Callable[[Wording], str | None]
FactFormat = Callable[[Report, Look], str]
FACT_FORMATS: Registry[FactFormat] = Registry("format of a table of facts")


@FACT_FORMATS.register("text")
def as_text(report: Report, look: Look) -> str:
    """Print a table per story: columns by source where the screen is wide enough."""
    return write(_lines(report, look), look.colour)


@FACT_FORMATS.register("json")
def as_json(report: Report, look: Look) -> str:
    """Print every fact with its cells, those of one source too."""
    stories = [
        {
            "id": table.story,
            "documents": list(table.documents),
            "facts": [
                {
                    "fact": row.label,
                    "standing": row.standing,
                    "cells": [wording._asdict() for wording in _cells(table, row)],
                }
                for row in table.rows
            ],
        }
        for table in report.material.tables
    ]
    return json_of("facts", stories=stories)


@FACT_FORMATS.register("csv")
def as_csv(report: Report, look: Look) -> str:
    """Print a line per cell, for spreadsheets; cells are kept from being formulas."""
    columns = ("story", "fact", "standing", "source", "words", "where")
    rows = (
        (table.story, row.label, row.standing, one.source, one.words, where)
        for table in report.material.tables
        for row in table.rows
        for one in _cells(table, row)
        for where in [where_worded(one, report)]
    )
    return csv_of(columns, (tuple(map(inert, row)) for row in rows))


def _cells(table: "FactTable", row: "FactRow") -> Iterator[Wording]:
    """Yield what documents print, in the order of the table's columns."""
    for name in table.documents:
        yield from row.cells.get(name, ())


@FACT_FORMATS.register("markdown")
def as_markdown(report: Report, look: Look) -> str:
    """Print a Markdown table per story."""
    return "\n".join(_markdown(report)) + "\n"


@FACT_FORMATS.register("html")
def as_html(report: Report, look: Look) -> str:
    """Print one page that needs nothing else."""
    tables = "\n".join(table_html(table, report) for table in filled(report))
    body = f"<p>{escape(report.summary.comparison)}</p>\n{tables}\n"
    return page_of("Facts", body, "Facts, source by source")


def table_html(
    table: "FactTable", report: Report, link: Link | None = None, name: str = ""
) -> str:
    """Return the table of one story as HTML; everything printed is escaped.

    *link* says where the words of a cell are to be read; *name* heads the table.
    """
    name = shown(name or table.story)
    sources = _sources(table, report)
    heads = "".join(f'<th scope="col">{shown(source)}</th>' for source in sources)
    head = f'<th scope="col">Fact</th>{heads}'
    rows = (_row_html(row, table, report, link) for row in table.shared)
    return f"""<section class="facts">
<h2>{name}</h2>
{table_of(f"Facts of {name}", head, rows, ' class="facts"')}
<p class="quiet">{shown(LEGEND)}. {shown(_left_out(table))}</p>
</section>"""


def _row_html(
    row: "FactRow", table: "FactTable", report: Report, link: Link | None
) -> str:
    printed = (
        "<br>".join(_cell_html(one, report, link) for one in _distinct(row, name))
        for name in table.documents
    )
    cells = "".join(f"<td>{cell}</td>" for cell in printed)
    mark = MARKS[row.standing]
    sign = f'<span class="mark" title="{STANDINGS[row.standing]}">{mark}</span>'
    label = f'<th scope="row">{sign} {shown(row.label)}</th>'
    return f'<tr class="{row.standing}">{label}{cells}</tr>'


def _distinct(row: "FactRow", document: str) -> list[Wording]:
    """Return what a document prints, without "41" beside "41 people"."""
    kept: list[Wording] = []
    for one in row.cells.get(document, ()):
        words = set(one.words.split())
        if not any(words <= set(other.words.split()) for other in kept):
            kept.append(one)
    return kept


def _cell_html(wording: Wording, report: Report, link: Link | None) -> str:
    where = shown(where_worded(wording, report))
    words = shown(brief(wording.words, CELL))
    if link and (page := link(wording)):
        return f'<a href="{shown(page)}" title="{where}">{words}</a>'
    return f'<span title="{where}">{words}</span>'


def _markdown(report: Report) -> Iterator[str]:
    yield escape_markdown(report.summary.comparison)
    for table in filled(report):
        sources = map(escape_markdown, _sources(table, report))
        yield f"\n## {escape_markdown(table.story)}\n"
        yield f"| Fact | | {' | '.join(sources)} |"
        yield f"|---|---|{'---|' * len(table.documents)}"
        for row in table.shared:
            cells = (
                "<br>".join(
                    f"{escape_markdown(brief(inert(w.words), CELL))}"
                    f" ({escape_markdown(where_worded(w, report))})"
                    for w in _distinct(row, name)
                )
                for name in table.documents
            )
            label = escape_markdown(inert(row.label))
            yield f"| {label} | {MARKS[row.standing]} | {' | '.join(cells)} |"
        yield f"\n{LEGEND}. {_left_out(table)}"


def _lines(report: Report, look: Look) -> Iterator[Line]:
    yield from wrap([StyledWord(report.summary.comparison)], look.width, "")
    for table in filled(report):
        yield line()
        yield line(StyledWord(f"── {inert(table.story)} ──", "head"))
        sources = [inert(source) for source in _sources(table, report)]
        room = (look.width - LABEL) // max(1, len(sources)) - 1
        if room >= NARROWEST:
            yield from _grid(table, sources, room, report)
        else:
            yield from _blocks(table, report, look)
        yield from wrap(
            [StyledWord(f"{LEGEND}. {_left_out(table)}", "dim")], look.width, ""
        )


def _grid(
    table: "FactTable", sources: Sequence[str], room: int, report: Report
) -> Iterator[Line]:
    yield from _beside([_folded("", LABEL), *(_folded(s, room) for s in sources)], room)
    for row in table.shared:
        label = _folded(f"{MARKS[row.standing]} {inert(row.label)}", LABEL)
        cells = [
            [
                part
                for wording in _distinct(row, name)
                for part in _folded(_placed(wording, report), room)
            ]
            for name in table.documents
        ]
        style = "warning" if row.standing == "differ" else ""
        yield from _beside([label, *cells], room, style)
    yield line()


def _placed(wording: Wording, report: Report) -> str:
    """Return the words of a cell and the line they stand on: "12 people :7"."""
    document = report.documents.get(wording.document)
    words = brief(inert(wording.words), CELL)
    if document is None or not document.verbatim:
        return words
    row = document.text.count("\n", 0, wording.start) + document.line
    return f"{words} :{row}"


def _beside(columns: list[list[str]], room: int, style: str = "") -> Iterator[Line]:
    """Yield the lines of a row whose cells lie side by side."""
    for n in range(max(map(len, columns))):
        words = []
        for place, column in enumerate(columns):
            wide = room if place else LABEL
            part = column[n] if n < len(column) else ""
            gap = " " * (wide - width_of(part) + 1)
            words.append(StyledWord(part + gap, style if place == 0 else ""))
        yield line(*words)


def _folded(words: str, width: int) -> list[str]:
    """Break words into lines of a width; a longer word is cut."""
    lines: list[str] = []
    for word in words.split():
        while width_of(word) > width:
            lines.append(word[:width])
            word = word[width:]
        if lines and width_of(lines[-1]) + 1 + width_of(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _blocks(table: "FactTable", report: Report, look: Look) -> Iterator[Line]:
    for row in table.shared:
        style = "warning" if row.standing == "differ" else "head"
        head = StyledWord(f"{MARKS[row.standing]} {inert(row.label)}", style)
        yield from wrap([head], look.width, "", "  ")
        for name in table.documents:
            if not (cells := _distinct(row, name)):
                continue
            words = (brief(inert(wording.words), CELL) for wording in cells)
            line_of_source = [
                StyledWord(f"{inert(cells[0].source)}  ", "dim"),
                StyledWord(" / ".join(words)),
                StyledWord(f"  {where_worded(cells[0], report)}", "dim"),
            ]
            yield from wrap(line_of_source, look.width, "    ", "      ")
    yield line()


def filled(report: Report) -> "list[FactTable]":
    """Return the tables that have a row to show."""
    return [table for table in report.material.tables if table.shared]


def _sources(table: "FactTable", report: Report) -> list[str]:
    """Return the heads of the columns; texts of one source are told apart by day."""
    known = [report.documents[name] for name in table.documents]
    counted = Counter(document.source for document in known)
    return [
        f"{d.source}, {d.published}"
        if counted[d.source] > 1 and d.published
        else d.source
        for d in known
    ]


def _left_out(table: "FactTable") -> str:
    left = len(table.rows) - len(table.shared)
    are = "is" if left == 1 else "are"
    return f"{plural(left, 'fact')} of one source {are} not shown." if left else ""
