"""The relations that have one answer, and the words that state them."""

from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table


class Relation(NamedTuple):
    """A relation that somebody or something fills.

    Attributes:
        name: What it is called: "director".
        answers: The kinds of names that fill it; none where any may.
        changes: Whether the answer may change with time.
    """

    name: str
    answers: tuple[str, ...]
    changes: bool


@lru_cache(maxsize=CACHE_SIZE)
def stated_by(group: str) -> dict[str, Relation]:
    """Return the relation that each word states: a group of the table, as `nouns`."""
    stated = {}
    for name, words in load_table("relations")["holders"].items():
        relation = Relation(name, tuple(words.get("is", ())), "changes" in words)
        stated.update(dict.fromkeys(words.get(group, ()), relation))
    return stated


@cache
def occasion_verbs() -> frozenset[str]:
    """Return the verbs that tell of some occasion, by themselves or with others."""
    occasions = load_table("relations")["occasions"].values()
    phrases = (
        words for verbs in occasions for some in verbs.values() for words in some
    )
    return frozenset(words.removeprefix("first ").split()[0] for words in phrases)


@lru_cache(maxsize=CACHE_SIZE)
def occasion_of(group: str) -> dict[str, str]:
    """Return the occasion that each verb tells of: a group of the table, as `done`."""
    occasions = load_table("relations")["occasions"]
    return {
        verb: name for name, verbs in occasions.items() for verb in verbs.get(group, ())
    }
