"""Saved web pages: the article without its page, title, source and date from metadata.

Reading them takes an extra: `pip install factcheck-sources[html]`.
"""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.documents.model import Document
from factcheck.errors import DocumentError

REMEDY = "reading HTML needs an extra: pip install 'factcheck-sources[html]'"


@reader(".html", ".htm")
def read_html(file: File) -> Iterator[Read]:
    """Read the article of a page; its text is what remains without the page.

    Raises:
        DocumentError: The extra is not installed, or the page holds no article.
    """
    yield page_of(file)


def page_of(file: File) -> Document:
    """Read the article of a page.

    Raises:
        DocumentError: The extra is not installed, or the page holds no article.
    """
    try:
        from factcheck.documents.page import read_page  # lxml is an extra
    except ImportError as error:
        raise DocumentError(file.path, REMEDY) from error
    return read_page(file)
