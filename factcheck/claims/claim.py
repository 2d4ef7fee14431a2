"""A claim: one thing one source asserts, with the characters that make it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from factcheck.documents import TEXT, Document, Span

ASSERTED = "asserted"
PLANNED = "planned"
DENIED = "denied"
HYPOTHETICAL = "hypothetical"
MODALITIES = (ASSERTED, PLANNED, DENIED, HYPOTHETICAL)

Value = str | int | float | list[float] | None


class Mention(NamedTuple):
    """Words at one place that fill a role.

    Attributes:
        start: Offset of the first character in its part of the document.
        end: Offset behind the last character.
        text: The words there, as printed.
        value: The normalised value (ISO date, number, `[least, most]`, canonical
            title), or None where the words are all there is.
        entity: Who or what is meant: an id local to the document until resolution
            across documents has replaced it; None when unresolved.
        name: The entity's display form, or None.
        part: The part of the document the offsets count in, "text" or "title".
    """

    start: int
    end: int
    text: str
    value: Value = None
    entity: str | None = None
    name: str | None = None
    part: str = TEXT

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end, self.part)


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When a claim says it held: ISO days, both ends included.

    Attributes:
        start: First day, or None when the text leaves it open.
        end: Last day, or None.
        text: The words that say so.
        value: The TIMEX3 value of those words (`195X`, `2021-W11`), or None.
    """

    start: str | None
    end: str | None
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one document asserts; it says nothing about truth.

    Attributes:
        kind: A name in `KINDS`.
        document: The id of the document.
        span: The stretch that makes the claim, usually a clause.
        roles: The mentions that fill each role of the kind; every role holds a tuple.
        time: Its valid time, or None.
        modality: "asserted", "planned", "denied" or "hypothetical".
        attribution: Whom the document credits besides a speaker: "police said".
        confidence: 0 to 1, how sure the extractor is of having read rightly.
        extractor: Who made it.
    """

    kind: str
    document: str
    span: Span
    roles: Mapping[str, tuple[Mention, ...]]
    time: ClaimTime | None = None
    modality: str = ASSERTED
    attribution: tuple[Mention, ...] = ()
    confidence: float = 1.0
    extractor: str = ""
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", _identify(self))

    def role(self, name: str) -> tuple[Mention, ...]:
        """Return the mentions of one role; none where it is not filled."""
        return self.roles.get(name, ())

    def first(self, name: str) -> Mention | None:
        """Return the first mention of a role, or None."""
        mentions = self.roles.get(name)
        return mentions[0] if mentions else None

    def mentions(self) -> Iterator[Mention]:
        """Yield every mention, role by role, then the attribution."""
        for mentions in self.roles.values():
            yield from mentions
        yield from self.attribution


def _identify(claim: Claim) -> str:
    """Derive an id from what the claim says and where, never from its order.

    Entities are left out: resolution may be revised, a claim stays the same claim.
    """
    parts: list[Any] = [claim.kind, claim.document, *claim.span, claim.modality]
    for role, mentions in sorted(claim.roles.items()):
        parts.append(role)
        parts += [(m.start, m.end, m.part, m.value) for m in mentions]
    if claim.time:
        parts += [claim.time.start, claim.time.end]
    digest = hashlib.blake2b(
        repr(parts).encode("utf-8", "surrogatepass"), digest_size=8
    )
    return digest.hexdigest()


def mention_to_json(mention: Mention) -> dict[str, Any]:
    """Lay out one mention; `value`, `entity` and `name` only where there is one."""
    laid: dict[str, Any] = {"text": mention.text, **_place(mention.span, mention.text)}
    for key in ("value", "entity", "name"):
        known = getattr(mention, key)
        if known is not None:
            laid[key] = known
    return laid


def claim_to_json(claim: Claim, document: Document) -> dict[str, Any]:
    """Lay out one claim as `factcheck extract --format jsonl` prints it."""
    place = _place(claim.span, document.quote(claim.span))
    place.pop("text", None)
    time = claim.time
    return {
        "id": claim.id,
        "kind": claim.kind,
        "document": document.id,
        "source": document.source,
        "published": document.published,
        "span": place,
        "roles": {
            role: [mention_to_json(m) for m in mentions]
            for role, mentions in claim.roles.items()
            if mentions
        },
        "time": time and {"start": time.start, "end": time.end, "text": time.text},
        "modality": claim.modality,
        "attribution": [mention_to_json(m) for m in claim.attribution],
        "confidence": claim.confidence,
        "extractor": claim.extractor,
    }


def _place(span: Span, text: str) -> dict[str, Any]:
    if span.part == TEXT:
        return {"start": span.start, "end": span.end}
    headline = {"start": span.start, "end": span.end, "text": text}
    return {"text": "", "start": 0, "end": 0, "headline": headline}
