"""What all pages of a report are made from, and where each thing has its page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from os.path import commonpath
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TEXT, Span
from factcheck.findings import Finding, Wording
from factcheck.reports.escape import inert
from factcheck.reports.excerpts import ExcerptPiece, cut, excerpt
from factcheck.reports.locations import where_worded
from factcheck.reports.questions.facts import filled
from factcheck.reports.report import Report
from factcheck.reports.site.person_pages import PersonPage

if TYPE_CHECKING:
    from factcheck.pipeline.fact_table import FactTable

SIDES = 3  # values of a finding that a list shows with their sentences


class Entry(NamedTuple):
    """A finding and its page."""

    finding: Finding
    path: str


class Side(NamedTuple):
    """One value of a finding as a list shows it: who gives it, and a sentence."""

    sources: tuple[str, ...]
    pieces: tuple[ExcerptPiece, ...]


class Worded(NamedTuple):
    """The sentence in which a source gives a value, and where it stands."""

    source: str
    pieces: tuple[ExcerptPiece, ...]
    where: str
    page: str | None


@dataclass(frozen=True)
class Book:
    """What all pages are made from.

    Attributes:
        report: The report.
        entries: The findings, sorted, with their pages.
        people: Whom the claims are about.
        documents: The page of each document that has one, by its id.
        sources: The page of each source that has one, by its name.
    """

    report: Report
    entries: Sequence[Entry]
    people: Sequence[PersonPage] = ()
    documents: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def newest(self) -> str | None:
        """The day of the newest text."""
        days = (d.published for d in self.report.documents.values() if d.published)
        return max(days, default=None)

    @cached_property
    def tables(self) -> "list[FactTable]":
        """The tables of facts that have a row."""
        return filled(self.report)

    @cached_property
    def folder(self) -> str:
        """The folder all documents lie in, as it was named; empty for none."""
        try:
            return commonpath({str(path.parent) for path in self._paths})
        except ValueError:  # no paths, or relative and absolute ones
            return ""

    @cached_property
    def dossier(self) -> str:
        """What the documents are called together: their file or folder, or empty."""
        if len(self._paths) == 1:
            return PurePath(*self._paths).stem
        return PurePath(self.folder).name

    @cached_property
    def _paths(self) -> set[PurePath]:
        return {PurePath(d.path) for d in self.report.documents.values() if d.path}

    def short(self, where: str) -> str:
        """Return where words are without the folder that all documents lie in."""
        return where.removeprefix(f"{self.folder}/") if self.folder else where

    def place(self, document: str, part: str = TEXT, start: int = 0) -> str | None:
        """Return the page of a document, at the paragraph of some words."""
        page = self.documents.get(document)
        if page is None or part != TEXT:
            return page
        text = self.report.documents[document].text
        return f"{page}#p{text.count(chr(10), 0, start) + 1}"

    def worded(self, wordings: Iterable[Wording]) -> list[Worded]:
        """Return the sentences that give a value, the words in question marked."""
        return [self._worded(wording) for wording in wordings]

    def sides(self, finding: Finding) -> list[Side]:
        """Return the values of a finding with the first sentence that gives each."""
        claims = {claim.id: claim for claim in finding.claims}
        shown = []
        for variant in finding.variants[:SIDES]:
            claim: Claim | None = claims.get(next(iter(variant.claims), ""))
            document = self.report.documents.get(claim.document) if claim else None
            if claim and document:
                pieces, _ = excerpt(claim, document, finding, variant)
                shown.append(Side(variant.sources, tuple(pieces)))
        return shown

    def _worded(self, wording: Wording) -> Worded:
        document = self.report.documents.get(wording.document)
        where = where_worded(wording, self.report)
        page = self.place(wording.document, wording.part, wording.start)
        pieces = [ExcerptPiece(inert(wording.words), True)]
        if document is not None:
            stretch = document.stretch(wording.part)
            span = Span(wording.start, wording.end, wording.part)
            if wording.start < wording.end <= len(stretch):
                pieces = cut(stretch, [span])
        return Worded(wording.source, tuple(pieces), where, page)
