"""A Word document: its paragraphs and tables, and what its fields say about it.

Needs the extra `office`; only the reader of such files imports this module.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.sax import SAXException

import docx
from docx.document import Document as Word
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from factcheck.documents.attributed import attributed
from factcheck.documents.files import LARGEST, File
from factcheck.documents.model import Document
from factcheck.errors import DocumentError

MOST_PARTS = 5000  # files inside the document
DENSEST = 200  # bytes that one byte of it may unpack to
NOT_WORD = "not a Word document (.docx); save it as .docx or as .txt"
BROKEN = (
    OpcError,
    LxmlError,
    zlib.error,
    struct.error,
    SAXException,
    zipfile.BadZipFile,
    LookupError,
    ValueError,
    AttributeError,  # elements of another namespace are not those the library knows
    TypeError,
    RecursionError,
    OSError,
    NotImplementedError,
    RuntimeError,  # an encrypted part
    EOFError,
)
"""What a broken or hostile file makes the library raise."""


def read_word(file: File) -> Document:
    """Read a document whose size unpacked was looked at before.

    The day of publication is one the text begins with (`date 2024-05-03`); the day
    the file was made is none.

    Raises:
        DocumentError: It is not a Word document, is too large, holds no text, or the
            date it begins with is no day.
    """
    _refuse_bombs(file)
    try:
        text, title = _read(file)
    except BROKEN as error:
        raise DocumentError(file.path, NOT_WORD) from error
    if not text.strip():
        raise DocumentError(file.path, "this Word document holds no text")
    return attributed(file, text, title=title)


def _refuse_bombs(file: File) -> None:
    """Look at how large a document is unpacked, before anything is unpacked.

    Raises:
        DocumentError: It is not a zip file, or unpacks to too much.
    """
    try:
        parts = zipfile.ZipFile(BytesIO(file.raw)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentError(file.path, NOT_WORD) from error
    texts = sum(p.file_size for p in parts if not p.filename.startswith("word/media/"))
    size = sum(part.file_size for part in parts)
    dense = size > max(LARGEST // 10, DENSEST * len(file.raw))
    if texts > LARGEST or size > 4 * LARGEST or dense or len(parts) > MOST_PARTS:
        megabytes = size // (1024 * 1024)
        reason = f"unpacks to {megabytes} MB in {len(parts)} parts; save it as .txt"
        raise DocumentError(file.path, reason)


def _read(file: File) -> tuple[str, str | None]:
    word = docx.Document(BytesIO(file.raw))
    return "\n".join(_lines(word)), _title(word)


def _lines(word: Word) -> Iterator[str]:
    for block in word.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from (block.text.replace("\r", "\n"), "")
        else:
            yield from (*_cells(block), "")


def _cells(table: Table) -> Iterator[str]:
    """Yield a table row by row; a cell that spans columns is said once."""
    for row in table.rows:
        cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}
        yield " | ".join(cells.values())


def _title(word: Word) -> str | None:
    """Return the title in the fields, or the paragraph laid out as the title."""
    said = (word.core_properties.title or "").strip()
    for paragraph in word.paragraphs[:5]:
        style = paragraph.style.name if paragraph.style else ""
        if style == "Title" and paragraph.text.strip():
            said = " ".join(paragraph.text.split())
            break
    return " ".join(said.split()) or None
