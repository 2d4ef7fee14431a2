"""Names of other scripts in Latin letters: one key for every spelling."""

import re
from functools import cache, lru_cache

from factcheck.extraction.names.name_words import fold, given_names
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table, values_by_key

SYLLABLE = (
    r"(?:[bcdfghjklmnpqrstwxyz]|ch|kk|ss|tt|pp|jj|sh|zh|hw|kw|gw|ts|hs)?"
    r"(?:[aeiouwyü]{1,4})(?:ng|nn|ck|[gklmnpth])?"
)
GIVEN = re.compile(rf"{SYLLABLE}(?:[- ']?{SYLLABLE})?")


@cache
def family_first() -> frozenset[str]:
    """Return the family names that stand first."""
    table = load_table("romanisation")
    return frozenset(f"{table['family_first']} {table['vietnamese']}".split())


@cache
def frequent() -> frozenset[str]:
    """Return family names so frequent that beside another they are the family's."""
    return frozenset(load_table("romanisation")["frequent"].split())


@cache
def chinese() -> frozenset[str]:
    """Return the family names only Chinese has."""
    return frozenset(load_table("romanisation")["chinese"].split())


@cache
def vietnamese() -> frozenset[str]:
    """Return Vietnamese family names: their bearers go by the last name."""
    return frozenset(load_table("romanisation")["vietnamese"].split())


@lru_cache(maxsize=CACHE_SIZE)
def _groups(table: str) -> dict[str, frozenset[str]]:
    """Return for each spelling the numbers of the lines it stands in."""
    lines = load_table("romanisation")[table].splitlines()
    rows = [[fold(word) for word in line.split()] for line in lines]
    return values_by_key((word, words[0]) for words in rows for word in words)


def is_family_first(words: list[str]) -> bool:
    """Ask whether words are a Korean, Chinese or Vietnamese name, family name first.

    The first word must be such a family name and the rest syllables of such a given
    name: "Kim Yong-ho", "Li Na", but not "Kim Baker", "Lee Harris".
    """
    if not 2 <= len(words) <= 4 or fold(words[0]) not in family_first():
        return False
    family, *given = (fold(word) for word in words)
    if family in vietnamese() and len(given) > 1:
        return not any(len(word) > 6 for word in given)
    if family in vietnamese() - chinese() and family not in frequent():
        return False
    if len(given) == 1 and "-" not in given[0]:
        if given[0] in given_names() or len(given[0]) < 2:
            return False
        if given[0] in frequent() and family not in frequent():
            return False
    return bool(GIVEN.fullmatch(" ".join(given)))


def same_spelling(left: str, right: str) -> bool:
    """Ask whether two folded words are spellings of one name.

    >>> same_spelling("muhammad", "mohamed"), same_spelling("zelensky", "zelenskyy")
    (True, True)
    """
    return bool(spelling_keys(left) & spelling_keys(right))


@lru_cache(maxsize=CACHE_SIZE)
def spelling_keys(word: str) -> frozenset[str]:
    """Return the keys under which every spelling of a name part is found."""
    plain = ARTICLE.sub("", word).replace("-", "")
    keys = _groups("spellings").get(plain) or frozenset({plain})
    return frozenset(map(_smooth, keys))


ARTICLE = re.compile(r"\A(?:al|el|ad|as|ar|an|at|ash|ul)-")
ENDING = re.compile(r"(?:[sz]k)(?:yy|iy|yi|ii|ij|yj|y|i)\Z")
ENDING_Y = re.compile(r"(?:ey|ei|ij|iy|yy|ii|yi|ay)\Z")
DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1")


def same_given(left: str, right: str) -> bool:
    """Ask whether two folded given names are spellings of one: "katie", "katy"."""
    return same_spelling(left, right) or PET.sub("i", left) == PET.sub("i", right)


PET = re.compile(r"(?<=[a-z]{3})(?:ie|ey|y|i|ee)\Z")


def _smooth(word: str) -> str:
    """Level differences between transliterations of Cyrillic and Arabic names."""
    word = ENDING.sub("ski", word)
    if len(word) > 4:
        word = ENDING_Y.sub("i", word)
        word = DOUBLE.sub(r"\1", word)
    return word


@lru_cache(maxsize=CACHE_SIZE)
def family_keys(word: str) -> frozenset[str]:
    """Return the keys under which the spellings of a family name meet."""
    keys = set(spelling_keys(word))
    for table in ("korean", "chinese_syllables"):
        keys.update(f"~{key}" for key in _groups(table).get(word, ()))
    return frozenset(keys)


@lru_cache(maxsize=CACHE_SIZE)
def given_keys(given: tuple[str, ...]) -> frozenset[str]:
    """Return the keys under which the spellings of a given name meet."""
    keys = set(spelling_keys("".join(given)))
    keys.add(PET.sub("i", "".join(given)))
    keys.update(
        f"~{key}" for key in _groups("chinese_syllables").get("-".join(given), ())
    )
    if syllables := _syllables(given):
        keys.update(f"~{key}" for key in _groups("korean").get(syllables[0], ()))
    return frozenset(keys)


def same_family(
    left: tuple[str, ...], right: tuple[str, ...], east: bool = False
) -> bool:
    """Ask whether two family names are spellings of one.

    Particles do not count: "van der Meer" and "Van Der Meer", "al-Hadi" and "Hadi".
    """
    if left == right or same_spelling(left[-1], right[-1]):
        return True
    if east and len(left) == len(right) == 1:
        for table in ("korean", "chinese_syllables"):
            a, b = (_groups(table).get(w, frozenset()) for w in (left[0], right[0]))
            if a & b:
                return True
    return False


def same_given_east(
    left: tuple[str, ...], right: tuple[str, ...], family: tuple[str, ...]
) -> bool:
    """Ask whether two given names are romanisations of one.

    >>> same_given_east(("son-hui",), ("sun", "hee"), ("choe",))
    True
    >>> same_given_east(("jong", "un"), ("jong", "il"), ("kim",))
    False
    """
    if "".join(left).replace("-", "") == "".join(right).replace("-", ""):
        return True
    whole = _groups("chinese_syllables")
    a, b = ("-".join(given) for given in (left, right))
    if whole.get(a, frozenset()) & whole.get(b, frozenset()):
        return True
    if family[0] in chinese():
        return False
    first, second = _syllables(left), _syllables(right)
    return len(first) == len(second) and all(
        _groups("korean").get(x, frozenset({x}))
        & _groups("korean").get(y, frozenset({y}))
        for x, y in zip(first, second, strict=True)
    )


@lru_cache(maxsize=CACHE_SIZE)
def _syllables(given: tuple[str, ...]) -> tuple[str, ...]:
    parts = [part for word in given for part in word.split("-") if part]
    if len(parts) == 1:
        known = _groups("korean")
        word = parts[0]
        cuts = [
            (word[:i], word[i:])
            for i in range(2, len(word) - 1)
            if word[:i] in known and word[i:] in known
        ]
        if cuts and word not in known:
            return max(cuts, key=lambda cut: len(cut[0]))
    return tuple(parts)
