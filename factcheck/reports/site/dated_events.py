"""Claims in the words of their sentence, with who tells them, for lists of claims."""

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.reports.excerpts import ExcerptPiece, cut
from factcheck.reports.locations import place


class ShownClaim(NamedTuple):
    """A claim as a list shows it.

    Attributes:
        kind: The kind of the claim.
        day: The first day it speaks of, or None.
        until: The last day, where that is another one.
        pieces: Its sentence, the claim marked.
        source: The outlet.
        published: The day of publication, or None.
        where: File and line.
        modality: Empty for what is asserted.
        document: The id of the document.
        part: The part of the document the claim stands in.
        start: Where it begins there.
    """

    kind: str
    day: str | None
    until: str | None
    pieces: tuple[ExcerptPiece, ...]
    source: str
    published: str | None
    where: str
    modality: str
    document: str
    part: str
    start: int


def shown_claim(claim: Claim, documents: Mapping[str, Document]) -> ShownClaim:
    """Show one claim."""
    document = documents.get(claim.document)
    day = claim.time.start if claim.time else None
    until = claim.time.end if claim.time else None
    modality = "" if claim.modality == "asserted" else claim.modality
    span = claim.span
    here = (modality, claim.document, span.part, span.start)
    if document is None:
        words = (ExcerptPiece(" … ".join(m.text for m in claim.mentions()), True),)
        return ShownClaim(
            claim.kind, day, until, words, claim.document, None, "", *here
        )
    stretch = document.stretch(span.part)
    kept = span.start < span.end <= len(stretch)
    return ShownClaim(
        claim.kind,
        day,
        until if until != day else None,
        tuple(cut(stretch, [span] if kept else [])),
        document.source,
        document.published,
        place(document, span),
        *here,
    )


def once(claims: Iterable[Claim]) -> list[Claim]:
    """Leave out claims of one kind that stand in the words of another of that kind."""
    kept: list[Claim] = []
    last: dict[tuple[str, str, str], int] = {}
    for claim in sorted(
        claims, key=lambda c: (c.document, c.kind, c.span.start, -c.span.end)
    ):
        line = (claim.document, claim.kind, claim.span.part)
        if claim.span.end > last.get(line, -1):
            kept.append(claim)
            last[line] = claim.span.end
    return kept


def speech_cues(claims: Iterable[Claim]) -> set[tuple[str, int]]:
    """Return where the words stand that say that somebody speaks, by document."""
    return {
        (claim.document, mention.start)
        for claim in claims
        if claim.kind in ("quote", "statement")
        for mention in claim.role("cue")
    }


def is_speech(claim: Claim, cues: Set[tuple[str, int]]) -> bool:
    """Tell whether an event is only that somebody said something."""
    trigger = claim.first("trigger") if claim.kind == "event" else None
    return trigger is not None and (claim.document, trigger.start) in cues
