"""Do two claims tell of one happening? What each offers, and what must agree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from factcheck.claims import Claim
from factcheck.claims.days import day_number
from factcheck.claims.extraction import Entity, Extraction
from factcheck.lexicons import load_table

WORD = re.compile(r"[^\W\d_]{3,}")
SENTENCE_END = re.compile(r"[.!?]['\"’”)]*\s|\n")
WHO = ("participant", "visitor")
WHERE = ("place", "destination", "about")
COARSE = 31
"""Days from which on a time is too vague to single out one happening."""
RECENT = 7
"""Days between two publications within which an undated happening may be the same."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim offers for comparing.

    Attributes:
        claim: The claim.
        who: Entities that took part.
        where: Entities of places.
        whose: Entities of persons that a number is about.
        first: First day it may have been, counted, or None.
        last: Last day, or None.
        published: Day of publication, counted, or None.
        topic: What must be equal: trigger stem, or measure and unit.
        event: The noun of the event a toll is of, or "".
        words: Stems of the content words of its sentence.
    """

    claim: Claim
    who: frozenset[str]
    where: frozenset[str]
    whose: frozenset[str]
    first: int | None
    last: int | None
    published: int | None
    topic: str
    event: str
    words: frozenset[str]

    @property
    def vague(self) -> bool:
        """Whether its time is missing or too long to single out a happening."""
        if self.first is None or self.last is None:
            return True
        return self.last - self.first >= COARSE


def told(extraction: Extraction, claim: Claim) -> Told:
    """Collect what a claim offers for comparing."""
    entities = extraction.entities
    who = frozenset(m.entity for r in WHO for m in claim.role(r) if m.entity)
    places = [m for r in WHERE for m in claim.role(r) if m.entity]
    where = {str(m.entity) for m in places}
    time = claim.time
    event = claim.first("about")
    return Told(
        claim,
        who,
        frozenset(p for p in where if _kind(entities, p) != "person"),
        frozenset(p for p in where if _kind(entities, p) == "person"),
        day_number(time.start) if time else None,
        day_number(time.end or time.start) if time else None,
        day_number(extraction.document.published),
        _topic(claim),
        str(event.value) if event and isinstance(event.value, str) else "",
        _words(extraction, claim),
    )


def _kind(entities: Mapping[str, Entity], entity: str) -> str:
    known = entities.get(entity)
    return known.kind if known else ""


def _topic(claim: Claim) -> str:
    if claim.kind == "event":
        trigger = claim.first("trigger")
        return stem(trigger.text.split()[-1].lower()) if trigger else ""
    if claim.kind == "quantity":
        measure, unit = claim.first("measure"), claim.first("unit")
        said = str(measure.value) if measure else ""
        if said in _table("tolls") or said == "age":
            return said
        return f"{said} {unit.value if unit else ''}"
    return ""


def _words(extraction: Extraction, claim: Claim) -> frozenset[str]:
    """Return the stems of the content words of the sentence a claim stands in."""
    text = extraction.document.stretch(claim.span.part)
    start, end = 0, len(text)
    for mark in SENTENCE_END.finditer(text, max(0, claim.span.start - 400)):
        if mark.end() <= claim.span.start:
            start = mark.end()
        elif mark.start() >= claim.span.end - 1:
            end = mark.start()
            break
    found = (m[0].lower() for m in WORD.finditer(text, start, end))
    return frozenset(stem(word) for word in found if word not in _idle())


def stem(word: str) -> str:
    """Cut the commonest endings.

    >>> stem("killed"), stem("kills"), stem("bombing")
    ('kill', 'kill', 'bomb')
    """
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def _table(group: str) -> frozenset[str]:
    return frozenset(load_table("quantities")[group])


@cache
def _idle() -> frozenset[str]:
    """Return words that say nothing about what a sentence is about."""
    numbers = load_table("numbers")
    return _table("idle").union(numbers["words"], numbers["scales"], numbers["vague"])


def same(left: Told, right: Told) -> bool:
    """Say whether two claims of one kind surely tell of the same happening.

    What identifies it must agree; what is left may differ, for that is what rules look
    for: one meeting at two places, one toll with two numbers.
    """
    kind = left.claim.kind
    if kind == "meeting":
        return _same_meeting(left, right)
    if kind == "visit":
        shared = left.who & right.who and left.where & right.where
        return bool(shared) and _timely(left, right)
    if kind == "event":
        return _same_event(left, right)
    return left.topic == right.topic and _same_count(left, right)


def _same_meeting(left: Told, right: Told) -> bool:
    shared = left.who & right.who
    if not shared:
        return False
    place = bool(left.where & right.where)
    elsewhere = bool(left.where and right.where) and not place
    gap = _gap(left, right)
    if len(shared) == 1:
        alone = min(len(left.who), len(right.who)) == 1
        dated = gap == 0 and not left.vague and not right.vague
        return alone and place and dated
    if gap is None:
        return place or (not elsewhere and _published(left, right, 3))
    if gap == 0:
        return place or not (left.vague or right.vague)
    if place:
        return gap <= 3 or _misdated(left, right)
    return gap <= 3 and not elsewhere


def _misdated(left: Told, right: Told) -> bool:
    """Ask whether two times of one thing look like one with a wrong year."""
    if left.first is None or right.first is None:
        return False
    years = abs(left.first - right.first)
    return 360 <= years <= 370 and left.vague == right.vague


def _same_event(left: Told, right: Told) -> bool:
    if left.topic != right.topic:
        return False
    elsewhere = bool(left.where and right.where) and not left.where & right.where
    gap, alike = _gap(left, right), likeness(left.words, right.words)
    if alike >= 0.6:
        return gap in (None, 0) or gap <= 3 or _misdated(left, right)
    if len(left.who & right.who) < min(2, len(left.who), len(right.who)) or elsewhere:
        return False
    dated = gap == 0 and not (left.vague or right.vague)
    return bool(left.who & right.who) and dated and alike >= 0.3


def _same_count(left: Told, right: Told) -> bool:
    if left.topic == "age":
        return bool(left.whose & right.whose)
    alike = likeness(left.words, right.words)
    if not _timely(left, right):
        return False
    if alike >= 0.6:
        return True
    if left.topic not in _table("tolls"):
        return False
    elsewhere = bool(left.where and right.where) and not left.where & right.where
    event = bool(left.event) and left.event == right.event
    if elsewhere or (left.event and right.event and not event):
        return False
    dated = not (left.vague or right.vague)
    return dated and bool(left.where & right.where or (event and alike >= 0.4))


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Say how much of the shorter of two sentences the other shares, 0 to 1."""
    shared = len(left & right)
    return shared / min(len(left), len(right)) if shared >= 3 else 0.0


