"""Which claims of different documents tell of one happening."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.claims import ASSERTED
from factcheck.claims.extraction import Extraction
from factcheck.extraction.sameness import keys, likeness, same
from factcheck.extraction.told import Setting, Told, told

KINDS = frozenset(("meeting", "visit", "quantity", "event"))
RAREST = 4
"""Words of a sentence by which others like it are looked up."""
LATEST = 12
"""Happenings of one key that a claim is compared with, the latest first."""
MEMBERS = 6
"""Claims of a happening that a new one must agree with."""


@dataclass(slots=True)
class Happening:
    """Claims that tell of one thing."""

    members: list[Told] = field(default_factory=list)

    @property
    def id(self) -> str:
        """A name that a later report does not change: that of the earliest claim."""
        earliest = self.members[0].claim.id
        digest = hashlib.sha256(earliest.encode()).hexdigest()[:12]
        return f"{self.members[0].claim.kind}:{digest}"


def happenings(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Return the happening of each meeting, visit, quantity and event, by claim id.

    The entities of the extractions must hold across documents. Two claims are of one
    happening only when that is sure; otherwise each has its own. Only asserted claims
    are compared: a plan is not the meeting it plans.
    """
    return assembled(all_told(extractions))


def assembled(told: Iterable[Told]) -> dict[str, str]:
    """Return the happening of each claim that tells of one, by claim id.

    Claims of two strands never meet, so a strand may be assembled by itself.
    """
    claims = sorted(told, key=_order)
    common = Counter(word for claim in claims for word in _blocked(claim))
    index: dict[tuple[str, ...], list[Happening]] = {}
    found: list[Happening] = []
    for claim in claims:
        places = [*keys(claim), *_rare(claim, common)]
        happening = _fitting(claim, places, index)
        if happening is None:
            happening = Happening()
            found.append(happening)
        happening.members.append(claim)
        for place in places:
            known = index.setdefault(place, [])
            if happening not in known[-LATEST:]:
                known.append(happening)
    return {m.claim.id: h.id for h in found for m in h.members}


def strand(claim: Told) -> str:
    """Name what all places where a claim is looked up have in common."""
    counted = claim.claim.kind in ("quantity", "event")
    return f"{claim.claim.kind} {claim.topic}" if counted else claim.claim.kind


def all_told(extractions: Sequence[Extraction]) -> Iterator[Told]:
    """Yield what may be of one happening; entities must hold across documents."""
    for extraction in extractions:
        setting = Setting(extraction)
        for claim in extraction.claims:
            if claim.kind in KINDS and claim.modality == ASSERTED:
                yield told(setting, claim)


def _order(claim: Told) -> tuple[int, str, str, int, str]:
    span = claim.claim.span
    where = claim.claim.document
    return claim.published or 0, where, span.part, span.start, claim.claim.id


def _blocked(claim: Told) -> Iterator[tuple[str, ...]]:
    """Yield each word of a sentence, under what the claim counts or tells."""
    if claim.claim.kind in ("quantity", "event") and claim.topic:
        for word in claim.words:
            yield claim.claim.kind, claim.topic, "word", word


def _rare(claim: Told, common: "Counter[tuple[str, ...]]") -> list[tuple[str, ...]]:
    """Return the rarest words that some other sentence has too."""
    shared = [word for word in _blocked(claim) if common[word] > 1]
    return sorted(shared, key=lambda word: (common[word], word))[:RAREST]


def _fitting(
    claim: Told,
    places: list[tuple[str, ...]],
    index: dict[tuple[str, ...], list[Happening]],
) -> Happening | None:
    """Return the happening whose members all agree with a claim, the best if several.

    One that has the claim's own number is better than one that contradicts it.
    """
    found: dict[int, Happening] = {}
    for place in places:
        for happening in index.get(place, [])[-LATEST:]:
            found.setdefault(id(happening), happening)
    fitting = [
        happening
        for happening in found.values()
        if all(same(member, claim) for member in happening.members[:MEMBERS])
    ]
    return max(fitting, key=lambda happening: _fit(happening, claim), default=None)


def _fit(happening: Happening, claim: Told) -> tuple[bool, float]:
    number = claim.claim.first("value")
    said = [member.claim.first("value") for member in happening.members]
    agrees = number is not None and any(v and v.value == number.value for v in said)
    return agrees, max(likeness(m.words, claim.words) for m in happening.members)
