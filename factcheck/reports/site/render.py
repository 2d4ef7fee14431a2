"""Fill templates: what they print is escaped and made harmless."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck import __version__
from factcheck.findings import Wording
from factcheck.reports.escape import brief, inert
from factcheck.reports.questions.facts import table_html
from factcheck.reports.report import Page, plural
from factcheck.reports.site.agreement import headline
from factcheck.reports.site.book import Book
from factcheck.reports.site.in_words import long_day, story

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from factcheck.pipeline.fact_table import FactTable

TEMPLATES = Path(__file__).parent / "templates"
PER_PAGE = 200  # entries of a list on one page

T = TypeVar("T")


def page(template: str, path: str, book: Book, **filled: Any) -> Page:
    """Return one page; *path* lies in the folder and says how far down it is."""
    laid = _environment().get_template(template)
    filled |= {"root": "../" * path.count("/"), "path": path, "version": __version__}
    return Page(path, laid.render(book=book, report=book.report, **filled))


def listed(
    template: str,
    stem: str,
    book: Book,
    items: Sequence[T],
    per_page: int = PER_PAGE,
    **filled: Any,
) -> Iterator[Page]:
    """Yield the pages of a list; one, if there is nothing to list."""
    starts = range(0, max(1, len(items)), per_page)
    names = [numbered(stem, number) for number in range(1, len(starts) + 1)]
    for number, start in enumerate(starts, 1):
        yield page(
            template,
            names[number - 1],
            book,
            items=items[start : start + per_page],
            total=len(items),
            number=number,
            start=start + 1,
            names=names,
            **filled,
        )


def numbered(stem: str, number: int) -> str:
    """Return the path of one page of a list.

    >>> numbered("people", 1), numbered("people", 3)
    ('people.html', 'people-3.html')
    """
    return f"{stem}.html" if number == 1 else f"{stem}-{number}.html"


def asset(name: str) -> Page:
    """Return a file that goes into the folder as it is."""
    return Page(name, (TEMPLATES / name).read_text(encoding="utf-8"))


def plain(name: str) -> str:
    """Keep of a name what may stand in the name of a file.

    >>> plain("../Title-Conflict")
    'title-conflict'
    """
    return re.sub(r"[^0-9a-z-]", "", name.lower())[:80] or "other"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
        keep_trailing_newline=True,
    )
    environment.filters["brief"] = brief
    environment.filters["day"] = long_day
    environment.filters["table"] = _table
    environment.filters["link"] = _link
    environment.filters["plain"] = plain
    environment.filters["headline"] = headline
    environment.filters["count"] = plural
    environment.filters["story"] = story
    environment.filters["spaced"] = _spaced
    return environment


def _harmless(value: Any) -> Any:
    """Spell out control characters in everything a template prints as text."""
    return inert(value) if type(value) is str else value


def _spaced(text: str) -> "Markup":
    """Escape a stretch of a sentence and keep one blank at its ends."""
    from markupsafe import escape

    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return escape(f"{before}{inert(text)}{after}")


def _table(table: "FactTable", book: Book, root: str, name: str = "") -> "Markup":
    """Lay out the table of facts of a story; it escapes what it prints."""
    from markupsafe import Markup

    def link(wording: Wording) -> str | None:
        page = book.place(wording.document, wording.part, wording.start)
        return page and f"{root}{page}"

    return Markup(table_html(table, book.report, link, name or story(table.story)))


def _link(url: str | None) -> str | None:
    """Return an address a reader may be sent to; None for a script and the like."""
    return url if url and re.match(r"(?i)https?://[^\s]+\Z", url) else None
