"""The judged tables as Parquet files, for engines that read columns.

Any table of the connection whose name begins with `judged_` can be mirrored, by the
schema it was declared with; nothing here knows what they hold. Of each table only
columns are written that rules compare, or that a query names: most of what a claim says
no rule compares.
"""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factcheck.claims.batches import batched
from factcheck.store.connection import told_faults
from factcheck.store.engines.model import Row
from factcheck.store.schema import COMPARED, SMALL, SORTS

BATCH = 5_000
"""Rows that are turned into columns together: few enough to stay near the processor."""

GROUP = 40
"""Batches of a row group: what one thread of an engine reads."""

TYPES = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
WORD = re.compile(r"\w+")
ALIAS = re.compile(r"\b(judged_\w+) (?!WHERE|JOIN|ON|GROUP|ORDER)(\w+)")
COLUMN = re.compile(r"\b(\w+)\.(\w+)")

MARK = "\ufdd0"
"""Begins text that UTF-8 cannot hold, written as hexadecimal digits.

It is no character, so hardly a text begins with it; one that does is written so too.
"""


class Mirror:
    """Parquet files that hold what judged tables hold, as far as queries asked.

    Attributes:
        folder: Where the files lie.
    """

    def __init__(
        self, connection: sqlite3.Connection, place: str, folder: Path
    ) -> None:
        self._connection = connection
        self._place = place
        self.folder = folder
        self._schemas = _schemas(connection)
        self._written: dict[str, set[str]] = {}
        self._files = 0
        self._marked = False

    def fresh(self, query: str) -> Iterator[tuple[str, Path]]:
        """Write what a query names and no file holds; yield table and file."""
        words = set(WORD.findall(query))
        for table in sorted(words & self._schemas.keys()):
            held = self._written.get(table, set())
            wanted = named(query, table).intersection(self._schemas[table].names)
            if table in self._written and wanted <= held:
                continue
            wanted |= held.union(COMPARED.get(table, self._schemas[table].names))
            self._files += 1
            path = self.folder / f"{table}-{self._files}.parquet"
            with told_faults(self._place):
                self._write(table, wanted, path)
            self._written[table] = wanted
            yield table, path

    def forget(self, *tables: str) -> None:
        """Take note that these tables hold something else now."""
        for table in tables:
            self._written.pop(table, None)

    def read(self, row: Row) -> Row:
        """Give back what could not be written as it is."""
        return tuple(map(_unmarked, row)) if self._marked else tuple(row)

    def _write(self, table: str, wanted: set[str], path: Path) -> None:
        fields = [field for field in self._schemas[table] if field.name in wanted]
        schema = pa.schema(fields or self._schemas[table])
        names = ", ".join(schema.names)
        cursor = self._connection.execute(f"SELECT {names} FROM temp.{table}")
        batches = self._batches(cursor, schema)
        with pq.ParquetWriter(path, schema) as writer:
            for some in batched(batches, GROUP):
                for rows in _sorted(pa.Table.from_batches(some, schema), table):
                    writer.write_table(rows)

    def _batches(
        self, cursor: sqlite3.Cursor, schema: pa.Schema
    ) -> Iterator[pa.RecordBatch]:
        while rows := cursor.fetchmany(BATCH):
            arrays = [
                self._text(cells) if kind == pa.string() else pa.array(cells, kind)
                for cells, kind in zip(
                    zip(*rows, strict=True), schema.types, strict=True
                )
            ]
            yield pa.RecordBatch.from_arrays(arrays, schema=schema)

    def _text(self, cells: tuple[str | bytes | None, ...]) -> pa.Array:
        try:
            found = pa.array(cells, pa.string())
        except (pa.ArrowException, UnicodeError):
            pass
        else:
            if bytes not in set(map(type, cells)) and not _begins(found):
                return found
        self._marked = True
        return pa.array(map(_mark, cells), pa.string())


def named(query: str, table: str) -> set[str]:
    """Return the columns a query asks of a table, and perhaps some more.

    Where the table has an alias its columns are those behind the alias; else any word
    may be one.
    """
    words = WORD.findall(query)
    aliases = [alias for named, alias in ALIAS.findall(query) if named == table]
    if len(aliases) < words.count(table):
        return set(words)
    return {column for alias, column in COLUMN.findall(query) if alias in aliases}


def _schemas(connection: sqlite3.Connection) -> dict[str, pa.Schema]:
    """Return the schema of every judged table, as it was declared."""
    tables = connection.execute(
        "SELECT name FROM sqlite_temp_master WHERE type = 'table'"
        " AND name LIKE 'judged~_%' ESCAPE '~'"
    ).fetchall()
    return {
        table: pa.schema(
            [
                (name, pa.int32() if name in SMALL.get(table, ()) else TYPES[kind])
                for _, name, kind, *_ in connection.execute(
                    f"PRAGMA temp.table_info({table})"
                )
            ]
        )
        for (table,) in tables
    }


def _sorted(rows: pa.Table, table: str) -> Iterator[pa.Table]:
    """Yield rows of one sort at a time: a query for one sort reads no other's."""
    sort = SORTS.get(table)
    if sort is None:
        yield rows
        return
    for one in pc.unique(rows[sort]):
        yield rows.filter(pc.equal(rows[sort], one))


def _begins(text: pa.Array) -> bool:
    return bool(pc.any(pc.starts_with(text, MARK)).as_py())


def _mark(cell: str | bytes | None) -> str | None:
    """Write what is no UTF-8 so that it is, and so that no two texts become one."""
    if isinstance(cell, bytes):
        return MARK + cell.hex()
    if cell is not None and cell.startswith(MARK):
        return MARK + cell.encode().hex()
    return cell


def _unmarked(cell: Any) -> Any:
    """Read back what was marked: text, or bytes where it is half a character."""
    if not isinstance(cell, str) or not cell.startswith(MARK):
        return cell
    raw = bytes.fromhex(cell[len(MARK) :])
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw
