"""What independent origins agree on: the other half of what a check has to say."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims import ASSERTED, Claim
from factcheck.documents import TEXT

if TYPE_CHECKING:
    from factcheck.checking.relating import Related

WORDS = 4
"""Words a quotation needs before its recurrence means anything."""

Slot = tuple[str, str, str]
"""Kind, key and value of something that several origins may say."""


@dataclass(frozen=True, slots=True)
class Corroborated:
    """One value that texts of at least two origins give.

    Attributes:
        kind: The kind of the claims.
        key: What they speak of: "Ana Duval".
        value: What they agree on: "mayor".
        sources: The outlets, sorted.
        origins: Where their texts really come from, sorted; at least two.
        claims: Ids of the claims, in the order of the documents.
        group: The group they belong to, or None.
    """

    kind: str
    key: str
    value: str
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    group: str | None = None


def corroborated(
    related: "Related", by_group: bool = False
) -> tuple[Corroborated, ...]:
    """Return what at least two origins assert alike, sorted by kind and key."""
    slots: dict[tuple[str | None, Slot], list[Claim]] = defaultdict(list)
    documents = {e.document.id: e.document for e in related.extractions}
    for extraction in related.extractions:
        group = extraction.document.group if by_group else None
        for claim in extraction.claims:
            for slot in _slots(claim, related.happenings):
                slots[group, slot].append(claim)
    found = []
    for (group, (kind, key, value)), claims in slots.items():
        said = {claim.document for claim in claims}
        origins = sorted({related.origins[document] for document in said})
        if len(origins) > 1:
            sources = sorted({documents[document].source for document in said})
            ids = tuple(claim.id for claim in claims)
            found.append(
                Corroborated(
                    kind, key, value, tuple(sources), tuple(origins), ids, group
                )
            )
    return tuple(sorted(found, key=lambda c: (c.group or "", c.kind, c.key, c.value)))


def _slots(claim: Claim, happenings: dict[str, str]) -> Iterator[Slot]:
    """Yield what a claim says in a form in which two sources can say the same."""
    if claim.modality != ASSERTED or claim.span.part != TEXT:
        return
    if claim.kind == "title":
        yield from _title(claim)
    elif claim.kind == "quote":
        yield from _quote(claim)
    elif claim.kind in ("meeting", "visit", "event", "quantity"):
        yield from _happening(claim, happenings)


def _title(claim: Claim) -> Iterator[Slot]:
    person, title, status = (claim.first(r) for r in ("person", "title", "status"))
    if person and person.entity and title:
        held = str(title.value or title.text)
        if status and status.value and status.value != "current":
            held = f"{status.value} {held}"
        yield "title", person.name or person.text, held


def _quote(claim: Claim) -> Iterator[Slot]:
    speaker = claim.first("speaker")
    for content in claim.role("content"):
        words = "".join(c if c.isalnum() else " " for c in content.text.lower()).split()
        if len(words) >= WORDS:
            said_by = speaker.name or speaker.text if speaker else "somebody"
            yield "quote", said_by, " ".join(words)


def _happening(claim: Claim, happenings: dict[str, str]) -> Iterator[Slot]:
    happening = happenings.get(claim.id)
    if not happening:
        return
    if claim.kind == "quantity":
        value, measure = claim.first("value"), claim.first("measure")
        if value and measure:
            counted = measure.name or measure.value or measure.text
            yield "quantity", f"{counted} ({happening})", str(value.value)
        return
    roles = ("participant", "visitor", "place", "destination")
    who = dict.fromkeys(
        m.name or m.text for role in roles for m in claim.role(role) if m.entity
    )
    if who:
        yield claim.kind, ", ".join(who), happening
