"""Which days of a month "early March" and "the first week of March" may mean."""

import re
from calendar import monthrange

from factcheck.claims import ClaimTime

MONTH = re.compile(r"\d{4}-\d\d")
PARTS = (
    (re.compile(r"(?:the )?first week of\b", re.I), 1, 7),
    (re.compile(r"early\b", re.I), 1, 15),
    (re.compile(r"mid\b", re.I), 8, 23),
    (re.compile(r"(?:the )?last week of\b", re.I), 22, 31),
    (re.compile(r"late\b", re.I), 16, 31),
)
"""Words before a month, and the first and the last day they leave."""


def part_of_month(time: ClaimTime) -> ClaimTime:
    """Return the days that are left of a month.

    >>> part_of_month(ClaimTime("2022-01-01", "2022-01-31", "early May", "2022-01")).end
    '2022-01-15'
    """
    month = time.value or ""
    if not MONTH.fullmatch(month):
        return time
    last = monthrange(int(month[:4]), int(month[5:]))[1]
    for words, first, end in PARTS:
        if words.match(time.text):
            days = f"{month}-{first:02}", f"{month}-{min(end, last):02}"
            return ClaimTime(*days, time.text, time.value)
    return time
