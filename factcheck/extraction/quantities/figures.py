"""The figure of a toll: "the toll rose to **14**", "Death toll at least **14**"."""

from typing import TYPE_CHECKING

from factcheck.extraction.meetings.phrases import under
from factcheck.extraction.quantities.measures import group

if TYPE_CHECKING:
    from spacy.tokens import Token


def figure(verb: "Token") -> "list[Token]":
    """Return the figure a toll has reached: "the death toll rose to **14** from 12"."""
    if verb.lemma_ not in group("update"):
        return []
    after = [c for c in verb.children if c.dep_ in ("dobj", "attr", "acomp")]
    direct = [
        c for c in after if c.like_num or any(n.dep_ == "nummod" for n in c.children)
    ]
    return (under(verb, "to", "at") or direct)[:1]


def reached(noun: "Token") -> "list[Token]":
    """Return the figure behind a toll without a verb: "Death toll at least 14"."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 16)]:
        before = token.doc[token.i - 1].lower_
        if token.pos_ == "VERB" and token.lower_ not in group("reaching"):
            return []
        if token.like_num and before in group("reaching"):
            return [token]
    return []
