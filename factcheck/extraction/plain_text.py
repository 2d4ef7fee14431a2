"""A text as its words are read: without markup, each letter and blank in one form."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from factcheck.claims import Claim, Mention
from factcheck.claims.canonical import UNSEEN, plain
from factcheck.claims.extraction import Extraction, TypedMention
from factcheck.documents import TEXT, TITLE, Document, Span
from factcheck.documents.markup import MarkupChange, markup_of

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD = re.compile(rf"[\r\x0b\x0c\x85\u2010\u2011\u02bc{BLANKS}]")
RESIZED = re.compile(
    rf"[{UNSEEN}]+"
    r"|[\ufb00-\ufb06]"  # ligatures
    r"|[^\W_][\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
"""What takes more or fewer characters in plain form: decomposed letters, too."""
RARE = re.compile(rf"[{UNSEEN}\ufb00-\ufb06\u0300-\u036f\u1100-\u1112]")
"""A character of each of these: most texts have none."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Words in plain form, and where each of them is printed.

    Attributes:
        text: The words.
        changes: What stands in the printed text instead, in order.
        starts: Where in `text` each change is.
    """

    text: str
    changes: tuple[MarkupChange, ...] = ()
    starts: tuple[int, ...] = ()

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the printed text that holds a range of the words."""
        if end <= start:
            first = self._character(start)[0]
            return first, first
        return self._character(start)[0], self._character(end - 1)[1]

    def _character(self, at: int) -> tuple[int, int]:
        before = bisect_right(self.starts, at) - 1
        if before < 0:
            return at, at + 1
        change = self.changes[before]
        past = at - self.starts[before] - len(change.shown)
        if past < 0:
            return change.start, change.end
        return change.end + past, change.end + past + 1


def plain_text(text: str, markdown: bool = False) -> PlainText:
    r"""Return the words of a text as extraction reads them.

    >>> plain = plain_text("Ma\u00adyor Ana\u00a0Dura\u0301n")
    >>> plain.text, plain.printed(6, 15)
    ('Mayor Ana Durán', (7, 17))
    """
    changes = _changes(text, markdown)
    pieces = []
    last = 0
    for change in changes:
        pieces += [text[last : change.start], change.shown]
        last = change.end
    shifts = accumulate(len(c.shown) - c.end + c.start for c in changes)
    return PlainText(
        ODD.sub(_usual, "".join([*pieces, text[last:]])),
        tuple(changes),
        tuple(c.start + s for c, s in zip(changes, (0, *shifts), strict=False)),
    )


def _changes(text: str, markdown: bool) -> list[MarkupChange]:
    """Return what changes its length, in order; of two at one place the longer."""
    changes = [
        MarkupChange(*match.span(), _resized(match[0]))
        for match in (RESIZED.finditer(text) if RARE.search(text) else ())
    ]
    if markdown:
        changes += (c._replace(shown=RESIZED.sub("", c.shown)) for c in markup_of(text))
    kept: list[MarkupChange] = []
    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _resized(printed: str) -> str:
    composed = unicodedata.normalize("NFKC", printed)
    return "" if re.fullmatch(rf"[{UNSEEN}]+", printed) else composed


def _usual(match: re.Match[str]) -> str:
    """Return the one character that an odd blank, hyphen or line end is read as."""
    mark = match[0]
    if mark in "\u2010\u2011":
        return "-"
    if mark == "\u02bc":
        return "’"
    if mark == "\r":
        return " " if match.string[match.end() : match.end() + 1] == "\n" else "\n"
    return "\n" if mark in "\x0b\x0c\x85" else " "


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """A document of plain words, and the one it was made of.

    Attributes:
        document: What extraction reads.
        original: The document as published.
        parts: The plain words of its text and headline; none where they are plain
            already, and `document` is `original`.
    """

    document: Document
    original: Document
    parts: dict[str, PlainText]

    def restored(self, extraction: Extraction) -> Extraction:
        """Return an extraction whose places and words are those of the original."""
        if not self.parts:
            return extraction
        return replace(
            extraction,
            document=self.original,
            claims=tuple(map(self._claim, extraction.claims)),
            mentions=tuple(
                TypedMention(m.type, self.mention(m.mention))
                for m in extraction.mentions
            ),
        )

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            span=self._span(claim.span),
            roles={r: tuple(map(self.mention, m)) for r, m in claim.roles.items()},
            attribution=tuple(map(self.mention, claim.attribution)),
            id="",
        )

    def mention(self, mention: Mention) -> Mention:
        """Return a mention where the original prints it.

        Its words are its value where markup is printed between them.
        """
        if not self.parts:
            return mention
        start, end, _ = span = self._span(mention.span)
        text = self.original.quote(span)
        value = mention.value
        if value is None and plain(text) != plain(mention.text):
            value = plain(mention.text)
        return mention._replace(start=start, end=end, text=text, value=value)

    def _span(self, span: Span) -> Span:
        return Span(*self.parts[span.part].printed(span.start, span.end), span.part)


def plain_document(document: Document) -> PlainDocument:
    """Return a document as extraction reads it; itself where that is the same."""
    marked = document.syntax == "markdown"
    parts = {part: plain_text(document.stretch(part), marked) for part in (TEXT, TITLE)}
    if all(plain.text == document.stretch(part) for part, plain in parts.items()):
        return PlainDocument(document, document, {})
    title = document.title and parts[TITLE].text
    read = replace(document, text=parts[TEXT].text, title=title)
    return PlainDocument(read, document, parts)
