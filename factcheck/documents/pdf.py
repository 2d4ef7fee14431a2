"""A PDF file: the text of its pages.

Needs the extra `office`; only the reader of such files imports this module.
"""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from factcheck.documents.document import Document
from factcheck.documents.files import LARGEST, File
from factcheck.documents.make_document import make_document
from factcheck.errors import DocumentError

EDGE = 3
"""Lines at the top and at the bottom of a page that may be its head or foot."""

OFTEN = 1 / 3
"""The share of the pages on which a running head stands (odd pages have their own)."""

FULL = 0.6
"""The share of the longest line of its page that a wrapped line fills."""

ENDED = re.compile(r"[.!?…:\"'”’)]\s*\Z")
NUMBER = re.compile(
    r"\W{0,40}(?:(?:page\b|p\.)\W{0,4})?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\W{1,4}(?:of\W{1,4})?\d{1,4})?\W{0,40}",
    re.I,
)
CUT = re.compile(r"([\w-]{0,60}[^\W_])([-‐\u00ad])\n([^\W_]+)")
HYPHEN = re.compile(r"[^\W_][-‐\u00ad]\Z")
QUOTES = ("“", "”"), ('"', '"')


class PageLine(NamedTuple):
    """A line, the length of the longest of its page, and whether it is the last."""

    text: str
    longest: int
    last: bool


def text_of_pages(pages: Sequence[str]) -> str:
    r"""Return the text of pages: paragraphs whole, running heads left out.

    A line end stays behind a sentence, and behind a short line: that is a heading.

    >>> text_of_pages(["Courier\n1\nShe spoke of the long-\nterm plan for the",
    ...     "Courier\n2\nold har-\nbour. She left."])
    'She spoke of the long-term plan for the old harbour. She left.'
    """
    texts = [page.replace("\r\n", "\n").replace("\0", " ") for page in pages]
    bare = list(
        _without_running_heads([text.strip("\n").split("\n") for text in texts])
    )
    lines = []
    for page in bare:
        longest = max(map(len, page), default=0)
        lines += [
            PageLine(line.rstrip(), longest, n == len(page))
            for n, line in enumerate(page, 1)
        ]
    known = frozenset(re.findall(r"[^\W_]+(?:-[^\W_]+)*", "\n".join(texts).lower()))
    return CUT.sub(lambda cut: _whole(cut, known), "".join(_joined(lines))).strip("\n")


def _without_running_heads(pages: list[list[str]]) -> Iterator[list[str]]:
    """Yield the lines of pages without what stands at the edge of many, and numbers."""
    different = set(map(tuple, pages))
    edges = Counter(
        shape
        for page in different
        for shape in {_shape(line) for line in (*page[:EDGE], *page[-EDGE:])}
    )
    least = max(2, OFTEN * len(different))
    repeated = {shape for shape, count in edges.items() if count >= least}
    for page in pages:
        first, last = 0, len(page)
        while first < min(EDGE, last) and _runs(page[first], repeated):
            first += 1
        while last > max(first, len(page) - EDGE) and _runs(page[last - 1], repeated):
            last -= 1
        yield page[first:last]


def _runs(line: str, repeated: set[str]) -> bool:
    return _shape(line) in repeated or NUMBER.fullmatch(line) is not None


def _shape(line: str) -> str:
    """Return what is the same in the running heads of several pages."""
    return re.sub(r"\d+", "0", " ".join(line.split()).casefold())


def _joined(lines: list[PageLine]) -> Iterator[str]:
    """Yield the lines, and between them a blank or the end of a line or page."""
    opened = ""
    for line, after in zip(lines, [*lines[1:], PageLine("", 0, False)], strict=True):
        opened += line.text
        wrapped = len(line.text) >= FULL * line.longest and bool(after.text.strip())
        goes_on = line.last and after.text[:1].islower()
        yield line.text
        if HYPHEN.search(line.text) and after.text[:1].isalnum():
            yield "\n"
        elif ENDED.search(line.text) and not (wrapped and _quoting(opened, after.text)):
            yield "\n\n" if line.last else "\n"
            opened = ""
        elif wrapped or goes_on:
            yield " "
        else:
            yield "\n\n" if line.last else "\n"
            opened = ""


def _quoting(paragraph: str, after: str) -> bool:
    """Ask whether a quotation of a paragraph goes on in the next line."""
    return any(
        paragraph.count(opening) > paragraph.count(closing)
        if opening != closing
        else paragraph.count(opening) % 2 == 1
        for opening, closing in QUOTES
        if not after.startswith(opening)
    )


def _whole(cut: re.Match[str], known: frozenset[str]) -> str:
    """Return a word that a line's end cut, with its hyphen where it has one."""
    before, mark, after = cut.groups()
    if mark == "\u00ad":
        return before + after
    first, second = before.rpartition("-")[2].lower(), after.lower()
    if first + second in known:
        return before + after
    own = not (first[-1].isalpha() and before[-1].islower() and after[0].islower())
    own = own or "-" in before or f"{first}-{second}" in known
    own = own or first in _compounds()["first"] or second in _compounds()["last"]
    return f"{before}-{after}" if own else before + after


@cache
def _compounds() -> dict[str, frozenset[str]]:
    from factcheck.lexicons import load_table  # YAML is slow to import

    return {part: frozenset(words) for part, words in load_table("hyphens").items()}


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
    return make_document(file, text, title=title)


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
