"""Which pages the site has, and what each is filled with."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.findings import Finding, Severity, State, Variant
from factcheck.reports.escape import brief, inert
from factcheck.reports.model import Page, Report
from factcheck.reports.site import people as persons
from factcheck.reports.site.advice import advice
from factcheck.reports.site.agreement import apart, matrix
from factcheck.reports.site.documents import document_rows, paragraphs
from factcheck.reports.site.passages import Passage, passages
from factcheck.reports.site.people import Person
from factcheck.reports.site.render import asset, listed, page, plain
from factcheck.reports.site.timeline import bars, timeline

ASSETS = ("style.css", "filter.js")
STORIES = 10  # tables of facts on one page
ROWS = 500  # rows of a table on one page
DAYS = 150  # happenings of the timeline on one page


class Entry(NamedTuple):
    """A finding and its page."""

    finding: Finding
    path: str


@dataclass(frozen=True, slots=True)
class Book:
    """What all pages are made from.

    Attributes:
        report: The report.
        entries: The findings, sorted, with their pages.
        people: Whom the claims are about.
    """

    report: Report
    entries: list[Entry]
    people: list[Person]


def pages(report: Report) -> Iterator[Page]:
    """Yield the pages, assets first, then the index and what it leads to."""
    for name in ASSETS:
        yield asset(name)
    findings = report.sorted
    entries = [Entry(*one) for one in zip(findings, _paths(findings), strict=True)]
    book = Book(report, entries, persons.people(report))
    yield from _index(book)
    yield from _findings(book)
    yield _search(book)
    yield from _documents(book)
    yield from _rules(book)
    yield from _people(book)
    yield from _timeline(book)
    yield from _sources(book)
    agreed, alone = report.summary.corroborated, report.material.alone
    yield from listed("corroborated.html", "corroborated", report, agreed, ROWS)
    single = sorted(alone, key=lambda a: (a.sources, a.kind, a.key, a.value))
    yield from listed("single.html", "single", report, single, ROWS)
    tables = report.material.tables
    yield from listed("facts.html", "facts", report, tables, STORIES)
    yield from _unchecked(book)


def _index(book: Book) -> Iterator[Page]:
    findings = [entry.finding for entry in book.entries]
    new = Counter(f.severity for f in findings if f.state == State.NEW)
    by_rule = Counter(finding.rule for finding in findings)
    yield from listed(
        "index.html",
        "index",
        book.report,
        book.entries,
        counts=[(severity, new[severity]) for severity in Severity],
        rules=by_rule.most_common(),
        people=len(book.people),
    )


def _search(book: Book) -> Page:
    """Make the list of all findings that the filter of the index searches.

    A script and not JSON, because a page opened from a disk may not read other files.
    """
    rows = [
        {
            "page": path,
            "severity": str(finding.severity),
            "rule": finding.rule,
            "message": brief(inert(finding.message), 300) or inert(finding.key),
            "words": inert(f"{finding.message} {finding.key} {finding.rule}").lower(),
        }
        for finding, path in book.entries
    ]
    laid = json.dumps(rows).replace("<", "\\u003c")
    return Page("findings.js", f"const FINDINGS = {laid};\n")


def _documents(book: Book) -> Iterator[Page]:
    rows = document_rows(book.report, book.entries)
    yield from listed("documents.html", "documents", book.report, rows, ROWS)
    for row in rows:
        yield page(
            "document.html",
            row.path,
            book.report,
            row=row,
            entries=row.entries,
            paragraphs=paragraphs(row),
        )


def _findings(book: Book) -> Iterator[Page]:
    paths = [entry.path for entry in book.entries]
    known = {person.entity: person for person in book.people}
    for at, (finding, path) in enumerate(book.entries):
        about = sorted(persons.entities(finding.claims) & known.keys())
        yield page(
            "finding.html",
            path,
            book.report,
            finding=finding,
            shown=_variants(finding, book.report),
            relations=book.report.material.relations.get(finding.fingerprint, ()),
            advice=advice(finding),
            people=[known[entity] for entity in about],
            before=paths[at - 1] if at else None,
            after=paths[at + 1] if at + 1 < len(paths) else None,
        )


def _rules(book: Book) -> Iterator[Page]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        found[entry.finding.rule].append(entry)
    said = {rule.id: rule.why for rule in book.report.rules}
    for rule, entries in found.items():
        yield from listed(
            "some.html",
            f"rules/{plain(rule)}",
            book.report,
            entries,
            heading=rule,
            said=said.get(rule) or entries[0].finding.why,
            advice=advice(entries[0].finding),
        )


def _people(book: Book) -> Iterator[Page]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        for entity in persons.entities(entry.finding.claims):
            found[entity].append(entry)
    rows = [(person, len(found[person.entity])) for person in book.people]
    yield from listed("people.html", "people", book.report, rows, ROWS)
    documents = book.report.documents
    for person in book.people:
        yield page(
            "person.html",
            person.path,
            book.report,
            person=person,
            entries=found[person.entity][: persons.SHOWN],
            total=len(found[person.entity]),
            titles=persons.titles(person, documents),
            forms=persons.forms(person, documents),
            quotes=persons.spoken(person.of("quote"), documents),
            statements=persons.spoken(person.of("statement"), documents, 40),
            journeys=persons.spoken(person.of("meeting", "visit"), documents),
            others=persons.spoken(person.others(), documents),
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
    yield from listed(
        "timeline.html", "timeline", book.report, rows, DAYS, bars=bars(dated)
    )


def _sources(book: Book) -> Iterator[Page]:
    laid = matrix(book.report)
    found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in book.entries:
        for left, right in apart(entry.finding):
            if left < right and left in laid.sources and right in laid.sources:
                found[left, right].append(entry)
    stems = {pair: f"pairs/{n}" for n, pair in enumerate(sorted(found), 1)}
    links = {}
    for (left, right), stem in stems.items():
        links[left, right] = links[right, left] = f"{stem}.html"
    yield page("sources.html", "sources.html", book.report, matrix=laid, links=links)
    for (left, right), stem in stems.items():
        yield from listed(
            "some.html",
            stem,
            book.report,
            found[left, right],
            heading=f"{left} and {right}",
            said="Where these two sources contradict each other.",
            advice=[],
        )


def _unchecked(book: Book) -> Iterator[Page]:
    report = book.report
    claimed = {claim.document for claim in report.material.claims}
    silent = [i for i in report.documents if i not in claimed] if claimed else []
    undated = sorted(i for i, d in report.documents.items() if not d.published)
    yield from listed(
        "unchecked.html",
        "unchecked",
        report,
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
