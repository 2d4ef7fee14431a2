"""What a claim offers for telling whether another is of the same event."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.claims import DENIED, PLANNED, Claim, Mention, Value
from factcheck.claims.day_numbers import day_number
from factcheck.claims.extraction import Entity, Extraction
from factcheck.comparators.wording import stem
from factcheck.documents.sentence_boundaries import sentence_around
from factcheck.lexicons import load_table
from factcheck.lexicons.lexicon import load_lattice
from factcheck.resolution.events.figures import body_of, is_extra, is_outdated, totals
from factcheck.resolution.events.sentence_words import (
    SEAT,
    WORD,
    calendar,
    idle,
    kinds_in,
    kinds_of_event,
    spots_in,
    table,
    with_seat,
)
from factcheck.resolution.events.topics import ReportTopic

SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z]{3,}(?![^\W_])")
CAPITAL = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]{2,}")
WHO = ("participant", "visitor")
WHERE = ("place", "destination", "about")
COARSE = 31
"""Days from which on a time is too vague to single out one event."""


@dataclass(frozen=True, slots=True)
class EventFeatures:
    """What a claim offers for comparing.

    Attributes:
        claim: The claim.
        who: Entities that took part.
        where: Entities of places.
        spots: Words that stand where a place does: "near **Zuromba**".
        whose: Entities of persons that a number is about.
        struck: What befell what has a name: "sinking" and the ship.
        first: First day it may have been, counted, or None.
        last: Last day, or None.
        published: Day of publication, counted, or None.
        topic: What must be equal: trigger stem, or measure and unit.
        events: The kinds of event its words name ("bombing", "fire").
        sort: The sort of people counted, or "" where that is not said.
        extra: Whether it comes on top of others: "a further nine".
        words: Stems of the content words of its sentence.
        sentence: The sentence it stands in.
        beside: The other numbers its document gives of this measure, with scarcely
            more than one dead or wounded left out.
        outdated: The numbers its document gives as earlier ones.
        scene: What the report is about, where this is its main figure.
        predicate: The event's name in the lattice, or None.
        principals: Entities by which the event is known: whom it befell, or who acted.
        things: Heads of what it befell that have no name: "the offer"; what stands
            around an amount.
        denied: Stems of the words that are denied: "did not **sign the treaty**".
        clause: Stems of the words of the event's own clause.
        story: Of which story its document is, or None where nobody asked.
        totals: The numbers it makes with those named beside: "15 and the bomber" is 16.
    """

    claim: Claim
    who: frozenset[str]
    where: frozenset[str]
    spots: frozenset[str]
    whose: frozenset[str]
    struck: frozenset[tuple[str, str]]
    first: int | None
    last: int | None
    published: int | None
    topic: str
    events: frozenset[str]
    sort: str
    extra: bool
    words: frozenset[str]
    sentence: str
    beside: frozenset[Value] = frozenset()
    outdated: frozenset[float] = frozenset()
    scene: ReportTopic | None = None
    predicate: str | None = None
    principals: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    story: str | None = None
    totals: frozenset[float] = frozenset()

    @property
    def long(self) -> bool:
        """Whether it has a time, and that is longer than a day or two."""
        return self.first is not None and (self.last or self.first) - self.first > 1

    @property
    def vague(self) -> bool:
        """Whether its time is missing or too long to single out an event."""
        if self.first is None or self.last is None:
            return True
        return self.last - self.first >= COARSE


class Setting:
    """What a whole document offers: which entities are persons, where it names towns.

    Attributes:
        extraction: The document with its claims.
        story: The story it is of, or None.
        persons: The entities that are persons.
        common: The words for countries, which are not places of one event.
        small: The words it prints small somewhere, which are not names.
        capitals: The words it prints with a capital.
        lands: The entities that are places, towns or countries.
        towns: Part, offset and entity of each place named; a country is too large.
        outdated: The numbers it gives as earlier ones.
    """

    def __init__(self, extraction: Extraction, story: str | None = None) -> None:
        self.extraction = extraction
        self.story = story
        known = extraction.entities
        countries = {f for e in known.values() if e.country for f in (e.name, *e.forms)}
        self.lands = {e.id for e in known.values() if e.country or e.kind == "place"}
        self.common = _plain(e for e in known.values() if e.country)
        self.small = frozenset(SMALL.findall(extraction.document.text))
        heads = extraction.document.text, extraction.document.title or ""
        printed = {m[0].lower() for head in heads for m in CAPITAL.finditer(head)}
        self.capitals = with_seat(frozenset(printed | self.small & {SEAT}))
        self.persons = {e.id for e in known.values() if e.kind == "person"}
        self.towns: list[tuple[str, int, str]] = []
        for typed in extraction.mentions:
            mention = typed.mention
            if typed.type == "person" and mention.entity:
                self.persons.add(mention.entity)
            town = (
                typed.type == "place" and not {mention.text, mention.name} & countries
            )
            if town and mention.entity:
                self.towns.append((mention.part, mention.start, mention.entity))
        self.towns.sort()
        replaced = (c.first("value") for c in extraction.claims if is_outdated(c))
        numbers = (mention.value for mention in replaced if mention)
        self.outdated = frozenset(n for n in numbers if isinstance(n, int | float))

    def spots(self, sentence: str) -> frozenset[str]:
        """Return the words of a sentence that look like places, whoever knows them."""
        return spots_in(sentence, self.common | self.small)

    def named(self, part: str, start: int, end: int) -> Iterator[str]:
        """Yield the towns and regions named in a range."""
        for town in self.towns[bisect_left(self.towns, (part, start, "")) :]:
            if town[0] != part or town[1] >= end:
                return
            yield town[2]


def _plain(entities: Iterable[Entity]) -> set[str]:
    """Return the words of all names of entities, and of the calendar."""
    names = (form for e in entities for form in (e.name, *e.forms))
    words = {word for name in names for word in WORD.findall(name.lower())}
    return words | {f"{word}s" for word in words} | calendar()


def features_of(setting: Setting, claim: Claim) -> EventFeatures:
    """Collect what a claim offers for comparing."""
    extraction, time = setting.extraction, claim.time
    who = frozenset(m.entity for r in WHO for m in claim.role(r) if m.entity)
    about = {m.entity for r in WHERE for m in claim.role(r) if m.entity}
    text, span = extraction.document.stretch(claim.span.part), claim.span
    start, end = sentence_around(text, span.start, span.end)
    counts = claim.kind in ("quantity", "event")
    words = _words(extraction, claim, start, end) if counts else frozenset()
    where = about - setting.persons
    if claim.kind == "quantity":  # a ship or a firm is not a place where others died
        where = {entity for entity in where if not entity.startswith("organization")}
        where.update(setting.named(claim.span.part, start, end))
    return EventFeatures(
        claim,
        who,
        frozenset(where),
        setting.spots(extraction.document.stretch(claim.span.part)[start:end])
        if counts
        else frozenset(),
        frozenset(about & setting.persons),
        frozenset(_struck(claim, setting)),
        day_number(time.start) if time else None,
        day_number(time.end or time.start) if time else None,
        day_number(extraction.document.published),
        _topic(claim),
        kinds_in(extraction.document.stretch(claim.span.part)[start:end])
        if counts
        else frozenset(),
        _sort(claim),
        is_extra(extraction, claim),
        words,
        extraction.document.stretch(claim.span.part)[start:end],
        predicate=_predicate(claim),
        principals=_principals(claim),
        things=frozenset(_things(claim)),
        denied=_denied(extraction, claim),
        story=setting.story,
        clause=_words(extraction, claim, claim.span.start, claim.span.end)
        if claim.kind == "event"
        else frozenset(),
        totals=totals(extraction, claim),
        outdated=setting.outdated,
    )


def _predicate(claim: Claim) -> str | None:
    trigger = claim.first("trigger")
    value = trigger.value if trigger and claim.kind == "event" else None
    return load_lattice("events").known_as(value) if isinstance(value, str) else None


def _principals(claim: Claim) -> frozenset[str]:
    """Return who an event is known by: the patient of an arrest, the agent of a win."""
    if claim.kind != "event":
        return frozenset()
    befallen = _predicate(claim) in _known_by_patient()
    role = "patient" if befallen and claim.role("patient") else "agent"
    mentions = claim.role(role) if _predicate(claim) else claim.role("participant")
    return frozenset(mention.entity for mention in mentions if mention.entity)


def _things(claim: Claim) -> Iterator[str]:
    """Yield what an amount is of, or what an event befell: nouns by their lemma."""
    for mention in claim.role("about") if claim.kind == "quantity" else ():
        if isinstance(mention.value, str):
            yield stem(mention.value)
        else:
            yield from (stem(word) for word in WORD.findall(mention.text.lower()))
    for mention in claim.role("patient"):
        if mention.entity is None and isinstance(mention.value, str):
            yield mention.value


def _denied(extraction: Extraction, claim: Claim) -> frozenset[str]:
    """Return what an event that did not happen would have been, in stems of words."""
    if claim.kind != "event" or claim.modality != DENIED:
        return frozenset()
    names = {
        word.lower()
        for mention in claim.role("participant")
        for word in WORD.findall(f"{mention.text} {mention.name or ''}")
    }
    words = _words(extraction, claim, claim.span.start, claim.span.end)
    mentions = (*claim.role("polarity"), *claim.role("trigger"))
    empty = {word.lower() for m in mentions for word in WORD.findall(m.text)}
    empty.update(load_table("events")["helpers"], names)
    return words - {stem(word) for word in empty}


@cache
def _known_by_patient() -> frozenset[str]:
    table = load_table("events")
    return frozenset((*table["befalls"], *table["either"]))


def _struck(claim: Claim, setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield the kind of event and the ship, plane or storm that a toll is of.

    A town is no such thing: much befalls one town.
    """
    for mention in claim.role("about") if claim.kind == "quantity" else ():
        event, entity = mention.value, mention.entity
        if isinstance(event, str) and entity and entity not in setting.lands:
            yield kinds_of_event().get(stem(event), event), entity


