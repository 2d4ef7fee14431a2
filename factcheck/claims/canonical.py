"""What a mention holds, in the one form in which rules compare it."""

import re
import unicodedata

from factcheck.claims.claim import Claim, Mention
from factcheck.claims.day_numbers import days_of
from factcheck.claims.declaration import Role
from factcheck.claims.intervals import hedge_of, interval
from factcheck.lexicons import word_list

UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
"""Soft hyphens, zero-width blanks and joiners, marks of direction, variants: what may
stand in a word and is not part of it, as the inside of a pattern's brackets."""

_UNSEEN = re.compile(f"[{UNSEEN}]+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})
_GAPS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Bring words to one form: no capitals, straight marks, single blanks.

    >>> plain("the  Minister’s office")
    "the minister's office"
    """
    if text.isascii():  # most words: the same, ten times faster
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_MARKS)
    return _GAPS.sub(" ", _UNSEEN.sub("", folded)).strip()


def canonical(mention: Mention) -> str:
    """Return the normalised value of a mention, else its words in plain form."""
    value = mention.value
    if value is None:
        return plain(mention.text)
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "..".join(f"{float(end):g}" for end in value)
    return f"{float(value):.12g}"


def key_of(role: Role, mention: Mention, held: str | None = None) -> str:
    """Return what tells a mention from others: its entity, else what it holds.

    What it *held*, where that is known already, need not be read again.
    """
    if mention.entity and (role.is_named or mention.value is None):
        return mention.entity
    return canonical(mention) if held is None else held


def bounds(claim: Claim, mention: Mention) -> tuple[float, float] | None:
    """Return the least and most a number or a time may be, or None for words.

    A number stands for the interval it has as printed (`claims.intervals`).
    """
    value = mention.value
    if value is None:
        return None
    if isinstance(value, str):
        return days_of(value)
    modifier = claim.first("modifier")
    kind = canonical(modifier) if modifier else "exact"
    hedge = hedge_of(modifier.text) if modifier else ""
    measure = claim.first("measure")
    known = word_list("numbers", "measured")
    measured = measure is not None and canonical(measure) in known
    return interval(value, mention.text, kind, hedge, measured)
