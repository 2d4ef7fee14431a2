"""Rows of the kept tables."""

from collections.abc import Sequence

from factcheck.store.connection import Connected
from factcheck.store.rows import Row, storable

OF_DOCUMENT = "SELECT id FROM kept.judged_claim WHERE document = ?"
"""The query for the claims of a document, by its number."""


class Rows(Connected):
    """Writes and removes rows, as part of a turn."""

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(
                f"INSERT INTO kept.{table} VALUES ({marks})", storable(rows)
            )

    def _delete(self, table: str, column: str, rows: Sequence[Row]) -> None:
        self._connection.executemany(
            f"DELETE FROM kept.{table} WHERE {column} = ?", rows
        )
