"""A document: what one source published, unchanged, with places in it."""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

TEXT = "text"
TITLE = "title"


class Span(NamedTuple):
    """A half-open range `[start, end)` of characters in one part of a document."""

    start: int
    end: int
    part: str = TEXT


@dataclass(frozen=True, slots=True)
class Document:
    """One text by one source.

    Attributes:
        id: The name printed in claims and findings.
        text: The characters as published; offsets everywhere count these.
        source: The outlet or agency: given, credited in the text, or the file's name.
        published: The day of publication (ISO 8601, `2021-03-18`), or None.
        title: The headline, a stretch with offsets of its own, or None.
        url: Where it was published, or None.
        group: Documents are compared within one group only when grouping is asked for.
        path: The file as the user named it, for messages; None for values made by hand.
        line: The line of `path` on which this document begins.
        verbatim: Whether `text` is the file's own characters from `line` on, so that
            lines and columns in the text are those of the file.
        syntax: "plain", or "markdown" where `text` is written in it.
        credit: The wire service credited in the text ("Reuters"), or None.
    """

    id: str
    text: str
    source: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    group: str | None = None
    path: str | None = None
    line: int = 1
    verbatim: bool = False
    credit: str | None = None
    syntax: str = "plain"

    def stretch(self, part: str) -> str:
        """Return the characters of the text or of the headline."""
        return self.text if part == TEXT else (self.title or "")

    def quote(self, span: Span) -> str:
        """Return what the source printed there."""
        return self.stretch(span.part)[span.start : span.end]

    @property
    def digest(self) -> str:
        """The SHA-256 of everything about the document that extraction reads."""
        content = "\x1f".join(
            "" if field is None else field
            for field in (self.text, self.title, self.published, self.source)
        )
        if self.syntax != "plain":
            content += f"\x1f{self.syntax}"
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()

    def position(self, span: Span) -> tuple[int, int]:
        """Return line and column (from 1) of a span's first character in the file.

        Where the text is not the file's own (JSON, HTML) it is the document's first
        line, column 1.
        """
        if not self.verbatim or span.part != TEXT:
            return self.line, 1
        before = self.text[: span.start]
        return self.line + before.count("\n"), len(before) - before.rfind("\n")
