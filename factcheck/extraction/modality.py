"""First sketch; to be replaced: asserted, planned, denied or hypothetical."""

from typing import TYPE_CHECKING

from factcheck.claims import ASSERTED, DENIED, HYPOTHETICAL, PLANNED

if TYPE_CHECKING:
    from spacy.tokens import Token


def modality_of(verb: "Token") -> str:
    """Say how a clause is put, from the word that heads it."""
    for child in verb.children:
        if child.dep_ == "neg":
            return DENIED
        if child.dep_ == "aux" and child.lower_ in ("will", "'ll"):
            return PLANNED
        if child.dep_ == "aux" and child.lower_ in ("would", "could", "may", "might", "should"):
            return HYPOTHETICAL
        if child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless"):
            return HYPOTHETICAL
    return ASSERTED
