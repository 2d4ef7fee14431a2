"""What is counted per day or year: a rate is of no single event."""

from typing import TYPE_CHECKING

from factcheck.extraction.quantities.measures import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def rated(measure: str, *told: "Token") -> str:
    """Return the measure of what some words count, "killed per day" for a rate.

    Args:
        measure: What is counted.
        told: The noun that is counted, and the word that says so.
    """
    for token in told:
        if period := _daily(token) or _behind(token):
            return f"{measure} per {period}"
    return measure


def _daily(noun: "Token") -> str | None:
    """Return the period an adjective names: "2,000 **daily** deaths"."""
    periods: dict[str, str] = table()["rates"]["adjectives"]
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    for token in (*noun.lefts, *behind):
        if period := periods.get(token.lower_):
            return period
    return None


def _behind(word: "Token") -> str | None:
    """Return the period behind a word: "cases **a day**", not "died a day later"."""
    rates = table()["rates"]
    following = word.doc[word.i + 1 : word.i + 4]
    if len(following) < 2 or following[0].lower_ not in rates["leads"]:
        return None
    period = following[1].lower_
    if period not in rates["periods"]:
        return None
    dated = len(following) > 2 and following[2].lower_ in rates["dating"]
    return None if dated else period
