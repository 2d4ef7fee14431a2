"""Lay out what one check is about, linked across documents, as relations."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.claims import Claim, Mention
from factcheck.claims.canonical import bounds, canonical, key_of
from factcheck.claims.day_numbers import EARLIEST, LATEST, day_number, possible_days
from factcheck.claims.declaration import KINDS, role_of
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.store.rows import (
    CLAIM_COLUMNS,
    MENTION_COLUMNS,
    Row,
    claim_row,
    filled_roles,
    mention_row,
    storable,
)

DOCUMENTS = (
    "temp.judged_document"
    " (id, name, source, origin, published, src, own, grp, story, ahead)"
)
CLAIMS = f"temp.judged_claim (id, {CLAIM_COLUMNS}, event, low, high, unsure)"
ROLES = (
    f"temp.judged_role (claim, n, role, {MENTION_COLUMNS}, slot, held, low, high,"
    " place, whole)"
)

BATCH = 5_000
"""Rows that are written together."""

STORY = "story:"
"""Begins the word for a story."""

TOGETHER = "\x1e"
"""Begins the word for several that fill a role: no text or value begins so."""


class Links(NamedTuple):
    """What resolution decided across the documents of a check.

    Attributes:
        events: The event a claim speaks of, by claim id.
        origins: Where a document's text really comes from, by document id.
        unsure: Ids of entities and events that may be two: findings about them
            are notes.
        first: Ids of documents whose claims are shown before those of others.
        stories: The story of a document, by document id; one without is its own.
    """

    events: Mapping[str, str] = {}
    origins: Mapping[str, str] = {}
    unsure: Collection[str] = ()
    first: Collection[str] = ()
    stories: Mapping[str, str] = {}


class _WordNumbers:
    """Numbers for the values that slots are made of: whole numbers join fast.

    No word at all is 0, so that every number joins with a word.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {"": 0}

    def __getitem__(self, word: str) -> int:
        return self.numbers.setdefault(word, len(self.numbers))

    def whole(self, slots: list[int]) -> int:
        """Return one number for all that fill a role together, in any order.

        One stands for itself; several are a word of their own, made negative.
        """
        if len(slots) == 1:
            return slots[0]
        return -self[TOGETHER + ",".join(map(str, sorted(slots)))]


def lay_out(
    connection: sqlite3.Connection, linked: Iterable[Extraction], links: Links
) -> None:
    """Fill the working tables with the claims of documents, a batch at a time.

    A document's number is followed by those of its claims. The tables are empty.
    """
    words = _WordNumbers()
    documents: list[Row] = []
    claims: list[Row] = []
    roles: list[Row] = []

    def write() -> None:
        _fill(connection, DOCUMENTS, documents)
        _fill(connection, CLAIMS, claims)
        _fill(connection, ROLES, roles)
        for rows in (documents, claims, roles):
            rows.clear()

    place = 1
    for extraction in linked:
        document = extraction.document
        documents.append(_document_row(place, document, links, words))
        for number, claim in enumerate(extraction.claims, place + 1):
            claims.append(_claim_row(number, place, claim, links, words))
            roles += _role_rows(number, claim, words)
        place += len(extraction.claims) + 1
        if len(roles) > BATCH:
            write()
    write()
    _fill(connection, "temp.judged_word (word, id)", list(words.numbers.items()))


def members_of(word: str) -> list[int]:
    """Return the slots of all that fill a role together, of their word."""
    return [int(slot) for slot in word.removeprefix(TOGETHER).split(",")]


def _document_row(
    place: int, document: Document, links: Links, words: _WordNumbers
) -> Row:
    """Lay out a document; one without a group is compared with itself alone."""
    origin = links.origins.get(document.id, document.id)
    columns = (place, document.id, document.source, origin)
    published = day_number(document.published)
    own = words[f"group:{document.group}"] if document.group else -place
    ahead = int(document.id in links.first)
    story = words[STORY + links.stories.get(document.id, document.id)]
    return (*columns, published, words[document.source], own, 0, story, ahead)


def _claim_row(
    number: int, place: int, claim: Claim, links: Links, words: _WordNumbers
) -> Row:
    event = links.events.get(claim.id)
    slot = None if event is None else words[event]
    low, high = _valid(claim)
    doubtful = event in links.unsure or any(
        mention.entity in links.unsure for mention in claim.mentions()
    )
    row = claim_row(claim, place)
    return number, *row, slot, low, high, int(doubtful)


def _valid(claim: Claim) -> tuple[int, int]:
    if claim.time is None:
        return EARLIEST, LATEST
    first, last = day_number(claim.time.start), day_number(claim.time.end)
    if first and last and first > last:  # nobody knows which end is wrong
        return EARLIEST, LATEST
    if KINDS[claim.kind].in_timeline:  # compared as printed
        return first or EARLIEST, last or LATEST
    return possible_days(first or EARLIEST, last or LATEST, claim.time.text)


def _role_rows(number: int, claim: Claim, words: _WordNumbers) -> Iterator[Row]:
    together: dict[str, list[int]] = {}
    filled = []
    for role, mention in (*filled_roles(claim), *_defaults(claim)):
        slots = together.setdefault(role, [])
        word = canonical(mention)
        filled.append((role, mention, len(slots), word))
        slots.append(words[key_of(role_of(claim.kind, role), mention, word)])
    for n, (role, mention, place, word) in enumerate(filled):
        low, high = bounds(claim, mention) or (None, None)
        slot, held = together[role][place], words[word]
        whole = words.whole(together[role])
        row = (number, n, role, *mention_row(mention))
        yield (*row, slot, held, low, high, place, whole)


def _defaults(claim: Claim) -> Iterator[tuple[str, Mention]]:
    for role, value in KINDS[claim.kind].defaults():
        if not claim.role(role):
            yield role, Mention(0, 0, "", value, part="")


def _fill(connection: sqlite3.Connection, into: str, rows: list[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {into} VALUES ({places})", storable(rows))
