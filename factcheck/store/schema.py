"""The tables of the fact store, and what a store of another kind is told by.

Two sets. The archive keeps what extraction found, document by document. The judged
tables hold what one check is about, with entities and events linked across
documents; they belong to the connection, so two checks on one store never meet.
"""

from collections.abc import Iterator

APPLICATION = 0x66616374
"""Marks an SQLite file as a fact store ("fact")."""

VERSION = 4
"""Raised whenever a table of the archive changes its meaning."""

_PLACE = "part TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL"
_MENTION = f"{_PLACE}, text TEXT, value TEXT, entity TEXT, name TEXT"
_CLAIM = f"""uid TEXT NOT NULL, document INTEGER NOT NULL, kind TEXT NOT NULL,
    {_PLACE}, modality TEXT NOT NULL, time_start TEXT, time_end TEXT, time_text TEXT,
    time_value TEXT, confidence REAL NOT NULL, extractor TEXT NOT NULL"""

ARCHIVE = """
CREATE TABLE document (
    name TEXT PRIMARY KEY, digest TEXT NOT NULL, stamp TEXT NOT NULL,
    source TEXT NOT NULL, published TEXT, title TEXT, url TEXT, text TEXT NOT NULL,
    found BLOB NOT NULL);
CREATE TABLE recalled (
    n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, payload BLOB NOT NULL);
CREATE TABLE kept_group (key TEXT PRIMARY KEY, payload BLOB NOT NULL);
"""
"""What was found in a document is packed: nothing asks for a part of it."""

MOST_KEYS = 4
"""Keys of a slot that can be asked about at once."""

GROUP = "CASE WHEN d.grp < 0 THEN 'alone:' || d.name ELSE g.word END"
"""The group of a document `d` in words, with `g` its word if it has one."""

_JUDGED = {
    "judged_document": """id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL, origin TEXT NOT NULL, published INTEGER,
    src INTEGER NOT NULL, own INTEGER NOT NULL, grp INTEGER NOT NULL,
    story INTEGER NOT NULL,
    ahead INTEGER NOT NULL""",
    "judged_claim": f"""id INTEGER PRIMARY KEY, {_CLAIM}, event INTEGER,
    low INTEGER NOT NULL, high INTEGER NOT NULL, unsure INTEGER NOT NULL""",
    "judged_role": f"""claim INTEGER NOT NULL, n INTEGER NOT NULL,
    role TEXT NOT NULL, {_MENTION}, slot INTEGER NOT NULL, held INTEGER NOT NULL,
    low REAL, high REAL, place INTEGER NOT NULL, whole INTEGER NOT NULL,
    PRIMARY KEY (claim, n)""",
    "judged_word": "id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE",
}

JUDGED_TABLES = tuple(_JUDGED)


def _judged_tables() -> Iterator[str]:
    for table, columns in _JUDGED.items():
        rowid = " WITHOUT ROWID" if table == "judged_role" else ""
        yield f"CREATE TEMP TABLE {table} ({columns}){rowid}"
    yield "CREATE INDEX temp.judged_kind ON judged_claim (kind)"


JUDGED = f"""
{"; ".join(_judged_tables())};
CREATE TEMP TABLE judged_chosen (claim INTEGER PRIMARY KEY);
CREATE TEMP TABLE judged_asked (grp INTEGER PRIMARY KEY);
CREATE TEMP TABLE judged_rival (
    held INTEGER NOT NULL, rival INTEGER NOT NULL, PRIMARY KEY (held, rival))
    WITHOUT ROWID;
CREATE TEMP TABLE judged_contest (
    part INTEGER NOT NULL, grp INTEGER NOT NULL,
    {", ".join(f"k{n} INTEGER NOT NULL" for n in range(MOST_KEYS))},
    held INTEGER NOT NULL, least REAL NOT NULL, most REAL NOT NULL,
    apart INTEGER NOT NULL, src INTEGER NOT NULL, low INTEGER NOT NULL,
    high INTEGER NOT NULL);
CREATE INDEX temp.contested ON judged_contest (held, k0, grp);
"""

BY_GROUP = """
CREATE INDEX temp.judged_group ON judged_document (grp);
CREATE INDEX temp.judged_place ON judged_claim (document);
"""
"""Makes the indexes by which the claims of one group are found."""

NOT_BY_GROUP = "DROP INDEX temp.judged_group; DROP INDEX temp.judged_place;"

_IN_GROUP = " AND d.grp = (SELECT grp FROM judged_asked)"
_OF_GROUP = (
    """ JOIN judged_claim c ON c.id = r.claim
    JOIN judged_document d ON d.id = c.document"""
    + _IN_GROUP
)


def views(in_group: bool = False) -> str:
    """Return the script that makes the views a query may read.

    With *in_group* they hold one group only, the one in `judged_asked`.
    """
    here = _IN_GROUP if in_group else ""
    theirs = _OF_GROUP if in_group else ""
    return f"""
DROP VIEW IF EXISTS temp.claims;
DROP VIEW IF EXISTS temp.roles;
DROP VIEW IF EXISTS temp.documents;
CREATE TEMP VIEW claims AS SELECT
    c.id AS claim_id, c.kind AS kind, d.name AS document, d.source AS source,
    d.origin AS origin, {GROUP} AS group_name, d.published AS published,
    c.modality AS modality, c.low AS first_day, c.high AS last_day,
    c.event AS event, c.confidence AS confidence
    FROM judged_claim c JOIN judged_document d ON d.id = c.document{here}
    LEFT JOIN judged_word g ON g.id = d.grp;
CREATE TEMP VIEW roles AS SELECT
    r.claim AS claim_id, r.role AS role, r.n AS n, r.text AS text, w.word AS value,
    r.entity AS entity, r.name AS name, r.low AS low, r.high AS high
    FROM judged_role r JOIN judged_word w ON w.id = r.held{theirs};
CREATE TEMP VIEW documents AS SELECT
    d.name AS document, d.source AS source, d.origin AS origin,
    d.published AS published, s.word AS story FROM judged_document d
    JOIN judged_word s ON s.id = d.story{here};
"""


COMPARED = {
    "judged_document": (
        *("id", "source", "origin", "published", "src", "grp", "story", "ahead"),
    ),
    "judged_claim": (
        *("id", "document", "kind", "modality", "event", "low", "high", "unsure"),
    ),
    "judged_role": (
        *("claim", "role", "slot", "held", "low", "high", "place", "whole"),
    ),
}
"""The columns that queries of rules name: what an engine that copies tables copies.

Tables that are not listed are small, and copied whole.
"""

SORTS = {"judged_claim": "kind", "judged_role": "role"}
"""The column by which a query chooses its rows, by table: an engine that copies tables
keeps rows apart by it. It is never empty."""

SMALL = {
    "judged_document": ("published", "src", "story", "ahead"),
    "judged_claim": ("event", "low", "high", "unsure"),
    "judged_role": ("slot", "held", "place", "whole"),
}
"""Days and numbers of words, by table: below two thousand millions, so that an engine
may hold them in four bytes. A query that multiplies them says BIGINT."""