def _sort(claim: Claim) -> str:
    """Return the sort of people a claim counts; one without a number is by itself."""
    value, unit = claim.first("value"), claim.first("unit")
    if value and value.value == 1 and not unit and value.text.lower() != "one":
        return "somebody"
    printed = str(unit.value).lower() if unit else ""
    return _sorts().get(printed) or _sorts().get(printed.removesuffix("s"), printed)


def _last_word(trigger: Mention) -> str:
    """Return its value or last word; a claim from outside may hold a name alone."""
    words = trigger.text.split() or (trigger.name or "").split()
    return str(trigger.value or (words[-1].lower() if words else ""))


def _topic(claim: Claim) -> str:
    if claim.kind == "event":
        trigger, predicate = claim.first("trigger"), _predicate(claim)
        plan = "planned " if claim.modality == PLANNED else ""
        if predicate:
            return plan + load_lattice("events").root(predicate)
        return f"{plan}{stem(_last_word(trigger)) if trigger else ''}"
    if claim.kind == "quantity":
        measure, unit = claim.first("measure"), claim.first("unit")
        value = str(measure.value) if measure else ""
        if value in table("tolls") or value == "age" or value in table("single"):
            return value
        if value == "seats":
            return f"seats {body_of(claim)}"
        if value == "part":
            whole = claim.first("part_of")
            unit = claim.first("unit")
            sort = "men" if unit and unit.value == "man" else _sort(claim)
            return f"part of {whole.value if whole else ''} {sort}"
        return f"{value} {unit.value if unit else ''}"
    return ""


def _words(
    extraction: Extraction, claim: Claim, start: int, end: int
) -> frozenset[str]:
    """Return the stems of the content words of the sentence a claim stands in."""
    text = extraction.document.stretch(claim.span.part)
    words = (m[0].lower() for m in WORD.finditer(text, start, end))
    return frozenset(stem(word) for word in words if word not in idle())


@cache
def _sorts() -> dict[str, str]:
    sorts = load_table("quantities")["sorts"]
    return {word: sort for sort, words in sorts.items() for word in words}
