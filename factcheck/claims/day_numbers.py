"""Days as whole numbers, so that times compare alike in every engine."""

import re
from datetime import date, timedelta

EARLIEST = 0
LATEST = 4_000_000
"""Open ends: before and after every day there is."""

WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)

_SHAPES = re.compile(
    r"(?P<decade>\d{3})X"
    r"|(?P<century>\d{2})XX"
    r"|(?P<year>\d{4})(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?:T.*)?"
    r"|W(?P<week>\d{2})|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)))?"
)
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}


def day_number(day: str | None) -> int | None:
    """Count an ISO day; None where it is none.

    >>> day_number("2021-03-18") - day_number("2021-03-01")
    17
    """
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def day_of_number(number: int) -> str:
    """Write a counted day in ISO form."""
    return date.fromordinal(number).isoformat()


def days_between(left: int | None, right: int | None) -> int:
    """Return how far apart two counted days are; 0 where one is unknown.

    >>> days_between(5, 3), days_between(None, 3)
    (2, 0)
    """
    return 0 if left is None or right is None else abs(left - right)


def days_of(value: str) -> tuple[int, int] | None:
    """Return the first and last day of a TIMEX3 value or an ISO range, or None.

    >>> first, last = days_of("2021-02")
    >>> day_of_number(first), day_of_number(last)
    ('2021-02-01', '2021-02-28')
    >>> [day_of_number(day) for day in days_of("195X")]
    ['1950-01-01', '1959-12-31']
    >>> days_of("P3D") is None
    True
    """
    if "/" in value:
        ends = [days_of(part) for part in value.split("/", 1)]
        if not (ends[0] and ends[1]) or ends[0][0] > ends[1][1]:
            return None
        return ends[0][0], ends[1][1]
    match = _SHAPES.fullmatch(value.strip())
    if not match:
        return None
    try:
        first, last = _ends({k: v for k, v in match.groupdict().items() if v})
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


NEXT_DAY = re.compile(
    r"\b(?:night|overnight|tonight|late|midnight|(?:9|10|11)(?:[:.]\d\d)? ?p\.?m\b"
    r"|2[1-3][:.]\d\d)",
    re.I,
)
"""What is said to happen then may be past midnight, or in another time zone."""

DAY_BEFORE = re.compile(
    r"\b(?:early|small hours|today|yesterday|tomorrow|this (?:morning|evening)|midnight"
    r"|(?:12|[1-3])(?:[:.]\d\d)? ?a\.?m\b|0[0-3][:.]\d\d)",
    re.I,
)
"""Said of the first hours of a day; or counted from a day of publication that may be
the one after the writing."""

ZONE = re.compile(r"\b(?:GMT|UTC|[CEMP][DS]?T|local time)\b")
"""A time zone: elsewhere it may be the day before or after."""


def possible_days(first: int, last: int, words: str) -> tuple[int, int]:
    """Return the days on which something may have been that is dated to a single day.

    >>> possible_days(5, 5, "late on Sunday"), possible_days(5, 5, "early today")
    ((5, 6), (4, 5))
    >>> possible_days(5, 5, "Sunday"), possible_days(5, 9, "late March")
    ((5, 5), (5, 9))
    """
    if first != last:
        return first, last
    zone = bool(ZONE.search(words))
    after = zone or bool(NEXT_DAY.search(words))
    before = zone or bool(DAY_BEFORE.search(words))
    return first - before, last + after


def _ends(parts: dict[str, str]) -> tuple[date, date]:
    if "decade" in parts:
        return date(int(parts["decade"] + "0"), 1, 1), date(
            int(parts["decade"] + "9"), 12, 31
        )
    if "century" in parts:
        return date(int(parts["century"] + "00"), 1, 1), date(
            int(parts["century"] + "99"), 12, 31
        )
    year = int(parts["year"])
    if "day" in parts:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return day, day
    if "week" in parts:
        monday = date.fromisocalendar(year, int(parts["week"]), 1)
        return monday, monday + timedelta(days=6)
    first, last = 1, 12
    if "month" in parts:
        first = last = int(parts["month"])
    elif "quarter" in parts:
        first = 3 * int(parts["quarter"]) - 2
        last = first + 2
    elif "half" in parts:
        first = 6 * int(parts["half"]) - 5
        last = first + 5
    elif "season" in parts:
        first, last = _SEASONS[parts["season"]]
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)
