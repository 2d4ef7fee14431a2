"""Keep what extraction found, document by document, and give it back."""

import json
import sqlite3
from itertools import groupby

from factcheck.claims import Mention
from factcheck.claims.extraction import Decision, Entity, Extraction, TypedMention
from factcheck.documents import Document, Span
from factcheck.store.rows import (
    CLAIM_COLUMNS,
    MENTION_COLUMNS,
    Row,
    as_text,
    claim_of,
    claim_row,
    filled_roles,
    mention_of,
    mention_row,
    storable,
)

TEXT_AT = MENTION_COLUMNS.split(", ").index("text")

OF_DOCUMENT = ("claim", "mention", "entity", "decision")


def keep(connection: sqlite3.Connection, extraction: Extraction, stamp: str) -> None:
    """Write one document and all that was found in it, in place of what was there.

    The caller opens and closes the transaction.
    """
    document = extraction.document
    drop(connection, document.id)
    number = _keep_document(connection, extraction, stamp)
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM claim").fetchone()
    numbered = list(enumerate(extraction.claims, first[0]))
    _insert(
        connection,
        f"claim (id, {CLAIM_COLUMNS})",
        [(n, *claim_row(claim, number)) for n, claim in numbered],
    )
    _insert(
        connection,
        f"role (claim, n, role, {MENTION_COLUMNS})",
        [
            (n, place, role, *_printed(mention, document))
            for n, claim in numbered
            for place, (role, mention) in enumerate(filled_roles(claim))
        ],
    )
    _insert(
        connection,
        f"mention (document, n, type, {MENTION_COLUMNS})",
        [
            (number, n, typed.type, *_printed(typed.mention, document))
            for n, typed in enumerate(extraction.mentions)
        ],
    )
    _insert(
        connection,
        "entity (document, n, local, kind, name, forms, country, evidence)",
        [
            (number, n, *_entity_row(local, entity))
            for n, (local, entity) in enumerate(extraction.entities.items())
        ],
    )
    _insert(
        connection,
        "decision (document, n, left_side, right_side, verdict, reason)",
        [
            (number, n, made.left, made.right, made.verdict, made.reason)
            for n, made in enumerate(extraction.decisions)
        ],
    )


def drop(connection: sqlite3.Connection, name: str) -> bool:
    """Remove a document with all that was found in it; say whether it was there."""
    found = connection.execute("SELECT id FROM document WHERE name = ?", (name,))
    row = found.fetchone()
    if row is None:
        return False
    connection.execute(
        "DELETE FROM role WHERE claim IN (SELECT id FROM claim WHERE document = ?)", row
    )
    for table in OF_DOCUMENT:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", row)
    connection.execute("DELETE FROM document WHERE id = ?", row)
    return True


def recall(
    connection: sqlite3.Connection, document: Document, stamp: str | None
) -> Extraction | None:
    """Read back what was found in a document, or None where it is not kept.

    Another version of it, or what another *stamp* found, is not what was asked for.
    """
    found = connection.execute(
        "SELECT id, skipped FROM document"
        " WHERE name = ? AND digest = ? AND stamp = coalesce(?, stamp)",
        (*storable([(document.id, document.digest)])[0], stamp),
    ).fetchone()
    if found is None:
        return None
    number, skipped = found
    rows = connection.execute(
        f"SELECT id, {CLAIM_COLUMNS} FROM claim WHERE document = ? ORDER BY id",
        (number,),
    ).fetchall()
    roles = connection.execute(
        f"SELECT claim, role, {MENTION_COLUMNS} FROM role WHERE claim IN "
        "(SELECT id FROM claim WHERE document = ?) ORDER BY claim, n",
        (number,),
    )
    filled = {
        claim: [(row[1], _quoted(row[2:], document)) for row in group]
        for claim, group in groupby(roles, key=lambda row: row[0])
    }
    return Extraction(
        document,
        tuple(claim_of(r[1:], document.id, filled.get(r[0], ())) for r in rows),
        _mentions(connection, number, document),
        _entities(connection, number),
        _decisions(connection, number),
        skipped,
    )


def _keep_document(
    connection: sqlite3.Connection, extraction: Extraction, stamp: str
) -> int:
    d = extraction.document
    row = (d.id, d.digest, stamp, d.source, d.published, d.title, d.url, d.group)
    more = (d.path, d.line, int(d.verbatim), d.credit, d.text, extraction.skipped)
    cursor = connection.execute(
        "INSERT INTO document (name, digest, stamp, source, published, title, url, grp,"
        " path, line, verbatim, credit, text, skipped)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        storable([(*row, *more)])[0],
    )
    return int(cursor.lastrowid or 0)


def _insert(connection: sqlite3.Connection, into: str, rows: list[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {into} VALUES ({places})", storable(rows))


def _entity_row(local: str, entity: Entity) -> Row:
    forms, evidence = json.dumps(entity.forms), json.dumps(entity.evidence)
    return local, entity.kind, entity.name, forms, entity.country, evidence


def _mentions(
    connection: sqlite3.Connection, number: int, document: Document
) -> tuple[TypedMention, ...]:
    rows = connection.execute(
        f"SELECT type, {MENTION_COLUMNS} FROM mention WHERE document = ? ORDER BY n",
        (number,),
    )
    return tuple(TypedMention(row[0], _quoted(row[1:], document)) for row in rows)


def _printed(mention: Mention, document: Document) -> Row:
    """Lay out a mention without its words where the text has them at its place."""
    row = mention_row(mention)
    if document.quote(mention.span) != mention.text:
        return row
    return (*row[:TEXT_AT], None, *row[TEXT_AT + 1 :])


def _quoted(row: Row, document: Document) -> Mention:
    """Read back what `_printed` laid out."""
    if row[TEXT_AT] is not None:
        return mention_of(row)
    part, start, stop = row[:TEXT_AT]
    words = document.quote(Span(start, stop, part))
    return mention_of((*row[:TEXT_AT], words, *row[TEXT_AT + 1 :]))


def _entities(connection: sqlite3.Connection, number: int) -> dict[str, Entity]:
    rows = connection.execute(
        "SELECT local, kind, name, forms, country, evidence FROM entity"
        " WHERE document = ? ORDER BY n",
        (number,),
    )
    return {
        local: Entity(
            local,
            kind,
            as_text(name),
            tuple(json.loads(forms)),
            country,
            tuple(json.loads(evidence)),
        )
        for local, kind, name, forms, country, evidence in rows
    }


def _decisions(connection: sqlite3.Connection, number: int) -> tuple[Decision, ...]:
    rows = connection.execute(
        "SELECT left_side, right_side, verdict, reason FROM decision"
        " WHERE document = ? ORDER BY n",
        (number,),
    )
    return tuple(Decision(*(as_text(cell) for cell in row)) for row in rows)
