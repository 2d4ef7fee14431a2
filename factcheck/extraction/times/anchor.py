"""From when a text counts: its day of publication, or the day its story has reached."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.extraction.times.days import Day, days_of, valid_day

Tense = Callable[[int], str | None]


BACK, ON = 5, 10
"""Years a bare year may lie behind or ahead of the story and still carry it on."""


@dataclass
class Anchor:
    """The day of publication, and the last date the text has named.

    Attributes:
        published: The day of publication, or None.
        narrative: Whether the text tells of a time far from its publication, so that
            "in March" belongs to the year told of.
        last: The value of the last date named, or None.
        quarter: The last quarter named, or None.
        ancient: The last year named, where that was before Christ.
        aside: A bare year far from the story, named last.
        relative: Whether the time that is being read counts from where the text stands.
        guessed: Whether the time that is being read counts from a day the story has
            reached, and no day is named.
        tense: "past", "future" or None for the clause around an offset.
    """

    published: Day | None
    narrative: bool
    tense: Tense
    last: str | None = None
    quarter: str | None = None
    ancient: str | None = None
    aside: int | None = None
    relative: bool = False
    guessed: bool = False

    def now(self) -> Day | None:
        """Return the day that "yesterday" and "last year" count from."""
        self.relative = True
        if self.narrative or self.published is None:
            return self.then() or self.published
        return self.published

    def then(self) -> Day | None:
        """Return the day the story has reached: "the next day" counts from it."""
        days = days_of(self.last) if self.last else None
        return days[0] if days else None

    def reached(self) -> Day | None:
        """Return the day the story has reached, else the day of publication.

        "Two years earlier" need not count from the day of publication.
        """
        then = self.then()
        self.guessed = then is None
        return then or self.published

    def remember(self, value: str) -> None:
        """Take note of a date the text has named.

        A bare year far from the one the story has reached is an aside: "the treaty
        lapsed in 1978", in the story of 1953. Two such in a row are not.
        """
        if value.startswith("BC"):
            self.ancient = value[:6]
            return
        days, reached = days_of(value), self.then()
        if days is None:
            return
        if reached and self.ancient is None and len(value) in (3, 4):
            year, aside = days[0].year, self.aside
            self.aside = None if _follows(year, reached.year) else year
            if self.aside and not (aside and _follows(year, aside)):
                return
        self.last, self.ancient = value, None

    def year_for(self, month: int, day: int | None, at: int) -> int | None:
        """Choose the year of a month (and day) printed without one."""
        now = self.now()
        if now is None:
            return None
        if self.narrative:
            return _following_year(self.last or "", now, month)
        candidate = valid_day(now.year, month, min(day or 1, 28))
        if candidate is None:
            return None
        tense = self.tense(at)
        if day is None:
            return now.year + _months_off(month - now.month, tense)
        return now.year + _years_off((candidate - now).days, tense)


def _follows(year: int, reached: int) -> bool:
    return -BACK <= year - reached <= ON


def _months_off(ahead: int, tense: str | None) -> int:
    """Choose the year of a month that is so many months ahead this year (or behind).

    >>> _months_off(4, "past"), _months_off(4, "future"), _months_off(-8, "future")
    (-1, 0, 1)
    """
    if tense == "future":
        return 0 if ahead >= 0 else 1
    if tense == "past":
        return -1 if ahead > 1 else 0
    if ahead > 5:
        return -1
    return 1 if ahead < -9 else 0


def _years_off(ahead: int, tense: str | None) -> int:
    """Choose the year of a day that is so many days ahead this year (or behind).

    A day printed without its year is seldom more than half a year away.
    """
    limit = {"future": 300, "past": 60}.get(tense or "", 180)
    if ahead > limit:
        return -1
    return 1 if ahead < limit - 365 else 0


def _following_year(last: str, published: Day, month: int) -> int:
    """Return the year in which a story that has reached a day meets a month.

    A story goes forward: after December 1941 "January" is the next one; after July 1942
    "May" is one it goes back to.
    """
    if len(last) >= 7 and last[4] == "-" and last[5:7].isdigit():
        if published.month - month >= 8:
            return published.year + 1
        if month - published.month >= 10:
            return published.year - 1
    return published.year


def weekday_near(day: Day, weekday: int, direction: int, strict: bool) -> Day:
    """Return the nearest day of the week before (-1) or after (1) a day.

    >>> weekday_near(Day(2021, 3, 18), 4, -1, strict=False).isoformat()
    '2021-03-18'
    """
    if direction < 0:
        back = (day.isoweekday() - weekday) % 7
        back = 7 if strict and not back else back
        return day - datetime.timedelta(back)
    ahead = (weekday - day.isoweekday()) % 7
    ahead = 7 if strict and not ahead else ahead
    return day + datetime.timedelta(ahead)
