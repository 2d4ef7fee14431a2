"""A time expression at a place, and what it is worth."""

from typing import NamedTuple

DATE = "DATE"
TIME = "TIME"
DURATION = "DURATION"
SET = "SET"
PRESENT = "PRESENT_REF"
PAST = "PAST_REF"
FUTURE = "FUTURE_REF"


class Time(NamedTuple):
    """A time expression at a place and its value.

    Attributes:
        start: Offset of the first character (prepositions are left out).
        end: Offset behind the last.
        value: TIMEX3 value: `2021-03-18`, `195X`, `2021-W11`, `P3D`, `PAST_REF`.
        type: "DATE", "TIME", "DURATION" or "SET".
        first: The first day it covers (ISO), or None when it is not a place in time.
        last: The last day, or None.
    """

    start: int
    end: int
    value: str
    type: str
    first: str | None = None
    last: str | None = None
