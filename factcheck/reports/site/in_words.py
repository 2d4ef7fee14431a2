"""Days and stretches of time as a reader says them."""

import re
from datetime import date

from factcheck.claims.day_numbers import MONTHS, WEEKDAYS


def long_day(day: str | None, until: str | None = None, weekday: bool = False) -> str:
    """Write an ISO day, or a stretch of days, in words; as it is where it is neither.

    >>> long_day("2024-05-03", weekday=True), long_day("2024-05-01", "2024-05-31")
    ('Friday, 3 May 2024', 'May 2024')
    >>> long_day("1950-01-01", "1959-12-31"), long_day("2024-05-03", "2024-05-04")
    ('1950 to 1959', '3 to 4 May 2024')
    """
    if until and until != day:
        if day and day[5:] == "01-01" and until[5:] == "12-31":
            return day[:4] if day[:4] == until[:4] else f"{day[:4]} to {until[:4]}"
        if day and day[:7] == until[:7] and day[8:] == "01" and _ends_month(until):
            return f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}"
        first, last = long_day(day), long_day(until)
        for shared in (last.partition(" ")[2], until[:4]):  # month and year, or year
            if first.endswith(f" {shared}"):
                return f"{first.removesuffix(f' {shared}')} to {last}"
        return f"{first} to {last}"
    try:
        read = date.fromisoformat((day or "")[:10])
    except ValueError:
        return day or ""
    shown = f"{read.day} {MONTHS[read.month - 1]} {read.year}"
    return f"{WEEKDAYS[read.weekday()]}, {shown}" if weekday else shown


def story(name: str) -> str:
    """Write the name of a story as a heading; a name of somebody else stays.

    >>> story("port-sabel-2024-02"), story("peru-2022")
    ('Port Sabel, February 2024', 'peru-2022')
    """
    match = re.fullmatch(r"(\S{1,80})-(\d{4})-(0[1-9]|1[0-2])", name)
    if match is None:
        return name
    return (
        f"{match[1].replace('-', ' ').title()}, {MONTHS[int(match[3]) - 1]} {match[2]}"
    )


def _ends_month(day: str) -> bool:
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return False
    return date.fromordinal(read.toordinal() + 1).day == 1
