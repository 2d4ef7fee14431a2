"""Which claims of different documents tell of one happening."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.claims import ASSERTED
from factcheck.claims.extraction import Extraction
from factcheck.extraction.leads import set_in_scenes
from factcheck.extraction.sameness import different, keys, likeness, plainly, same
from factcheck.extraction.told import Setting, Told, told

KINDS = frozenset(("meeting", "visit", "quantity", "event"))
RAREST = 4
"""Words of a sentence by which others like it are looked up."""
LATEST = 12
"""Happenings of one key that a claim is compared with, the latest first."""
MEMBERS = 6
"""Claims of a happening that a new one is compared with."""


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
    claims = sorted(_claims(extractions), key=_order)
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


def _claims(extractions: Sequence[Extraction]) -> Iterator[Told]:
    for extraction in extractions:
        setting = Setting(extraction)
        wanted = (c for c in extraction.claims if c.kind in KINDS)
        claims = [told(setting, c) for c in wanted if c.modality == ASSERTED]
        yield from set_in_scenes(setting, claims)


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
    """Return the happening whose members agree with a claim, the best if several.

    One that has the claim's own number is better than one that contradicts it.
    """
    found: dict[int, Happening] = {}
    for place in places:
        for happening in index.get(place, [])[-LATEST:]:
            found.setdefault(id(happening), happening)
    fitting = [happening for happening in found.values() if _fits(happening, claim)]
    return max(fitting, key=lambda happening: _fit(happening, claim), default=None)


def _fits(happening: Happening, claim: Told) -> bool:
    """Ask whether all members are one with a claim, or half plainly and none is not.

    Two reports of one event may be worded so differently that only a third shows it.
    """
    members = happening.members[:MEMBERS]
    if all(same(member, claim) for member in members):
        return True
    plain = sum(plainly(member, claim) for member in members)
    return 2 * plain >= len(members) and not any(
        different(member, claim) for member in members
    )


def _fit(happening: Happening, claim: Told) -> tuple[bool, float]:
    number = claim.claim.first("value")
    said = [member.claim.first("value") for member in happening.members]
    agrees = number is not None and any(v and v.value == number.value for v in said)
    return agrees, max(likeness(m.words, claim.words) for m in happening.members)
