"""Is a text English? Others are named as not checked rather than misread."""

import re

FREQUENT = frozenset(
    "the of and to in a is that for it was on are as with his they at be this from i "
    "have or by one had not but what all were when we there can an your which their "
    "said if do will each about how up out them then she many some so these would "
    "other into has more her him could been who its over after he our than you".split()
)
"""The commonest English words; a stretch of prose is rarely under a fifth of them."""

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
SHORT = 12
"""Words below which a text is too short to tell, and is read as English."""
LEAST = 0.12
SAMPLE = 4000
"""Characters looked at."""


def is_english(text: str) -> bool:
    """Ask whether a text is English; too short a text counts as English.

    >>> is_english("Der Minister sagte am Donnerstag, die Gespräche seien nach "
    ...     "wenigen Stunden ohne Ergebnis beendet worden, weil niemand nachgab.")
    False
    """
    words = [word.lower() for word in WORD.findall(text[:SAMPLE])]
    latin = sum(word.isascii() for word in words)
    if len(words) < SHORT:
        return not words or latin * 2 >= len(words)
    return sum(word in FREQUENT for word in words) >= LEAST * len(words)
