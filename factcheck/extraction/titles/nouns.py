"""Which nouns name persons by office or work."""

from functools import cache, lru_cache

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table
from factcheck.lexicons.titles_parse import singular
from factcheck.lexicons.titles_table import title_words


@lru_cache(maxsize=CACHE_SIZE)
def is_office_noun(word: str) -> bool:
    """Ask whether a lower-case noun, singular or plural, says what somebody is.

    >>> [is_office_noun(w) for w in ("ministers", "seismologist", "cousin", "car")]
    [True, True, False, False]
    """
    plain = word.rstrip(".")
    for form in (plain, singular(plain)):
        if form in _nouns():
            return True
    single = singular(plain).rpartition("-")[2]
    endings, excluded = _endings()
    return len(single) > 6 and single.endswith(endings) and single not in excluded


@cache
def _nouns() -> frozenset[str]:
    """Return the last words of all known titles, "chief" of "chief of staff"."""
    table = title_words()
    nouns = set(load_table("person-nouns")["nouns"])
    for title in (*table.heads, *table.same):
        noun = title.partition(" of ")[0].partition(" in ")[0].split()[-1]
        if title in table.heads or table.same[title] in table.heads:
            nouns.add(noun)
    return frozenset(nouns - {"d'affaires"} | {"charge"})


@cache
def things() -> frozenset[str]:
    """Return the nouns that end the names of bodies: "Justice Department"."""
    return frozenset(load_table("person-nouns")["things"])


def may_be_body(word: str) -> bool:
    """Ask whether a body may be called so too: "leader", "producer"."""
    return singular(word) in load_table("person-nouns")["bodies_too"]


@cache
def _endings() -> tuple[tuple[str, ...], frozenset[str]]:
    table = load_table("person-nouns")
    return tuple(table["endings"]), frozenset(table["not"])
