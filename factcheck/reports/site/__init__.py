"""The report as a folder of pages that needs no server, no network and no script."""

from factcheck.reports.site.folder import html

__all__ = ["html"]
