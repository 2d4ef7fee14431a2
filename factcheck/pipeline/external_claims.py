"""Claims of another extractor join ours: who they mean is resolved like our own."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims import Claim, Mention
from factcheck.claims.declaration import RESOLVED, Role, role_of
from factcheck.claims.extraction import Entity, Extraction


def adopt(
    extractions: Sequence[Extraction], foreign: Sequence[Claim]
) -> list[Extraction]:
    """Add foreign claims to the documents they are about.

    Their entities become entities of the document: an id of theirs holds within it,
    and without one the words decide.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in foreign:
        by_document[claim.document].append(claim)
    return [
        _adopt(e, by_document[e.document.id]) if e.document.id in by_document else e
        for e in extractions
    ]


def _adopt(extraction: Extraction, foreign: Sequence[Claim]) -> Extraction:
    entities = dict(extraction.entities)
    known = {form: e.id for e in entities.values() for form in (e.name, *e.forms)}
    claims = {claim.id: claim for claim in extraction.claims}
    for claim in foreign:
        roles = {
            role: tuple(
                _settle(m, role_of(claim.kind, role), entities, known) for m in mentions
            )
            for role, mentions in claim.roles.items()
        }
        claims.setdefault(claim.id, replace(claim, roles=roles))
    return replace(extraction, claims=tuple(claims.values()), entities=entities)


def _settle(
    mention: Mention, role: Role, entities: dict[str, Entity], known: dict[str, str]
) -> Mention:
    """Give a mention an entity of the document, made for it where there is none."""
    if role.range not in RESOLVED:
        return mention
    form = mention.name or mention.text
    entity = f"foreign:{mention.entity}" if mention.entity else known.get(form)
    if entity is None:
        entity = f"foreign:{form}"
    if entity not in entities:
        entities[entity] = Entity(entity, role.range, form, (form,))
        known.setdefault(form, entity)
    return replace(mention, entity=entity, name=entities[entity].name)
