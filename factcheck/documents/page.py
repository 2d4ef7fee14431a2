"""A saved web page: its article, and what its metadata says about it.

Needs the extra `html`; only the reader of pages imports this module.
"""

import json
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import html

from factcheck.documents.attributed import attributed
from factcheck.documents.files import File
from factcheck.documents.model import Document
from factcheck.documents.source import day_of
from factcheck.errors import DocumentError

FIELDS = {
    "title": ("headline", "og:title", "twitter:title", "title"),
    "source": ("publisher", "og:site_name", "application-name"),
    "published": (
        "datePublished",
        "article:published_time",
        "parsely-pub-date",
        "dc.date.issued",
        "dcterms.issued",
        "sailthru.date",
        "pubdate",
        "date",
    ),
    "url": ("canonical", "og:url", "url"),
}


def read_page(file: File) -> Document:
    """Read the article of a page.

    Raises:
        DocumentError: It is not HTML, or holds no article.
    """
    text = _article(file)
    said = _metadata(file)
    found = {field: _first(said, names) for field, names in FIELDS.items()}
    days = (day_of(said[name]) for name in FIELDS["published"] if name in said)
    return attributed(
        file,
        text,
        source=found["source"],
        published=next((day for day in days if day), None),
        title=found["title"],
        url=found["url"],
    )


def _article(file: File) -> str:
    try:
        text = trafilatura.extract(
            file.raw, include_comments=False, include_tables=False, deduplicate=False
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise DocumentError(file.path, f"not HTML: {error}") from error
    if not text or not text.strip():
        raise DocumentError(
            file.path, "no article found in this page; save its text as .txt"
        )
    return text


def _metadata(file: File) -> dict[str, str]:
    """Return what JSON-LD, meta tags and the title say, the first of each name."""
    tree = html.fromstring(file.raw)
    said: dict[str, str] = {}
    for name, content in (*_linked_data(tree), *_tags(tree)):
        if isinstance(content, str) and content.strip():
            whole = content.encode("utf-8", "replace").decode()  # no half characters
            said.setdefault(name, " ".join(whole.split()))
    return said


def _linked_data(tree: html.HtmlElement) -> Iterator[tuple[str, Any]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            laid = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(laid):
            if "headline" in thing or "datePublished" in thing:
                publisher = thing.get("publisher")
                if isinstance(publisher, list):
                    publisher = publisher[0] if publisher else None
                if isinstance(publisher, dict):
                    publisher = publisher.get("name")
                yield "headline", thing.get("headline")
                yield "datePublished", thing.get("datePublished")
                yield "publisher", publisher
                yield "url", thing.get("url")


def _things(laid: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script, those of a graph or list one by one."""
    for thing in laid if isinstance(laid, list) else [laid]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (t for t in graph or () if isinstance(t, dict))


def _tags(tree: html.HtmlElement) -> Iterator[tuple[str, str | None]]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        spelled = next((n for ns in FIELDS.values() for n in ns if _same(n, name)), "")
        yield spelled, tag.get("content")
    for link in tree.xpath('//link[@rel="canonical"]'):
        yield "canonical", link.get("href")
    for title in tree.xpath("//head/title"):
        yield "title", title.text


def _same(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)
