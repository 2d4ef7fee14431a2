"""A PDF file: the text of its pages.

Needs the extra `office`; only the reader of such files imports this module.
"""

import logging
import struct
import zlib
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from factcheck.documents.attributed import attributed
from factcheck.documents.files import LARGEST, File
from factcheck.documents.model import Document
from factcheck.documents.pages import text_of_pages
from factcheck.errors import DocumentError

MOST_PAGES = 500
NOT_PDF = "not a PDF file that can be read; save its text as .txt"
BROKEN = (
    PyPdfError,
    zlib.error,
    struct.error,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
    OverflowError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    OSError,
    MemoryError,
)
"""What a broken or hostile file makes the library raise."""


def read_pages(file: File) -> Document:
    """Read the text of all pages; lines wrapped by the page are put together.

    The day of publication is one the text begins with (`date 2024-05-03`); the day
    the file was made is none.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # we report faults ourselves
    try:
        text, title = _read(file)
    except BROKEN as error:
        raise DocumentError(file.path, NOT_PDF) from error
    if not text.strip():
        reason = "this PDF file holds no text (pages that are pictures are not read)"
        raise DocumentError(file.path, reason)
    return attributed(file, text, title=title)


def _read(file: File) -> tuple[str, str | None]:
    reader = PdfReader(BytesIO(file.raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError(file.path, "locked with a password; save it without")
    if len(reader.pages) > MOST_PAGES:
        count = len(reader.pages)
        reason = f"has {count} pages, more than {MOST_PAGES}; split it"
        raise DocumentError(file.path, reason)
    pages = []
    room = LARGEST
    for page in reader.pages:
        pages.append(page.extract_text())
        room -= len(pages[-1])
        if room < 0:
            raise DocumentError(file.path, "holds too much text; split it")
    given = reader.metadata.title if reader.metadata else None
    title = " ".join(given.split()) if isinstance(given, str) else ""
    return whole(text_of_pages(pages)), whole(title) or None


def whole(text: str) -> str:
    """Replace halves of characters, which fonts without a table yield."""
    return text.encode("utf-8", "replace").decode()
