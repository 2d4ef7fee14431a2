"""What a report is about: the place, the day and the event its head tells of."""

import re
from functools import cache
from typing import NamedTuple

from factcheck.lexicons import load_table

SENTENCES = 2
"""Sentences of a text, beside its headline, that say what it is about."""
SHARED = 4
"""Content words that the heads of two reports on one thing have in common, at least."""
NAMES = 3
"""Names in common that stand for some of these words."""
NEAR = 3
"""Days by which reports of one story may seem to date the event apart."""
ALIKE = 0.4
"""Share of the shorter head's content words that they have in common, at least."""


class ReportTopic(NamedTuple):
    """What the head of one report says.

    Attributes:
        places: Words that stand where places do.
        names: Every word of it that is written as a name; places may be among them.
        kinds: The kinds of event it names ("bombing", "fire").
        first: First day it tells of, counted, or None.
        last: Last day, or None.
        words: Stems of its content words, without names and those for days and tolls.
        capitals: Every word of the whole report that begins with a capital.
    """

    places: frozenset[str]
    names: frozenset[str]
    kinds: frozenset[str]
    first: int | None
    last: int | None
    words: frozenset[str]
    capitals: frozenset[str] = frozenset()


def one_scene(left: ReportTopic, right: ReportTopic) -> bool:
    """Say whether two reports surely tell of one event.

    A place and the day are shared, the kinds of event meet, and the heads are worded
    alike. Where each puts it in a place that the other does not name, they tell of two.
    """
    if left.first is None or right.first is None:
        return False
    if max(left.first, right.first) > min(left.last or 0, right.last or 0):
        return False
    shared = left.places & right.names or right.places & left.names
    if not shared or (left.places - right.names and right.places - left.names):
        return False
    if left.kinds and right.kinds and not left.kinds & right.kinds:
        return False
    words = left.words & right.words
    least = min(len(left.words), len(right.words))
    return len(words) >= SHARED and len(words) >= ALIKE * least


def in_one_story(left: ReportTopic, right: ReportTopic, toll: bool) -> bool:
    """Say whether two reports of one story tell of one event.

    They do unless something sets them apart: the days, the places where each puts it,
    the kinds of event. A *toll* needs heads with words in common besides, for a war has
    many on one day.
    """
    if left.first is not None and right.first is not None:
        gap = max(left.first, right.first) - min(left.last or 0, right.last or 0)
        if gap > NEAR:
            return False
    words, names = len(left.words & right.words), len(left.names & right.names)
    if left.places - right.names and right.places - left.names:
        return words >= 2 * SHARED and (not toll or names >= 2)
    if left.kinds and right.kinds and not left.kinds & right.kinds:
        return words > SHARED + toll
    if toll:
        return words >= SHARED or (words >= 2 and names >= NAMES)
    return words + 2 * names >= SHARED


def unmet(sentence: str) -> bool:
    """Ask whether a sentence tells of a number that is needed or lacking.

    >>> unmet("The motion needed 60 votes to pass.")
    True
    """
    return _unmet().search(sentence) is not None


@cache
def _unmet() -> "re.Pattern[str]":
    words = "|".join(load_table("quantities")["unmet"])
    return re.compile(rf"\b(?:{words})\b", re.I)


def of_several(sentence: str) -> bool:
    """Ask whether a number is that of several events or places together.

    >>> of_several("Two separate raids killed six."), of_several("A raid killed six.")
    (True, False)
    >>> of_several("Rockets that hit the Osk and Tarn districts killed six.")
    True
    """
    return _several().search(sentence) is not None


@cache
def _several() -> "re.Pattern[str]":
    """Match "separate", "several towns", "the Osk and Tarn districts"."""
    sorts = "|".join(load_table("quantities")["place_kinds"])
    plural, name = rf"(?:{sorts})s\b", r"(?:[a-z]{2}-)?[A-Z][\w-]{1,20}"
    counted = "several|various|different|multiple|both|two|three|four|five|six"
    return re.compile(
        r"\b(?:[Ss]eparate(?:ly)?\b"
        rf"|(?i:{counted}) (?:[\w-]{{1,20}} ){{0,2}}?{plural}"
        rf"|{name} and {name} {plural}|{plural} of {name}(?:, {name})?,? and\b)"
    )


def points_back(sentence: str) -> bool:
    """Ask whether a sentence tells of an event known already: "in the attack".

    >>> points_back("Six people died in the attack, state media said.")
    True
    >>> points_back("An attack in May killed six people.")
    False
    """
    return _known_event().search(sentence) is not None


@cache
def _known_event() -> "re.Pattern[str]":
    table = load_table("quantities")
    nouns = {*table["events"], *table["stages"]["tolls"]}
    known = "|".join(sorted((re.escape(noun) for noun in nouns), key=len, reverse=True))
    pattern = rf"\b(?:the|this|that|these)\s+(?:[\w'’-]+\s+){{0,2}}?(?:{known})s?\b"
    return re.compile(pattern, re.I)
