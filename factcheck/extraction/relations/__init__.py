"""Find what has one answer: who directed a film, where somebody was born, and when.

"Red Harbour is a film directed by Bo Okoro, released in May 2014".
"""

from collections.abc import Iterator

from factcheck.claims import Claim
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.relations.fillers import by_noun, by_verb, characters
from factcheck.extraction.relations.occasions import occasions

__all__ = ["relations"]


@EXTRACTORS.register("relation")
def relations(analysis: Analysis) -> Iterator[Claim]:
    """Yield who or what, when or where: "Red Harbour was **directed by Bo Okoro**"."""
    yield from by_noun(analysis)
    yield from by_verb(analysis)
    yield from characters(analysis)
    yield from occasions(analysis)
