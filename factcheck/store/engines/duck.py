"""The engine for large stores on one machine: DuckDB over Parquet files.

Rows are never inserted one by one: that costs DuckDB hundreds of times what it costs
SQLite. The judged tables are written as Parquet once, and read column by column.
"""

import sqlite3
from collections.abc import Iterator

import duckdb

from factcheck.errors import StoreError
from factcheck.store.engines.mirror import Mirrored
from factcheck.store.engines.sqlite import Row, Values

BATCH = 10_000
"""Rows that are held in memory together."""

LEAST = 512
EACH = 150
"""Memory for columns: megabytes, or bytes a claim where these are more.

What goes beyond it lies in the scratch folder while a query runs.
"""

THREAD = 128
"""Megabytes that a thread may count on: with less there are fewer threads."""


class DuckEngine(Mirrored):
    """Runs queries over a mirror of the judged tables, made when it is needed."""

    def __init__(
        self, connection: sqlite3.Connection, place: str, scratch: str | None = None
    ) -> None:
        super().__init__(connection, place, scratch)
        self._duck: duckdb.DuckDBPyConnection | None = None

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """Run one query over the mirror and yield its rows, some thousands at once."""
        duck = self._ready()
        for table, file in self.fresh(query):
            path = str(file).replace("'", "''")
            duck.execute(
                f"CREATE OR REPLACE VIEW {table} AS"
                f" SELECT * FROM read_parquet('{path}')"
            )
        cursor = duck.cursor()
        try:
            cursor.execute(query, list(values))
            while rows := cursor.fetchmany(BATCH):
                yield from map(self.read, rows)
        except duckdb.Error as error:
            raise StoreError(f"{self._place}: engine duckdb: {error}") from error
        finally:
            cursor.close()

    def close(self) -> None:
        """Let go of the database and remove the files."""
        if self._duck is not None:
            self._duck.close()
        self._duck = None
        super().close()

    def _ready(self) -> duckdb.DuckDBPyConnection:
        if self._duck is None:
            count = self._judged.execute("SELECT COUNT(*) FROM judged_claim")
            megabytes = max(LEAST, count.fetchone()[0] * EACH // 2**20)
            self._duck = duckdb.connect(
                config={
                    "temp_directory": str(self.folder / "spilled"),
                    "autoinstall_known_extensions": False,
                    "preserve_insertion_order": False,
                    "memory_limit": f"{megabytes}MiB",
                }
            )
            threads = self._duck.execute("SELECT current_setting('threads')").fetchone()
            most = megabytes // THREAD
            if threads and threads[0] > most:
                self._duck.execute(f"SET threads = {most}")
        return self._duck
