"""A saved web page: its article, and what its metadata says about it.

Needs the extra `html`; only the reader of pages imports this module.
"""

import codecs
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

import trafilatura
from lxml import etree, html

from factcheck.documents.document import Document
from factcheck.documents.files import File
from factcheck.documents.make_document import make_document
from factcheck.documents.source import spelled_day
from factcheck.errors import DocumentError
from factcheck.lexicons import load_table

NAMED = ("property", "name", "itemprop")
MARKED = ("headline", "datepublished", "publisher")
"""What microdata marks in the page itself."""

WRAPPING = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->|^[ \t]{0,40}(?://|/\*|\*/).*$", re.M)
TRAILING = re.compile(r",(?=\s*[}\]])")
BROKEN = {
    "headline": re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){1,500})"'),
    "datepublished": re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"'),
    "publisher": re.compile(
        r'"publisher"\s*:\s*(?:\{[^{}]{0,300}?"name"\s*:\s*)?"([^"]{1,100})"'
    ),
}
"""What is looked for in JSON-LD that cannot be read."""

Thing = dict[str, Any]


def metadata_of(tree: html.HtmlElement) -> dict[str, list[str]]:
    """Return what a page says, in its order, by the names of `page-fields.yaml`."""
    fields: dict[str, list[str]] = defaultdict(list)
    for name, content in (*_linked_data(tree), *_tags(tree), *_microdata(tree)):
        if isinstance(content, str) and content.strip():
            whole = content.encode("utf-8", "replace").decode()  # no half characters
            fields[name].append(" ".join(unescape(unescape(whole)).split()))
    return fields


def _tags(tree: html.HtmlElement) -> Iterator[tuple[str, str | None]]:
    """Yield what meta tags say; one tag may bear several names."""
    for tag in tree.iter("meta"):
        for attribute in NAMED:
            for name in (tag.get(attribute) or "").lower().split():
                yield name, tag.get("content")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "canonical", link.get("href")
    for title in tree.xpath("//head/title"):
        yield "title", title.text


def _microdata(tree: html.HtmlElement) -> Iterator[tuple[str, str | None]]:
    for element in tree.xpath("//body//*[@itemprop]"):
        name = element.get("itemprop").lower()
        if name in MARKED:
            named = element.xpath('.//*[@itemprop="name"]')
            inner = named[0] if named else element
            given = inner.get("content") or inner.get("datetime")
            yield name, given or inner.text_content()
    for element in tree.xpath("//time[@pubdate]"):
        yield "datepublished", element.get("datetime") or element.text_content()


def _linked_data(tree: html.HtmlElement) -> Iterator[tuple[str, Any]]:
    """Yield what JSON-LD says of the article, then what it says of the page."""
    things: list[Thing] = []
    broken: list[str] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = script.text_content() or ""
            laid = _loaded(text)
            things += _things(laid)
            broken += [text] if laid is None else []
    known = {str(t["@id"]): t for t in things if "@id" in t and len(t) > 1}
    for thing in sorted(things, key=_rank):
        if "headline" in thing or "datePublished" in thing:
            yield "headline", _text(thing.get("headline"))
            yield "datepublished", _text(thing.get("datePublished"))
            for role in ("publisher", "sourceOrganization", "provider"):
                yield "publisher", _named(thing.get(role), known)
            yield "url", _text(thing.get("url"))
    for text in broken:
        for name, pattern in BROKEN.items():
            if match := pattern.search(text):
                yield name, match[1]


def _loaded(text: str) -> object:
    """Read JSON as pages print it; None where it cannot be repaired."""
    bare = TRAILING.sub("", WRAPPING.sub("", text)).strip().rstrip(";")
    for attempt in (text, bare):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(laid: object, deep: int = 0) -> Iterator[Thing]:
    """Yield the objects of a JSON-LD script, those of a graph or list one by one."""
    for thing in laid if isinstance(laid, list) else [laid]:
        if isinstance(thing, dict):
            yield thing
            if deep < 5:
                yield from _things(thing.get("@graph"), deep + 1)
                yield from _things(thing.get("mainEntity"), deep + 1)


def _rank(thing: Thing) -> int:
    """Return 0 for an article, 1 for what may be one, 2 for the page around it."""
    types = thing.get("@type")
    named = " ".join(map(str, types)) if isinstance(types, list) else str(types)
    if re.search(r"Article|Posting|Report|Review|NewsStory", named):
        return 0
    return 2 if re.search(r"Page|WebSite|Organization|Video|Image", named) else 1


def _named(value: object, known: Mapping[str, Thing]) -> str | None:
    """Return the name of a publisher, which may be given elsewhere under its id."""
    if isinstance(value, list):
        return next((name for one in value if (name := _named(one, known))), None)
    if isinstance(value, dict):
        there = known.get(str(value.get("@id")), {})
        return _text(value.get("name")) or _text(there.get("name"))
    text = _text(value)
    return _text(known[text].get("name")) if text and text in known else text


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return next((text for one in value if (text := _text(one))), None)
    if isinstance(value, dict):
        return _text(value.get("@value"))
    return value if isinstance(value, str) else None


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
    return make_document(
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
