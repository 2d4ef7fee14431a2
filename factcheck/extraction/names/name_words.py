"""The tables of names: what may stand in, before and beside a name."""

import unicodedata
from functools import cache, lru_cache
from typing import Any, NamedTuple

from anyascii import anyascii

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table
from factcheck.lexicons.given import given_with_sex


class NameWords(NamedTuple):
    """Words that stand in or beside names, all in lower case and without full stops."""

    honorifics: dict[str, str]
    titles: frozenset[str]
    members: frozenset[str]
    portfolios: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    organizations: frozenset[str]
    not_people: frozenset[str]
    never: frozenset[str]
    regions: frozenset[str]
    metonyms: dict[str, str]
    small: frozenset[str]
    addressed: frozenset[str]
    states: frozenset[str]
    belongings: frozenset[str]
    kin: frozenset[str]
    only_beside: dict[str, frozenset[str]]
    human: frozenset[str]
    undergone: frozenset[str]


@cache
def name_words() -> NameWords:
    """Load the words that stand in or beside names."""
    table = load_table("name-words")
    organizations, titles = _set(table["organization_words"]), _set(table["titles"])
    things = _set(table["place_words"]) | _set(table["thing_words"])
    plain = set(NameWords._fields) & {
        name for name in table if type(table[name]) is str
    }
    words: dict[str, Any] = {name: _set(table[name]) for name in plain}
    words |= {
        "honorifics": table["honorifics"],
        "titles": titles | frozenset(f"{title}s" for title in titles),
        "organizations": organizations,
        "not_people": organizations | things,
        "metonyms": table["metonyms"],
        "only_beside": {k: _set(v) for k, v in table["only_beside"].items()},
    }
    return NameWords(**words)


@cache
def given_names() -> dict[str, str]:
    """Return known given names with the sex they tell: "m", "f" or ""."""
    table = load_table("name-words")
    given = dict.fromkeys(table["given_too"].split(), "") | given_with_sex()
    for word in table["not_given"].split():
        given.pop(word, None)
    return given


@lru_cache(maxsize=CACHE_SIZE)
def fold(word: str) -> str:
    """Return a word without accents, capitals, full stops and apostrophes.

    >>> fold("O’Brien"), fold("Šefčovič"), fold("J.R.")
    ('obrien', 'sefcovic', 'jr')
    """
    if not word.isascii():
        split = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in split if not unicodedata.combining(c))
        word = word if word.isascii() else anyascii(word)
    return word.lower().translate(_DROPPED)


_DROPPED = str.maketrans("", "", ".'`\"")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
