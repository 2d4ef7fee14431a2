"""Documents, claims, mentions, entities, findings and attestations as tables.

The columns are a contract: names and meanings stay, new ones come at the end.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.claims import KINDS, Claim, Mention
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.reports.model import Report
from factcheck.reports.questions.claims import (
    display_name,
    entity_names,
    named,
    plain,
)
from factcheck.reports.site.dated_events import telling

Value = str | int | float | None

EMPTY = Report(())
"""A report of nothing, to ask what tables and columns there are."""


class Column(NamedTuple):
    """A column: its name, and what stands in it."""

    name: str
    meaning: str


class Table(NamedTuple):
    """A table.

    Attributes:
        name: Its name.
        about: What a row is.
        columns: Its columns; the first is the key, except in `mentions` and
            `attestations`.
        searched: The columns worth a full-text search.
        rows: A value for each column.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    searched: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]]


def tables(report: Report) -> Iterator[Table]:
    """Yield every table; the rows of each are made as they are read."""
    yield _documents(report)
    yield _claims(report)
    yield _mentions(report)
    yield _entities(report)
    yield _findings(report)
    yield _attestations(report)


def roles() -> tuple[str, ...]:
    """Return the roles of all kinds, each once, in the order they are declared."""
    return tuple(dict.fromkeys(r for name in KINDS for r in KINDS[name].roles))


def _columns(**meanings: str) -> tuple[Column, ...]:
    return tuple(Column(name.rstrip("_"), told) for name, told in meanings.items())


def _documents(report: Report) -> Table:
    columns = _columns(
        document="its id",
        source="the outlet",
        published="the day of publication, or empty",
        title="its headline",
        url="its address",
        path="its file",
        words="how many words it has",
        text="the text as printed",
    )
    rows = (_document(document) for document in report.documents.values())
    return Table("documents", "One row per text.", columns, ("title", "text"), rows)


def _document(document: Document) -> tuple[Value, ...]:
    where = (document.title, document.url, document.path)
    head = (document.id, document.source, document.published)
    return (*head, *where, len(document.text.split()), document.text)


def _claims(report: Report) -> Table:
    columns = _columns(
        claim="its id",
        kind="title, quote, meeting, event, quantity …",
        document="the document",
        source="the outlet",
        published="the day of publication",
        sentence="the sentence it is made in",
        first_day="the first day it speaks of",
        last_day="the last day it speaks of",
        modality="asserted, planned, denied or hypothetical",
        attribution="whom the document credits",
        event="claims of one event share this",
        place_in_text="file, line and column",
        start="the first character in the document's text",
        end="the character behind the last one",
    )
    filled = tuple(Column(f"role_{role}", "what fills the role") for role in roles())
    return Table(
        "claims",
        "One row per claim: one thing that one document asserts.",
        (*columns, *filled),
        ("sentence",),
        (_claim(claim, report) for claim in report.material.claims),
    )


def _claim(claim: Claim, report: Report) -> tuple[Value, ...]:
    shown = telling(claim, report.documents)
    head = (claim.id, claim.kind, claim.document, shown.source, shown.published)
    days = (shown.day, claim.time.end if claim.time else None)
    credited = _joined(m.name or m.text for m in claim.attribution)
    event = report.material.events.get(claim.id)
    where = (shown.where, claim.span.start, claim.span.end)
    filled = (_joined(m.name or m.text for m in claim.role(r)) for r in roles())
    said = (plain(shown.pieces), *days, claim.modality, credited, event)
    return (*head, *said, *where, *filled)


def _mentions(report: Report) -> Table:
    columns = _columns(
        claim="the claim",
        role="the role it fills",
        text="the words as printed",
        value="the normalised value: a date, a number, a canonical title",
        entity="who or what is meant",
        name="the entity's name",
        part="where it stands: in the text, or in the title",
        start="the first character in the document's text",
        end="the character behind the last one",
    )
    rows = (
        (claim.id, role, *_mention(mention))
        for claim in report.material.claims
        for role, mentions in claim.roles.items()
        for mention in mentions
    )
    return Table("mentions", "One row per filled role.", columns, (), rows)


def _mention(mention: Mention) -> tuple[Value, ...]:
    value = None if mention.value is None else str(mention.value)
    who = (mention.entity, mention.name)
    return (mention.text, value, *who, mention.part, mention.start, mention.end)


def _entities(report: Report) -> Table:
    columns = _columns(
        entity="its id, the same in all documents",
        name="the name used most",
        forms="every form printed",
        documents="in how many documents it has a part",
        mentions="how often it has a part in a claim",
    )
    return Table(
        "entities",
        "One row per person, body or place, across documents.",
        columns,
        ("name", "forms"),
        _entity_rows(report),
    )


def _entity_rows(report: Report) -> Iterator[tuple[Value, ...]]:
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for claim in report.material.claims:
        for entity, _, _ in named([claim]):
            documents[entity].add(claim.document)
    for entity, names in sorted(entity_names(report).items()):
        forms = _joined(sorted(names))
        count = len(documents[entity])
        yield entity, display_name(names), forms, count, names.total() // 3


def _findings(report: Report) -> Table:
    columns = _columns(
        fingerprint="its identity",
        severity="error, warning or note",
        rule="the rule",
        state="new, known or suppressed",
        group_="the group of documents compared",
        key="what it is about",
        message="the finding in one sentence",
        why="why it matters",
        variants="how many values conflict",
        sources="the outlets that stand on a side",
    )
    rows = (_finding(finding) for finding in report.sorted)
    about = "One row per finding: where sources cannot all be right."
    return Table("findings", about, columns, ("message",), rows)


def _finding(finding: Finding) -> tuple[Value, ...]:
    head = (finding.fingerprint, str(finding.severity), finding.rule)
    told = (finding.group, finding.key, finding.message, finding.why)
    sources = sorted({s for v in finding.variants for s in v.sources})
    sides = (len(finding.variants), _joined(sources))
    return (*head, str(finding.state), *told, *sides)


def _attestations(report: Report) -> Table:
    columns = _columns(
        fingerprint="the finding",
        variant="the number of the value, from 1; 0 for one that is compatible",
        value="the value as printed",
        claim="a claim that gives it",
        document="the document of the claim",
        source="its outlet",
    )
    about = "One row per claim that a finding rests on: who gives which value."
    return Table("attestations", about, columns, (), _attested(report))


def _attested(report: Report) -> Iterator[tuple[Value, ...]]:
    for finding in report.sorted:
        owners = {claim.id: claim.document for claim in finding.claims}
        numbered = [*enumerate(finding.variants, 1)]
        for number, variant in (*numbered, *((0, v) for v in finding.compatible)):
            for claim in variant.claims:
                document = owners.get(claim, "")
                known = report.documents.get(document)
                source = known.source if known else ""
                row = (finding.fingerprint, number, variant.label)
                yield (*row, claim, document, source)


def _joined(words: Iterator[str] | list[str]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(w.split()) for w in words)) or None
