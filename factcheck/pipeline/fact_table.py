"""The table of facts of a story: what each source says of what, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

from factcheck.claims import Claim, Mention
from factcheck.claims.declaration import NUMBER, TERM, WORDS, role_of
from factcheck.documents import Document, Span
from factcheck.findings import Finding, Wording
from factcheck.lexicons import load_table
from factcheck.rules import Rule
from factcheck.rules.engine.compile import TIME
from factcheck.rules.engine.facts import MOST_ANSWERS, Fact, Standing, agree, facts
from factcheck.rules.engine.report import slot_name
from factcheck.store import FactStore

LONGEST = 120
"""Characters of a cell."""

BESIDE = 2
"""Characters that may lie between a value and a word that belongs to it."""

VARY = "vary"
"""Sources give several values that need not contradict each other."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact, and what each document says of it.

    Attributes:
        label: What it is: "killed", "Ana Duval: title".
        standing: "agree", "differ", "vary" or "single".
        cells: What a document prints, by its id; blank where it says nothing.
        rank: What comes first, the lowest number.
        always: Whether it is shown where one source alone gives it.
        quiet: Whether it is shown only where sources contradict each other.
    """

    label: str
    standing: str
    cells: Mapping[str, tuple[Wording, ...]]
    rank: int = 0
    always: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class FactTable:
    """The facts of one story.

    Attributes:
        story: Its name.
        documents: The ids of its documents, the earliest first.
        rows: The facts, the most important first.
    """

    story: str
    documents: tuple[str, ...]
    rows: tuple[FactRow, ...]

    @property
    def shared(self) -> tuple[FactRow, ...]:
        """The rows that two sources give, or that an editor looks for anyway."""
        return tuple(
            row
            for row in self.rows
            if row.standing == Standing.DIFFER
            or (not row.quiet and (row.always or row.standing != Standing.SINGLE))
        )


@dataclass(slots=True)
class _Row:
    """A row while facts are added to it."""

    asked: str
    standings: list[str] = field(default_factory=list)
    cells: dict[str, dict[str, Wording]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def fact_tables(
    rules: Sequence[Rule],
    store: FactStore,
    findings: Iterable[Finding],
    documents: Iterable[Document],
    stories: Mapping[str, str],
) -> tuple[FactTable, ...]:
    """Return a table for each story that two documents or more report.

    Args:
        rules: The rules whose slots are the facts.
        store: The store, after `scope`.
        findings: What the rules found.
        documents: The documents of the check.
        stories: The story of each document, by its id.
    """
    known = {document.id: document for document in documents}
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known, key=lambda n: (known[n].published or "9", n)):
        members[stories.get(name, name)].append(name)
    rows: dict[str, dict[str, _Row]] = defaultdict(dict)
    witnesses = store.witnesses()
    found = facts(rules, store, witnesses, single=True)
    claims = store.claims(one.claim for fact in found for one in fact.given)
    for fact in found:
        by_story: dict[str, list[Claim]] = defaultdict(list)
        for number in dict.fromkeys(one.claim for one in fact.given):
            claim = claims[number]
            by_story[stories.get(claim.document, claim.document)].append(claim)
        for story, some in by_story.items():
            _add(rows[story], fact, some, known)
    by_words = {r.id for r in rules if r.compare and r.compare.properties.by_words}
    for finding in findings:
        if finding.rule in by_words and finding.claims:
            story = stories.get(finding.claims[0].document, "")
            _add_finding(rows[story], finding, known)
    return tuple(
        FactTable(story, tuple(names), tuple(_rows(rows[story])))
        for story, names in sorted(members.items(), key=lambda o: (-len(o[1]), o[0]))
        if len(names) > 1
    )


def _add(
    rows: dict[str, _Row],
    fact: Fact,
    claims: Sequence[Claim],
    known: Mapping[str, Document],
) -> None:
    role = fact.rule.differ or TIME
    label, asked = _label(fact, claims[0], role)
    row = rows.setdefault(label, _Row(asked))
    row.standings.append(fact.standing if _is_whole(fact) else VARY)
    for claim in claims:
        document = known[claim.document]
        span, words = _printed(claim, role, document)
        cell = Wording(
            document.source, document.id, span.part, span.start, span.end, words
        )
        row.cells[document.id].setdefault(words.casefold(), cell)
        day = claim.time.start if role == TIME and claim.time else None
        row.values[document.id].add(day or words.casefold())


def _is_whole(fact: Fact) -> bool:
    """Ask whether sources that agree do so in every value, not just in some."""
    if fact.standing != Standing.AGREE or fact.rule.compare is None:
        return True
    comparator = fact.rule.compare.comparator()
    pairs = combinations(fact.answers[:MOST_ANSWERS], 2)
    return all(agree(left, right, comparator) for left, right in pairs)


def _add_finding(
    rows: dict[str, _Row], finding: Finding, known: Mapping[str, Document]
) -> None:
    """Add what sources print in other words, which is a fact only where found."""
    row = rows.setdefault(f"{finding.key}: wording", _Row("content"))
    row.standings.append(Standing.DIFFER)
    for claim in finding.claims:
        document = known[claim.document]
        start, end, part = claim.span
        content = claim.first("content")
        if content is not None:
            start, end, part = content.span
        words = _brief(document.quote(Span(start, end, part)))
        cell = Wording(document.source, document.id, part, start, end, words)
        row.cells[document.id].setdefault(words.casefold(), cell)
        row.values[document.id].add(words.casefold())


def _rows(rows: Mapping[str, _Row]) -> list[FactRow]:
    made = [
        FactRow(
            label,
            _standing(row),
            {name: tuple(cells.values()) for name, cells in row.cells.items()},
            _rank(row.asked),
            row.asked in _table()["always"],
            row.asked in _table()["only_differing"],
        )
        for label, row in rows.items()
    ]
    single = Standing.SINGLE
    return sorted(
        made, key=lambda r: (r.standing == single, r.rank, -len(r.cells), r.label)
    )


def _standing(row: _Row) -> str:
    """Say how the sources of a row stand to each other, as far as this story goes."""
    sources = {one.source for cells in row.cells.values() for one in cells.values()}
    if len(sources) < 2:
        return Standing.SINGLE
    values = {frozenset(some) for some in row.values.values()}
    if Standing.DIFFER in row.standings and len(values) > 1:
        return Standing.DIFFER
    agreed = Standing.AGREE in row.standings and len(row.standings) == 1
    return Standing.AGREE if agreed or len(values) == 1 else VARY


def _label(fact: Fact, claim: Claim, role: str) -> tuple[str, str]:
    """Name a row, and say what it asks: the measure of a number, else the role."""
    if role_of(claim.kind, role).range == NUMBER:
        measures = [m for r, m in _terms(claim) if role_of(claim.kind, r).by_value]
        measure = str(measures[0].value or measures[0].text) if measures else role
        told = [measure]
        if measure in _table()["by_unit"] and (unit := claim.first("unit")):
            told = [str(unit.value or unit.text)]
        about = claim.first("about")
        if about is not None and about.entity and measure == "age":
            told.append(" ".join((about.name or about.text).split()))
        return ", ".join(told), measure
    name = slot_name(fact.rule, [claim]).rstrip(",;: ")
    trigger = claim.first("trigger")
    if trigger is not None and role != "trigger" and trigger.text not in name:
        name = f"{name}, {trigger.text}" if name else trigger.text
    asked = "day" if role == TIME else role
    return f"{_brief(name)}: {asked}" if name else asked, asked


def _terms(claim: Claim) -> Iterator[tuple[str, Mention]]:
    for role, mentions in claim.roles.items():
        if role_of(claim.kind, role).range == TERM:
            yield from ((role, mention) for mention in mentions)


def _printed(claim: Claim, role: str, document: Document) -> tuple[Span, str]:
    """Return where a claim gives its value, and the words there.

    "at least 12 people" and not "12": what stands right beside the value and belongs
    to it is part of the cell.
    """
    if role == TIME:
        said = claim.time.text if claim.time else ""
        day = claim.time.start if claim.time else None
        words = said if day is None or day in said else f"{said} ({day})".strip()
        return claim.span, words
    filled = [m for m in claim.role(role) if m.text]
    if not filled:
        return claim.span, _brief(document.quote(claim.span))
    if len(filled) > 1:
        named = (" ".join((m.name or m.text).split()) for m in filled)
        return claim.span, _brief(", ".join(dict.fromkeys(named)))
    span = _widened(filled[0].span, claim)
    return span, _brief(document.quote(span))


def _widened(span: Span, claim: Claim) -> Span:
    beside = [
        mention.span
        for role, mentions in claim.roles.items()
        if role_of(claim.kind, role).range in (TERM, WORDS)
        and not role_of(claim.kind, role).by_value
        for mention in mentions
        if mention.text and mention.part == span.part
    ]
    for other in sorted(beside, key=lambda s: abs(s.start - span.start)):
        if other.start - BESIDE <= span.end and span.start <= other.end + BESIDE:
            start, end = min(span.start, other.start), max(span.end, other.end)
            span = Span(start, end, span.part)
    return span


def _rank(asked: str) -> int:
    order: list[str] = _table()["order"]
    return order.index(asked) if asked in order else len(order)


def _brief(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


@cache
def _table() -> Any:
    return load_table("facts")
