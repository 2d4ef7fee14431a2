"""A page for each document: its text, with every claim marked where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TEXT, Document
from factcheck.findings import Finding
from factcheck.reports.escape import inert
from factcheck.reports.report import Report
from factcheck.reports.site.book import Book, Entry

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
    entries: Sequence[Entry]


class Part(NamedTuple):
    """A stretch of the text.

    Attributes:
        text: The characters.
        title: The claims made here and who says the same, in words; empty for none.
        page: The page of a finding that rests on a claim here, or None.
        backed: Whether another origin says what is claimed here too.
    """

    text: str
    title: str
    page: str | None
    backed: bool = False


class Paragraph(NamedTuple):
    """A paragraph, the number of its line, and the findings that rest on it."""

    number: int
    parts: Sequence[Part]
    entries: Sequence[Entry]


def document_paths(report: Report) -> dict[str, str]:
    """Return the page of each document, by source and day."""
    ranked = sorted(
        report.documents.values(), key=lambda d: (d.source, d.published or "", d.id)
    )
    return {d.id: f"documents/{n}.html" for n, d in enumerate(ranked[:MOST], 1)}


def document_rows(book: Book) -> list[Row]:
    """Return the documents that have pages, each with its claims and findings."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in book.report.material.claims:
        claims[claim.document].append(claim)
    entries_of: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in book.entries:
        for claim in disputed(entry.finding):
            entries_of[claim.document][entry.path] = entry
    return [
        Row(book.report.documents[n], path, claims[n], list(entries_of[n].values()))
        for n, path in book.documents.items()
    ]


def disputed(finding: Finding) -> list[Claim]:
    """Return the claims of a finding that others contradict."""
    names = {name for variant in finding.variants for name in variant.claims}
    return [claim for claim in finding.claims if claim.id in names]


def backing(report: Report) -> dict[str, str]:
    """Return who says the same in texts of another origin, by the id of a claim."""
    return {
        name: ", ".join(one.sources)
        for one in report.summary.corroborated
        for name in one.claims
    }


def paragraphs(row: Row, backed: Mapping[str, str]) -> list[Paragraph]:
    """Return the text in paragraphs, cut where a claim begins or ends."""
    text = row.document.text
    by_claim = {c.id: e for e in reversed(row.entries) for c in disputed(e.finding)}
    claims = [c for c in row.claims if c.span.part == TEXT and c.kind not in QUIET]
    shown = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        if line.strip():
            here = [c for c in claims if c.span.start < end and start < c.span.end]
            parts = tuple(_parts(text, start, end, here, by_claim, backed))
            pages = {
                by_claim[c.id].path: by_claim[c.id] for c in here if c.id in by_claim
            }
            shown.append(Paragraph(number, parts, tuple(pages.values())))
        start = end + 1
    return shown


def _parts(
    text: str,
    start: int,
    end: int,
    here: Sequence[Claim],
    by_claim: Mapping[str, Entry],
    backed: Mapping[str, str],
) -> Iterator[Part]:
    edges = {start, end}
    for claim in here:
        edges |= {max(start, claim.span.start), min(end, claim.span.end)}
    for left, right in pairwise(sorted(edges)):
        made = [c for c in here if c.span.start <= left and right <= c.span.end]
        entry = next((by_claim[c.id] for c in made if c.id in by_claim), None)
        named = dict.fromkeys(map(_in_words, made))
        lines = list(named)[:NAMED]
        lines += [f"said by {backed[c.id]}" for c in made if c.id in backed][:1]
        lines += [f"{entry.finding.rule}: {entry.finding.message}"] if entry else []
        yield Part(
            text[left:right],
            "\n".join(lines),
            entry.path if entry else None,
            any(c.id in backed for c in made),
        )


def _in_words(claim: Claim) -> str:
    """Name a claim with what fills its roles: "title: Ana Duval, minister"."""
    names = [m.name or m.text for mentions in claim.roles.values() for m in mentions]
    kind = (
        claim.kind if claim.modality == "asserted" else f"{claim.modality} {claim.kind}"
    )
    return inert(f"{kind}: {', '.join(dict.fromkeys(names))}"[:160])
