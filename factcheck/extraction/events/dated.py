"""Find dated events: a verb or noun for what happened, and when it did.

Only events with a date are claims of their own. The date is the one attached to the
event's own clause: in "police said Friday that the bridge fell" the saying is dated.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.extraction.ahead import modality_at
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.events.clause import clause_of
from factcheck.extraction.events.lives import lives
from factcheck.extraction.events.storyline import carried
from factcheck.extraction.time_attachment import (
    attached_times,
    is_event_noun,
    place_of,
    time_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

ATTACHED, CARRIED = 0.8, 0.5
"""How sure a date is that is said of the event, or of an earlier sentence."""

BARE_MONTH = re.compile(
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{1,2})?"
)
SUBJECTS = ("nsubj", "nsubjpass", "dobj", "poss", "agent")


@EXTRACTORS.register("event")
def events(analysis: Analysis) -> Iterator[Claim]:
    """Yield what happened when: "troops **crossed** the border in 1950"."""
    seen, dated = set[int](), set[int]()
    said = _said(analysis)
    yield from lives(analysis)
    for host in sorted(attached_times(analysis)):
        for trigger in _candidates(analysis.doc[host]):
            if trigger.i in seen or not _tells(trigger):
                continue
            seen.add(trigger.i)
            time = time_of(analysis, trigger)
            if time is None or _is_birthday(trigger, time):
                continue
            dated.add(trigger.i)
            if (trigger.idx, time.start) not in said:
                yield _event(analysis, trigger, time, ATTACHED)
    for trigger, time in carried(analysis):
        if trigger.i not in dated:
            yield _event(analysis, trigger, time, CARRIED)


def _is_birthday(trigger: "Token", time: ClaimTime) -> bool:
    """Ask whether a birth is told by its month alone: "born in May" is of no year."""
    return trigger.lemma_ == "bear" and bool(BARE_MONTH.fullmatch(time.text))


def _said(analysis: Analysis) -> set[tuple[int, str | None]]:
    """Return the words of saying that a statement dates, and when they were said."""
    doc, found = analysis.doc, set[tuple[int, str | None]]()
    for claim in analysis.claims:
        if claim.kind in ("statement", "quote") and claim.time:
            for cue in claim.role("cue"):
                words = doc.char_span(cue.start, cue.end, alignment_mode="expand")
                found.update((word.idx, claim.time.start) for word in words or ())
    return found


def _candidates(host: "Token") -> "Iterator[Token]":
    """Yield the word a time is attached to and those that may share its time."""
    yield host
    yield host.head
    if host.head.dep_ in ("prep", "agent"):
        yield host.head.head
    for child in host.children:
        if child.dep_ in ("prep", "agent"):
            yield from child.children
            continue
        yield child
        if child.dep_ == "conj":
            yield from (c for c in child.children if c.dep_ == "conj")
        for inner in child.children:
            if inner.dep_ == "prep" and inner.lower_ == "of":
                yield from inner.children


def _tells(token: "Token") -> bool:
    """Ask whether a word can be what happened."""
    if token.pos_ == "VERB":
        return True
    if token.pos_ == "NOUN":
        return is_event_noun(token)
    return token.pos_ == "ADJ"


def _event(
    analysis: Analysis, trigger: "Token", time: ClaimTime, confidence: float
) -> Claim:
    start, end = trigger.idx, trigger.idx + len(trigger)
    participants = list(_participants(analysis, trigger))
    place = place_of(analysis, trigger)
    first, last = clause_of(trigger) if confidence > CARRIED else (start, end)
    return analysis.claim(
        "event",
        first,
        last,
        {
            "trigger": [analysis.mention(start, end, value=trigger.lemma_.lower())],
            "participant": participants,
            "place": [place] if place else [],
        },
        time=time,
        modality=modality_at(analysis, trigger, time),
        confidence=confidence,
        extractor="event",
    )


def _participants(analysis: Analysis, trigger: "Token") -> Iterator[Mention]:
    """Yield the names that are subject, object or agent of an event."""
    for child in trigger.children:
        if child.dep_ not in SUBJECTS:
            continue
        heads = [c for c in child.children if c.dep_ == "pobj"]
        for token in heads if child.dep_ == "agent" else [child]:
            for one in (token, *token.conjuncts):
                name = analysis.name_at(one.idx)
                if name:
                    yield analysis.mention(name.span.start, name.span.end)
