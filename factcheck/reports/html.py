"""A folder of pages; what makes them is imported only when they are asked for."""

from collections.abc import Iterator

from factcheck.reports.report import Page, Report, site


@site("html")
def html(report: Report) -> Iterator[Page]:
    """Yield the pages, one after the other; no page grows with the corpus."""
    from factcheck.reports.site.pages import pages  # slow to import

    yield from pages(report)
