"""Find the time expressions of a text, and say when they are."""

import datetime
import re

from spacy.tokens import Doc

from factcheck.extraction.times import clocks, periods, points
from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.context import belongs
from factcheck.extraction.times.dates import either_way
from factcheck.extraction.times.days import covered
from factcheck.extraction.times.grammar import (
    DAY_AHEAD,
    GRAMMAR,
    RANGE_END,
    RANGE_MONTH,
)
from factcheck.extraction.times.ranges import joined
from factcheck.extraction.times.tense import tense_reader
from factcheck.extraction.times.time_expression import DATE, TIME, Time
from factcheck.extraction.times.time_phrase import MEANINGS, Meaning, TimePhrase
from factcheck.extraction.times.time_words import TimeWords, classify


def find_times(
    text: str, published: str | None = None, doc: Doc | None = None
) -> list[Time]:
    """Find time expressions in order and give each its TIMEX3 value.

    Relative ones count from the day of publication, or in a text that tells of years
    long past from the date it has reached. Without a day of publication they have a
    value in such a text and no day. A parse of the text, where there is one, tells
    tenses: "on Friday" lies ahead if the clause does.

    >>> [time.value for time in find_times("It fell on Friday.", "2021-03-18")]
    ['2021-03-12']
    """
    words = classify(text)
    day = _day(published)
    tense = tense_reader(text, doc)
    anchor = Anchor(day, _tells_of_the_past(words, day), tense)
    times: list[Time] = []
    reached: int | None = None
    for match in GRAMMAR.finditer(words.codes):
        first, last = match.span()
        phrase = TimePhrase(match.lastgroup or "", words.words[first:last])
        if not belongs(phrase, text):
            continue
        if phrase.rule in YEARLESS and not phrase.has("Yh!"):
            ahead = RANGE_END.match(words.codes, last)
            if ahead:
                phrase = phrase.with_year(words.words[ahead.start("year")])
        if phrase.rule == "range_day" and (
            ahead := RANGE_MONTH.match(words.codes, last)
        ):
            month = words.words[ahead.start("month") : ahead.end("month")]
            phrase = TimePhrase("range_day", [*phrase.words, *month])
        if phrase.rule in CLOCKS and (ahead := DAY_AHEAD.match(words.codes, last)):
            behind = words.words[ahead.start("day") : ahead.end("day")]
            phrase = TimePhrase(phrase.rule, phrase.words, behind)
        anchor.relative = anchor.guessed = False
        meaning = _read(phrase, anchor)
        if meaning is None:
            continue
        kind, value = meaning
        start, end = words.words[first].start, words.words[last - 1].end
        known = not (anchor.guessed or (anchor.relative and day is None))
        if phrase.rule in CLOCKS and not phrase.day:
            known = reached is not None and not SENTENCE.search(text, reached, start)
        if value.endswith(
            "TXX"
        ):  # "minutes later": than what the sentence before tells
            known = reached is not None and _beside(text, reached, start)
        if kind in (DATE, TIME) and phrase.rule not in ASIDE:
            anchor.remember(value)
            reached = end if known else reached
        days = either_way(phrase) or covered(value)
        times.append(Time(start, end, value, kind, *(days if known else (None, None))))
    return joined(text, times, day)


READERS = (clocks, periods, points)
"""The modules whose functions file themselves in `MEANINGS`."""

YEARLESS = frozenset(("month", "full"))
"""Rules for dates that may borrow the year at the end of a range."""

CLOCKS = frozenset(("clock", "spoken", "the_part"))
"""Rules for times of day that may have their day behind them."""

SENTENCE = re.compile(r"(?<!\b[ap]\.m)[.!?][\"”’)]*\s+[A-Z\"“‘']|\n|[!?]")
"""Where a sentence ends: a clock time has its day in its own sentence, or none."""


def _beside(text: str, reached: int, start: int) -> bool:
    """Ask whether at most one sentence ends between two times."""
    ended = SENTENCE.search(text, reached, start)
    return ended is None or SENTENCE.search(text, ended.end(), start) is None


ASIDE = frozenset(("ago_period", "ago"))
"""Rules for dates a text compares with; the story does not move there."""


def _read(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return what a phrase means; None for days the calendar does not reach."""
    try:
        return MEANINGS[phrase.rule](phrase, anchor)
    except (ValueError, OverflowError):
        return None


def _day(published: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


FAR = 2
"""Years between publication and the dates told of from which a text is a narrative."""


def _tells_of_the_past(words: TimeWords, day: datetime.date | None) -> bool:
    """Ask whether most years a text names lie well before its publication."""
    if day is None:
        return True
    years = [int(w.value) for w in words.words if w.code == "Y"]
    years = [year for year in years if year <= day.year + 1]
    far = sum(day.year - year >= FAR for year in years) + words.codes.count("!")
    if far < 6 or far <= 0.6 * len(years):
        return False
    return far > 3.5 * len(DEICTIC.findall(words.codes))


DEICTIC = re.compile(r"R|W(?!,?[MNO])|LZ|[LC][uW]")
"""Words that count from the day of publication: "yesterday", "Friday", "last week"."""
