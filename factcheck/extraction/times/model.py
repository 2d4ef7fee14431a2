"""First sketch; to be replaced."""

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Time(NamedTuple):
    """A time expression at a place and its value.

    Attributes:
        start: Offset of the first character (prepositions are left out).
        end: Offset behind the last.
        value: TIMEX3 value: `2021-03-18`, `2019`, `195X`, `2021-W11`, `P3D`, `PAST_REF`.
        type: "DATE", "TIME", "DURATION" or "SET".
        first: The first day it covers (ISO), or None when it is no place in time.
        last: The last day, or None.
    """

    start: int
    end: int
    value: str
    type: str
    first: str | None = None
    last: str | None = None


DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def find_times(
    text: str, published: str | None = None, doc: "Doc | None" = None
) -> list[Time]:
    """Find weekdays and years (a sketch)."""
    found = []
    for m in re.finditer(r"\b(?:(?P<d>\w+day)|(?P<y>(?:19|20)\d\d)|the (?P<c>1[89]\d)0s)\b", text):
        if m["d"] and m["d"].lower() in DAYS and published:
            day = datetime.date.fromisoformat(published[:10])
            back = (day.weekday() - DAYS.index(m["d"].lower())) % 7
            iso = (day - datetime.timedelta(back)).isoformat()
            found.append(Time(*m.span(), iso, "DATE", iso, iso))
        elif m["y"]:
            found.append(Time(*m.span(), m["y"], "DATE", f"{m['y']}-01-01", f"{m['y']}-12-31"))
        elif m["c"]:
            found.append(Time(*m.span(), m["c"] + "X", "DATE", m["c"] + "0-01-01", m["c"] + "9-12-31"))
    return found
