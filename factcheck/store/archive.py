"""Keep what extraction found, document by document, and give it back."""

import json
import sqlite3
import zlib

from factcheck.claims.extraction import Extraction
from factcheck.claims.packed import pack_extraction, unpack_extraction
from factcheck.documents import Document
from factcheck.store.rows import storable


def keep(connection: sqlite3.Connection, extraction: Extraction, stamp: str) -> None:
    """Write one document and all that was found in it, in place of what was there.

    The caller opens and closes the transaction.
    """
    d = extraction.document
    packed = json.dumps(pack_extraction(extraction), separators=(",", ":"))
    row = {
        "name": d.id,
        "digest": d.digest,
        "stamp": stamp,
        "source": d.source,
        "published": d.published,
        "title": d.title,
        "url": d.url,
        "text": d.text,
        "found": zlib.compress(packed.encode()),
    }
    connection.execute(
        f"INSERT OR REPLACE INTO document ({', '.join(row)})"
        f" VALUES ({', '.join('?' * len(row))})",
        storable([tuple(row.values())])[0],
    )


def drop(connection: sqlite3.Connection, name: str) -> bool:
    """Remove a document by id; say whether it was there."""
    (row,) = storable([(name,)])
    cursor = connection.execute("DELETE FROM document WHERE name = ?", row)
    return cursor.rowcount > 0


def recall(
    connection: sqlite3.Connection, document: Document, stamp: str | None
) -> Extraction | None:
    """Read back what was found in a document, or None where it is not kept.

    Another version of it, or what another *stamp* found, is not what was asked for.
    """
    row = connection.execute(
        "SELECT found FROM document"
        " WHERE name = ? AND digest = ? AND stamp = coalesce(?, stamp)",
        (*storable([(document.id, document.digest)])[0], stamp),
    ).fetchone()
    if row is None:
        return None
    (compressed,) = row
    try:
        packed = json.loads(zlib.decompress(compressed))
    except (zlib.error, ValueError):  # damaged: as good as forgotten
        return None
    return unpack_extraction(packed, document)
