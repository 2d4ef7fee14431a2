"""Which measure a verb, a noun or an adjective stands for: killed, votes, money."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table


class Sense(NamedTuple):
    """How a word counts: the measure, and where the counted stand.

    Attributes:
        measure: "killed", "captured" …
        way: "acts" (its objects), "suffers" (its subjects), "states" (what it is said
            of), "counts" (itself), "of" (what hangs on it by *of*), "tolls" (a figure).
    """

    measure: str
    way: str


@cache
def table() -> dict[str, Any]:
    """Return the table of quantities."""
    words: dict[str, Any] = load_table("quantities")
    return words


@lru_cache(maxsize=CACHE_SIZE)
def group(name: str) -> frozenset[str]:
    """Return one list of the table as a set."""
    return frozenset(table()[name])


@lru_cache(maxsize=CACHE_SIZE)
def senses(way: str) -> dict[str, Sense]:
    """Return the words that count in one way, by lemma."""
    return {
        word: Sense(measure, way)
        for measure, ways in table()["measures"].items()
        for word in ways[way]
    }


@cache
def triggers() -> frozenset[str]:
    """Return every lemma that counts people or things in some way."""
    ways = ("acts", "suffers", "states", "counts", "of", "tolls")
    words = {word for way in ways for word in senses(way)}
    return group("taking_lives") | group("numbering") | words


@cache
def unit_measures() -> dict[str, str]:
    """Return what a unit measures: "mile" a distance."""
    return {unit: m for m, units in table()["units"].items() for unit in units}


@cache
def befalling() -> dict[str, str]:
    """Return the event a verb tells of what befell a thing: "sink" a sinking."""
    return {str(verb): str(event) for verb, event in table()["befalling"].items()}


def same_unit(noun: Token) -> str:
    """Return the noun by which those counted are known: a person is one of people.

    "Health workers" are medics, whatever "workers" alone are.
    """
    lemma = noun.lemma_.lower()
    known: dict[str, str] = table()["same_unit"]
    for word in noun.lefts:
        if unit := known.get(f"{word.lower_} {lemma}"):
            return str(unit)
    return str(known.get(lemma, lemma))


@cache
def wholes() -> frozenset[str]:
    """Return the measures of which parts are counted: "12 dead, two of them boys"."""
    return frozenset(table()["wholes"])


@cache
def people() -> frozenset[str]:
    """Return the nouns for people."""
    return frozenset(load_table("meetings")["people"])


def is_sort(noun: Token) -> bool:
    """Ask whether a noun is one for people, by sex, age, origin or calling."""
    return noun.lemma_.lower() in people() | _sorted_nouns()


@cache
def _sorted_nouns() -> frozenset[str]:
    return frozenset(noun for nouns in table()["sorts"].values() for noun in nouns)


def rated(analysis: Analysis, measure: str, *words: Token) -> str:
    """Return the measure of what some words count, "killed per day" for a rate.

    Args:
        analysis: The stretch.
        measure: What is counted.
        words: The noun that is counted, and the word that says so.
    """
    for token in words:
        if period := _daily(analysis, token) or _behind(analysis, token):
            return f"{measure} per {period}"
    return measure


def _daily(analysis: Analysis, noun: Token) -> str | None:
    """Return the period an adjective names: "2,000 **daily** deaths"."""
    periods: dict[str, str] = table()["rates"]["adjectives"]
    behind = analysis.words[noun.i + 1 : noun.i + 2]
    beside = (*(token.lower_ for token in noun.lefts), *behind)
    return next((periods[word] for word in beside if word in periods), None)


def _behind(analysis: Analysis, word: Token) -> str | None:
    """Return the period behind a word: "cases **a day**", not "died a day later"."""
    rates = table()["rates"]
    end = min(word.i + 1 + FAR, analysis.sentence_of(word).end)
    if _periods().isdisjoint(analysis.words[word.i + 1 : end]):
        return None
    following = word.doc[word.i + 1 : end]
    for place, token in enumerate(following[:-1]):
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ"):
            break
        far = place and token.lower_ in ("a", "an")
        if token.lower_ not in rates["leads"] or far:
            continue
        rest = [t for t in following[place + 1 :] if t.lower_ != "single"]
        if not rest or rest[0].lower_ not in rates["periods"]:
            continue
        dated = len(rest) > 1 and rest[1].lower_ in rates["dating"]
        return None if dated else rest[0].lower_
    return None


@cache
def _periods() -> frozenset[str]:
    return frozenset(table()["rates"]["periods"])


FAR = 8
"""Words between what is counted and the period of a rate, at most."""
