"""What a date says: full, without its year, a weekday, or counted from another."""

import datetime
import re

from factcheck.extraction.times.anchor import Anchor, weekday_near
from factcheck.extraction.times.days import (
    Day,
    days_of,
    holiday,
    quarter_of,
    quarter_value,
    season_value,
    step,
    valid_day,
    week_value,
)
from factcheck.extraction.times.time_phrase import TimePhrase


def date_value(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return the value of the date a phrase names, or None if it cannot be told."""
    if phrase.rule == "nth_weekday":
        return _nth_weekday(phrase, anchor)
    if phrase.rule == "weekday_before":
        return _weekday_before(phrase, anchor)
    if iso := phrase.first("I"):
        return iso.value.replace(" ", "T")
    if numeric := phrase.first("/"):
        return numeric_date(numeric.value)
    if phrase.has("G"):
        return _holiday(phrase, anchor)
    if phrase.has("M"):
        return _month_date(phrase, anchor)
    if phrase.has("S"):
        return _season(phrase, anchor)
    if phrase.has("W"):
        return _weekday(phrase, anchor)
    if relative := phrase.first("R"):
        today = anchor.now()
        offset = int(relative.value.split()[0])
        return step(today, "D", offset) if today else None
    if phrase.has("uZQJ") and phrase.has("LXCDK"):
        return pointed(phrase, anchor)
    return phrase.year()


def numeric_date(printed: str) -> str | None:
    """Read a date in figures: month first, unless that cannot be.

    >>> numeric_date("3/18/2021"), numeric_date("18/3/2021"), numeric_date("11-02-89")
    ('2021-03-18', '2021-03-18', '1989-11-02')
    """
    one, two, three = (int(part) for part in printed.replace("/", "-").split("-"))
    if one > 31:
        year, month, day = one, two, three
    else:
        month, day, year = one, two, three
        if year < 100:
            year += 1900 if year > 30 else 2000
        if month > 12:
            month, day = day, month
    date = valid_day(year, month, day)
    return date.isoformat() if date else None


def either_way(phrase: TimePhrase) -> tuple[str, str] | None:
    """Return the days between which a date in figures lies that two orders allow.

    03/04/2021 is 4 March to some and 3 April to others.
    """
    word = phrase.first("/")
    if word is None:
        return None
    parts = word.value.replace("/", "-").split("-")
    if any(int(part) > 12 for part in parts[:2]):
        return None
    read = numeric_date("/".join(parts))
    other = numeric_date("/".join((parts[1], parts[0], parts[2])))
    first, last = sorted((read or "", other or ""))
    return (first, last) if first and first != last else None


def year_named(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return the year a phrase names: in figures, or as last, this or that year."""
    if year := phrase.year():
        return year
    if phrase.has("Z") and (direction := phrase.direction()) is not None:
        anaphoric = phrase.has("D")
        today = anchor.reached() if anaphoric else anchor.now()
        return step(today, "Y", direction) if today else None
    return None


def _month_date(phrase: TimePhrase, anchor: Anchor) -> str | None:
    month_word = phrase.first("M")
    month = int(month_word.value) if month_word else 0
    day_word = None if phrase.rule in DAYLESS else phrase.first("NO2")
    day = (
        2
        if day_word and day_word.code == "2"
        else int(day_word.value)
        if day_word
        else None
    )
    year = year_named(phrase, anchor)
    if year is None and anchor.narrative and anchor.ancient:
        year = anchor.ancient
    if year is None:
        chosen = _month_year(phrase, anchor, month, day)
        year = None if chosen is None else f"{chosen:04d}"
    if year is None:
        year = "XXXX"
    if day is None:
        return f"{year}-{month:02d}"
    if year.isdigit() and valid_day(int(year), month, day) is None:
        return None
    return f"{year}-{month:02d}-{day:02d}"


OF_MONTH = re.compile(r"L[cN]?[uU][oi]")
"""Where "last" is said of weeks and not of the month: "the last week of August"."""

DAYLESS = frozenset(("month", "nth_weekday", "some_weekday"))
"""Rules whose ordinals are not day of the month: "the first week of May"."""


def _month_year(
    phrase: TimePhrase, anchor: Anchor, month: int, day: int | None
) -> int | None:
    """Choose the year of a month without one: "last June" is the latest one over."""
    now = anchor.now()
    direction = phrase.direction()
    of_month = OF_MONTH.search(phrase.codes) is not None
    if now is None or direction is None or phrase.has("D") or of_month:
        return anchor.year_for(month, day, phrase.start)
    if direction < 0:
        return now.year - (month >= now.month)
    if direction > 0:
        return now.year + (month <= now.month)
    return now.year


def _season(phrase: TimePhrase, anchor: Anchor) -> str | None:
    season_word = phrase.first("S")
    season = season_word.value if season_word else ""
    if year := year_named(phrase, anchor):
        return f"{year}-{season}"
    now = anchor.reached() if phrase.has("D") else anchor.now()
    if anchor.narrative and anchor.ancient:
        return f"{anchor.ancient}-{season}"
    if now is None:
        return f"XXXX-{season}"
    direction = phrase.direction()
    if season == "WI" and not anchor.narrative and direction in (-1, 0):
        now = _winter(now, anchor.tense(phrase.start), direction)
        return season_value(now, season, direction)
    first, last = days_of(season_value(now, season)) or (now, now)
    if anchor.narrative and direction in (None, 0):
        return season_value(now, season)
    if direction is None:
        direction = {"future": 1}.get(anchor.tense(phrase.start) or "", 0)
        if direction == 0:
            return season_value(now, season, -1 if first > now else 0)
    if direction < 0:
        return season_value(now, season, -1 if last >= now else 0)
    if direction > 0:
        begun = first <= now or (anchor.narrative and len(anchor.last or "") == 4)
        return season_value(now, season, 1 if begun else 0)
    return season_value(now, season)


def _winter(now: Day, tense: str | None, direction: int) -> Day:
    """Return a day of the year in which "this winter" begins: in January the last."""
    latest = now.month <= 5 or (now.month < 9 and (tense != "future" or direction))
    return now.replace(year=now.year - 1, day=1) if latest else now


def _weekday(phrase: TimePhrase, anchor: Anchor) -> str | None:
    word = phrase.first("W")
    now = anchor.now()
    if now is None or word is None:
        return f"XXXX-WXX-{word.value}" if word else None
    direction, strict = phrase.direction(), True
    if phrase.has("D") and anchor.then():
        now, direction, strict = anchor.reached() or now, -1, False
    elif direction is None or direction == 0:
        strict, narrative = False, anchor.narrative
        ahead = anchor.tense(phrase.start) in ("future", "present")
        if anchor.published and (anchor.last is None or (ahead and direction is None)):
            now, narrative = anchor.published, False  # what is news in a long story
        if direction == 0 and not narrative:
            direction = 1 if anchor.tense(phrase.start) != "past" else -1
        elif narrative:
            direction = 1
        else:
            direction = 1 if ahead else -1
    return weekday_near(now, int(word.value), direction, strict).isoformat()


def _weekday_before(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return "the Monday before last", "a week last Monday"."""
    weekday, now = phrase.first("W"), anchor.now()
    if now is None or weekday is None:
        return None
    week = datetime.timedelta(7)
    return (weekday_near(now, int(weekday.value), -1, strict=True) - week).isoformat()


def _nth_weekday(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return "the first Monday of May", "the last Friday in October 2020"."""
    month, weekday = _month_date(phrase, anchor), phrase.first("W")
    number = phrase.first("O2L")
    if month is None or weekday is None or number is None or not month[:4].isdigit():
        return month
    count = {"2": "2", "L": "-1"}.get(number.code, number.value)
    if count not in ("-1", "1", "2", "3", "4", "5"):
        return None
    date = holiday(f"{month[5:7]}-W{count}-{weekday.value}", int(month[:4]))
    return date.isoformat() if date else None


def day_of_month(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return "the 16th", "Tuesday the 16th": of the month told of, or the nearest."""
    day_word, now = phrase.first("NO2"), anchor.then() or anchor.now()
    anchor.relative = True
    if day_word is None or now is None or not 1 <= int(day_word.value) <= 31:
        return None
    day, months = int(day_word.value), now.year * 12 + now.month - 1
    if anchor.narrative or anchor.published != now:
        there = [months]
    elif anchor.tense(phrase.start) == "future":
        there = [months, months + 1]
    else:
        there = [months, months - 1]
    days = [valid_day(m // 12, m % 12 + 1, day) for m in there]
    if len(there) > 1 and days[0] and (days[0] - now).days * (there[1] - there[0]) < 0:
        days.reverse()
    return next((first.isoformat() for first in days if first), None)


def _holiday(phrase: TimePhrase, anchor: Anchor) -> str | None:
    word = phrase.first("G")
    rule = word.value if word else ""
    if year := phrase.year():
        date = holiday(rule, int(year)) if year.isdigit() else None
        return date.isoformat() if date else None
    now = anchor.now()
    if now is None:
        return None
    there = [holiday(rule, now.year + more) for more in (-1, 0, 1)]
    days = [day for day in there if day]
    direction = phrase.direction()
    if anchor.narrative and direction is None:
        return days[1].isoformat() if len(days) > 1 else None
    tense = anchor.tense(phrase.start)
    if direction is None and tense == "past":
        days = [day for day in days if day <= now][-1:]
        return days[0].isoformat() if days else None
    if direction is None or direction == 0:
        direction = 1 if tense == "future" else 0
    if direction > 0:
        days = [day for day in days if day >= now][:1]
    elif direction < 0:
        days = [day for day in days if day < now][-1:]
    else:
        days = sorted(days, key=lambda day: abs((day - now).days))[:1]
    return days[0].isoformat() if days else None


def pointed(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return "last year", "the next day", "that month", "this fiscal quarter"."""
    word = phrase.last("uZQJT")
    if word is None:
        return None
    unit = "Q" if phrase.has("T") else phrase.unit() or ""
    if unit.startswith("T") or (phrase.has("T") and not phrase.has("K")):
        return None
    if phrase.has("K"):
        return latest(unit, anchor)
    direction = phrase.direction() or 0
    points = [w for w in phrase.words if w.code in "LXCD"]
    relative = points[-1].value in RELATIVE or (
        phrase.has("t") and points[-1].value in ("next", "last") and unit in ("D",)
    )
    anaphoric = relative or points[0].code == "D"
    base = anchor.reached() if anaphoric else anchor.now()
    if base is None:
        return None
    if unit == "WE":
        over = not anaphoric and phrase.has("C") and base.isoweekday() < SATURDAY
        if direction == 0 and over and anchor.tense(phrase.start) == "past":
            direction = -1
        return _weekend(base, direction)
    return step(base, unit, direction)


SATURDAY = 6
RELATIVE = ("previous", "preceding", "prior", "following", "ensuing", "subsequent")


def _weekend(base: Day, direction: int) -> str | None:
    """Write the weekend before, of or after a day's week."""
    return week_value(Day.fromordinal(base.toordinal() + 7 * direction)) + "-WE"


def latest(unit: str, anchor: Anchor) -> str | None:
    """Return the latest unit that is over: "the latest quarter"."""
    now = anchor.now()
    named = days_of(anchor.quarter) if unit == "Q" and anchor.quarter else None
    if named and now and named[1] <= now:
        return anchor.quarter
    return step(now, unit, -1) if now else None


def last_quarter(
    anchor: Anchor, number: int, at: int, half: bool = False
) -> str | None:
    """Choose the year of a quarter or half printed without one: the latest begun."""
    now = anchor.now()
    if now is None:
        return None
    current = (now.month + 5) // 6 if half else quarter_of(now)
    future = anchor.tense(at) == "future"
    year = now.year
    if anchor.narrative:
        pass
    elif future:
        year += number < current - 1
    elif number > current:
        year -= 1
    if half:
        return f"{year:04d}-H{number}"
    return quarter_value(year, number)


def counted(anchor: Anchor, unit: str, count: int, anaphoric: bool) -> str | None:
    """Return the value *count* units from the day counted from."""
    base = anchor.reached() if anaphoric else anchor.now()
    return step(base, unit, count) if base else None
