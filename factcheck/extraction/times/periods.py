"""Read quarters, fiscal years, and dates counted from others."""

import datetime

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.clocks import reached_day
from factcheck.extraction.times.dates import counted, last_quarter, latest, year_named
from factcheck.extraction.times.days import Day, days_of, step, valid_day
from factcheck.extraction.times.time_expression import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    PRESENT,
    SET,
    TIME,
)
from factcheck.extraction.times.time_phrase import Meaning, TimePhrase, means

UNDER = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "D": ("TH", 24)}
UNDER |= {"TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7)}
MULTIPLES = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "2W": ("W", 2)}
MULTIPLES |= {"6M": ("M", 6), "WE": ("D", 2), "Q": ("M", 3)}


def length(count: str, unit: str) -> str:
    """Write so many units; `X` where nobody says how many.

    >>> length("3", "D"), length("X", "W"), length("2.5", "Y"), length("2", "DE")
    ('P3D', 'PXW', 'P2Y6M', 'P20Y')
    """
    if unit in MULTIPLES and count != "X":
        unit, factor = MULTIPLES[unit]
        count = _plain(float(count) * factor)
    elif unit in MULTIPLES:
        unit = {"WE": "WE", "2W": "W", "6M": "M"}.get(unit, unit)
    if "." not in count:
        return _write(count, unit)
    whole, _, _ = count.partition(".")
    if unit not in UNDER:
        return _write(count, unit)
    lower, factor = UNDER[unit]
    rest = (float(count) - int(whole or 0)) * factor
    if abs(rest - round(rest)) > 0.01:
        return _write(count, unit)
    if not int(whole or 0):
        return _write(str(round(rest)), lower)
    tail = _write(str(round(rest)), lower).removeprefix("P")
    if unit.startswith("T"):
        tail = tail.removeprefix("T")
    return _write(whole, unit) + tail


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _write(count: str, unit: str) -> str:
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"


@means("quarter")
def _quarter(phrase: TimePhrase, anchor: Anchor) -> Meaning:
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


