"""What the words of a sentence say: where it is, and what kind of event it tells of."""

import re
from collections.abc import Set
from functools import cache, lru_cache

from factcheck.comparators.wording import stem
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table
from factcheck.lexicons.territories import capitals

WORD = re.compile(r"[^\W\d_]{3,}")
BEFORE_IT = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?)\s(?:after|before|since)\b[^.;]{0,200}"
)
"""What tells of an earlier event: "hours after a blast in Osk left dozens dead"."""
SEAT = "capital"
"""Stands for the place of "near the capital", whatever its name."""


def spots_in(sentence: str, known: Set[str]) -> frozenset[str]:
    """Return the words of a sentence that look like places, but those known not to."""
    sentence = BEFORE_IT.sub(" ", sentence)
    phrases = (m[1].lower() for m in _spot().finditer(sentence))
    words = {word for phrase in phrases for word in WORD.findall(phrase)}
    spots = {
        w for w in words - known - table("regions") if stem(w) not in kinds_of_event()
    }
    return frozenset(spots | ({SEAT} if _seat().search(sentence) else set()))


@cache
def _seat() -> "re.Pattern[str]":
    return re.compile(
        r"\b(?i:in|near|outside|around|of) (?:the |its )?(?:\w+ )?capital\b"
    )


def with_seat(words: frozenset[str]) -> frozenset[str]:
    """Add "capital" to words of which one names the capital of a country.

    >>> "capital" in with_seat(frozenset({"lisbon"}))
    True
    """
    return words if words.isdisjoint(_capitals()) else words | {SEAT}


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name.lower() for name in capitals()) | {SEAT}


@cache
def _spot() -> "re.Pattern[str]":
    """Match a name that stands where a place does; "of" leads to much else."""
    sorts = "|".join(table("place_sorts"))
    return re.compile(
        rf"\b(?i:in|at|near|on|off|along|across|outside|around|(?:{sorts})s? of) "
        r"(?:the )?"
        r"(?:[a-z]{2}-)?((?:[A-Z][^\W\d_]{1,30}[ -]?){1,3})"
    )


def kinds_in(text: str) -> frozenset[str]:
    """Return the kinds of event that words name; a fire brigade is no fire."""
    known = kinds_of_event()
    words = (stem(word.lower()) for word in WORD.findall(_no_event().sub(" ", text)))
    return frozenset(known[word] for word in words if word in known)


@cache
def _no_event() -> "re.Pattern[str]":
    first = "|".join(sorted(table("event_bodies")))
    second = "|".join(sorted(table("bodies_of_events")))
    return re.compile(rf"\b(?:{first})[ -](?:{second})s?\b", re.I)


@cache
def kinds_of_event() -> dict[str, str]:
    """Return the kind of event each stem names."""
    kinds = load_table("quantities")["kinds_of_event"]
    return {stem(word): kind for kind, words in kinds.items() for word in words}


@lru_cache(maxsize=CACHE_SIZE)
def table(group: str) -> frozenset[str]:
    """Return one list of the table of quantities."""
    return frozenset(load_table("quantities")[group])


@cache
def calendar() -> frozenset[str]:
    """Return the words for months and weekdays."""
    times = load_table("times")
    return frozenset({*times["month"], *times["weekday"]})


@cache
def idle() -> frozenset[str]:
    """Return words that say nothing about what a sentence is about."""
    numbers = load_table("numbers")
    return table("idle").union(numbers["words"], numbers["scales"], numbers["vague"])
