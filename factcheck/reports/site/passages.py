"""The paragraph a claim stands in, cut at what is marked in it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TEXT, Document, Span
from factcheck.findings import Finding, Variant
from factcheck.reports.excerpts import marks
from factcheck.reports.model import Report
from factcheck.reports.places import place

MOST = 20  # passages of one variant
LONGEST = 600  # characters of a paragraph on either side of the claim


class PassagePart(NamedTuple):
    """Characters of a passage: whether the claim is made there, and is in question."""

    text: str
    claimed: bool
    marked: bool


class Passage(NamedTuple):
    """Where a claim stands, and its paragraph."""

    document: Document | None
    where: str
    stretches: tuple[PassagePart, ...]
    part: str = TEXT
    start: int = 0


def passages(variant: Variant, finding: Finding, report: Report) -> list[Passage]:
    """Return the passages of one variant, in the order of its claims."""
    claims = {claim.id: claim for claim in finding.claims}
    accused = [claims[name] for name in variant.claims if name in claims]
    return [_passage(c, report, finding, variant) for c in accused[:MOST]]


def _passage(
    claim: Claim, report: Report, finding: Finding, variant: Variant
) -> Passage:
    document = report.documents.get(claim.document)
    if document is None:
        return Passage(None, claim.document, ())
    spans = marks(claim, document, finding, variant)
    where = place(document, spans[0] if spans else claim.span)
    text = document.stretch(claim.span.part)
    stretches = tuple(_stretches(text, claim.span, spans))
    return Passage(document, where, stretches, claim.span.part, claim.span.start)


def _stretches(text: str, claim: Span, spans: list[Span]) -> Iterator[PassagePart]:
    first = min([claim.start, *(s.start for s in spans)])
    last = min(len(text), max([claim.end, *(s.end for s in spans)]))
    start = max(text.rfind("\n", 0, first) + 1, first - LONGEST)
    end = text.find("\n", last)
    end = min(len(text) if end < 0 else end, last + LONGEST)
    if text[:start].rpartition("\n")[2].strip():
        yield PassagePart("… ", False, False)
    edges = {start, end, claim.start, claim.end}
    edges |= {edge for span in spans for edge in (span.start, span.end)}
    for left, right in pairwise(sorted(e for e in edges if start <= e <= end)):
        marked = any(s.start <= left and right <= s.end for s in spans)
        claimed = claim.start <= left and right <= claim.end
        yield PassagePart(text[left:right], claimed, marked)
    if text[end:].partition("\n")[0].strip():
        yield PassagePart(" …", False, False)
