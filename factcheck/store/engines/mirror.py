"""The judged tables as Parquet files, for engines that read columns.

Any table of the connection whose name begins with `judged_` can be mirrored, by the
schema it was declared with; nothing here knows what they hold. Of each table only
columns are written that rules compare, or that a query names: most of what a claim says
no rule compares.
"""

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import sqlglot
from sqlglot import exp

from factcheck.claims.batches import batched
from factcheck.errors import StoreError
from factcheck.store.connection import translated_errors
from factcheck.store.engines.sqlite import Row
from factcheck.store.schema import COMPARED, SMALL, SORTS

BATCH = 5_000
"""Rows that are turned into columns together: few enough to stay near the processor."""

GROUP = 40
"""Batches of a row group: what one thread of an engine reads."""

TYPES = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}

MARK = "\ufdd0"
"""Begins text that UTF-8 cannot hold, written as hexadecimal digits.

It is not a character, so hardly a text begins with it; one that does is written so too.
"""


class Mirrored:
    """Holds Parquet files of what judged tables hold, as far as queries asked.

    They lie in a folder of their own, made when a query first needs it, inside
    *scratch* or inside the system's for such things.
    """

    def __init__(
        self, connection: sqlite3.Connection, place: str, scratch: str | None = None
    ) -> None:
        self._judged = connection
        self._place = place
        self._scratch = scratch
        self._made: tempfile.TemporaryDirectory[str] | None = None
        self._schemas = _schemas(connection)
        self._written: dict[str, set[str]] = {}
        self._files = 0
        self._marked = False

    @property
    def folder(self) -> Path:
        """Where the files lie.

        Raises:
            StoreError: It cannot be made.
        """
        if self._made is None:
            try:
                self._made = tempfile.TemporaryDirectory(
                    prefix="factcheck-", dir=self._scratch
                )
            except OSError as error:
                where = self._scratch or tempfile.gettempdir()
                raise StoreError(
                    f"{where}: no folder can be made there ({error.strerror}); name"
                    " another with --scratch"
                ) from error
        return Path(self._made.name)

    def renew(self, *tables: str) -> None:
        """Take note that these tables hold something else now."""
        for table in tables:
            self._written.pop(table, None)

    def close(self) -> None:
        """Remove the files."""
        self._written.clear()
        if self._made is not None:
            self._made.cleanup()
            self._made = None

    def fresh(self, query: str) -> Iterator[tuple[str, Path]]:
        """Write what a query names and no file holds; yield table and file."""
        columns = named(query)
        for table in sorted(columns.keys() & self._schemas.keys()):
            held = self._written.get(table, set())
            names = self._schemas[table].names
            every = "*" in columns[table]
            wanted = set(names if every else columns[table].intersection(names))
            if table in self._written and wanted <= held:
                continue
            wanted |= held.union(COMPARED.get(table, self._schemas[table].names))
            self._files += 1
            path = self.folder / f"{table}-{self._files}.parquet"
            with translated_errors(self._place):
                self._write(table, wanted, path)
            self._written[table] = wanted
            yield table, path

    def read(self, row: Row) -> Row:
        """Give back what could not be written as it is."""
        return tuple(map(_unmarked, row)) if self._marked else tuple(row)

    def _write(self, table: str, wanted: set[str], path: Path) -> None:
        fields = [field for field in self._schemas[table] if field.name in wanted]
        schema = pa.schema(fields or self._schemas[table])
        names = ", ".join(schema.names)
        cursor = self._judged.execute(f"SELECT {names} FROM temp.{table}")
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
            column = pa.array(cells, pa.string())
        except (pa.ArrowException, UnicodeError):
            pass
        else:
            if bytes not in set(map(type, cells)) and not _begins(column):
                return column
        self._marked = True
        return pa.array(map(_mark, cells), pa.string())


@lru_cache(maxsize=256)
def named(query: str) -> Mapping[str, frozenset[str]]:
    """Return the columns a query asks of each table it names, and perhaps some more.

    A column without a table may be of any that has no alias; "*" stands for all.

    >>> sorted(named("SELECT c.id FROM judged_claim c")["judged_claim"])
    ['id']
    """
    tree = sqlglot.parse_one(query, read="sqlite")
    called: defaultdict[str, set[str]] = defaultdict(set)
    for table in tree.find_all(exp.Table):
        called[table.alias].add(table.name)
        called[table.alias_or_name].add(table.name)
    columns_of: dict[str, set[str]] = {
        name: set() for names in called.values() for name in names
    }
    for column in tree.find_all(exp.Column):
        for name in called.get(column.table, ()):
            columns_of[name].add(column.name)
    for star in tree.find_all(exp.Star):
        for name in called[""] if isinstance(star.parent, exp.Select) else ():
            columns_of[name].add("*")
    return {table: frozenset(columns) for table, columns in columns_of.items()}


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
