"""Resolve the entities of many documents: same, different or unsure, with reasons."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Decision, Entity, Extraction
from factcheck.documents import Span
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


def link(extraction: Extraction, resolution: Resolution) -> Extraction:
    """Return a copy whose mentions carry entities and names that hold everywhere.

    Claims keep their ids, which leave entities out: resolution may be revised.
    """
    document = extraction.document.id
    identities = {
        local: resolution.identities[document, local]
        for local in extraction.entities
        if (document, local) in resolution.identities
    }
    added = resolution.spread.get(document, ())
    known = {typed.mention.span: typed.mention for typed in added}
    claims = tuple(_link_claim(claim, identities, known) for claim in extraction.claims)
    mentions = [
        replace(typed, mention=_link_mention(typed.mention, identities, known))
        for typed in extraction.mentions
        if typed.mention.span not in known
        or typed.type not in ("organization", "place", "person")
    ]
    mentions += added
    mentions.sort(key=lambda typed: (typed.mention.span, typed.type))
    return replace(extraction, claims=claims, mentions=tuple(mentions))


def _link_claim(
    claim: Claim, identities: Mapping[str, Identity], known: Mapping[Span, Mention]
) -> Claim:
    roles = {
        role: tuple(_link_mention(mention, identities, known) for mention in mentions)
        for role, mentions in claim.roles.items()
    }
    credited = tuple(
        _link_mention(mention, identities, known) for mention in claim.attribution
    )
    return replace(claim, roles=roles, attribution=credited)


def _link_mention(
    mention: Mention, identities: Mapping[str, Identity], known: Mapping[Span, Mention]
) -> Mention:
    if linked := known.get(mention.span):
        return replace(mention, entity=linked.entity, name=linked.name)
    identity = identities.get(mention.entity) if mention.entity else None
    if identity is None:
        return mention
    return replace(mention, entity=identity.entity, name=identity.name)
