"""Numbers that say something of a subject: an hour, a rank, a length of time."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import Mention, Value
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.quantities.measures import group, table
from factcheck.extraction.quotes.pronouns import resolve_pronoun


class Measured(NamedTuple):
    """A number that says something of a subject.

    Attributes:
        measure: What the number measures: "clock", "duration".
        start: Offset of what is printed for it.
        end: Offset behind that.
        value: The number, or [least, most].
        verb: The verb that says so.
        subject: Whose number it is.
        predicate: What of theirs.
        about: Where, or whose, an event without a name of its own is.
        modifier: "exact", "about", "at least" or "at most".
        bound: Where the words that hedge it stand, or None.
    """

    measure: str
    start: int
    end: int
    value: Value
    verb: Token
    subject: Mention
    predicate: Mention
    about: tuple[Mention, ...] = ()
    modifier: str = "exact"
    bound: tuple[int, int] | None = None


def forms_of(analysis: Analysis, lemmas: frozenset[str]) -> Iterator[Token]:
    """Yield the regular forms of some words: "wins" for "win", not "won"."""
    for token in analysis.tokens_of(lemmas):
        if token.lower_.startswith(token.lemma_.lower()):
            yield token


def matches_of(
    pattern: "re.Pattern[str]", text: str, *marks: str
) -> "Iterator[re.Match[str]]":
    """Yield the matches of a pattern in which one of some words always stands."""
    lower = text.lower()
    if any(mark in lower for mark in marks):
        yield from pattern.finditer(text)


def one_named(analysis: Analysis, noun: Token) -> Mention | None:
    """Return whom a name or a pronoun means, None for other words and for several."""
    if any(c.dep_ == "conj" for c in noun.children):
        return None
    if person := resolve_pronoun(analysis, noun):
        return analysis.mention(noun.idx, noun.idx + len(noun), entity=person)
    if name := analysis.name_at(noun.idx):
        return analysis.mention(name.span.start, name.span.end)
    return None


def event_noun(analysis: Analysis, noun: Token) -> Mention | None:
    """Return what kind of event a noun is, None for other nouns."""
    lemma = noun.lemma_.lower()
    kinds = table()["kinds_of_event"]
    kind = next((k for k, words in kinds.items() if lemma in words), lemma)
    if lemma in group("events") or lemma in group("timed_events"):
        return plain(analysis, noun.idx, noun.idx + len(noun), kind)
    return None


def owners(analysis: Analysis, noun: Token, links: Iterable[str]) -> list[Mention]:
    """Return the names before a noun with 's, or behind it with one of some links."""
    nouns = [child for child in noun.children if child.dep_ == "poss"]
    nouns += [
        thing
        for child in noun.children
        if child.dep_ in ("prep", "agent") and child.lower_ in links
        for thing in child.children
        if thing.dep_ == "pobj"
    ]
    return [mention for one in nouns if (mention := one_named(analysis, one))]
