"""Find full dates that stand by themselves, with the weekday printed beside them.

"Thursday, 18 March 2021" can be checked against the calendar, and a full date against
the day of publication. A date without its year is one of these only with a weekday
beside it, and near the day of publication: else it may be another year's. Figures that
may be read day first or month first ("3/5/2021") are left out.
"""

import re
from collections.abc import Iterator
from datetime import date

from factcheck.claims import Claim, ClaimTime
from factcheck.claims.day_numbers import WEEKDAYS
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.lexicons import load_table

NUMBERS = load_table("times")["weekday"]
"""The number of a weekday by each of its names, Monday's being 1."""

NEAR = 60
"""Days from publication within which a date without its year is this year's."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = re.compile(r"\b\d{4}\b")
MONTHS = "|".join(load_table("times")["month"])
FULL = re.compile(
    rf"\b(?:{MONTHS})\b.{{0,40}}\d|\d.{{0,40}}\b(?:{MONTHS})\b|\d{{4}}-\d\d-\d\d", re.I
)
FIGURES = re.compile(
    r"(?<![\d/])(?:(?P<year>\d{4})/\d\d?/\d\d?|(?P<one>\d\d?)[/-](?P<two>\d\d?)[/-]\d{4})"
    r"(?![\d/])"
)
MONTHS_OF_YEAR = 12
WEEKDAY = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b\.?", re.I)
BEFORE = re.compile(rf"({WEEKDAY.pattern}),? (?:the )?\Z", re.I)
BEHIND = re.compile(rf"\s?\(({WEEKDAY.pattern})\)", re.I)


@EXTRACTORS.register("date")
def dates(analysis: Analysis) -> Iterator[Claim]:
    """Yield full dates and the weekday printed with them: "Friday, 18 March 2021"."""
    for time in analysis.times:
        if time.first is None or time.first != time.last or not DAY.match(time.value):
            continue
        printed = analysis.original[time.start : time.end]
        if not FULL.search(printed) and not _one_reading(printed):
            continue
        weekday = _weekday(analysis.original, time.start, time.end)
        near = weekday and _near(time.first, analysis.document.published)
        if not near and not YEAR.search(printed):
            continue
        start, end = time.start, time.end
        roles = {"value": [analysis.mention(start, end, value=time.value)]}
        if weekday is not None:
            number = int(NUMBERS[weekday[2].lower().rstrip(".")])
            roles["weekday"] = [
                analysis.mention(*weekday[:2], value=WEEKDAYS[number - 1])
            ]
            start, end = min(start, weekday[0]), max(end, weekday[1])
        day = ClaimTime(time.first, time.last, printed, time.value)
        yield analysis.claim("date", start, end, roles, time=day, extractor="date")


def _one_reading(printed: str) -> bool:
    """Ask whether a date in figures can be read in one way: "3/18/2021"."""
    match = FIGURES.search(printed)
    if match is None or match["year"]:
        return match is not None
    one, two = int(match["one"]), int(match["two"])
    return one > MONTHS_OF_YEAR or two > MONTHS_OF_YEAR or one == two


def _near(day: str, published: str | None) -> bool:
    """Ask whether a day lies near the day of publication."""
    try:
        there = date.fromisoformat((published or "")[:10])
    except ValueError:
        return False
    return abs((date.fromisoformat(day) - there).days) <= NEAR


def _weekday(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Return where a weekday stands in or beside a date, and its words."""
    inside = WEEKDAY.search(text, start, end)
    if inside:
        return inside.start(), inside.end(), inside[0]
    before = BEFORE.search(text, max(0, start - 16), start)
    match = before or BEHIND.match(text, end)
    return (match.start(1), match.end(1), match[1]) if match else None
