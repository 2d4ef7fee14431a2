"""Which pages the site has, and what each is filled with."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import TEXT, Document, Span
from factcheck.findings import Finding, Severity, State, Variant
from factcheck.lexicons import load_table
from factcheck.reports.excerpts import marks
from factcheck.reports.locations import place
from factcheck.reports.report import Page, Report
from factcheck.reports.site import person_pages
from factcheck.reports.site.agreement import uncorroborated
from factcheck.reports.site.book import Book, Entry
from factcheck.reports.site.document_pages import (
    backing,
    document_paths,
    document_rows,
    paragraphs,
)
from factcheck.reports.site.render import asset, listed, numbered, page, plain
from factcheck.reports.site.search import search
from factcheck.reports.site.source_pages import source_pages, source_paths
from factcheck.reports.site.timeline_chart import bars
from factcheck.reports.site.timeline_page import timeline

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


ASSETS = ("style.css", "filter.js", "search.js")
STORIES = 10  # tables of facts on one page
ROWS = 500  # rows of a table on one page
DAYS = 150  # events of the timeline on one page


def pages(report: Report) -> Iterator[Page]:
    """Yield the pages, assets first, then the index and what it leads to."""
    for name in ASSETS:
        yield asset(name)
    findings = report.sorted
    entries = [Entry(*one) for one in zip(findings, _paths(findings), strict=True)]
    book = Book(
        report,
        entries,
        person_pages.people(report),
        document_paths(report),
        source_paths(report),
    )
    yield from _index(book)
    yield from _findings(book)
    yield from search(book)
    yield from _documents(book)
    yield from _rules(book)
    yield from _people(book)
    yield from _timeline(book)
    yield from source_pages(book)
    agreed = report.summary.corroborated
    yield from listed("corroborated.html", "corroborated", book, agreed)
    single = uncorroborated(report)
    yield from listed("single.html", "single", book, single)
    yield from listed("facts.html", "facts", book, book.tables, STORIES)
    yield from _unchecked(book)


def _index(book: Book) -> Iterator[Page]:
    findings = [entry.finding for entry in book.entries]
    new = Counter(f.severity for f in findings if f.state == State.NEW)
    by_rule = Counter(finding.rule for finding in findings)
    yield from listed(
        "index.html",
        "index",
        book,
        book.entries,
        counts=[(severity, new[severity]) for severity in Severity],
        rules=by_rule.most_common(),
        people=len(book.people),
    )


def _documents(book: Book) -> Iterator[Page]:
    rows = document_rows(book)
    backed = backing(book.report)
    yield from listed("documents.html", "documents", book, rows, ROWS)
    for row in rows:
        shown = paragraphs(row, backed)
        beside = {entry.path for one in shown for entry in one.entries}
        elsewhere = [entry for entry in row.entries if entry.path not in beside]
        yield page(
            "document.html",
            row.path,
            book,
            row=row,
            paragraphs=shown,
            elsewhere=elsewhere,
        )


def _findings(book: Book) -> Iterator[Page]:
    paths = [entry.path for entry in book.entries]
    known = {person.entity: person for person in book.people}
    for at, (finding, path) in enumerate(book.entries):
        about = sorted(person_pages.entities(finding.claims) & known.keys())
        yield page(
            "finding.html",
            path,
            book,
            finding=finding,
            shown=_variants(finding, book.report),
            relations=book.report.material.relations.get(finding.fingerprint, ()),
            advice=advice(finding),
            people=[known[entity] for entity in about],
            before=paths[at - 1] if at else None,
            after=paths[at + 1] if at + 1 < len(paths) else None,
        )


def _rules(book: Book) -> Iterator[Page]:
    entries_of: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        entries_of[entry.finding.rule].append(entry)
    reasons = {rule.id: rule.why for rule in book.report.rules}
    for rule, entries in entries_of.items():
        yield from listed(
            "some.html",
            f"rules/{plain(rule)}",
            book,
            entries,
            heading=rule,
            reason=reasons.get(rule) or entries[0].finding.why,
            advice=advice(entries[0].finding),
        )


def _people(book: Book) -> Iterator[Page]:
    entries_of: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        for entity in person_pages.entities(entry.finding.claims):
            entries_of[entity].append(entry)
    rows = [(person, len(entries_of[person.entity])) for person in book.people]
    yield from listed("people.html", "people", book, rows, ROWS)
    documents = book.report.documents
    for person in book.people:
        yield page(
            "person.html",
            person.path,
            book,
            person=person,
            entries=entries_of[person.entity][: person_pages.SHOWN],
            total=len(entries_of[person.entity]),
            titles=person_pages.titles(person, documents),
            forms=person_pages.forms(person, documents),
            quotes=person_pages.spoken(person.of("quote"), documents),
            statements=person_pages.spoken(person.statements(), documents, 40),
            journeys=person_pages.spoken(person.of("meeting", "visit"), documents),
            others=person_pages.spoken(person.others(), documents),
            sources=sorted(
                {documents[c.document].source for c in person.claims}
                if all(c.document in documents for c in person.claims)
                else ()
            ),
        )


def _timeline(book: Book) -> Iterator[Page]:
    dated = timeline(book.report)
    linked: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        for claim in entry.finding.claims:
            linked[claim.id].append(entry)
    rows = [
        (one, list({e.path: e for name in one.claims for e in linked[name]}.values()))
        for one in dated
    ]
    chart = [
        (bar, f"{numbered('timeline', bar.first // DAYS + 1)}#d{bar.first + 1}")
        for bar in bars(dated)
    ]
    yield from listed("timeline.html", "timeline", book, rows, DAYS, chart=chart)


def _unchecked(book: Book) -> Iterator[Page]:
    report = book.report
    claimed = {claim.document for claim in report.material.claims}
    silent = [i for i in report.documents if i not in claimed] if claimed else []
    undated = sorted(i for i, d in report.documents.items() if not d.published)
    yield from listed(
        "unchecked.html",
        "unchecked",
        book,
        report.missing,
        ROWS,
        silent=sorted(silent),
        undated=undated,
    )


def _variants(
    finding: Finding, report: Report
) -> list[tuple[str, Variant, list[Passage]]]:
    accused = [
        (str(number), variant, passages(variant, finding, report))
        for number, variant in enumerate(finding.variants, 1)
    ]
    return accused + [
        ("≈", variant, passages(variant, finding, report))
        for variant in finding.compatible
    ]


def _paths(findings: Sequence[Finding]) -> list[str]:
    """Name the pages by fingerprint; a name never leaves the folder."""
    seen: dict[str, int] = {}
    paths = []
    for finding in findings:
        name = re.sub(r"[^0-9a-z]", "", finding.fingerprint.lower())[:40] or "finding"
        seen[name] = seen.get(name, 0) + 1
        again = f"-{seen[name]}" if seen[name] > 1 else ""
        paths.append(f"findings/{name}{again}.html")
    return paths


def advice(finding: Finding) -> list[str]:
    """Return the steps that settle a finding of this sort, one sentence each."""
    kinds = {claim.kind for claim in finding.claims}
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    return list(_table().get(kind) or _table()["other"])


@cache
def _table() -> dict[str, list[str]]:
    laid = load_table("advice")
    return {str(kind): [str(step) for step in steps] for kind, steps in laid.items()}
