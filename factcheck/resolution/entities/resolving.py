"""Resolve the entities of many documents: same, different or unsure, with reasons."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.claims.extraction import Decision, Entity, Extraction
from factcheck.extraction.names.words import fold
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.territories import territories
from factcheck.resolution.entities.aliases import Aliases
from factcheck.resolution.entities.identity import Identity, Resolution
from factcheck.resolution.entities.mention_propagation import spread
from factcheck.resolution.entities.person_features import (
    Portrait,
    portrait,
    read_people,
)
from factcheck.resolution.entities.persons import resolve_people

SLUG = re.compile(r"[^a-z0-9]+")


def resolve(
    extractions: Sequence[Extraction], aliases: Aliases | None = None
) -> Resolution:
    """Decide which entities of all documents are one.

    The order of the documents does not matter. Every entity gets an identity; one that
    remains unsure keeps an entity of its own.
    """
    identities, decisions = identify([portrait(e) for e in extractions], aliases)
    added, reasons = spread(extractions, identities)
    return Resolution(identities, tuple(decisions + reasons), added)


def identify(
    portraits: Sequence[Portrait], aliases: Aliases | None = None
) -> tuple[dict[tuple[str, str], Identity], list[Decision]]:
    """Decide which entities are one by what resolution reads of each document."""
    aliases = aliases or Aliases()
    persons, decisions = resolve_people(read_people(portraits), aliases)
    identities: dict[tuple[str, str], Identity] = {}
    for person, name, tag, sure in persons:
        identities[person.key] = Identity(f"person:{slug(name)}{tag}", name, sure)
    return identities | _bodies(portraits, aliases), decisions


def needed(extraction: Extraction) -> Extraction:
    """Keep of an extraction what resolving reads, which is little of a long text.

    Only in documents of a group are names looked for again in the text.
    """
    document = extraction.document
    titles = tuple(claim for claim in extraction.claims if claim.kind == "title")
    if document.group is not None:
        return replace(extraction, claims=titles, decisions=())
    bare = replace(document, text="", title=None)
    return replace(extraction, document=bare, claims=titles, mentions=(), decisions=())


@lru_cache(maxsize=CACHE_SIZE)
def slug(name: str) -> str:
    """Write a name as the readable part of an id.

    >>> slug("José Núñez-Ortega Jr.")
    'jose-nunez-ortega-jr'
    """
    words = " ".join(fold(word) for word in name.replace("-", " ").split())
    return SLUG.sub("-", words).strip("-") or "unnamed"


def _bodies(
    portraits: Sequence[Portrait], aliases: Aliases
) -> dict[tuple[str, str], Identity]:
    """Give organisations and places the identity of their name.

    An abbreviation that a document explains means the same body only there; where
    every document that explains it agrees, it means that body everywhere.
    """
    full = _explained(portraits)
    identities = {}
    for one in portraits:
        for local, entity in one.entities.items():
            if entity.kind == "person":
                continue
            identities[one.document, local] = _body(entity, full, aliases)
    return identities


def _explained(portraits: Sequence[Portrait]) -> dict[str, str]:
    meanings: dict[str, set[str]] = defaultdict(set)
    for one in portraits:
        for entity in one.entities.values():
            if entity.kind == "organization":
                for form in entity.forms:
                    if form.isupper() and form != entity.name and " " not in form:
                        meanings[form].add(entity.name)
    return {
        short: names.copy().pop()
        for short, names in meanings.items()
        if len({slug(name) for name in names}) == 1
    }


def _body(entity: Entity, full: dict[str, str], aliases: Aliases) -> Identity:
    if entity.country and entity.kind == "place":
        return Identity(f"country:{entity.country}", territories()[entity.country].name)
    name = full.get(entity.name, entity.name)
    name = name[4:] if name.lower().startswith("the ") else name
    name = aliases.representative(name) or name
    return Identity(f"{entity.kind}:{slug(name)}", name)
