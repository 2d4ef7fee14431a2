"""Claims as nobody made them: Zipf-distributed people, 40 sources, five years."""

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document, Span

SOURCES = 40
DAYS = 1826
BEGIN = date(2019, 1, 1)
TITLES = (
    ("finance minister", "minister"),
    ("foreign minister", "minister of foreign affairs"),
    ("defence minister", "minister"),
    ("interior minister", "official"),
    ("health minister", "minister"),
    ("justice minister", "official"),
)
"""What people are called: an office that excludes the others, or vaguely."""

EACH = 10
"""Claims of one document."""


def synthetic(
    count: int, heavy: int = 0, seed: int = 11, tolls: float = 0.2
) -> Iterator[Extraction]:
    """Yield documents with about *count* claims, and *heavy* more about one person.

    The share *tolls* of them counts the victims of an event, the rest give titles; 2 %
    of all are wrong. Of a million titles the first person is given some 70,000.
    """
    draw = random.Random(seed)
    people = max(200, count // 10)
    ranks = list(accumulate((rank + 1.6) ** -1.05 for rank in range(people)))
    events = max(100, count // 40)
    offices = [draw.randrange(len(TITLES)) for _ in range(people)]
    for n in range((count + heavy) // EACH):
        day = BEGIN + timedelta(draw.randrange(DAYS))
        document = Document(
            id=f"d{n}",
            text="",
            source=f"paper {draw.randrange(SOURCES)}",
            published=day.isoformat(),
        )
        claims = []
        for place in range(EACH):
            if n * EACH >= count:
                claims.append(_title(draw, document, place, 0, offices[0]))
            elif draw.random() < tolls:
                claims.append(_toll(draw, document, place, draw.randrange(events)))
            else:
                who = min(bisect(ranks, draw.random() * ranks[-1]), people - 1)
                claims.append(_title(draw, document, place, who, offices[who]))
        yield Extraction(document, tuple(claims))


class Events(dict[str, str]):
    """Events by claim id, told by the claim id itself."""

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        """Read the event out of the id."""
        return key.partition("@")[2] or default


def _title(
    draw: random.Random, document: Document, place: int, who: int, office: int
) -> Claim:
    if draw.random() < 0.02:
        office = draw.randrange(len(TITLES))
    title = TITLES[office][draw.random() < 0.3]
    name, at = f"Ana Number{who}", place * 60
    roles = {
        "person": (Mention(at, at + 10, name, None, f"person:{who}", name),),
        "title": (Mention(at + 12, at + 12 + len(title), title, title),),
    }
    return _claim("title", document, at, roles, f"t{document.id}.{place}")


def _toll(draw: random.Random, document: Document, place: int, event: int) -> Claim:
    dead = event % 90 + 3
    if draw.random() < 0.02:
        dead *= 2
    at = place * 60
    roles = {
        "measure": (Mention(at + 4, at + 10, "killed", "killed"),),
        "value": (Mention(at, at + 3, str(dead), dead),),
        "about": (Mention(at + 12, at + 16, "fire", "fire", f"e{event}", "fire"),),
    }
    uid = f"q{document.id}.{place}@event:{event}"
    return _claim("quantity", document, at, roles, uid)


def _claim(
    kind: str,
    document: Document,
    at: int,
    roles: dict[str, tuple[Mention, ...]],
    uid: str,
) -> Claim:
    return Claim(
        kind,
        document.id,
        Span(at, at + 40, "text"),
        roles,
        extractor="synthetic",
        id=uid,
    )
