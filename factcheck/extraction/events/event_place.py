"""Where an event took place, as its own clause says it."""

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.time_attachment import place_of
from factcheck.extraction.time_scope import WORDS

DEPTH = 3


def place_of_event(analysis: Analysis, trigger: Token) -> Mention | None:
    """Return the first place named by *in*, *at* and the like, or None.

    "Died at a hospital in **Lisbon**": the place may hang on another noun of place.
    """
    place = place_of(analysis, trigger)
    return place if place is not None else _below(analysis, trigger, DEPTH)


def _below(analysis: Analysis, token: Token, depth: int) -> Mention | None:
    for prep in token.children:
        if prep.dep_ != "prep" or prep.lower_ not in WORDS["place"]:
            continue
        for noun in (c for c in prep.children if c.dep_ == "pobj"):
            name = analysis.name_at(noun.idx)
            if name is not None and name.kind == "place":
                return analysis.mention(name.span.start, name.span.end)
            if depth and noun.pos_ in ("NOUN", "PROPN"):
                inner = _below(analysis, noun, depth - 1)
                if inner is not None:
                    return inner
    return None
