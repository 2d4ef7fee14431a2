"""One name, spelled in two ways."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import Verdict, load_table
from factcheck.lexicons.given import full_names, given_with_sex

_MARKS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})
_JOINTS = re.compile(r"[-' .]")
VOWELS = str.maketrans("", "", "aeiouyhw")
"""Letters in which transliterations of one name differ, taken out."""

LIKENESS = 0.6
"""How alike two words must be to be one name spelled twice: Moammar, Muammar."""


def compare_spelling(left: str, right: str) -> Verdict:
    """Say whether two full forms of one person's name are spelled alike.

    Fuller and shorter forms agree: initials, middle names, nicknames, a surname alone,
    capitals of a headline. Hyphens, spaces, accents and letters are spelling.

    >>> str(compare_spelling("Ana Li Duval", "Ana-Li Duval"))
    'conflict'
    >>> str(compare_spelling("Ana M. Duval Jr.", "Ana Duval"))
    'compatible'
    >>> str(compare_spelling("Muhamad Karal", "Mohammed Karal"))
    'conflict'
    """
    a, b = _tidy(left), _tidy(right)
    if a == b or a.casefold() == b.casefold():
        return Verdict.COMPATIBLE
    if letters_of(a) == letters_of(b):
        return Verdict.CONFLICT
    first, second = name_words(left), name_words(right)
    if len(first) != len(second) or len(first) < 2:
        return Verdict.COMPATIBLE
    if is_surname_misspelt(a, b):
        return Verdict.UNKNOWN
    differing = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if not differing or any(are_forms(x, y) for x, y in differing):
        return Verdict.COMPATIBLE
    if all(Levenshtein.normalized_similarity(x, y) >= LIKENESS for x, y in differing):
        return Verdict.CONFLICT
    return Verdict.UNKNOWN


def is_surname_misspelt(left: str, right: str) -> bool:
    """Ask whether two full names differ in consonants of the surname alone.

    Vowels, h, w and y differ between transliterations.

    >>> is_surname_misspelt("Ana Duvall", "Ana Duval")
    True
    >>> is_surname_misspelt("Karim Qadir", "Karim Qadeer")
    False
    """
    first, second = name_words(left), name_words(right)
    if len(first) != len(second) or first[:-1] != second[:-1] or len(first) < 2:
        return False
    x, y = (words[-1].translate(VOWELS) for words in (first, second))
    return x != y


def may_share_bearer(left: str, right: str) -> bool:
    """Ask whether two names that are not equal may be one person's.

    >>> may_share_bearer("Ana Maria Duval", "A. Duval")
    True
    >>> may_share_bearer("Ana Maria Duval", "Bo Okoro")
    False
    >>> [may_share_bearer("Bo Okoro", name) for name in ("Bill", "Duval", "Ana Duval")]
    [True, False, False]
    >>> may_share_bearer("A.", "B. J.")
    True
    >>> [may_share_bearer("Ana Duval", name) for name in ("Bo Duval", "Paul Duval")]
    [True, False]
    >>> may_share_bearer("AMD", "Ana Maria Duval")
    True
    """
    if _are_initials(left, right) or _are_initials(right, left):
        return True
    first, second = name_words(left), name_words(right)
    given, names = given_with_sex(), (first, second)
    if not (first and second):
        return True  # nothing but initials
    if any(len(words) == 1 and words[0] in given for words in names):
        return True
    if first[-1:] == second[-1:]:
        return {given.get(words[0]) for words in names} != {"m", "f"}
    return any(
        are_forms(x, y) or Levenshtein.normalized_similarity(x, y) >= LIKENESS
        for x in first
        for y in second
    )


def _tidy(name: str) -> str:
    folded = unicodedata.normalize("NFC", name).translate(_MARKS)
    return " ".join(folded.removesuffix("'s").removesuffix("'").split())


def letters_of(name: str) -> str:
    """Return the bare letters of a name, without accents, hyphens and blanks."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return _JOINTS.sub("", bare)


@lru_cache(maxsize=CACHE_SIZE)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without initials and endings, in bare letters.

    >>> name_words("Ana-Li M. Duval Jr.")
    ('ana', 'li', 'duval')
    """
    words = [letters_of(word) for word in re.split(r"[ -]", _tidy(name))]
    endings = load_table("wording")["endings"]
    return tuple(word for word in words if len(word) > 1 and word not in endings)


def _are_initials(short: str, name: str) -> bool:
    """Ask whether a word in capitals is made of the initials of a name: AMD Jr."""
    letters = _letters_alone(short)
    return letters is not None and letters == _initials(name)


@lru_cache(maxsize=CACHE_SIZE)
def _letters_alone(name: str) -> str | None:
    """Return the letters of a name that is one word of two to four capitals."""
    endings = load_table("wording")["endings"]
    words = [w for w in _tidy(name).split() if w.strip(".").casefold() not in endings]
    letters = words[0].replace(".", "") if len(words) == 1 else ""
    short = 1 < len(letters) < 5 and letters.isalpha() and letters.isupper()
    return letters.casefold() if short else None


@lru_cache(maxsize=CACHE_SIZE)
def _initials(name: str) -> str:
    endings = load_table("wording")["endings"]
    parts = [w for w in re.split(r"[ -]", _tidy(name)) if w]
    parts = [w for w in parts if w.strip(".").casefold() not in endings]
    return "".join(w[0] for w in parts).casefold()


def are_forms(left: str, right: str) -> bool:
    """Ask whether one word is a nickname or the beginning of the other."""
    if left.startswith(right) or right.startswith(left):
        return True
    names = full_names()
    return not {left, *names.get(left, ())}.isdisjoint({right, *names.get(right, ())})
