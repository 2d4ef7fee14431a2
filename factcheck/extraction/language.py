"""Is a text English? Others are named as not checked rather than misread."""

import re
from collections.abc import Iterator

_COMMON = (
    "the of and to in a is that for it was on are as with his they at be this from i "
    "have or by one had not but what all were when we there can an your which their "
    "said if do will each about how up out them then she many some so these would "
    "other into has more her him could been who its over after he our than you"
)
FREQUENT = frozenset(_COMMON.split())
"""The commonest English words; a stretch of prose is rarely under a fifth of them."""

_OTHERS = (
    "der die das und ist nicht mit von den dem ein eine auf für zu im le la les des "
    "et est dans une un pour que qui sur au du par el los las en por con una del se "
    "no es o e são está il di che per non della sono da do os uma não com het een van "
    "op niet zijn dat te yang dan dengan untuk dari ini itu pada mga ng sa ang na og "
    "det er som på och att w z nie się ve bir bu ile ja ei"
)
ELSEWHERE = frozenset(_OTHERS.split()) - {"no", "do"}
"""The commonest words of other languages in Latin letters."""

_PARTICLES = (
    "van von der den de del della di da dos das do du la las le los el al bin ibn ben "
    "bint zu zum ter ten te het af av san santa y e"
)
PARTICLES = frozenset(_PARTICLES.split())
"""What stands before or inside a name in other languages."""

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
