"""Read the place something has among others: "the third largest city in Norway"."""

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
AMONG = ("in", "of", "on", "by", "from", "at")
SAYS = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
LONGEST = 14


class Rank(NamedTuple):
    """A place among others.

    Attributes:
        start: Offset of the word that counts.
        end: Offset behind the noun.
        ranked: What is counted: "largest city in norway".
        place: Its place: "3", or "1 from the end".
        whole: Both together.
    """

    start: int
    end: int
    ranked: str
    place: str

    @property
    def whole(self) -> str:
        """What it is called as a whole."""
        return f"{self.place}: {self.ranked}"


def rank_of(head: Token) -> Rank | None:
    """Return the place that a noun is given; None where it is not said among what."""
    before = list(head.doc[head.left_edge.i : head.i])
    owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        before = before[owner.right_edge.i + 1 - head.left_edge.i :]
    counted = next((t for t in before if _count(t) is not None), None)
    end = next((t for t in before if t.tag_ == "JJS" and t.lower_ != "most"), None)
    among = _among(head) if owner is None else _maker(owner)
    if (counted is None and end is None) or not among:
        return None
    count = (_count(counted) if counted is not None else None) or 1
    scale, turned = _scale(end.lower_) if end is not None else ("", False)
    noun = " ".join(
        [t.lower_ for t in head.lefts if t.dep_ == "compound" and t != counted]
    )
    value = " ".join(filter(None, [scale, noun, head.lemma_.lower(), among]))
    first = min((t for t in (counted, end) if t is not None), key=lambda t: t.i)
    place = f"{count} from the end" if turned else str(count)
    return Rank(first.idx, head.idx + len(head), value, place)


def _maker(owner: Token) -> str:
    """Return in one form whose work is counted: "**Eva Lind's** third novel"."""
    return f"by {owner.lower_}" if owner.pos_ == "PROPN" else ""


def _among(head: Token) -> str:
    """Return in one form what a place is counted among; "" where nothing is said."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in AMONG:
            for noun in (c for c in child.rights if c.dep_ == "pobj"):
                words = list(head.doc[noun.left_edge.i : noun.i + 1])
                whole = takewhile(
                    _goes_on, head.doc[noun.left_edge.i : LONGEST + noun.i]
                )
                named = [t.lower_ for t in whole if t.pos_ == "PROPN"]
                if child.lower_ == "by":
                    return _maker(noun) or " ".join(["by", *named[-1:]])
                plain = [t.lemma_.lower() for t in words if t.pos_ in SAYS]
                return " ".join([child.lower_, *(named or plain)])
        if child.dep_ in ("relcl", "acl") and child.tag_ == "VB":
            words = list(child.subtree)
            if len(words) <= LONGEST:
                lemmas = [t.lemma_.lower() for t in words if t.pos_ in SAYS]
                return " ".join(["to", *lemmas])
    return ""


def _goes_on(token: Token) -> bool:
    """Ask whether a name may go on: it ends at a comma, a preposition, a verb."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PART", "CCONJ", "NUM")


def _count(token: Token) -> int | None:
    if number := NUMBER.fullmatch(token.lower_):
        return int(number[1])
    return _ordinals().get("first" if token.lower_ == "debut" else token.lower_)


@cache
def _ordinals() -> dict[str, int]:
    return {
        word: n + 1 for n, word in enumerate(load_table("descriptions")["ordinals"])
    }


@lru_cache(maxsize=CACHE_SIZE)
def _scale(word: str) -> tuple[str, bool]:
    """Return a scale by the name of its end, and whether this is the other end."""
    table = load_table("descriptions")
    return table["opposites"].get(word, word), (
        word in table["opposites"] and word not in table["same_end"]
    )
