"""Documents, claims, mentions, entities, findings and attestations as tables.

`tables.yaml` has their columns, which are a contract: names and meanings stay, new ones
come at the end. The first is the key, except in `mentions` and `attestations`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from factcheck.claims import KINDS, Claim, Mention
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.reports.questions.entity_names import (
    display_name,
    entity_names,
    named,
    plain,
)
from factcheck.reports.report import Report
from factcheck.reports.site.dated_events import shown_claim
from factcheck.store.exported import Table

Value = str | int | float | None
Row = tuple[Value, ...]

EMPTY = Report(())
"""A report of nothing, to ask what tables and columns there are."""


def described() -> dict[str, Any]:
    """Return what the tables hold, and what Datasette shows of them."""
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    metadata: dict[str, Any] = yaml.safe_load(text)
    columns = metadata["tables"]["claims"]["columns"]
    columns |= {f"role_{role}": "what fills the role" for role in roles()}
    return metadata


def tables(report: Report) -> Iterator[Table]:
    """Yield every table; the rows of each are made as they are read."""
    claims = report.material.claims
    rows: dict[str, Iterator[Row]] = {
        "documents": map(_document, report.documents.values()),
        "claims": (_claim(claim, report) for claim in claims),
        "mentions": _mentions(claims),
        "entities": _entities(report),
        "findings": map(_finding, report.sorted),
        "attestations": _attestations(report),
    }
    for name, table in described()["tables"].items():
        searched = tuple(table["searched"])
        yield Table(name, table["description"], table["columns"], searched, rows[name])


def roles() -> tuple[str, ...]:
    """Return the roles of all kinds, each once, in the order they are declared."""
    return tuple(dict.fromkeys(r for name in KINDS for r in KINDS[name].roles))


def _document(document: Document) -> Row:
    where = (document.title, document.url, document.path)
    head = (document.id, document.source, document.published)
    return (*head, *where, len(document.text.split()), document.text)


def _claim(claim: Claim, report: Report) -> Row:
    shown = shown_claim(claim, report.documents)
    head = (claim.id, claim.kind, claim.document, shown.source, shown.published)
    days = (shown.day, claim.time.end if claim.time else None)
    credited = _joined(m.name or m.text for m in claim.attribution)
    event = report.material.events.get(claim.id)
    where = (shown.where, claim.span.start, claim.span.end)
    filled = (_joined(m.name or m.text for m in claim.role(r)) for r in roles())
    content = (plain(shown.pieces), *days, claim.modality, credited, event)
    return (*head, *content, *where, *filled)


def _mentions(claims: Iterable[Claim]) -> Iterator[Row]:
    for claim in claims:
        for role, mentions in claim.roles.items():
            for mention in mentions:
                yield (claim.id, role, *_mention(mention))


def _mention(mention: Mention) -> Row:
    value = None if mention.value is None else str(mention.value)
    who = (mention.entity, mention.name)
    return (mention.text, value, *who, mention.part, mention.start, mention.end)


def _entities(report: Report) -> Iterator[Row]:
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for claim in report.material.claims:
        for entity, _, _ in named([claim]):
            documents[entity].add(claim.document)
    for entity, names in sorted(entity_names(report).items()):
        forms = _joined(sorted(names))
        count = len(documents[entity])
        yield entity, display_name(names), forms, count, names.total() // 3


def _finding(finding: Finding) -> Row:
    head = (finding.fingerprint, str(finding.severity), finding.rule)
    about = (finding.group, finding.key, finding.message, finding.why)
    sources = sorted({s for v in finding.variants for s in v.sources})
    sides = (len(finding.variants), _joined(sources))
    return (*head, str(finding.state), *about, *sides)


def _attestations(report: Report) -> Iterator[Row]:
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


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(w.split()) for w in words)) or None
