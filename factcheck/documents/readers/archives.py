"""Pages saved with their pictures in one file (MHTML): the article of the page.

Reading them takes an extra: `pip install factcheck-sources[html]`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.documents.files import File, Read, reader
from factcheck.documents.readers.html import page_of
from factcheck.errors import DocumentError

if TYPE_CHECKING:
    from email.message import Message

NO_PAGE = "no page in this file (MHTML); save the page again, as HTML"
BOM = b"\xef\xbb\xbf"


@reader(".mhtml", ".mht")
def read_archive(file: File) -> Iterator[Read]:
    """Read the page that an archive was made of; its pictures are left alone."""
    page = _page(file)
    document = page_of(replace(file, raw=_html(page)))
    where = str(page.get("Content-Location") or "")
    if document.url is None and where.startswith("http"):
        document = replace(document, url=where)
    yield document


def _page(file: File) -> "Message":
    """Return the part that is the page: the one named as the first, or the first."""
    from email import message_from_bytes  # slow to import

    try:
        whole = message_from_bytes(file.raw)
        parts = [p for p in whole.walk() if p.get_content_type() == "text/html"]
        start = str(whole.get_param("start") or "")
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise DocumentError(file.path, NO_PAGE) from error
    named = [p for p in parts if start and p.get("Content-ID") == start]
    for part in (*named, *parts):
        return part
    raise DocumentError(file.path, NO_PAGE)


def _html(page: "Message") -> bytes:
    """Return the page's bytes, in UTF-8 where the archive says what they are in."""
    raw = page.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return b""
    charset = page.get_content_charset()
    try:
        return BOM + raw.decode(charset).encode() if charset else raw
    except (LookupError, UnicodeError):
        return raw
