"""Write plain tables into an SQLite file of their own, with full-text search."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.store.connection import translated_errors
from factcheck.store.rows import storable


class Table(NamedTuple):
    """A table.

    Attributes:
        name: Its name.
        about: What a row is.
        columns: What stands in each column.
        searched: The columns worth a full-text search; none for no index.
        rows: A value for each column.
    """

    name: str
    about: str
    columns: dict[str, str]
    searched: tuple[str, ...]
    rows: Iterator[tuple[str | int | float | None, ...]]


def write_sqlite(tables: Iterable[Table], path: Path) -> None:
    """Write tables into a new file; a file that is there is replaced.

    Raises:
        StoreError: The file cannot be written.
    """
    with translated_errors(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        try:
            with connection:
                for table in tables:
                    _write(connection, table)
        finally:
            connection.close()


def _write(connection: sqlite3.Connection, table: Table) -> None:
    columns = [f'"{name}"' for name in table.columns]
    connection.execute(f'CREATE TABLE "{table.name}" ({", ".join(columns)})')
    marks = ", ".join("?" * len(columns))
    rows = storable(list(table.rows))
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
    if table.searched:
        searched = ", ".join(f'"{name}"' for name in table.searched)
        connection.execute(
            f'CREATE VIRTUAL TABLE "{table.name}_fts" USING fts5 '
            f'({searched}, content="{table.name}")'
        )
        connection.execute(
            f'INSERT INTO "{table.name}_fts" (rowid, {searched}) '
            f'SELECT rowid, {searched} FROM "{table.name}"'
        )
