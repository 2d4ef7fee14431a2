"""Times that are one together: "2-9 March", "Monday last week", "Tuesday the 4th"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from factcheck.extraction.times.days import Day, days_of, valid_day
from factcheck.extraction.times.time_expression import DATE, Time

NTH = r"\d{1,2}(?:st|nd|rd|th)?"
LINK = re.compile(
    r"\s{0,4}(?:[-–—/]|to|through|thru|until|till|,?\s{0,4}(?:or|and|&)|,)\s{0,4}"
    r"(?:(?:on|in|the|early|late)\s{1,4}|mid-){0,3}",
    re.I,
)
DAYS_ON = re.compile(
    rf"(?:,\s{{0,4}}{NTH}){{0,31}}\s{{0,4}}(?:,?\s{{0,4}}(?:and|or|&)|to|through|[-–—])"
    r"\s{0,4}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![.,]\d)(?=\s{0,4}(?:[.,;:)”\n]|$|(?:in|at|on|by"
    r"|for|with|when|while|as|after|before|of|from|this|last)\b))"
)
DAYS_BACK = re.compile(
    rf"\b(?:on|between|from|of)\s{{1,4}}(?:the\s{{1,4}})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,\s{{0,4}}{NTH}){{0,31}}\s{{0,4}}(?:,?\s{{0,4}}(?:and|or|&)|,|to|[-–—])"
    r"\s{0,4}(?:the\s{1,4})?\Z"
)
YEARS_ON = re.compile(r"[-–—/](?P<year>\d{4}|\d\d)(?![\d/–—-]|[.,]\d)")
MONTH_DAY = re.compile(rf"[A-Za-z]{{3,9}}\.? {NTH}\Z")
DAY_MONTH = re.compile(rf"{NTH}(?:\Z| (?:of )?[A-Z])")
IN_WEEK = re.compile(r"\s{0,4},?\s{0,4}(?:of|in|on)?\s{0,4}")
OVERNIGHT = re.compile(r"\s{1,4}(?:(?P<into>into|to)|on|from|of)?\s{0,4}", re.I)
UP_TO_NOW = re.compile(r"\b(?:in|within|over|during|for)\s{1,4}\Z", re.I)
LAST = re.compile(r"(?:the\s{1,4}(?:last|past|previous)|past)\b", re.I)
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")
NUMBERED = re.compile(r",?\s{1,4}(?:the\s{1,4})?(?P<day>\d{1,2})(?:st|nd|rd|th)\b")
WEEK = re.compile(r"\d{4}-W\d\d\Z")
LONGEST = {10: 400, 7: 800, 4: 40_000}
"""The most days between two days, months or years that are one range."""


def joined(text: str, times: list[Time], published: Day | None) -> list[Time]:
    """Return the times with what their neighbours say of them.

    The parts of a range or a list each cover all of it: of something that happened "on
    1, 4 and 8 March" it is not known on which of the days. Their values stay.
    """
    times = list(times)
    for place, time in enumerate(times):
        if WEEKDAY.match(text, time.start, time.end) and time.first:
            if match := NUMBERED.match(text, time.end):
                day = _numbered(date.fromisoformat(time.first), int(match["day"]))
                for n in range(place, min(place + 2, len(times))):
                    if day and times[n].start < match.end():
                        times[n] = _on(times[n], day)
            for n in (place - 1, place + 1):
                if 0 <= n < len(times) and (
                    day := _in_week(text, time, times[n], published)
                ):
                    times[place], times[n] = _on(time, day), _on(times[n], day)
        if published and time.last and _up_to_now(text, time):
            times[place] = time._replace(last=max(time.last, published.isoformat()))
    for place, (night, day_named) in enumerate(pairwise(times)):
        if ends := _overnight(text, night, day_named):
            first, last = (end.isoformat() for end in ends)
            times[place] = night._replace(first=first, last=last)
            times[place + 1] = day_named._replace(first=first, last=last)
    return list(_spanned(text, times))


def _up_to_now(text: str, time: Time) -> bool:
    """Ask whether a time reaches to the day of publication: "within the last week"."""
    if not LAST.match(text, time.start):
        return False
    return UP_TO_NOW.search(text, max(0, time.start - 20), time.start) is not None


def _overnight(text: str, night: Time, day: Time) -> tuple[Day, Day] | None:
    """Return the two days of "overnight on Monday", "overnight into Tuesday"."""
    if text[night.start : night.end].lower() != "overnight":
        return None
    gap = OVERNIGHT.fullmatch(text[night.end : day.start])
    if not (gap and day.type == DATE and day.first == day.last):
        return None
    first = date.fromisoformat(day.first or "") - timedelta(bool(gap["into"]))
    return first, first + timedelta(1)


def _on(time: Time, day: Day) -> Time:
    """Return a time that is some day; a week keeps its value."""
    there = day.isoformat()
    value = time.value if WEEK.match(time.value) else there
    return time._replace(value=value, first=there, last=there)


def _numbered(weekday: Day, number: int) -> Day | None:
    """Return the nearest day of a number in its month that is a day of the week.

    >>> _numbered(Day(2021, 3, 16), 2), _numbered(Day(2021, 3, 16), 3)
    (datetime.date(2021, 3, 2), None)
    """
    month = weekday.year * 12 + weekday.month - 1
    days = (valid_day(m // 12, m % 12 + 1, number) for m in range(month - 2, month + 3))
    fit = [day for day in days if day and day.isoweekday() == weekday.isoweekday()]
    return min(fit, key=lambda day: abs((day - weekday).days), default=None)


def _in_week(text: str, weekday: Time, week: Time, published: Day | None) -> Day | None:
    """Return the day of "Monday last week" or "two weeks ago on Wednesday"."""
    first, second = sorted((weekday, week))
    if not IN_WEEK.fullmatch(text[first.end : second.start]) or not weekday.first:
        return None
    day = date.fromisoformat(weekday.first)
    if WEEK.match(week.value):
        return date.fromisocalendar(
            int(week.value[:4]), int(week.value[6:]), day.isoweekday()
        )
    ago = published and text[week.start : week.end].endswith("ago")
    if ago and first is week and re.match(r"\d{4}(?:-\d\d)?\Z", week.value):
        month = int(week.value[5:] or day.month)
        return valid_day(int(week.value[:4]), month, day.day)
    return None


def _spanned(text: str, times: list[Time]) -> Iterator[Time]:
    """Yield the times; those of one range or list cover all of it."""
    groups: list[list[Time]] = []
    for time in times:
        if groups and _follows(text, groups[-1][-1], time):
            groups[-1].append(time)
        else:
            groups.append([time])
    for group in groups:
        first, last = group[0].first, group[-1].last
        if first and last and group[0].type == DATE:
            first = _begun(text, group[0]) or first
            last = _ended(text, group[-1]) or last
        for time in group:
            changed = (first, last) != (time.first, time.last) and first and last
            yield time._replace(first=first, last=last) if changed else time


def _follows(text: str, left: Time, right: Time) -> bool:
    """Ask whether two times are the ends of one range or follow in one list."""
    longest = LONGEST.get(len(left.value))
    if longest is None or len(left.value) != len(right.value):
        return False
    if not (left.type == right.type == DATE and left.first and right.first):
        return False
    gap = text[left.end : right.start]
    if not LINK.fullmatch(gap) or (gap.strip() == "," and longest != LONGEST[10]):
        return False
    days = date.fromisoformat(right.first) - date.fromisoformat(left.first)
    return 0 < days.days <= longest


def _begun(text: str, time: Time) -> str | None:
    """Return the first day of a list with its month at the end: "1, 4 and 8 May"."""
    if len(time.value) != 10 or not DAY_MONTH.match(text, time.start, time.end):
        return None
    before = DAYS_BACK.search(text, max(0, time.start - 60), time.start)
    return _other_day(time.first, before["day"], -1) if before else None


def _ended(text: str, time: Time) -> str | None:
    """Return the last day of "March 1, 4 and 8", of "2023/24"."""
    if len(time.value) == 4 and (after := YEARS_ON.match(text, time.end)):
        year = time.value[: 4 - len(after["year"])] + after["year"]
        days = days_of(year) if 0 < int(year) - int(time.value) <= 100 else None
        return days[1].isoformat() if days else None
    if len(time.value) != 10 or not MONTH_DAY.search(text, time.start, time.end):
        return None
    after = DAYS_ON.match(text, time.end)
    return _other_day(time.last, after["day"], 1) if after else None


def _other_day(day: str | None, number: str, direction: int) -> str | None:
    """Return another day of a month, before or behind one of it."""
    if day is None or (int(number) - int(day[8:])) * direction <= 0:
        return None
    date = valid_day(int(day[:4]), int(day[5:7]), int(number))
    return date.isoformat() if date else None
