"""Is a text English? Others are named as not checked rather than misread."""

import re
from collections.abc import Iterator

from factcheck.lexicons import load_table

_TABLE = load_table("language")
FREQUENT, ELSEWHERE, PARTICLES = (
    frozenset(_TABLE[key].split()) for key in ("english", "others", "particles")
)

OWNING = ("'s", "’s", "s'", "s’")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
SHORT = 12
"""Words below which a text is too short to tell, and is read as English."""
LEAST = 0.12
LISTED = 0.06
"""The least share in a list of names, where nothing speaks for another language."""
SAMPLE = 4000
"""Characters looked at."""


def is_english(text: str) -> bool:
    """Ask whether a text is English; too short a text counts as English.

    Words of other languages count where they are no part of a name: in small letters
    and not before a capital as in "van den Berg".

    >>> is_english("Der Minister sagte am Donnerstag, die Gespräche seien nach "
    ...     "wenigen Stunden ohne Ergebnis beendet worden, weil niemand nachgab.")
    False
    >>> is_english("President Ana Duval, Foreign Minister Bo van den Lind and Mayor "
    ...     "Cy de la Moe met Ambassador Dora Roe and Senator Ed Poe.")
    True
    """
    printed: list[str] = WORD.findall(text[:SAMPLE])
    words = [word.lower() for word in printed]
    latin = sum(word.isascii() for word in words)
    if len(words) < SHORT:
        return not words or latin * 2 >= len(words)
    english = sum(word in FREQUENT or word.endswith(OWNING) for word in words)
    others = sum(word in ELSEWHERE for word in _outside_names(printed))
    if english >= LEAST * len(words):
        return english > others
    small = [word for word in printed if not word[0].isupper()]
    plain = sum(word.isascii() for word in small) >= 0.95 * len(small)
    return plain and english >= LISTED * len(words) and english > 3 * others


def _outside_names(words: list[str]) -> Iterator[str]:
    """Yield words in small letters, without the particles of names."""
    named = False
    for word in reversed(words):
        named = word[0].isupper() or (named and word in PARTICLES)
        if not named:
            yield word
