"""Where a finding points to, and the sentences that each of its values rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from factcheck.claims import Claim
from factcheck.documents import TEXT, TITLE, Document, Span
from factcheck.findings import Finding, Variant, Wording
from factcheck.reports.escape import inert
from factcheck.reports.excerpts import ExcerptPiece, excerpt
from factcheck.reports.report import Report

MOST = 20  # places of one variant; GitHub shows 100 a result


class Region(NamedTuple):
    """Lines and columns from 1, the end behind the last; columns None if unknown."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


class Place(NamedTuple):
    """One claim of a variant, where it stands, and the sentence around it."""

    variant: Variant
    document: Document
    region: Region
    sentence: str

    @property
    def path(self) -> str:
        """The file, with forward slashes; the document's id where there is none."""
        path = self.document.path
        return PurePath(path).as_posix() if path else self.document.id

    @property
    def uri(self) -> str:
        """The file as a relative reference, or `file:` for an absolute path."""
        if self.document.path and Path(self.document.path).is_absolute():
            return "file://" + quote(self.path)
        return quote(self.path)


def places(finding: Finding, report: Report) -> list[Place]:
    """Return the places of a finding, those of the least supported variant first.

    Where variants have as many origins, the latest text comes first: it is the one
    that can still be changed.
    """
    claims = {claim.id: claim for claim in finding.claims}
    every = [
        place
        for variant in (*finding.variants, *finding.compatible)
        for place in _of(variant, finding, claims, report)
    ]
    accused = [p for p in every if p.variant in finding.variants]
    if not accused:
        return every
    fewest = min(len(p.variant.origins) for p in accused)
    least = [p for p in accused if len(p.variant.origins) == fewest]
    first = max(least, key=lambda p: p.document.published or "")
    return [first, *(p for p in every if p is not first)]


def region_of(document: Document, span: Span) -> Region:
    """Return lines and columns of a span in the document's file."""
    line, column = document.position(span)
    if not document.verbatim or span.part != TEXT:
        return Region(line, None, line, None)
    end = document.position(Span(span.end, span.end, span.part))
    return Region(line, column, *end)


def _of(
    variant: Variant, finding: Finding, claims: dict[str, Claim], report: Report
) -> Iterator[Place]:
    for name in variant.claims[:MOST]:
        claim = claims.get(name)
        document = report.documents.get(claim.document) if claim else None
        if claim and document:
            pieces, first = excerpt(claim, document, finding, variant)
            sentence = "".join(p.text for p in pieces) or inert(variant.label)
            region = region_of(document, first)
            yield Place(variant, document, region, sentence)


SHOWN = 3  # sentences shown of a variant; what is left is counted
NAMED = 4  # places named of a sentence that is printed in many


class Printed(NamedTuple):
    """Where a sentence is printed (`file:line:column`), and by whom."""

    where: str
    source: str


class PrintedSentence(NamedTuple):
    """A sentence, its words in question marked, and everywhere it is printed."""

    pieces: tuple[ExcerptPiece, ...]
    printed: tuple[Printed, ...]


def sentences(
    variant: Variant, finding: Finding, report: Report, most: int | None = SHOWN
) -> tuple[list[PrintedSentence], int]:
    """Return sentences, copies put together, and how many claims are not shown.

    The first sentence of every document comes before the second of any.
    """
    claims = {claim.id: claim for claim in finding.claims}
    turns = spread(claims[name] for name in variant.claims if name in claims)
    printed: dict[tuple[ExcerptPiece, ...], list[Printed]] = {}
    for claim in turns:
        document = report.documents.get(claim.document)
        if document is None:
            printed.setdefault((), []).append(Printed(inert(claim.document), ""))
            continue
        shown, first = excerpt(claim, document, finding, variant)
        pieces = tuple(shown)
        if most is not None and len(printed) == most and pieces not in printed:
            break
        where = place(document, first)
        printed.setdefault(pieces, []).append(Printed(where, inert(document.source)))
    left = len(turns) - sum(map(len, printed.values()))
    return [PrintedSentence(pieces, tuple(p)) for pieces, p in printed.items()], left


def spread(claims: Iterable[Claim]) -> list[Claim]:
    """Put the first claim of every document before the second of any."""
    seen: Counter[str] = Counter()
    turns = []
    for claim in claims:
        turns.append((seen[claim.document], claim))
        seen[claim.document] += 1
    return [claim for _, claim in sorted(turns, key=lambda turn: turn[0])]


def where_worded(wording: Wording, report: Report) -> str:
    """Return where a source says what others say too."""
    document = report.documents.get(wording.document)
    if document is None:
        return inert(wording.document)
    return place(document, Span(wording.start, wording.end, wording.part))


def place(document: Document, span: Span) -> str:
    """Return where some words are, as editors open it: `file:line:column`.

    The document is named as well where its file and line do not identify it.
    """
    row, column = document.position(span)
    where = f"{inert(document.path or document.id)}:{row}"
    if span.part == TITLE:
        return f"{where} (headline)"
    if document.verbatim:
        return f"{where}:{column}"
    named = where.endswith(inert(document.id)) or document.path is None
    return where if named else f"{where} ({inert(document.id)})"
