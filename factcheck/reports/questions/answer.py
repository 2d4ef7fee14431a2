"""An answer is a table with a title; every format is a pure function of it."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import StringIO
from pathlib import Path

from factcheck.registry import Registry
from factcheck.reports.csv import as_cell
from factcheck.reports.escape import brief, inert
from factcheck.reports.layout import Line, StyledWord, line, width_of, wrap, write
from factcheck.reports.text import Look

ANSWER_SCHEMA = "factcheck.answer/1"
NARROW = 24
"""Columns of a terminal that a column may take, except the widest one."""

INDENT = "    "
LEAST = 20
"""Columns of a terminal left for the widest column, however narrow the terminal."""

STYLE = Path(__file__).parent.parent / "site" / "templates" / "style.css"

Cell = str | int


@dataclass(frozen=True, slots=True)
class Answer:
    """A table that answers a question.

    Attributes:
        question: The name of the question, such as "timeline".
        title: What the table shows, in one line.
        columns: The names of the columns.
        rows: A value for each column; numbers stay numbers.
        wide: The column that takes the room that is left on a terminal.
        blocks: Whether a terminal shows each row as a block: what stands before the
            wide column on a line, the wide column below it, the rest below that.
        notes: Lines below the table: what was left out, and why.
    """

    question: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    wide: str
    blocks: bool = False
    notes: tuple[str, ...] = ()


AnswerFormat = Callable[[Answer, Look], str]
ANSWER_FORMATS: Registry[AnswerFormat] = Registry("answer format")


@ANSWER_FORMATS.register("text")
def as_text(answer: Answer, look: Look) -> str:
    """Print the table in columns that fit the screen."""
    return write(_lines(answer, look), look.colour)


@ANSWER_FORMATS.register("json")
def as_json(answer: Answer, look: Look) -> str:
    """Print one object with a list of rows, each an object by column."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    notes = list(answer.notes)
    return json_of(answer.question, title=answer.title, rows=rows, notes=notes)


def json_of(question: str, **laid: object) -> str:
    """Print one object that answers a question."""
    whole = {"schema": ANSWER_SCHEMA, "question": question, **laid}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


@ANSWER_FORMATS.register("csv")
def as_csv(answer: Answer, look: Look) -> str:
    """Print a header and the rows; cells are kept from being formulas."""
    return csv_of(answer.columns, answer.rows)


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Print a header and rows; cells are kept from being formulas."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([as_cell(str(cell)) for cell in row] for row in rows)
    return written.getvalue()


@ANSWER_FORMATS.register("html")
def as_html(answer: Answer, look: Look) -> str:
    """Print one page that needs nothing else."""
    head = "".join(f'<th scope="col">{shown(name)}</th>' for name in answer.columns)
    rows = (
        f"<tr>{''.join(f'<td>{shown(cell)}</td>' for cell in row)}</tr>"
        for row in answer.rows
    )
    notes = "".join(f'<p class="quiet">{shown(note)}</p>\n' for note in answer.notes)
    title = shown(answer.title)
    return page_of(title, f"{table_of(title, head, rows)}\n{notes}")


def page_of(title: str, body: str, heading: str = "") -> str:
    """Return a page that needs nothing else; what it is given is escaped already."""
    return f"""<!doctype html>
<html lang="en" data-factcheck>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title} · factcheck</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
<h1>{heading or title}</h1>
{body}</main>
</body>
</html>
"""


def table_of(title: str, head: str, rows: Iterable[str], style: str = "") -> str:
    """Return a table as HTML that scrolls sideways where it must."""
    body = "\n".join(rows)
    return f"""<div class="wide" tabindex="0" role="region" aria-label="{title}">
<table{style}>
<thead><tr>{head}</tr></thead>
<tbody>
{body}
</tbody>
</table>
</div>"""


def shown(cell: Cell) -> str:
    """Return a cell as HTML."""
    return escape(inert(str(cell)))


def _lines(answer: Answer, look: Look) -> Iterator[Line]:
    yield line(StyledWord(inert(answer.title), "head"))
    rows = [[inert(str(cell)) for cell in row] for row in answer.rows]
    if rows:
        yield line()
        yield from (_blocks if answer.blocks else _table)(answer, rows, look)
    if answer.notes:
        yield line()
    for note in answer.notes:
        yield from wrap([StyledWord(inert(note), "dim")], look.width, "")


def _blocks(answer: Answer, rows: list[list[str]], look: Look) -> Iterator[Line]:
    wide = answer.columns.index(answer.wide)
    for row in rows:
        head = "  ".join(cell for cell in row[:wide] if cell)
        yield from wrap([StyledWord(head, "head")], look.width, "", INDENT)
        yield from wrap([StyledWord(row[wide])], look.width, INDENT)
        for cell in row[wide + 1 :]:
            yield line(INDENT, StyledWord(cell, "dim"))
        yield line()


def _table(answer: Answer, rows: list[list[str]], look: Look) -> Iterator[Line]:
    wide = answer.columns.index(answer.wide)
    widths = [
        min(NARROW, max(width_of(cell) for cell in column))
        for column in zip(answer.columns, *rows, strict=True)
    ]
    numbers = [all(row[n].isdecimal() for row in rows) for n in range(len(widths))]
    indent = sum(width + 2 for width in widths[:wide])
    room = max(look.width, indent + LEAST)
    for number, row in enumerate((list(answer.columns), *rows)):
        style = "" if number else "head"
        left = [
            StyledWord(_fitted(cell, widths[n], numbers[n]) + "  ", style)
            for n, cell in enumerate(row[:wide])
        ]
        first, *more = wrap([StyledWord(row[wide] or "·", style)], room, " " * indent)
        yield (*left, *first[1:])
        yield from more


def _fitted(cell: str, width: int, number: bool) -> str:
    shown = cell if width_of(cell) <= width else f"{brief(cell, width - 2)}"
    while width_of(shown) > width:
        shown = shown[:-1]
    blank = " " * (width - width_of(shown))
    return blank + shown if number else shown + blank
