"""What was read about each person: titles over time, names, words, journeys."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from factcheck.claims import KINDS, Claim
from factcheck.documents import Document, Span
from factcheck.reports.report import Report
from factcheck.reports.site.dated_events import (
    ShownClaim,
    is_speech,
    once,
    shown_claim,
    speech_cues,
)

MOST = 2000  # people with a page of their own; those most is said about
SHOWN = 100  # claims of one sort on a page
PERSON = "person:"
SECTIONS = ("title", "name", "quote", "statement", "meeting", "visit", "assertion")
"""Kinds that a person's page shows apart from all others, or, of sentences, not."""


class HeldTitle(NamedTuple):
    """A title, who gives it, from when to when, and where that lies in time.

    Attributes:
        title: The canonical title, with its status where it is not current.
        sources: The outlets that give it.
        first: The first day it is given for; None if no day is known.
        last: The last day.
        dots: Where those days lie on a line from 0 to 100; none if all is of one day.
    """

    title: str
    sources: tuple[str, ...]
    first: str | None
    last: str | None
    dots: tuple[float, ...]


@dataclass(slots=True)
class PersonPage:
    """A person and all claims about them.

    Attributes:
        entity: The identity across documents.
        name: The name most documents give.
        path: The page.
        claims: In the order of the documents.
    """

    entity: str
    name: str
    path: str
    claims: list[Claim] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Claim]:
        """Return the claims of some kinds."""
        return [claim for claim in self.claims if claim.kind in kinds]

    def others(self) -> list[Claim]:
        """Return claims without a section of their own; that somebody spoke is none."""
        cues = speech_cues(self.claims)
        rest = (claim for claim in self.claims if claim.kind not in SECTIONS)
        return [claim for claim in rest if not is_speech(claim, cues)]

    def statements(self) -> list[Claim]:
        """Return what is reported in other words, outside what is quoted."""
        quoted: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for quote in self.of("quote"):
            quoted[quote.document, quote.span.part].append(quote.span)
        return [
            claim
            for claim in self.of("statement")
            if not any(
                span.start < claim.span.end and claim.span.start < span.end
                for span in quoted[claim.document, claim.span.part]
            )
        ]


class Spoken(NamedTuple):
    """Some claims of one sort, and how many there are in all."""

    shown: list[ShownClaim]
    total: int


def people(report: Report) -> list[PersonPage]:
    """Return whom the claims are about, those with the most findings first."""
    pages: dict[str, PersonPage] = {}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in report.material.claims:
        for entity, name in _about(claim):
            names[entity][name] += 1
            if entity not in pages:
                pages[entity] = PersonPage(entity, name, _path(entity))
            pages[entity].claims.append(claim)
    for entity, person in pages.items():
        person.name = min(names[entity], key=lambda n: (-names[entity][n], n))
    blamed = Counter(e for f in report.findings for e in entities(f.claims))
    ranked = sorted(
        pages.values(),
        key=lambda p: (-blamed[p.entity], -len(p.claims), p.name, p.entity),
    )
    return ranked[:MOST]


def entities(claims: Iterable[Claim]) -> set[str]:
    """Return the persons some claims are about."""
    return {entity for claim in claims for entity, _ in _about(claim)}


def titles(person: PersonPage, documents: Mapping[str, Document]) -> list[HeldTitle]:
    """Return the titles somebody is given, by the first day each is given for."""
    given: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for claim in person.of("title"):
        holder, title, status = (claim.first(r) for r in ("person", "title", "status"))
        if holder and title and holder.entity == person.entity:
            before = f"{status.value} " if status and status.value else ""
            before = "" if before == "current " else before
            document = documents.get(claim.document)
            day = claim.time.start if claim.time else None
            day = day or (document.published if document else None)
            source = document.source if document else claim.document
            given[f"{before}{title.value or title.text}"].append((source, day))
    days = sorted({day for by in given.values() for _, day in by if day})
    rows = [_held(title, by, days) for title, by in given.items()]
    return sorted(rows, key=lambda h: (h.first or "9", h.title))


def forms(
    person: PersonPage, documents: Mapping[str, Document]
) -> list[tuple[str, str]]:
    """Return every form of the name with the sources that print it."""
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for claim in person.of("name"):
        document = documents.get(claim.document)
        for role in ("person", "form"):
            for mention in claim.role(role):
                source = document.source if document else claim.document
                printed[" ".join(mention.text.split())].add(source)
    ranked = sorted(printed, key=lambda form: (-len(printed[form]), form))
    return [(form, ", ".join(sorted(printed[form]))) for form in ranked[:SHOWN]]


def spoken(
    claims: Sequence[Claim], documents: Mapping[str, Document], most: int = SHOWN
) -> Spoken:
    """Return claims by the day they are published, each sentence once."""
    kept = once(claims)
    shown = [shown_claim(claim, documents) for claim in kept[:most]]
    shown.sort(key=lambda one: (one.published or "9", one.where))
    return Spoken(shown, len(kept))


def _about(claim: Claim) -> Iterator[tuple[str, str]]:
    seen = set()
    for role in KINDS[claim.kind].names(is_person=True):
        for mention in claim.role(role):
            entity = mention.entity
            if entity and entity.startswith(PERSON) and entity not in seen:
                seen.add(entity)
                yield entity, " ".join((mention.name or mention.text).split())


def _path(entity: str) -> str:
    """Name a page so that it never leaves the folder, whatever a name holds."""
    raw = entity.encode("utf-8", "surrogatepass")
    return f"people/{hashlib.blake2b(raw, digest_size=8).hexdigest()}.html"


def _held(
    title: str, given: Sequence[tuple[str, str | None]], days: Sequence[str]
) -> HeldTitle:
    own = sorted({day for _, day in given if day})
    sources = tuple(sorted({source for source, _ in given}))
    dots = tuple(_at(day, days) for day in own) if len(days) > 1 else ()
    first, last = (own[0], own[-1]) if own else (None, None)
    return HeldTitle(title, sources, first, last, dots)


def _at(day: str, days: Sequence[str]) -> float:
    """Return how far a day lies between the first and the last, from 0 to 100."""
    first, this, last = (_ordinal(one) for one in (days[0], day, days[-1]))
    return round(100 * (this - first) / (last - first), 1) if last > first else 50.0


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 1
