"""Where a finding points to: the place to look at first, then all the others."""

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from factcheck.claims import Claim
from factcheck.documents import TEXT, Document, Span
from factcheck.findings import Finding, Variant
from factcheck.reports.escape import inert
from factcheck.reports.excerpts import excerpt
from factcheck.reports.model import Report

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
    found = [
        place
        for variant in (*finding.variants, *finding.compatible)
        for place in _of(variant, finding, claims, report)
    ]
    accused = [p for p in found if p.variant in finding.variants]
    if not accused:
        return found
    fewest = min(len(p.variant.origins) for p in accused)
    least = [p for p in accused if len(p.variant.origins) == fewest]
    first = max(least, key=lambda p: p.document.published or "")
    return [first, *(p for p in found if p is not first)]


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
