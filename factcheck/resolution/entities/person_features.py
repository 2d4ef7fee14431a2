"""What a document says about a person besides the name."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from factcheck.claims.extraction import Entity, Extraction
from factcheck.extraction.names.name_words import fold, name_words
from factcheck.extraction.names.person import PersonName, parse_name
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.title_lexicon import TitleLexicon, single_seat
from factcheck.lexicons.verdict import Verdict

RARE_SHARE = 0.01
RARE_COUNT = 8
TITLES = TitleLexicon()


@dataclass(slots=True)
class Person:
    """One person of one document, with all that helps to tell who it is.

    Attributes:
        document: The id of the document.
        local: The entity id there.
        group: The group of the document, or None.
        name: The fullest name, taken apart.
        forms: Every form the document gives.
        titles: Canonical titles the document gives.
        current: Those of them that are not said to be former ones.
        countries: Codes of the countries those titles are of.
        context: Features of the other names of the document.
    """

    document: str
    local: str
    group: str | None
    name: PersonName
    forms: tuple[str, ...]
    titles: frozenset[str] = frozenset()
    current: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    context: frozenset[str] = field(default=frozenset())

    @property
    def key(self) -> tuple[str, str]:
        """Where resolution files its identity."""
        return self.document, self.local


class Portrait(NamedTuple):
    """All that resolution reads of one document.

    Attributes:
        document: The id of the document.
        group: The group of the document, or None.
        entities: What it names, by local id.
        titles: Canonical titles it gives persons, by local id.
        current: Those of them that are not said to be former ones.
        countries: Codes of the countries those titles are of.
    """

    document: str
    group: str | None
    entities: Mapping[str, Entity]
    titles: Mapping[str, Collection[str]]
    current: Mapping[str, Collection[str]]
    countries: Mapping[str, Collection[str]]


def portrait(extraction: Extraction) -> Portrait:
    """Collect what resolution reads of one document."""
    document = extraction.document
    offices = _offices(extraction)
    return Portrait(document.id, document.group, extraction.entities, *offices)


def read_people(portraits: Sequence[Portrait]) -> list[Person]:
    """Return the persons of all documents, in an order their content decides."""
    contexts = [_context(one) for one in portraits]
    frequency = Counter(f for context in contexts for f in set(context.values()))
    most = max(RARE_COUNT, int(RARE_SHARE * len(portraits)))
    people: list[Person] = []
    for one, context in zip(portraits, contexts, strict=True):
        rare = {e: f for e, f in context.items() if frequency[f] <= most}
        for entity in one.entities.values():
            if entity.kind != "person":
                continue
            own = {fold(w) for form in entity.forms for w in form.split()}
            people.append(
                Person(
                    one.document,
                    entity.id,
                    one.group,
                    parse_name(entity.name),
                    entity.forms or (entity.name,),
                    frozenset(one.titles.get(entity.id, ())),
                    frozenset(one.current.get(entity.id, ())),
                    frozenset(one.countries.get(entity.id, ())),
                    frozenset(f for e, f in rare.items() if e != entity.id) - own,
                )
            )
    return sorted(people, key=lambda p: (p.name.text, p.document, p.local))


def _context(one: Portrait) -> dict[str, str]:
    """Return one feature an entity: a surname or a body's name.

    Places tell too little: stories on different affairs happen in one town.
    """
    features = {}
    for entity in one.entities.values():
        if entity.kind == "person":
            features[entity.id] = parse_name(entity.name).surname
        elif entity.kind == "organization":
            features[entity.id] = fold(entity.name).removeprefix("the ")
    return features


def _offices(
    extraction: Extraction,
) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    titles: dict[str, set[str]] = {}
    current: dict[str, set[str]] = {}
    countries: dict[str, set[str]] = {}
    for claim in extraction.claims:
        holder, title = claim.first("person"), claim.first("title")
        if claim.kind != "title" or not holder or not holder.entity or not title:
            continue
        office, status = str(title.value or title.text), claim.first("status")
        titles.setdefault(holder.entity, set()).add(office)
        if status is None or status.value == "current":
            current.setdefault(holder.entity, set()).add(office)
        for body in claim.role("organization"):
            entity = extraction.entities.get(body.entity or "")
            if entity is not None and entity.country:
                countries.setdefault(holder.entity, set()).add(entity.country)
    for entity in extraction.people():
        offices = {w for w in entity.evidence if w in _offices_alone(entity)}
        titles.setdefault(entity.id, set()).update(offices)
    return titles, current, countries


def _offices_alone(entity: Entity) -> Iterable[str]:
    """Return the words before a name that are offices of one seat: "president"."""
    plain = [w for w in entity.evidence if w not in name_words().honorifics]
    return [word for word in plain if single_seat(word)]


def is_telling(title: str) -> bool:
    """Ask whether few enough hold an office for it to tell who is meant.

    "President" and "deputy minister of fisheries" are telling; "minister" and
    "spokesman" are not.
    """
    return single_seat(title) or len(title.split()) > 2


@lru_cache(maxsize=CACHE_SIZE)
def offices_clash(
    left: frozenset[str], right: frozenset[str]
) -> tuple[str, str] | None:
    """Return two offices that one person cannot hold at a time, or None."""
    if left & right:
        return None
    for first in sorted(left):
        for second in sorted(right):
            if TITLES.relation(first, second) is Verdict.CONFLICT:
                return first, second
    return None
