"""What independent origins agree on: the other half of what a check has to say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims import ASSERTED, Claim, Mention
from factcheck.documents import TEXT, Document

if TYPE_CHECKING:
    from factcheck.resolution.relating import Related

WORDS = 4
"""Words a quotation needs before its recurrence means anything."""

SURE = 0.7
"""Confidence below which a claim corroborates nothing."""

WHO = ("participant", "visitor")
WHERE = ("place", "destination")


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


class Teller(NamedTuple):
    """Who published a document, where its text comes from, what it is compared in."""

    source: str
    origin: str
    group: str | None


Said = tuple[str | None, str, str]
"""Group, kind and identity of something that several may say alike."""


class Slot(NamedTuple):
    """Something that several origins may say alike: only the identity is compared."""

    kind: str
    identity: str
    key: str
    value: str


def corroborated(
    related: "Related", by_group: bool = False
) -> tuple[Corroborated, ...]:
    """Return what at least two origins assert alike, sorted by kind and key."""
    return _told(related, by_group, alone=False)


def alone(related: "Related", by_group: bool = False) -> tuple[Corroborated, ...]:
    """Return what others might say alike but only texts of one origin do."""
    return _told(related, by_group, alone=True)


def _told(
    related: "Related", by_group: bool, *, alone: bool
) -> tuple[Corroborated, ...]:
    told = (extraction.document for extraction in related.extractions)
    tellers = tellers_of(told, related.origins, by_group)
    claims = (claim for e in related.extractions for claim in e.claims)
    found = told_alike(claims, tellers, related.happenings)
    return in_order(one for _, one in found if (len(one.origins) == 1) is alone)


def tellers_of(
    documents: Iterable[Document], origins: Mapping[str, str], by_group: bool = False
) -> dict[str, Teller]:
    """Return who published each document, by its id."""
    return {
        d.id: Teller(d.source, origins[d.id], d.group if by_group else None)
        for d in documents
    }


def told_alike(
    claims: Iterable[Claim],
    tellers: Mapping[str, Teller],
    happenings: Mapping[str, str],
) -> Iterator[tuple[Said, Corroborated]]:
    """Yield what claims say, by what they say alike; by one origin or by several.

    Args:
        claims: In the order of the documents.
        tellers: Who published each document, by its id.
        happenings: The happening of a claim, by claim id.
    """
    said: dict[Said, list[tuple[Claim, Slot]]] = defaultdict(list)
    for claim in claims:
        group = tellers[claim.document].group
        for slot in slots_of(claim, happenings):
            said[group, slot.kind, slot.identity].append((claim, slot))
    for (group, kind, identity), telling in said.items():
        where = {tellers[claim.document] for claim, _ in telling}
        first = telling[0][1]
        yield (
            (group, kind, identity),
            Corroborated(
                kind,
                first.key,
                first.value,
                tuple(sorted({teller.source for teller in where})),
                tuple(sorted({teller.origin for teller in where})),
                tuple(dict.fromkeys(claim.id for claim, _ in telling)),
                group,
            ),
        )


def in_order(found: Iterable[Corroborated]) -> tuple[Corroborated, ...]:
    """Sort by group, kind and key; equals stay in the order of their first claims."""
    return tuple(sorted(found, key=lambda c: (c.group or "", c.kind, c.key, c.value)))


def slots_of(claim: Claim, happenings: Mapping[str, str]) -> Iterator[Slot]:
    """Yield what a claim says in a form in which two sources can say the same."""
    if claim.modality != ASSERTED or claim.span.part != TEXT or claim.confidence < SURE:
        return
    match claim.kind:
        case "title":
            yield from _title(claim)
        case "quote":
            yield from _quote(claim)
        case "quantity":
            yield from _quantity(claim, happenings.get(claim.id))
        case "meeting" | "visit" | "event":
            yield from _happening(claim, happenings.get(claim.id))


def _title(claim: Claim) -> Iterator[Slot]:
    person, title, status = (claim.first(r) for r in ("person", "title", "status"))
    if person and person.entity and title:
        former = status and status.value not in (None, "current")
        before = f"{status.value} " if status and former else ""
        held = f"{before}{title.value or title.text}"
        printed = before + " ".join(title.text.split())
        yield Slot("title", f"{person.entity}|{held}", _name(person), printed)


def _quote(claim: Claim) -> Iterator[Slot]:
    speaker = claim.first("speaker")
    for content in claim.role("content"):
        words = "".join(c if c.isalnum() else " " for c in content.text.lower()).split()
        if len(words) >= WORDS:
            said_by = _name(speaker) if speaker else "somebody"
            printed = " ".join(content.text.split()).rstrip(",")
            yield Slot("quote", " ".join(words), said_by, f"“{printed}”")


def _quantity(claim: Claim, happening: str | None) -> Iterator[Slot]:
    value, measure = claim.first("value"), claim.first("measure")
    if not happening or value is None or measure is None or value.value is None:
        return
    about = claim.first("about")
    counted = str(measure.value or measure.text)
    key = f"{counted}, {_name(about)}" if about else counted
    printed = value.text
    if (unit := claim.first("unit")) and unit.start >= value.end:
        printed += f" {unit.text}"
    yield Slot("quantity", f"{happening}|{counted}|{value.value}", key, printed)


def _happening(claim: Claim, happening: str | None) -> Iterator[Slot]:
    who = dict.fromkeys(_name(m) for r in WHO for m in claim.role(r) if m.entity)
    if not happening or not who:
        return
    trigger = claim.first("trigger")
    told = [trigger.text if trigger else claim.kind]
    where = next((_name(m) for r in WHERE for m in claim.role(r)), None)
    told += [f"{'to' if claim.kind == 'visit' else 'in'} {where}"] if where else []
    told += [claim.time.start] if claim.time and claim.time.start else []
    yield Slot(claim.kind, f"{claim.kind}|{happening}", ", ".join(who), " ".join(told))


def _name(mention: Mention) -> str:
    return " ".join((mention.name or mention.text).split())
