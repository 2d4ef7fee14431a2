"""A page for each source, for each two that contradict each other, and one for all."""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.findings import Corroborated
from factcheck.reports.report import Page, Report
from factcheck.reports.site.agreement import (
    apart,
    matrix,
    sides,
    tallies,
    uncorroborated,
)
from factcheck.reports.site.book import Book, Entry
from factcheck.reports.site.render import listed, page

MOST = 500
"""Sources with a page of their own; those most often outnumbered or disputed."""

CLAIMS = 100
"""Claims of a source alone on its page."""


def source_paths(report: Report) -> dict[str, str]:
    """Return the page of each source, by its name."""
    ranked = [tally.source for tally in tallies(report)[:MOST]]
    return {name: f"sources/{n}.html" for n, name in enumerate(sorted(ranked), 1)}


def source_pages(book: Book) -> Iterator[Page]:
    """Yield the page that compares the sources, one for each, and those of pairs."""
    laid = matrix(book.report)
    ranked = tallies(book.report)
    pairs: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    entries_of: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        for name in sides(entry.finding):
            entries_of[name].append(entry)
        for left, right in apart(entry.finding):
            if left < right and left in laid.sources and right in laid.sources:
                pairs[left, right].append(entry)
    stems = {pair: f"pairs/{n}" for n, pair in enumerate(sorted(pairs), 1)}
    links = {}
    for (left, right), stem in stems.items():
        links[left, right] = links[right, left] = f"{stem}.html"
    yield page(
        "sources.html", "sources.html", book, matrix=laid, links=links, ranked=ranked
    )
    alone: defaultdict[str, list[Corroborated]] = defaultdict(list)
    for one in uncorroborated(book.report):
        for name in one.sources:
            alone[name].append(one)
    for tally in ranked:
        if tally.source in book.sources:
            yield page(
                "source.html",
                book.sources[tally.source],
                book,
                tally=tally,
                entries=entries_of[tally.source][:CLAIMS],
                documents=_documents(book, tally.source),
                alone=alone[tally.source][:CLAIMS],
            )
    for (left, right), stem in stems.items():
        yield from listed(
            "some.html",
            stem,
            book,
            pairs[left, right],
            heading=f"{left} and {right}",
            reason="Where these two sources contradict each other.",
            advice=[],
        )


def _documents(book: Book, source: str) -> list[tuple[str, str, str | None]]:
    """Return title, page and day of the documents of a source that have pages."""
    rows = (
        (book.report.documents[name], path) for name, path in book.documents.items()
    )
    return [(d.title or d.id, p, d.published) for d, p in rows if d.source == source]
