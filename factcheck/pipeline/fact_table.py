"""The table of facts of a story: what each source says of what, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.claims.declaration import NUMBER, TERM, WORDS, role_of
from factcheck.documents import Document, Span
from factcheck.findings import Finding, Wording
from factcheck.lexicons import load_table
from factcheck.rules import Rule
from factcheck.rules.engine.compile import TIME
from factcheck.rules.engine.evidence import slot_name
from factcheck.rules.engine.slot_facts import (
    MOST_ANSWERS,
    SlotFact,
    Standing,
    agree,
    facts,
)
from factcheck.store import FactStore

LONGEST = 120
"""Characters of a cell."""

LABEL = 60
"""Characters of a sentence that names a row."""

BEFORE = 30
"""Characters of a sentence in front of the words that differ."""

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
class _RowSlot:
    """One fact of a row: what each document says of it, by its id.

    *counted* is whether somebody gives a number, and not only one victim by himself.
    """

    standing: str
    counted: bool = False
    cells: dict[str, dict[str, Wording]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class _GrowingRow:
    """A row while facts are added to it."""

    asked: str
    slots: list[_RowSlot] = field(default_factory=list)


def fact_tables(
    rules: Sequence[Rule],
    store: FactStore,
    findings: Iterable[Finding],
    documents: Iterable[Document],
    stories: Mapping[str, str],
) -> tuple[FactTable, ...]:
    """Return a table for each story that two documents or more report.

    The facts are the slots of the rules; *stories* has the story of each document.
    """
    known = {document.id: document for document in documents}
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known, key=lambda n: (known[n].published or "9", n)):
        members[stories.get(name, name)].append(name)
    rows: dict[str, dict[str, _GrowingRow]] = defaultdict(dict)
    slots = facts(rules, store, single=True)
    claims = store.claims(one.claim for fact in slots for one in fact.given)
    for fact in slots:
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
    rows: dict[str, _GrowingRow],
    fact: SlotFact,
    claims: Sequence[Claim],
    known: Mapping[str, Document],
) -> None:
    role = fact.rule.differ or TIME
    label, asked = _label(fact, claims[0], role)
    slot = _RowSlot(fact.standing if _is_whole(fact) else VARY)
    rows.setdefault(label, _GrowingRow(asked)).slots.append(slot)
    for claim in claims:
        document = known[claim.document]
        span, words = _printed(claim, role, document)
        cell = Wording(
            document.source, document.id, span.part, span.start, span.end, words
        )
        slot.counted |= _is_counted(claim)
        slot.cells[document.id].setdefault(words.casefold(), cell)
        slot.values[document.id].add(_value(claim, role) or words.casefold())


def _value(claim: Claim, role: str) -> str:
    """Return by what two cells are the same: the day, or the number and its bound."""
    if role == TIME:
        return claim.time.start or "" if claim.time else ""
    value, modifier = claim.first(role), claim.first("modifier")
    if value is None or role_of(claim.kind, role).range != NUMBER:
        return ""
    return f"{modifier.value if modifier else ''} {value.value}"


def _is_counted(claim: Claim) -> bool:
    """Ask whether a claim gives a number: "two", "one person", and not "the driver"."""
    value = claim.first("value")
    return value is not None and (value.value != 1 or bool(claim.role("unit")))


def _is_whole(fact: SlotFact) -> bool:
    """Ask whether sources that agree do so in every value, not just in some."""
    if fact.standing != Standing.AGREE or fact.rule.compare is None:
        return True
    comparator = fact.rule.compare.comparator()
    pairs = combinations(fact.answers[:MOST_ANSWERS], 2)
    return all(agree(left, right, comparator) for left, right in pairs)


def _add_finding(
    rows: dict[str, _GrowingRow], finding: Finding, known: Mapping[str, Document]
) -> None:
    """Add what sources print in other words, which is a fact only where found."""
    slot = _RowSlot(Standing.DIFFER)
    quoted = finding.claims[0].kind == "quote"
    label = f"{_brief(finding.key, LABEL)}: {'quotation' if quoted else 'sentence'}"
    rows.setdefault(label, _GrowingRow("content")).slots.append(slot)
    for claim in finding.claims:
        document = known[claim.document]
        start, end, part = claim.span
        content = claim.first("content")
        if content is not None:
            start, end, part = content.span
        words = _brief(_from(document.quote(Span(start, end, part)), finding.diff))
        cell = Wording(document.source, document.id, part, start, end, words)
        slot.cells[document.id].setdefault(words.casefold(), cell)
        slot.values[document.id].add(words.casefold())


def _from(words: str, diff: Sequence[tuple[str, str]]) -> str:
    """Cut off the beginning of a sentence that differs far behind."""
    places = [words.find(one) for pair in diff for one in pair if one]
    first = min((place for place in places if place >= 0), default=0)
    start = words.rfind(" ", 0, max(0, first - BEFORE)) + 1
    return f"… {words[start:]}" if first > 2 * BEFORE else words


def _rows(rows: Mapping[str, _GrowingRow]) -> list[FactRow]:
    made = []
    for label, row in rows.items():
        if row.asked in _table()["counted"] and not any(s.counted for s in row.slots):
            continue  # "Ana Duval died": nobody counts
        shown = _shown(row)
        cells: dict[str, dict[str, Wording]] = {
            name: {k: cell for slot in some for k, cell in slot.cells[name].items()}
            for name, some in shown.items()
        }
        made.append(
            FactRow(
                label,
                _standing(shown),
                {name: tuple(some.values()) for name, some in cells.items()},
                _rank(row.asked),
                row.asked in _table()["always"],
                row.asked in _table()["only_differing"],
            )
        )
    single = Standing.SINGLE
    made.sort(key=lambda r: (r.standing == single, r.rank, -len(r.cells), r.label))
    same: dict[object, FactRow] = {}
    for fact in made:  # a meeting and the event it is may give one place
        same.setdefault((fact.quiet, frozenset(fact.cells.items())), fact)
    return list(same.values())


def _shown(row: _GrowingRow) -> dict[str, list[_RowSlot]]:
    """Return the slots from which each document is shown.

    Of what a story has one of, such as its toll, a document is shown with what it says
    of the fact that most documents give; only one that is silent there is shown with
    what else it says: a victim by himself is no toll.
    """
    slots = sorted(row.slots, key=lambda slot: (not slot.counted, -len(slot.cells)))
    shown: dict[str, list[_RowSlot]] = defaultdict(list)
    for slot in slots:
        for name in slot.cells:
            if not shown[name] or row.asked not in _table()["always"]:
                shown[name].append(slot)
    return shown


def _standing(shown: Mapping[str, Sequence[_RowSlot]]) -> str:
    """Say how the sources of a row stand to each other, as far as this story goes."""
    slots = {id(slot): slot for some in shown.values() for slot in some}
    cells = (cell for slot in slots.values() for cell in slot.cells.values())
    if len({one.source for some in cells for one in some.values()}) < 2:
        return Standing.SINGLE
    values = {
        frozenset(v for slot in some for v in slot.values.get(name, ()))
        for name, some in shown.items()
    }
    standings = [slot.standing for slot in slots.values()]
    if Standing.DIFFER in standings and len(values) > 1:
        return Standing.DIFFER
    agreed = Standing.AGREE in standings and len(standings) == 1
    return Standing.AGREE if agreed or len(values) == 1 else VARY


def _label(fact: SlotFact, claim: Claim, role: str) -> tuple[str, str]:
    """Name a row, and say what it asks: the measure of a number, else the role."""
    if role_of(claim.kind, role).range == NUMBER:
        return _number_label(claim, role, "subject" in fact.rule.same)
    name = slot_name(fact.rule, [claim]).rstrip(",;: ")
    trigger = claim.first("trigger")
    asked = "day" if role == TIME else role
    if trigger is not None and role != "trigger" and trigger.text not in name:
        name = f"{name}, {trigger.text}" if name else trigger.text
    if trigger is not None and name.casefold() == trigger.text.casefold():
        known = name.lower() in load_table("quantities")["events"]
        asked = asked if known else "unnamed"
    shown = "day" if role == TIME else str(_table()["labels"].get(role, role))
    return f"{_brief(name)}: {shown}" if name else shown, asked


def _number_label(claim: Claim, role: str, whose: bool) -> tuple[str, str]:
    """Name what a number measures, and of what where a story has several."""
    measures = [m for r, m in _terms(claim) if role_of(claim.kind, r).by_value]
    measure = str(measures[0].value or measures[0].text) if measures else role
    label = str(_table()["labels"].get(measure, measure))
    if measure in _table()["always"] or not measures:
        return label, measure
    labels = [label]
    unit, about = claim.first("unit"), claim.role("about")
    if whole := claim.first("part_of"):
        labels = [str(whole.value or whole.text)]
    if unit is not None and measure not in _table()["unit_is_measure"]:
        word = str(unit.value or unit.text)
        labels = [word] if measure in _table()["by_unit"] else [*labels, word]
    subject, predicate = claim.first("subject"), claim.first("predicate")
    of = [m.name or m.text for m in about if m.entity][:1]
    start = claim.span.start  # a capital there is that of the sentence
    others = (m for m in about if not m.entity)
    things = [m.text.lower() if m.start == start else m.text for m in others][:1]
    if whose and subject is not None and predicate is not None:
        of = [subject.name or subject.text]
        labels += [] if measure in _table()["of_subject"] else [predicate.text]
    elif things and measure in _table()["named_by"]:
        of, labels = [], [*labels, *things]
    parts = dict.fromkeys(" ".join(word.split()) for word in labels)
    return _brief(": ".join([*of, ", ".join(parts)])), measure


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
        printed, days = (claim.time.text, _days(claim.time)) if claim.time else ("", "")
        words = printed if days in printed else f"{printed} ({days})".strip()
        return claim.span, words
    filled = [m for m in claim.role(role) if m.text]
    if not filled:
        return claim.span, _brief(document.quote(claim.span))
    if len(filled) > 1:
        named = (" ".join((m.name or m.text).split()) for m in filled)
        return claim.span, _brief(", ".join(dict.fromkeys(named)))
    span = _widened(filled[0].span, claim)
    return span, _brief(document.quote(span))


def _days(time: ClaimTime) -> str:
    """Return a time as its year, month or day, or as its first and last day.

    >>> _days(ClaimTime("1961-01-01", "1961-12-31", "in 1961"))
    '1961'
    >>> _days(ClaimTime("2022-02-21", "2022-02-27", "last week"))
    '2022-02-21 to 2022-02-27'
    """
    first, last = time.start or "", time.end or ""
    if first[4:] == "-01-01" and last == f"{first[:4]}-12-31":
        return first[:4]
    if first[7:] == "-01" and first[:7] == last[:7] and last[8:] >= "28":
        return first[:7]
    return f"{first} to {last}" if first and last and first != last else first


def _widened(span: Span, claim: Claim) -> Span:
    beside = [
        mention.span
        for role, mentions in claim.roles.items()
        if role_of(claim.kind, role).range in (TERM, WORDS)
        and not role_of(claim.kind, role).by_value
        and role not in _table()["beside"]
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


def _brief(words: str, longest: int = LONGEST) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


@cache
def _table() -> Any:
    return load_table("facts")
