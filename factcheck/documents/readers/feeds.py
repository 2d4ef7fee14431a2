"""Feeds: RSS and Atom, each entry a document of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NoReturn
from xml.parsers import expat

from factcheck.documents.files import DocumentFault, File, Read, reader
from factcheck.documents.make_document import make_document
from factcheck.documents.source import spelled_day
from factcheck.errors import DocumentError

DEEPEST = 200
"""Elements within one another; nobody writes a feed deeper than that."""


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        name: Its name without the namespace's prefix, as in `encoded`.
        space: Its namespace, or "".
        given: Its attributes.
        line: The line on which it begins.
        parts: Its text and elements, in order.
    """

    name: str
    space: str
    given: dict[str, str]
    line: int
    parts: "list[str | Element]" = field(default_factory=list)

    @property
    def elements(self) -> "Iterator[Element]":
        """The elements directly within."""
        return (part for part in self.parts if isinstance(part, Element))

    @property
    def text(self) -> str:
        """The text directly within."""
        return "".join(part for part in self.parts if isinstance(part, str))


def read_xml(raw: bytes, path: str) -> Element:
    """Read the tree of a file.

    Entities may not be declared, so none can grow; nothing outside is ever read.

    Raises:
        DocumentError: It is not XML, declares entities or is nested too deeply.
    """
    root = Element("", "", {}, 1)
    opened = [root]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(reason: str) -> NoReturn:
        raise DocumentError(f"{path}:{parser.CurrentLineNumber}", reason)

    def start(name: str, given: dict[str, str]) -> None:
        if len(opened) > DEEPEST:
            refuse("nested too deeply for a feed")
        space, _, local = name.rpartition(" ")
        made = Element(local, space, given, parser.CurrentLineNumber)
        opened[-1].parts.append(made)
        opened.append(made)

    def end(_: str) -> None:
        opened.pop()

    def text(characters: str) -> None:
        opened[-1].parts.append(characters)

    def entity(*_: object) -> None:
        refuse("declares entities, which may grow without end; take them out")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        fault = expat.ErrorString(error.code)
        raise DocumentError(f"{path}:{error.lineno}", f"not XML: {fault}") from error
    except (ValueError, LookupError) as error:
        raise DocumentError(path, f"not XML: {error}") from error
    return next(root.elements)


ENTRIES = ("item", "entry")
TEXTS = ("encoded", "content", "description", "summary")
"""Where the text of an entry may be, the fullest first."""

DAYS = ("pubDate", "published", "date", "issued", "updated")
OTHERS = ("http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd")
"""Namespaces whose titles and descriptions are those of pictures and sounds."""

HTML = "text/html"
NO_FEED = "no feed: it holds no entries (RSS: item, Atom: entry)"


@reader(".rss", ".atom", ".xml")
def read_feed(file: File) -> Iterator[Read]:
    """Read the entries of a feed; one with nothing but a headline is a fault."""
    root = read_xml(file.raw, file.path)
    channel = next((e for e in root.elements if e.name == "channel"), root)
    entries = [
        element
        for parent in ((root,) if channel is root else (channel, root))
        for element in parent.elements
        if element.name in ENTRIES
    ]
    if not entries:
        raise DocumentError(file.path, NO_FEED)
    outlet = _words(channel, "title")
    for entry in entries:
        yield _read(file, entry, outlet)


def _read(file: File, entry: Element, outlet: str) -> Read:
    text = next((t for name in TEXTS if (t := _words(entry, name))), "")
    if not text.strip():
        reason = "this entry holds a headline only; there is nothing to check"
        return DocumentFault(f"{file.path}:{entry.line}", reason)
    days = (spelled_day(day_text) for name in DAYS if (day_text := _words(entry, name)))
    try:
        return make_document(
            file,
            text,
            id=f"{file.id}:{entry.line}",
            source=_source(entry) or outlet,
            published=next((day for day in days if day), None),
            title=" ".join(_words(entry, "title").split()),
            url=_link(entry),
            line=entry.line,
        )
    except DocumentError as error:
        return DocumentFault(error.where, error.reason)


def _words(parent: Element, name: str) -> str:
    """Return what an element directly within says, as text; "" where there is none."""
    from factcheck.documents.readers.feeds import words_of  # slow to import

    for element in _named(parent, name):
        kind = element.given.get("type", HTML)
        if kind in ("text", "text/plain"):
            text = element.text.strip()
        elif kind == "xhtml":
            text = words_of("".join(_markup(element)))
        elif kind in ("html", HTML):
            text = words_of(element.text)
        else:
            text = ""  # something else, laid out as letters
        if text:
            return text
    return ""


def _named(parent: Element, name: str) -> Iterable[Element]:
    return (e for e in parent.elements if e.name == name and e.space not in OTHERS)


def _markup(element: Element) -> Iterator[str]:
    """Spell the tree within an element as HTML."""
    from html import escape  # slow to import

    for part in element.parts:
        if isinstance(part, Element):
            yield f"<{part.name}>"
            yield from _markup(part)
            yield f"</{part.name}>"
        else:
            yield escape(part, quote=False)


def _source(entry: Element) -> str:
    """Return the outlet an entry names itself: feeds gather those of others."""
    for element in (*_named(entry, "source"), *_named(entry, "publisher")):
        outlet = element.text.strip() or _words(element, "title")
        if outlet:
            return " ".join(outlet.split())
    return ""


def _link(entry: Element) -> str:
    for link in _named(entry, "link"):
        if link.given.get("rel", "alternate") == "alternate":
            return link.given.get("href") or link.text.strip()
    return ""


WORDS = (
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3"
    " h4 h5 h6 header hr li main nav ol p pre section table td th tr ul"
)
BLOCKS = frozenset(WORDS.split())
SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object"})
"""Elements whose text nobody reads."""

CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.S)
TWICE = re.compile(r"</(?:a|b|div|em|i|p|span|strong)>|<br ?/?>")
"""Markup that was written as words: it was escaped twice."""

MARKUP = re.compile(r"<[a-zA-Z!/]|&(?:#\w{1,8}|[a-zA-Z]\w{1,30});")


def words_of(html: str) -> str:
    """Return the text of a fragment, its paragraphs apart; plain text as it is.

    >>> words_of("<p>Mayor <b>Ana</b> Duval&#8217;s dam</p><script>x()</script>")
    'Mayor Ana Duval’s dam'
    """
    html = CDATA.sub(r"\1", html)
    if not MARKUP.search(html):
        return html.strip()
    reader = _FragmentReader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    words = "\n\n".join(line for line in lines if line)
    return words_of(words) if TWICE.search(words) and words != html else words


class _FragmentReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT and not self._silent:
            self._silent = tag
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
