"""Offsets in a text and the positions editors count: lines, and units in a line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TEXT, Document, Span
from factcheck.findings import Finding, Variant
from factcheck.lsp.drafting import Checked
from factcheck.reports.excerpts import cut, marks
from factcheck.reports.locations import MOST

LINE_END = re.compile(r"\r\n|\n|\r")
WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""How a unit is encoded, and how many bytes it has."""


class At(NamedTuple):
    """A position: the line from 0, and units of the encoding before it."""

    line: int
    character: int


class Lines:
    r"""Where the lines of a text begin.

    Python counts characters. Editors count UTF-16 units unless they agree on another
    encoding: a character outside the first plane, such as an emoji, is two of them.

    >>> Lines("one\n😀 two").at(6)
    At(line=1, character=3)
    >>> Lines("one\n😀 two").offset(At(1, 3))
    6
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._codec, self._size = WIDTHS.get(encoding, WIDTHS["utf-16"])
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def at(self, offset: int) -> At:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return At(line, self._units(before))

    def offset(self, at: At) -> int:
        """Return the offset of a position; one past its line's end is that end."""
        if at.line >= len(self._starts):
            return len(self._text)
        start = self._starts[at.line]
        end = self._starts[at.line + 1] if at.line + 1 < len(self._starts) else None
        units = 0
        for place, character in enumerate(self._text[start:end], start):
            if units >= at.character or character in "\r\n":
                return place
            units += self._units(character)
        return len(self._text) if end is None else end

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size


ALL = 10_000_000
"""More units than a line has: the position is its end."""


class Spot(NamedTuple):
    """A claim of a finding, and where the words in question stand in its file.

    Attributes:
        finding: The finding.
        variant: The version the claim gives.
        claim: The claim.
        document: The document it is from.
        spans: The words in question.
        start: Where the first of them begins.
        end: Where the last of them ends.
    """

    finding: Finding
    variant: Variant
    claim: Claim
    document: Document
    spans: Sequence[Span]
    start: At
    end: At

    @property
    def sentence(self) -> str:
        """The sentence around the words, safe to print."""
        pieces = cut(self.document.stretch(self.claim.span.part), self.spans)
        return "".join(piece.text for piece in pieces)

    def holds(self, at: At) -> bool:
        """Ask whether a position is within the words, or at their end."""
        return self.start <= at <= self.end


class Locations:
    """Finds spots; the lines of each document are looked for once."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self._encoding = encoding
        self._lines: dict[str, Lines] = {}

    def spots(self, finding: Finding, checked: Checked) -> Iterator[Spot]:
        """Yield every claim of a finding, version by version, compatible ones last."""
        claims = {claim.id: claim for claim in finding.claims}
        for variant in (*finding.variants, *finding.compatible):
            for name in variant.claims[:MOST]:
                claim = claims.get(name)
                document = claim and checked.documents.get(claim.document)
                if claim and document:
                    spans = marks(claim, document, finding, variant) or [claim.span]
                    start, end = self.range_of(document, spans)
                    yield Spot(finding, variant, claim, document, spans, start, end)

    def range_of(self, document: Document, spans: Sequence[Span]) -> tuple[At, At]:
        """Return where some words of a document stand in its file.

        Where the text is not the file's own, that is the document's first line.
        """
        first = document.line - 1
        if not document.verbatim or spans[0].part != TEXT:
            return At(first, 0), At(first, ALL)
        lines = self._lines.get(document.id)
        if lines is None:
            lines = self._lines[document.id] = Lines(document.text, self._encoding)
        start = lines.at(spans[0].start)
        end = lines.at(max(span.end for span in spans))
        return At(first + start.line, start.character), At(
            first + end.line, end.character
        )


def uri_of(document: Document) -> str | None:
    """Return the address of a document's file, or None where it has none."""
    if not document.path:
        return document.url
    path = Path(document.path).absolute()
    return path.as_uri()
