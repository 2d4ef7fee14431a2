"""Read dates and clock times: what each names on the calendar."""

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.dates import date_value, day_of_month, pointed
from factcheck.extraction.times.days import days_of
from factcheck.extraction.times.periods import length
from factcheck.extraction.times.time_expression import (
    DATE,
    DURATION,
    PAST,
    PRESENT,
    TIME,
)
from factcheck.extraction.times.time_phrase import Meaning, TimePhrase, means


@means(
    "iso",
    "numeric",
    "full",
    "weekday",
    "nth_weekday",
    "weekday_before",
    "some_weekday",
    "holiday",
    "month",
    "season",
    "pointed_month",
    "range_day",
)
def _date(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    value = date_value(phrase, anchor)
    if value is None:
        return None
    return (TIME if "T" in value else DATE), value


@means("relative")
def _relative(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    word = phrase.first("R")
    value = date_value(phrase, anchor)
    _, _, part = (word.value if word else "").partition(" ")
    if value is None:
        return (DATE, PRESENT) if not part else (TIME, f"XXXX-XX-XXT{part}")
    return (TIME, f"{value}T{part}") if part else (DATE, value)


@means("the_day")
def _the_day(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    value = day_of_month(phrase, anchor)
    return (DATE, value) if value else None


@means("later_day")
def _later_day(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return the second day of "May 3-5": it has the month of the first."""
    word, first = phrase.first("NO"), anchor.last or ""
    year = phrase.year() or first[:4]
    if word is None or len(first) != 10 or int(word.value) <= int(first[8:]):
        return None
    day = f"{year}{first[4:8]}{int(word.value):02d}"
    return (DATE, day) if days_of(day) else None


@means("year_end")
def _year_end(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return the end of "1914-18"."""
    begun = (anchor.last or "")[:4]
    return (DATE, begun[:2] + phrase.words[0].value.zfill(2)) if begun else None


@means("year")
def _year(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    year = phrase.year()
    return (DATE, year) if year else None


@means("pointed")
def _pointed(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    if phrase.has("GSW"):
        return _date(phrase, anchor)
    unit = phrase.unit()
    point = phrase.first("L")
    if unit in ("DE", "CE") and point and point.value in ("last", "past"):
        return DURATION, length("1", unit)
    value = pointed(phrase, anchor)
    return (DATE, value) if value else None


@means("decade")
def _decade(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    word = phrase.first("d")
    digits = word.value if word else ""
    if len(digits) == 4:
        return DATE, digits[:3] + "X"
    return DATE, f"19{digits[0]}X"


@means("century")
def _century(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    word = phrase.first("O2")
    number = 2 if word is None or word.code == "2" else int(word.value)
    century = phrase.first("J")
    era = "BC" if century is not None and century.value == "BC" else ""
    return DATE, f"{era}{number - 1:02d}"


@means("ref")
def _ref(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    word = phrase.first("V")
    if phrase.has("C"):
        return DATE, PRESENT
    return DATE, word.value if word else PAST
