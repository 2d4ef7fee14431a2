"""Resolve the entities of many documents: same, different or unsure, with reasons."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Decision, Entity, Extraction, TypedMention
from factcheck.documents import TEXT, Span
from factcheck.extraction.clean_text import readings
from factcheck.extraction.names.comparing import SAME
from factcheck.extraction.names.name_words import fold, name_words
from factcheck.extraction.names.person import parse_name
from factcheck.extraction.names.runs import NameWord, Run, runs
from factcheck.extraction.plain_text import plain_document
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.territories import territories, territory_names
from factcheck.resolution.entities.aliases import Aliases
from factcheck.resolution.entities.identity import Identity, Resolution
from factcheck.resolution.entities.person_features import (
    Portrait,
    portrait,
    read_people,
)
from factcheck.resolution.entities.persons import resolve_people

SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")
Identities = Mapping[tuple[str, str], Identity]


def spread(
    extractions: Sequence[Extraction], identities: Identities
) -> tuple[dict[str, tuple[TypedMention, ...]], list[Decision]]:
    """Return mentions to add, by document, and why.

    Only documents with a group take part: without one nothing says that two documents
    speak of the same affair.
    """
    groups: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        if extraction.document.group is not None and not extraction.skipped:
            groups[extraction.document.group].append(extraction)
    added: dict[str, tuple[TypedMention, ...]] = {}
    decisions: list[Decision] = []
    for group in sorted(groups):
        members = sorted(groups[group], key=lambda e: e.document.id)
        known = _surnames(members, identities)
        if not known or len(members) < 2:
            continue
        for extraction in members:
            mentions = _find(extraction, known)
            if mentions:
                added[extraction.document.id] = tuple(mentions)
            names = dict.fromkeys((f.mention.text, f.mention.name) for f in mentions)
            for text, name in names:
                where = f"{text} ({extraction.document.id})"
                reason = "the only bearer of the name in the same group of documents"
                decisions.append(Decision(where, str(name), SAME, reason))
    return added, decisions


def _surnames(
    members: Sequence[Extraction], identities: Identities
) -> dict[str, Identity]:
    """Return the persons of a group whom the surname alone tells."""
    bearers: dict[str, set[Identity]] = defaultdict(set)
    for extraction in members:
        for entity in extraction.people():
            identity = identities[extraction.document.id, entity.id]
            name = parse_name(identity.name)
            led = name_words().honorifics.keys() & set(entity.evidence)
            if name.is_full or led:
                bearers[name.surname].add(identity)
                if name.east and name.given:
                    bearers["-".join(name.given)].add(identity)
    return {
        surname: persons.copy().pop()
        for surname, persons in bearers.items()
        if len(persons) == 1 and len(surname) > 2
    }


def _find(extraction: Extraction, known: Mapping[str, Identity]) -> list[TypedMention]:
    plain = plain_document(extraction.document)
    text = plain.document.text
    folded = {fold(w) for w in re.findall(r"[^\W\d_][\w’'-]+", text)}
    wanted = {surname: i for surname, i in known.items() if surname in folded}
    if not wanted:
        return []
    reading = next(iter(readings(plain.document)))
    small = set(SMALL_WORD.findall(reading.text))
    taken = _taken(extraction)
    mentions = []
    for run in runs(reading):
        for place, word in enumerate(run.words):
            identity = wanted.get(word.folded)
            if identity is None or word.folded in small:
                continue
            first = _begins(run, place, identity)
            if first is not None:
                mention = Mention(
                    first,
                    word.end,
                    text[first : word.end],
                    entity=identity.entity,
                    name=identity.name,
                )
                printed = plain.mention(mention)
                if printed.end - 1 not in taken:
                    mentions.append(TypedMention("person", printed))
    return mentions


def _taken(extraction: Extraction) -> set[int]:
    """Return the places of persons and of names that are longer than one word."""
    taken: set[int] = set()
    for typed in extraction.mentions:
        mention = typed.mention
        if mention.part != TEXT:
            continue
        longer = typed.type in ("organization", "place") and " " in mention.text
        longer = longer and " and " not in mention.text
        if typed.type == "person" or (longer and len(mention.text) < 40):
            taken.update(range(mention.start, mention.end))
    return taken


def _begins(run: Run, place: int, identity: Identity) -> int | None:
    """Return where the name that ends in a word begins, or None if it is not a name."""
    word = run.words[place]
    if word.text in territory_names() or word.folded in name_words().never:
        return None
    given = parse_name(identity.name).given
    if place and run.words[place - 1].folded in given:
        return run.words[place - 1].start
    if run.titled:
        return word.start
    alone = len(run.words) == 1
    return word.start if alone or _after_office(run.words, place) else None


def _after_office(words: Sequence[NameWord], place: int) -> bool:
    known = name_words()
    last = place == len(words) - 1
    before = words[place - 1].folded if place else ""
    return last and (
        before in known.titles or before in known.honorifics or before in known.never
    )


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
        short: min(names)
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
        return mention._replace(entity=linked.entity, name=linked.name)
    identity = identities.get(mention.entity) if mention.entity else None
    if identity is None:
        return mention
    return mention._replace(entity=identity.entity, name=identity.name)
