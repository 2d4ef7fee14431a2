"""The entries of a live blog: "14:05 The toll has risen to nine"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

ENTRY = re.compile(
    r"^[ \t]{0,4}(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?(?=[\s:–—-])",
    re.MULTILINE,
)
LEAST = 3
"""Entries that make a text a live blog."""


class Entries:
    r"""When what stands at a place of a live blog was written.

    >>> blog = Entries("09:10 Two dead.\n10:30 Four dead.\n11:05 Police came.\n")
    >>> blog.minute(6), blog.minute(24)
    (550, 630)
    >>> Entries("09:10 Two dead.").minute(6) is None
    True
    """

    def __init__(self, text: str) -> None:
        entries = list(ENTRY.finditer(text))
        minutes = [_minutes(match) for match in entries]
        self._starts = [match.start() for match in entries]
        self._minutes = minutes if len(entries) >= LEAST and _in_order(minutes) else []

    def minute(self, place: int) -> int | None:
        """Return the minute of the day of an entry; None outside of one."""
        n = bisect_right(self._starts, place) - 1
        return self._minutes[n] if self._minutes and n >= 0 else None


def _minutes(match: "re.Match[str]") -> int:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return 60 * hour + int(match["minute"])


def _in_order(minutes: Sequence[int]) -> bool:
    """Ask whether entries run forward or backward, as those of a schedule do too."""
    steps = [later - earlier for earlier, later in pairwise(minutes)]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
