"""What a variant rests on: its sentences, and every place each is printed."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TITLE, Document, Span
from factcheck.findings import Finding, Variant, Wording
from factcheck.reports.escape import inert
from factcheck.reports.excerpts import ExcerptPiece, excerpt
from factcheck.reports.model import Report

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
    found: dict[tuple[ExcerptPiece, ...], list[Printed]] = {}
    for claim in turns:
        document = report.documents.get(claim.document)
        if document is None:
            found.setdefault((), []).append(Printed(inert(claim.document), ""))
            continue
        shown, first = excerpt(claim, document, finding, variant)
        pieces = tuple(shown)
        if most is not None and len(found) == most and pieces not in found:
            break
        where = place(document, first)
        found.setdefault(pieces, []).append(Printed(where, inert(document.source)))
    left = len(turns) - sum(map(len, found.values()))
    return [PrintedSentence(pieces, tuple(p)) for pieces, p in found.items()], left


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

    The document is named besides where its file and line do not say which it is.
    """
    row, column = document.position(span)
    where = f"{inert(document.path or document.id)}:{row}"
    if span.part == TITLE:
        return f"{where} (headline)"
    if document.verbatim:
        return f"{where}:{column}"
    named = where.endswith(inert(document.id)) or document.path is None
    return where if named else f"{where} ({inert(document.id)})"
