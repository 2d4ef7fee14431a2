"""Say in which country something is said to lie."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Token

from factcheck.documents import Span
from factcheck.extraction.analysis import Analysis
from factcheck.lexicons import load_table
from factcheck.lexicons.places import continent, known_place
from factcheck.lexicons.territories import territories

CONTINENT = {
    "African continent": "Africa",
    "Asian continent": "Asia",
    "European continent": "Europe",
}
WITHIN = ("in", "of", "de", "del", "du", "la")
PARTS = re.compile(
    r"\b(?:(?:Afric|Asi|Europe)an continent"
    r"|(?:(?:North|South|East|West|Central|Southeast|South-East) )?"
    r"(?:Africa|Asia|America)\b"
    r"|(?:(?:Eastern|Western|Central|Southern|Northern) )?Europe\b|Oceania\b)"
)
"""Parts of the world, which the parser takes for names of anything."""


def lies_in(
    analysis: Analysis, head: Token, sort: str | None
) -> Iterator[tuple[Span, str]]:
    """Yield the places behind a noun: "a town in the north of **Norway**".

    Only for what lies in one country, as towns do; a river or a company may be in two.
    """
    if sort in load_table("descriptions")["local"] or head.lower_ in (
        "state",
        "country",
    ):
        for link in _links(head):
            if link.lower_ in ("in", "of"):
                yield from places_behind(analysis, link)


def is_in(analysis: Analysis, verb: Token) -> Iterator[tuple[Span, str]]:
    """Yield the places of "the town is **in Norway**"."""
    if any(c.dep_ in ("attr", "acomp") for c in verb.rights):
        return
    for link in verb.rights:
        if link.dep_ == "prep" and link.lower_ == "in":
            yield from places_behind(analysis, link)


def of_nation(
    countries: Iterable[Token], code: Callable[[Token], str | None]
) -> Iterator[tuple[Span, str]]:
    """Yield the country that a word of nationality puts something local into."""
    for token in countries:
        if nation := code(token):
            yield Span(token.idx, token.idx + len(token)), territories()[nation].name


def _links(head: Token) -> Iterator[Token]:
    """Yield the prepositions behind a noun, and behind "located" beside it."""
    for child in head.rights:
        if child.dep_ == "prep":
            yield child
        elif child.dep_ == "acl" and child.lower_ in ("located", "situated"):
            yield from (c for c in child.rights if c.dep_ == "prep")


def places_behind(analysis: Analysis, link: Token) -> Iterator[tuple[Span, str]]:
    """Yield the known places behind a preposition: "in a town of **Norway**"."""
    words = link.doc[link.i + 1 : link.right_edge.i + 1]
    within = list(takewhile(_leads_on, words))
    if not within:
        return
    start, end = within[0].idx, within[-1].idx + len(within[-1])
    taken: list[Span] = []
    for name in analysis.names_in(start, end):
        if name.kind != "place":
            continue
        whole = known_place(name.text)
        if known := whole or known_place(name.text.rpartition(", ")[2]):
            taken.append(name.span)
            yield taken[-1], known
    for token in within:
        free = not any(s.start <= token.idx < s.end for s in taken)
        known = known_place(token.text) if free and token.pos_ == "PROPN" else None
        if known and analysis.name_at(token.idx) is None:
            yield Span(token.idx, token.idx + len(token)), known
    for match in PARTS.finditer(analysis.text, start, end):
        known = continent(CONTINENT.get(match[0], match[0]))
        overlaps = any(s.start < match.end() and match.start() < s.end for s in taken)
        if known and not overlaps:
            yield Span(*match.span()), known


def _leads_on(token: Token) -> bool:
    """Ask whether what follows is still said of the place: no verb, no "near"."""
    if token.pos_ in ("VERB", "AUX", "SCONJ") or token.text == "(":
        return False
    return token.pos_ != "ADP" or token.lower_ in WITHIN
