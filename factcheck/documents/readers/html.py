"""Saved web pages: the article without its page, title, source and date from metadata.

Reading them takes an extra: `pip install factcheck-sources[html]`.
"""

from collections.abc import Iterator

from factcheck.documents.document import Document
from factcheck.documents.files import File, Read, reader
from factcheck.errors import needs_extra


@reader(".html", ".htm")
def read_html(file: File) -> Iterator[Read]:
    """Read the article of a page; its text is what remains without the page."""
    yield page_of(file)


def page_of(file: File) -> Document:
    """Read the article of a page."""
    with needs_extra("html", "reading HTML", file.path):
        from factcheck.documents.page import read_page
    return read_page(file)