def _gap(left: Told, right: Told) -> int | None:
    """Count the days between two times; 0 when they meet, None when one is missing."""
    if left.first is None or right.first is None:
        return None
    first, last = max(left.first, right.first), min(_end(left), _end(right))
    return max(0, first - last)


def _end(claim: Told) -> int:
    return claim.last or claim.first or 0


def _timely(left: Told, right: Told) -> bool:
    gap = _gap(left, right)
    return gap <= 1 if gap is not None else _published(left, right, RECENT)


def _published(left: Told, right: Told, days: int) -> bool:
    """Ask whether two texts were published near enough; unknown days are near."""
    if left.published is None or right.published is None:
        return True
    return abs(left.published - right.published) <= days


def keys(claim: Told) -> list[tuple[str, ...]]:
    """Return what two claims of one happening must have in common at least once.

    Rare words are added by whoever knows how rare they are.
    """
    kind = claim.claim.kind
    if kind == "meeting":
        pairs = combinations(sorted(claim.who)[:8], 2)
        alone = [(kind, w, p) for w in claim.who for p in claim.where]
        return [*((kind, *pair) for pair in pairs), *alone]
    if kind == "visit":
        return [(kind, w, p) for w in sorted(claim.who) for p in sorted(claim.where)]
    if kind == "event":
        return [(kind, claim.topic, w) for w in sorted(claim.who)]
    if claim.topic == "age":
        return [(kind, "age", w) for w in sorted(claim.whose)]
    found = [(kind, claim.topic, p) for p in sorted(claim.where)]
    return [*found, *([(kind, claim.topic, claim.event)] if claim.event else [])]
