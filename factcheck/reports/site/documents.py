"""A page for each document: its text, with every claim marked where it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TEXT, Document
from factcheck.reports.escape import inert
from factcheck.reports.model import Report

if TYPE_CHECKING:
    from factcheck.reports.site.pages import Entry

MOST = 2000
"""Documents with a page of their own."""

NAMED = 6
"""Claims named of one stretch."""

QUIET = frozenset({"name", "assertion"})
"""Kinds that are not marked: names stand everywhere, an assertion is a sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document, its page, its claims, and the findings that rest on them."""

    document: Document
    path: str
    claims: Sequence[Claim]
    entries: "Sequence[Entry]"


class Part(NamedTuple):
    """A stretch of the text.

    Attributes:
        text: The characters.
        title: The claims made here, in words; empty for none.
        page: The page of a finding that rests on a claim here, or None.
    """

    text: str
    title: str
    page: str | None


def document_rows(report: Report, entries: "Iterable[Entry]") -> list[Row]:
    """Return the documents by source and day, each with its claims and findings."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in report.material.claims:
        claims[claim.document].append(claim)
    found: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for claim in entry.finding.claims:
            found[claim.document][entry.path] = entry
    documents = sorted(
        report.documents.values(), key=lambda d: (d.source, d.published or "", d.id)
    )
    return [
        Row(d, f"documents/{number}.html", claims[d.id], list(found[d.id].values()))
        for number, d in enumerate(documents[:MOST], 1)
    ]


def paragraphs(row: Row) -> list[list[Part]]:
    """Return the text in paragraphs, cut where a claim begins or ends."""
    text = row.document.text
    pages = {c.id: e.path for e in row.entries for c in e.finding.claims}
    claims = [c for c in row.claims if c.span.part == TEXT and c.kind not in QUIET]
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            found.append(list(_parts(text, start, end, claims, pages)))
        start = end + 1
    return found


def _parts(
    text: str,
    start: int,
    end: int,
    claims: Iterable[Claim],
    pages: dict[str, str],
) -> Iterator[Part]:
    here = [c for c in claims if c.span.start < end and start < c.span.end]
    edges = {start, end}
    for claim in here:
        edges |= {max(start, claim.span.start), min(end, claim.span.end)}
    for left, right in pairwise(sorted(edges)):
        made = [c for c in here if c.span.start <= left and right <= c.span.end]
        page = next((pages[c.id] for c in made if c.id in pages), None)
        told = dict.fromkeys(map(_told, made))
        title = "; ".join(list(told)[:NAMED])
        yield Part(text[left:right], title, page)


def _told(claim: Claim) -> str:
    """Name a claim with what fills its roles: "title: Ana Duval, minister"."""
    said = [m.name or m.text for mentions in claim.roles.values() for m in mentions]
    kind = (
        claim.kind if claim.modality == "asserted" else f"{claim.modality} {claim.kind}"
    )
    return inert(f"{kind}: {', '.join(dict.fromkeys(said))}"[:160])
