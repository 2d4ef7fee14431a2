"""What questions share: claims in their sentences, and the names of entities."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from factcheck.claims import Claim, Mention
from factcheck.reports.excerpts import ExcerptPiece
from factcheck.reports.report import Report


def plain(pieces: Iterable[ExcerptPiece]) -> str:
    """Return the words of a sentence without its marks.

    >>> plain([ExcerptPiece("She ", False), ExcerptPiece("won", True)])
    'She won'
    """
    return " ".join("".join(piece.text for piece in pieces).split())


def named(claims: Iterable[Claim]) -> Iterator[tuple[str, Mention, str]]:
    """Yield every mention that was resolved: its entity, itself, and its role."""
    for claim in claims:
        for role, mentions in claim.roles.items():
            for mention in mentions:
                if mention.entity:
                    yield mention.entity, mention, role
        for mention in claim.attribution:
            if mention.entity:
                yield mention.entity, mention, "attribution"


def entity_names(report: Report) -> dict[str, Counter[str]]:
    """Return every name and printed form of each entity, with how often it occurs."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity, mention, _ in named(report.material.claims):
        names[entity][" ".join((mention.name or mention.text).split())] += 2
        names[entity][" ".join(mention.text.split())] += 1
    return dict(names)


def display_name(names: Counter[str]) -> str:
    """Return the name that is used most; the first by letters of several."""
    return min(names, key=lambda name: (-names[name], name))
