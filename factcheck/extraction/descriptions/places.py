"""Say in which country something is said to lie."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.model import NameMention
from factcheck.lexicons import load_table
from factcheck.lexicons.territories import territory

if TYPE_CHECKING:
    from spacy.tokens import Token


def lies_in(
    analysis: Analysis, head: "Token", sort: str | None
) -> Iterator[tuple[NameMention, str]]:
    """Yield the countries behind a noun: "a town in the north of **Norway**".

    Only for what lies in one country, as towns do; a river or a company may be in two.
    """
    if sort in load_table("descriptions")["local"] or head.lower_ == "state":
        for link in head.rights:
            if link.dep_ == "prep" and link.lower_ in ("in", "of"):
                yield from _countries(analysis, link)


def is_in(analysis: Analysis, verb: "Token") -> Iterator[tuple[NameMention, str]]:
    """Yield the countries of "the town is **in Norway**"."""
    if any(c.dep_ in ("attr", "acomp") for c in verb.rights):
        return
    for link in verb.rights:
        if link.dep_ == "prep" and link.lower_ == "in":
            yield from _countries(analysis, link)


def _countries(analysis: Analysis, link: "Token") -> Iterator[tuple[NameMention, str]]:
    last = link.right_edge
    for name in analysis.names_in(link.idx, last.idx + len(last), "place"):
        known = territory(name.text)
        if known is not None and name.text not in known.adjectives:
            yield name, known.code.partition("-")[0]