@means("coded")
def _coded(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return "Q3", "Q3 2020", "4Q20"."""
    word = phrase.first("x")
    code, _, short = (word.value if word else "").partition(" ")
    half = code.startswith("H")
    year = phrase.year() or (f"20{short}" if short else None)
    value = f"{year}-{code}" if year else None
    if value is None:
        value = None if half else last_quarter(anchor, int(code[1]), phrase.start)
    if value and not half:
        anchor.quarter = value
    return (DATE, value) if value else None


@means("quarter_year")
def _quarter_year(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    year = phrase.year() or ""
    if anchor.quarter:
        return DATE, year + anchor.quarter[4:]
    return DATE, year


@means("ago_period")
def _ago_period(phrase: TimePhrase, anchor: Anchor) -> Meaning:
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
    value = counted(anchor, "Y", -1, anaphoric=False)
    return (DATE, value) if value else None


@means("fiscal")
def _fiscal(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    year = phrase.year()
    if year is None:
        value = counted(anchor, "Y", phrase.direction() or 0, anaphoric=False)
        return (DATE, value) if value else None
    return DATE, year


@means("ago")
def _ago(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    unit, count = phrase.unit() or "", phrase.count()
    way = phrase.last("gel")
    later = way is not None and (way.code == "l" or way.value == "hence")
    anaphoric = way is not None and way.code in "el"
    if phrase.has("6"):
        return _from_now(phrase, anchor)
    if phrase.has("RC"):
        return _ago_to(phrase, anchor)
    if count is None and unit == "Y" and not phrase.has("U"):
        return _year_back(anchor)
    if count is None and not phrase.has("U"):
        return None
    if count in (None, "X"):
        if anaphoric and phrase.has("U"):
            return (DATE, FUTURE) if later else (DATE, PAST)
        return DATE, PAST
    if unit == "Y" and count == "1" and not later and anchor.quarter:
        return _year_back(anchor)
    if unit.startswith("T"):
        base = reached_day(anchor)
        return TIME, f"{base}TXX"
    value = _stepped(anchor, unit, count or "1", later, anaphoric)
    return (DATE, value) if value else None


def _from_now(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return "two weeks from today", "ten years from now"."""
    here, unit, count = phrase.words[-1], phrase.unit() or "", phrase.count() or "X"
    offset = int(here.value.split()[0]) if here.code == "R" else 0
    if (here.code == "V" and here.value != PRESENT) or offset > 1:
        return None
    if count == "X" or unit.startswith("T"):
        return DATE, FUTURE
    value = _stepped(anchor, unit, count, later=True, anaphoric=False)
    return (DATE, value) if value else None


def _ago_to(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return what lies back from a day: "a year ago **today**", "**this week**"."""
    now, here = anchor.now(), phrase.last("gRC")
    count, ago = phrase.count() or "", phrase.codes.find("g")
    back = TimePhrase(phrase.rule, phrase.words[:ago]).unit()
    if now is None or here is None or not count.isdigit():
        return None
    if phrase.has("R"):
        offset = int(here.value.split()[0])
        return _same_day(now + datetime.timedelta(offset), back, int(count))
    then = _same_day(now, back, int(count))
    days = days_of(then[1]) if then else None
    value = step(days[0], phrase.unit() or "D", 0) if days else None
    return (DATE, value) if value else None


def _same_day(day: Day, unit: str | None, count: int) -> Meaning:
    """Return the day so many days, weeks, months or years before a day."""
    if unit in ("D", "W", "2W"):
        days = {"D": 1, "W": 7}.get(unit, 14)
        return DATE, (day - datetime.timedelta(days * count)).isoformat()
    months = {"M": 1, "Y": 12, "DE": 120}.get(unit or "", 0) * count
    if not months:
        return None
    month = day.year * 12 + day.month - 1 - months
    date = valid_day(month // 12, month % 12 + 1, day.day)
    return (DATE, date.isoformat()) if date else None


def _stepped(
    anchor: Anchor, unit: str, count: str, later: bool, anaphoric: bool
) -> str | None:
    number = float(count)
    if number != int(number):
        if unit != "Y":
            return None
        unit, number = "M", number * 12
    return counted(anchor, unit, int(number) * (1 if later else -1), anaphoric)


@means("twice")
def _twice(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return "the week before last", "the year after next"."""
    value = counted(anchor, phrase.unit() or "", 2 if phrase.has("X") else -2, False)
    return (DATE, value) if value else None


@means("before", "day_before")
def _before(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    later = phrase.has(">")
    unit, count = phrase.unit() or "", phrase.count() or "1"
    if count == "X" or unit.startswith("T"):
        return DATE, (FUTURE if later else PAST)
    value = _stepped(anchor, unit, count, later, anaphoric=True)
    return (DATE, value) if value else None


@means("the_end")
def _the_end(phrase: TimePhrase, anchor: Anchor) -> Meaning:
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
        value = counted(anchor, unit, 0, anaphoric=anchor.narrative)
    return (DATE, value) if value else None


@means("past_length", "length", "range_length", "half_length")
def _length(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    unit, count = phrase.unit() or "", phrase.count() or "X"
    if phrase.rule == "half_length" and phrase.codes.endswith("u"):
        return DURATION, length("0.5", unit)
    if phrase.rule == "half_length" or phrase.codes.endswith(("&q", "&aH")):
        number = phrase.first("cNnY")
        count = f"{number.value if number else 1}.5"
    if phrase.words[-1].code == "Y" and not phrase.has("U"):
        return None
    return DURATION, length(count, unit)


@means("age")
def _age(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    return None


@means("every", "rate")
def _every(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    if often := phrase.first("v"):
        return SET, often.value
    if weekday := phrase.first("wW"):
        part = phrase.first("P")
        return SET, f"XXXX-WXX-{weekday.value}" + (f"T{part.value}" if part else "")
    if month := phrase.first("M"):
        return SET, f"XXXX-{int(month.value):02d}"
    if season := phrase.first("S"):
        return SET, f"XXXX-{season.value}"
    if part := phrase.first("P"):
        return SET, f"XXXX-XX-XXT{part.value}"
    unit = phrase.unit()
    if unit is None:
        return None
    other = "2" if phrase.has("m") else "1"
    return SET, length(phrase.count() or other, unit)


@means("pointed_plural", "units")
def _plural(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    unit = phrase.unit()
    return (DURATION, length("X", unit)) if unit else None
