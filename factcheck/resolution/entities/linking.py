"""Write the identities of a resolution into an extraction."""

from collections.abc import Mapping
from dataclasses import replace

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Extraction
from factcheck.documents import Span
from factcheck.resolution.entities.identity import Identity, Resolution


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
