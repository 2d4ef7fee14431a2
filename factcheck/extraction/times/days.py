"""Arithmetic on TIMEX3 values: days they cover, and steps from one to another."""

import datetime
import re
from calendar import monthrange
from functools import lru_cache

from factcheck.lazy import CACHE_SIZE

Day = datetime.date
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {"Q": 3, "H": 6}

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?(?:T.*)?$")
_PART = re.compile(r"(\d{4})-([QH])([1-4])$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d{2})$")


@lru_cache(maxsize=CACHE_SIZE)
def days_of(value: str) -> tuple[Day, Day] | None:
    """Return the first and last day a value covers, or None if it names none.

    >>> [day.isoformat() for day in days_of("195X")]
    ['1950-01-01', '1959-12-31']
    >>> days_of("PAST_REF") is None
    True
    """
    try:
        return _days(value)
    except ValueError:
        return None


def _days(value: str) -> tuple[Day, Day] | None:
    if match := _DAY.match(value):
        year, month, day = (int(n) if n else 0 for n in match.groups())
        if day:
            return Day(year, month, day), Day(year, month, day)
        return _months(year, month or 1, year, month or 12)
    if match := _WEEK.match(value):
        monday = Day.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + datetime.timedelta(5 if match[3] else 0), monday + WEEK_END
    if match := _PART.match(value):
        length = PARTS[match[2]]
        last = int(match[3]) * length
        return _months(int(match[1]), last - length + 1, int(match[1]), last)
    if match := _SEASON.match(value):
        year = int(match[1])
        first, last = SEASONS[match[2]]
        return _months(year, first, year + (last < first), last)
    if match := _DECADE.match(value) or _CENTURY.match(value):
        length = 10 ** (4 - len(match[1]))
        year = max(1, int(match[1]) * length)
        return _months(year, 1, int(match[1]) * length + length - 1, 12)
    return None


WEEK_END = datetime.timedelta(6)


def _months(year: int, month: int, last_year: int, last: int) -> tuple[Day, Day]:
    return Day(year, month, 1), Day(last_year, last, monthrange(last_year, last)[1])


def month_value(year: int, month: int) -> str:
    """Write a month; months beyond a year's run on into the next.

    >>> month_value(2021, 14), month_value(2021, 0)
    ('2022-02', '2020-12')
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def week_value(day: Day) -> str:
    """Write the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(year: int, quarter: int) -> str:
    """Write a quarter; quarters beyond a year's run on into the next."""
    return f"{year + (quarter - 1) // 4:04d}-Q{(quarter - 1) % 4 + 1}"


def quarter_of(day: Day) -> int:
    """Return the quarter a day lies in."""
    return (day.month + 2) // 3


def valid_day(year: int, month: int, day: int) -> Day | None:
    """Return the day, or None where the calendar has none."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def step(day: Day, unit: str, count: int) -> str | None:
    """Write the day, week, month … that lies *count* units after the one of a day.

    >>> step(Day(2021, 3, 18), "M", -3), step(Day(2021, 3, 18), "W", 1)
    ('2020-12', '2021-W12')
    """
    try:
        return _step(day, unit, count)
    except (ValueError, OverflowError):
        return None


def _step(day: Day, unit: str, count: int) -> str | None:
    if unit == "D":
        return (day + datetime.timedelta(count)).isoformat()
    if unit in ("W", "2W", "WE"):
        weeks = 2 * count if unit == "2W" else count
        week = week_value(day + datetime.timedelta(7 * weeks))
        return week + "-WE" if unit == "WE" else week
    if unit in ("M", "6M"):
        months = count * (6 if unit == "6M" else 1)
        return month_value(day.year, day.month + months) if _ours(day, months) else None
    if unit == "Q":
        quarter = quarter_of(day) + count
        return quarter_value(day.year, quarter) if _ours(day, 3 * count) else None
    if unit == "Y":
        year = day.year + count
        return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
    if unit == "DE" and day.year // 10 + count > 0:
        return f"{day.year // 10 + count:03d}X"
    if unit == "CE" and day.year // 100 + count > 0:
        return f"{day.year // 100 + count:02d}"
    return None


def _ours(day: Day, months: int) -> bool:
    """Ask whether a day so many months on lies in the years 1 to 9999."""
    return 1 <= day.year + (day.month + months) // 12 - 1 <= 9998


def season_value(day: Day, season: str, count: int = 0) -> str:
    """Write the season of the year of a day, *count* years on."""
    return f"{day.year + count:04d}-{season}"


def easter(year: int) -> Day:
    """Return Easter Sunday (Gregorian; the anonymous algorithm of 1876).

    >>> easter(2021).isoformat()
    '2021-04-04'
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)


_HOLIDAY = re.compile(r"(\d\d)-(?:(\d\d)|W(-?\d)-(\d))$")


def holiday(rule: str, year: int) -> Day | None:
    """Return the day of a holiday by its rule in `times.yaml`.

    >>> holiday("11-W4-4", 2021).isoformat(), holiday("05-W-1-1", 2021).isoformat()
    ('2021-11-25', '2021-05-31')
    """
    if rule.startswith("easter"):
        return easter(year) + datetime.timedelta(int(rule.removeprefix("easter")))
    match = _HOLIDAY.match(rule)
    if not match:
        return None
    month = int(match[1])
    if match[2]:
        return valid_day(year, month, int(match[2]))
    count, weekday = int(match[3]), int(match[4])
    last = monthrange(year, month)[1]
    first = Day(year, month, 1 if count > 0 else last)
    offset = (weekday - first.isoweekday()) % 7
    if count < 0:
        offset = -((first.isoweekday() - weekday) % 7)
        count += 1
    else:
        count -= 1
    return first + datetime.timedelta(offset + 7 * count)


@lru_cache(maxsize=CACHE_SIZE)
def covered(value: str) -> tuple[str | None, str | None]:
    """Return the first and last ISO day of a value, None where it names no place."""
    days = days_of(value)
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
