"""What was extracted as plain lists, for JSON that only we read back."""

from collections.abc import Callable, Iterable
from sys import intern
from typing import Any

from factcheck.claims.claim import Claim, ClaimTime, Mention
from factcheck.claims.extraction import Decision, Entity, Extraction, TypedMention
from factcheck.documents import Document, Span

Packed = list[Any]


def pack_claim(c: Claim, pack: Callable[[Mention], Packed] | None = None) -> Packed:
    """Lay a claim out as a list; *pack* lays out its mentions."""
    pack = pack or pack_mention
    roles = {role: [pack(m) for m in mentions] for role, mentions in c.roles.items()}
    time = c.time and [c.time.start, c.time.end, c.time.text, c.time.value]
    credited = [pack(m) for m in c.attribution]
    place = [c.kind, c.document, list(c.span)]
    return [place, roles, time, c.modality, credited, c.confidence, c.extractor, c.id]


def unpack_claim(
    packed: Packed, unpack: Callable[[Packed], Mention] | None = None
) -> Claim:
    """Read back what `pack_claim` laid out."""
    unpack = unpack or unpack_mention
    (kind, document, span), roles, time, modality, credited, sure, made, uid = packed
    return Claim(
        intern(kind),
        document,
        Span(*span),
        {intern(role): tuple(map(unpack, some)) for role, some in roles.items()},
        time and ClaimTime(*time),
        intern(modality),
        tuple(map(unpack, credited)),
        sure,
        intern(made),
        uid,
    )


def pack_mention(m: Mention) -> Packed:
    """Lay a mention out as a list."""
    return [m.start, m.end, m.text, m.value, m.entity, m.name, m.part]


def unpack_mention(packed: Packed) -> Mention:
    """Read back what `pack_mention` laid out; a word is held once, however often."""
    start, end, text, value, entity, name, part = packed
    return Mention(
        start,
        end,
        intern(text),
        intern(value) if type(value) is str else value,
        entity and intern(entity),
        name and intern(name),
        intern(part),
    )


def pack_extraction(extraction: Extraction) -> Packed:
    """Lay out what was found in a document, without the document.

    Words that the document has at their place are left out.
    """
    document = extraction.document

    def pack(mention: Mention) -> Packed:
        packed = pack_mention(mention)
        if document.quote(mention.span) == mention.text:
            packed[2] = None
        return packed

    return [
        [pack_claim(claim, pack) for claim in extraction.claims],
        [[typed.type, pack(typed.mention)] for typed in extraction.mentions],
        [[local, *_parts(entity)] for local, entity in extraction.entities.items()],
        [[d.left, d.right, d.verdict, d.reason] for d in extraction.decisions],
        extraction.skipped,
    ]


def unpack_extraction(packed: Packed, document: Document) -> Extraction:
    """Read back what `pack_extraction` laid out."""

    def unpack(packed: Packed) -> Mention:
        if packed[2] is None:
            packed[2] = document.quote(Span(packed[0], packed[1], packed[-1]))
        return unpack_mention(packed)

    claims, mentions, entities, decisions, skipped = packed
    return Extraction(
        document,
        tuple(unpack_claim(claim, unpack) for claim in claims),
        tuple(
            TypedMention(intern(kind), unpack(mention)) for kind, mention in mentions
        ),
        {local: _entity(*parts) for local, *parts in entities},
        tuple(Decision(*parts) for parts in decisions),
        skipped,
    )


def _parts(e: Entity) -> Packed:
    return [e.id, e.kind, e.name, list(e.forms), e.country, list(e.evidence)]


def _entity(
    uid: str,
    kind: str,
    name: str,
    forms: Iterable[str],
    country: str | None,
    evidence: Iterable[str],
) -> Entity:
    return Entity(uid, intern(kind), name, tuple(forms), country, tuple(evidence))
