"""A saved web page: its article, and what its metadata says about it.

Needs the extra `html`; only the reader of pages imports this module.
"""

import codecs
import re

import trafilatura
from lxml import etree, html

from factcheck.documents.attributed import attributed
from factcheck.documents.files import File
from factcheck.documents.model import Document
from factcheck.documents.page_metadata import metadata_of
from factcheck.documents.source import spelled_day
from factcheck.errors import DocumentError
from factcheck.lexicons import load_table

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WESTERN = "windows-1252"
"""What pages without a charset, and those said to be ISO 8859-1, are written in."""


def read_page(file: File) -> Document:
    """Read the article of a page."""
    page = _decoded(file.raw)
    text = _article(file, page)
    try:
        metadata = metadata_of(html.fromstring(page))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise DocumentError(file.path, f"not HTML: {error}") from error
    fields = {
        field: [content for name in names for content in metadata.get(name, ())]
        for field, names in load_table("page-fields").items()
    }
    days = map(spelled_day, fields["published"])
    return attributed(
        file,
        text,
        source=next(iter(fields["source"]), None),
        published=next((day for day in days if day), None),
        title=next(iter(fields["title"]), None),
        url=next(iter(fields["url"]), None),
    )


def _decoded(raw: bytes) -> str:
    """Return the characters of a page.

    What reads as UTF-8 is UTF-8, whatever the page says of itself and wherever.
    """
    if raw.startswith(WIDE):
        return raw.decode("utf-16", "replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = CHARSET.search(raw)
        text = raw.decode(_codec(declared[1].decode() if declared else ""), "replace")
    return DECLARATION.sub("", text).replace("\0", "")


def _codec(name: str) -> str:
    if name.lower() in ("", "iso-8859-1", "latin1", "latin-1", "us-ascii"):
        return WESTERN
    try:
        known = codecs.lookup(name)
    except LookupError:
        return WESTERN
    return known.name if getattr(known, "_is_text_encoding", True) else WESTERN


def _article(file: File, page: str) -> str:
    try:
        text = trafilatura.extract(
            page, include_comments=False, include_tables=False, deduplicate=False
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise DocumentError(file.path, f"not HTML: {error}") from error
    if not text or not text.strip():
        raise DocumentError(
            file.path, "no article found in this page; save its text as .txt"
        )
    return text
