"""What a mention holds, in the one form in which rules compare it."""

import re
import unicodedata

from factcheck.claims.days import days_of
from factcheck.claims.kinds import Role
from factcheck.claims.model import Claim, Mention

ENDLESS = 1e300
"""The upper end of "at least"."""

ROUNDED = 0.1
"""How far "about" reaches on either side, as a share of the number."""

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})
_GAPS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Bring words to one form: no capitals, straight marks, single blanks.

    >>> plain("the  Minister’s office")
    "the minister's office"
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_MARKS)
    return _GAPS.sub(" ", folded).strip()


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


def key_of(role: Role, mention: Mention) -> str:
    """Return what tells a mention from others: its entity, else what it holds."""
    if mention.entity and (role.is_named or mention.value is None):
        return mention.entity
    return canonical(mention)


def bounds(claim: Claim, mention: Mention) -> tuple[float, float] | None:
    """Return the least and most a number or a time may be, or None for words.

    "At least 100" has no upper end, "about 100" reaches a tenth further on both sides.
    """
    value = mention.value
    if isinstance(value, str):
        return days_of(value)
    if value is None:
        return None
    ends = [float(end) for end in (value if isinstance(value, list) else [value])]
    if not ends:
        return None
    least, most = min(ends), max(ends)
    modifier = claim.first("modifier")
    said = canonical(modifier) if modifier else "exact"
    if said == "at least":
        return least, max(most, ENDLESS)
    if said == "at most":
        return min(least, 0.0), most
    if said == "about":
        return least - abs(least) * ROUNDED, most + abs(most) * ROUNDED
    return least, most
