"""File the report of pages without importing what makes them."""

from collections.abc import Iterator

from factcheck.reports.model import Page, Report, site


@site("html")
def html(report: Report) -> Iterator[Page]:
    """Yield the pages, one after the other; no page grows with the corpus."""
    from factcheck.reports.site.pages import pages  # checks start without it

    yield from pages(report)
