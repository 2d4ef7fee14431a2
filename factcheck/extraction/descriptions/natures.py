"""Say what sort of thing a noun names, and of which country a thing is said to be."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons import load_table
from factcheck.lexicons.lexicon import load_lattice
from factcheck.lexicons.territories import territory

PERSON = "person"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def sort_of(head: Token) -> str | None:
    """Return the sort of thing a noun names; None where it may be of several."""
    if head.tag_ in ("NNS", "NNPS"):
        return None
    lemma = head.lower_
    before = head.nbor(-1).lower_ if head.i > 0 else ""
    sort = _sorts().get(f"{before} {lemma}") or _sorts().get(lemma)
    if lemma == "series" and before in load_table("descriptions")["other_series"]:
        return None
    if lemma == "series" and any(c.lower_ == "of" for c in head.rights):
        return None
    if sort is None and head.text.islower() and is_office_noun(lemma):
        return PERSON
    return sort


def countries_of(analysis: Analysis, head: Token) -> Iterator[Token]:
    """Yield the words of nationality before a noun: "a **French** comedy film".

    Only of what is one of several: "the French ambassador" may be anybody.
    """
    before = head.doc[head.left_edge.i : head.i]
    if not any(c.lower_ in ("a", "an") for c in head.lefts):
        return
    if any(t.nbor().text in "-–" and country_code(analysis, t) for t in before):
        return  # "a Chilean-born Irish poet" is of both
    for token in before:
        if token.tag_ in ("JJ", "NNP") and token.dep_ in (
            "amod",
            "compound",
            "nmod",
            "conj",
        ):
            follower = token.nbor()
            other = load_table("descriptions")["not_of_country"]
            if follower.lower_ not in other and country_code(analysis, token):
                yield token


def years_of(head: Token) -> Iterator[Token]:
    """Yield the year of a work before its noun: "a **2014** comedy film"."""
    for token in head.doc[head.left_edge.i : head.i]:
        if YEAR.fullmatch(token.text) and token.dep_ in ("nummod", "amod", "compound"):
            yield token


def reality_of(head: Token) -> Iterator[tuple[Token, str]]:
    """Yield whether something is made up or real: "a **fictional** town"."""
    table = load_table("descriptions")["reality"]
    for child in head.lefts:
        for value, words in table.items():
            if child.lower_ in words:
                yield child, value


def attributes_of(head: Token) -> Iterator[tuple[int, int, str]]:
    """Yield the words before a noun that exclude others: "an **artificial** lake"."""
    before = head.doc[head.left_edge.i : head.i]
    for word in WORD.finditer(before.text):
        if word[0].lower() in load_lattice("attributes").phrases:
            at = before.start_char
            yield at + word.start(), at + word.end(), word[0].lower()


def country_code(analysis: Analysis, token: Token) -> str | None:
    """Return the state a word of nationality stands for; England is part of one.

    The words of a name of several words ("South Korean") stand for it together; only
    the last of them is asked.
    """
    if not token.text[0].isupper():
        return None
    name = analysis.name_at(token.idx)
    printed = token.text
    if name is not None and name.kind != PERSON:
        if token.idx + len(token) != name.span.end:
            return None
        printed = name.text
    elif name is not None:
        return None
    country = territory(printed)
    if country is None or printed == country.name:
        return None
    return country.code.partition("-")[0]


@cache
def _sorts() -> dict[str, str]:
    sorts = load_table("descriptions")["sorts"]
    return {noun: sort for sort, nouns in sorts.items() for noun in nouns}
