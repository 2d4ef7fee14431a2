"""What says that a sentence tells of another event than the one a report is about."""

import re
from functools import cache

from factcheck.lexicons import load_table


def set_apart(sentence: str) -> bool:
    """Ask whether a sentence tells of something before or besides the event.

    >>> set_apart("An aftershock of magnitude 5.1 followed.")
    True
    """
    return _apart().search(sentence) is not None


@cache
def _apart() -> "re.Pattern[str]":
    words = "|".join(load_table("quantities")["set_apart"])
    return re.compile(rf"\b(?:{words})\b", re.I)
