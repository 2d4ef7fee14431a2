"""What is kept of one document."""

from typing import NamedTuple


class KeptDocument(NamedTuple):
    """What is kept of one document.

    Attributes:
        place: Its number; those of its claims follow.
        name: Its id.
        looks: A digest of everything judging reads of it besides its claims.
        portrait: What resolution reads of it.
        linked: What its entities were resolved to.
        sketch: The sketch of its text.
        origin: Where its text comes from.
        skipped: Why it was not read, or not completely, or None.
        claims: How many claims it has.
    """

    place: int
    name: str
    looks: str
    portrait: str
    linked: str
    sketch: str
    origin: str
    skipped: str | None
    claims: int


class KeptTold(NamedTuple):
    """What a claim tells of a happening.

    Attributes:
        place: The number of its document.
        n: Its place among those of the document.
        claim: Its id.
        strand: The strand in which it is compared with others.
        payload: What it offers for comparing.
        happening: The happening it is of.
    """

    place: int
    n: int
    claim: str
    strand: str
    payload: str
    happening: str
