"""Read quarters, fiscal years, and dates counted from others."""

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.clocks import reached_day
from factcheck.extraction.times.dates import counted, last_quarter, latest, year_named
from factcheck.extraction.times.days import step
from factcheck.extraction.times.meaning import Meaning, means
from factcheck.extraction.times.model import DATE, FUTURE, PAST, TIME
from factcheck.extraction.times.phrase import Phrase


@means("quarter")
def _quarter(phrase: Phrase, anchor: Anchor) -> Meaning:
    number_word, half = phrase.first("O2"), phrase.has("H") and not phrase.has("Q")
    number = (
        2 if number_word is None or number_word.code == "2" else int(number_word.value)
    )
    if number > (2 if half else 4):
        return None
    if phrase.has("ge"):
        base = last_quarter(anchor, number, phrase.start, half)
        return (DATE, f"{int(base[:4]) - 1:04d}{base[4:]}") if base else None
    year = year_named(phrase, anchor)
    if year is None:
        value = last_quarter(anchor, number, phrase.start, half)
    else:
        value = f"{year}-{'H' if half else 'Q'}{number}"
    if value and not half:
        anchor.quarter = value
    return (DATE, value) if value else None


@means("quarter_year")
def _quarter_year(phrase: Phrase, anchor: Anchor) -> Meaning:
    year = phrase.year() or ""
    if anchor.quarter:
        return DATE, year + anchor.quarter[4:]
    return DATE, year


@means("ago_period")
def _ago_period(phrase: Phrase, anchor: Anchor) -> Meaning:
    number = phrase.first("O2")
    if number is not None:
        return _quarter(phrase, anchor)
    return _year_back(anchor, phrase.has("Q"))


def _year_back(anchor: Anchor, quarter: bool = False) -> Meaning:
    """Return what a year earlier was: of the quarter told of, else of the year."""
    base = anchor.quarter
    if base is None and quarter:
        now = anchor.now()
        base = step(now, "Q", -1) if now else None
    if base is not None:
        return DATE, f"{int(base[:4]) - 1:04d}{base[4:]}"
    value = counted(anchor, "Y", -1, told=False)
    return (DATE, value) if value else None


@means("fiscal")
def _fiscal(phrase: Phrase, anchor: Anchor) -> Meaning:
    year = phrase.year()
    if year is None:
        value = counted(anchor, "Y", phrase.direction() or 0, told=False)
        return (DATE, value) if value else None
    return DATE, year


@means("ago")
def _ago(phrase: Phrase, anchor: Anchor) -> Meaning:
    unit, count = phrase.unit() or "", phrase.count()
    way = phrase.last("gel")
    later = way is not None and way.code == "l"
    told = way is not None and way.code in "el"
    if count is None and unit == "Y" and not phrase.has("U"):
        return _year_back(anchor)
    if count is None and not phrase.has("U"):
        return None
    if count in (None, "X"):
        if told and phrase.has("U"):
            return (DATE, FUTURE) if later else (DATE, PAST)
        return DATE, PAST
    if unit == "Y" and count == "1" and not later and anchor.quarter:
        return _year_back(anchor)
    if unit.startswith("T"):
        base = reached_day(anchor)
        return TIME, f"{base}TXX"
    value = _stepped(anchor, unit, count or "1", later, told)
    return (DATE, value) if value else None


def _stepped(
    anchor: Anchor, unit: str, count: str, later: bool, told: bool
) -> str | None:
    number = float(count)
    if number != int(number):
        if unit != "Y":
            return None
        unit, number = "M", number * 12
    return counted(anchor, unit, int(number) * (1 if later else -1), told)


@means("before", "day_before")
def _before(phrase: Phrase, anchor: Anchor) -> Meaning:
    later = phrase.has(">")
    unit, count = phrase.unit() or "", phrase.count() or "1"
    if count == "X" or unit.startswith("T"):
        return DATE, (FUTURE if later else PAST)
    value = _stepped(anchor, unit, count, later, told=True)
    return (DATE, value) if value else None


@means("the_end")
def _the_end(phrase: Phrase, anchor: Anchor) -> Meaning:
    unit = phrase.unit() or "Y"
    if unit.startswith("T") or unit in ("CE", "DE"):
        return None
    if unit == "Q":
        value = latest("Q", anchor)
    elif unit == "WE":
        now = anchor.now()
        back = -1 if anchor.tense(phrase.start) != "future" else 0
        value = step(now, "WE", back) if now else None
    else:
        value = counted(anchor, unit, 0, told=anchor.narrative)
    return (DATE, value) if value else None
