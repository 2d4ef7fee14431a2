"""Lay out what one check is about, linked across documents, as relations."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.claims import Claim, Mention
from factcheck.claims.canonical import DEFAULTS, bounds, canonical, key_of
from factcheck.claims.days import EARLIEST, LATEST, day_number
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
from factcheck.store.schema import SPACE

DOCUMENTS = (
    "judged_document (id, name, source, origin, published, src, own, grp, ahead)"
)
CLAIMS = f"judged_claim (id, {CLAIM_COLUMNS}, happening, low, high, unsure)"
ROLES = (
    f"judged_role (claim, n, role, {MENTION_COLUMNS}, slot, held, low, high,"
    " place, whole)"
)

BATCH = 5_000
"""Rows that are written together."""

TOGETHER = "\x1e"
"""Begins the word for several that fill a role: no text or value begins so."""


class Links(NamedTuple):
    """What resolution decided across the documents of a check.

    Attributes:
        happenings: The happening a claim speaks of, by claim id.
        origins: Where a document's text really comes from, by document id.
        unsure: Ids of entities and happenings that may be two: findings about them
            are notes.
        first: Ids of documents whose claims are shown before those of others.
    """

    happenings: Mapping[str, str]
    origins: Mapping[str, str]
    unsure: Collection[str] = ()
    first: Collection[str] = ()


class _Words:
    """Numbers for the values that slots are made of: whole numbers join fast.

    No word at all is 0, so that every number joins with a word.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {"": 0}

    def __getitem__(self, word: str) -> int:
        return self.numbers.setdefault(word, len(self.numbers))

    def fresh(self) -> list[Row]:
        """Return words and numbers that no table holds yet."""
        return list(self.numbers.items())

    def whole(self, slots: list[int]) -> int:
        """Return one number for all that fill a role together, in any order.

        One stands for itself; several are a word of their own, made negative.
        """
        if len(slots) == 1:
            return slots[0]
        return -self[TOGETHER + ",".join(map(str, sorted(slots)))]


class KnownWords(_Words):
    """Numbers as a table has them; further words get the next ones."""

    def __init__(self, connection: sqlite3.Connection, schema: str) -> None:
        self._connection = connection
        self._table = f"{schema}.judged_word"
        found = connection.execute(f"SELECT MAX(id) + 1 FROM {self._table}").fetchone()
        self._next = int(found[0])
        self._fresh: dict[str, int] = {}
        self.numbers = {}

    def __getitem__(self, word: str) -> int:
        if word not in self.numbers:
            found = self._connection.execute(
                f"SELECT id FROM {self._table} WHERE word = ?", storable([(word,)])[0]
            ).fetchone()
            if found is None:
                self._fresh[word] = self._next
                self._next += 1
            self.numbers[word] = self._fresh[word] if found is None else found[0]
        return self.numbers[word]

    def fresh(self) -> list[Row]:
        """Return words and numbers that no table holds yet."""
        return list(self._fresh.items())


def lay_out(
    connection: sqlite3.Connection,
    linked: Iterable[tuple[int, Extraction]],
    links: Links,
    schema: str = "temp",
) -> None:
    """Fill the judged tables with the claims of some documents, a batch at a time.

    Args:
        connection: The connection.
        linked: Documents with their claims, and the number of each; see `SPACE`.
        links: What resolution decided.
        schema: The database of the connection that holds the tables; in any but the
            temporary one they may hold other documents already.
    """
    words = _Words() if schema == "temp" else KnownWords(connection, schema)
    documents: list[Row] = []
    claims: list[Row] = []
    roles: list[Row] = []

    def write() -> None:
        _fill(connection, f"{schema}.{DOCUMENTS}", documents)
        _fill(connection, f"{schema}.{CLAIMS}", claims)
        _fill(connection, f"{schema}.{ROLES}", roles)
        for rows in (documents, claims, roles):
            rows.clear()

    for place, extraction in linked:
        document = extraction.document
        documents.append(_document_row(place, document, links, words))
        for number, claim in enumerate(extraction.claims, place + 1):
            claims.append(_claim_row(number, place, claim, links, words))
            roles += _role_rows(number, claim, words)
        if len(roles) > BATCH:
            write()
    write()
    _fill(connection, f"{schema}.judged_word (word, id)", words.fresh())


def numbered(linked: Iterable[Extraction]) -> Iterator[tuple[int, Extraction]]:
    """Give documents their numbers, with room between them."""
    return ((n * SPACE, one) for n, one in enumerate(linked, 1))


def members_of(word: str) -> list[int]:
    """Return the slots of all that fill a role together, of their word."""
    return [int(slot) for slot in word.removeprefix(TOGETHER).split(",")]


def _document_row(place: int, document: Document, links: Links, words: _Words) -> Row:
    """Lay out a document; one without a group is compared with itself alone."""
    origin = links.origins.get(document.id, document.id)
    told = (place, document.id, document.source, origin)
    published = day_number(document.published)
    own = words[f"group:{document.group}"] if document.group else -place
    ahead = int(document.id in links.first)
    return (*told, published, words[document.source], own, 0, ahead)


def _claim_row(
    number: int, place: int, claim: Claim, links: Links, words: _Words
) -> Row:
    happening = links.happenings.get(claim.id)
    slot = None if happening is None else words[happening]
    low, high = _valid(claim)
    doubtful = happening in links.unsure or any(
        mention.entity in links.unsure for mention in claim.mentions()
    )
    row = claim_row(claim, place)
    return number, *row, slot, low, high, int(doubtful)


def _valid(claim: Claim) -> tuple[int, int]:
    if claim.time is None:
        return EARLIEST, LATEST
    first, last = day_number(claim.time.start), day_number(claim.time.end)
    return first or EARLIEST, last or LATEST


def _role_rows(number: int, claim: Claim, words: _Words) -> Iterator[Row]:
    together: dict[str, list[int]] = {}
    filled = []
    for role, mention in (*filled_roles(claim), *_defaults(claim)):
        slots = together.setdefault(role, [])
        filled.append((role, mention, len(slots)))
        slots.append(words[key_of(role, mention)])
    for n, (role, mention, place) in enumerate(filled):
        low, high = bounds(claim, mention) or (None, None)
        slot, held = together[role][place], words[canonical(mention)]
        whole = words.whole(together[role])
        row = (number, n, role, *mention_row(mention))
        yield (*row, slot, held, low, high, place, whole)


def _defaults(claim: Claim) -> Iterator[tuple[str, Mention]]:
    for role, value in DEFAULTS.get(claim.kind, {}).items():
        if not claim.role(role):
            yield role, Mention(0, 0, "", value, part="")


def _fill(connection: sqlite3.Connection, into: str, rows: list[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {into} VALUES ({places})", storable(rows))
