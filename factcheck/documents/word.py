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
from docx.oxml.ns import qn
from lxml import etree

from factcheck.documents.document import Document
from factcheck.documents.files import LARGEST, File
from factcheck.documents.make_document import make_document
from factcheck.errors import DocumentError

W = qn("w:")
HOLDERS = (
    *("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple"),
    *("customXml", "bdo", "dir", "ruby", "rubyBase"),
)
"""What may stand around words and is not a word; what is deleted stands in others."""

MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
MOST_PARTS = 5000  # files inside the document
DENSEST = 200  # bytes that one byte of it may unpack to
NOT_WORD = "not a Word document (.docx); save it as .docx or as .txt"
BROKEN = (
    OpcError,
    etree.LxmlError,
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
    """
    _refuse_bombs(file)
    try:
        text, title = _read(file)
    except BROKEN as error:
        raise DocumentError(file.path, NOT_WORD) from error
    if not text.strip():
        raise DocumentError(file.path, "this Word document holds no text")
    return make_document(file, text, title=title)


def _refuse_bombs(file: File) -> None:
    """Look at how large a document is unpacked, before anything is unpacked."""
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
    return "\n".join(_lines(word.element.body)), _title(word)


def _lines(body: etree._Element) -> Iterator[str]:
    """Yield the lines of paragraphs and tables, an empty one behind each.

    Changes that are tracked are read as accepted: what is inserted is text, what is
    deleted is none.
    """
    begun = ""
    for element in _children(body):
        tag = _name(element)
        if tag == "p":
            begun += _words(element)
            if not _merged(element):
                yield from (begun, "")
                begun = ""
            for box in element.iter(W + "txbxContent"):
                if not any(_name(up) == "Fallback" for up in box.iterancestors()):
                    yield from _lines(box)
        elif tag == "tbl":
            yield from (*_rows(element), "")
        elif tag in HOLDERS:
            yield from _lines(element)
    if begun:
        yield from (begun, "")


def _children(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in element if isinstance(child.tag, str))


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _words(element: etree._Element) -> str:
    """Return what a paragraph or a part of it shows."""
    shown = []
    for child in _children(element):
        tag = _name(child)
        if tag in MARKS:
            shown.append(MARKS[tag])
        elif tag == "t":
            shown.append((child.text or "").replace("\r", "\n"))
        elif tag == "r":
            hidden = child.find(f"{W}rPr/{W}vanish")
            shown.append("" if hidden is not None else _words(child))
        elif tag in HOLDERS:
            shown.append(_words(child))
    return "".join(shown)


def _merged(paragraph: etree._Element) -> bool:
    """Ask whether the end of a paragraph is deleted: the next one goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _rows(table: etree._Element) -> Iterator[str]:
    for row in _inside(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            cells = (_lines(cell) for cell in _inside(row, "tc"))
            yield " | ".join(" ".join(" ".join(lines).split()) for lines in cells)


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in _children(element):
        if _name(child) == name:
            yield child
        elif _name(child) in HOLDERS:
            yield from _inside(child, name)


def _title(word: Word) -> str | None:
    """Return the title in the fields, or the paragraph laid out as the title."""
    title = (word.core_properties.title or "").strip()
    for paragraph in word.paragraphs[:5]:
        style = paragraph.style.name if paragraph.style else ""
        words = _words(paragraph._p)
        if style == "Title" and words.strip():
            title = words
            break
    return " ".join(title.split()) or None
