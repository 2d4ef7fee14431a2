"""What every engine can do, and the one that is always there: SQLite itself."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from factcheck.store.connection import Connected, translated_errors

Row = tuple[Any, ...]
Values = Sequence[object]


class Engine(Protocol):
    """Runs queries over the judged tables, and gives the same rows as every other.

    The rows of a query without an order may come in any.
    """

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """Run one query of the subset that `rules.engine.compile` writes.

        The query has a question mark for each value.

        Raises:
            StoreError: The query cannot be run.
        """

    def renew(self, *tables: str) -> None:
        """Take note that these judged tables were written again."""

    def close(self) -> None:
        """Let go of everything; the engine is not used again."""


class SqliteEngine(Connected):
    """Runs queries where the judged tables were laid out."""

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """Run one query and yield its rows as they are found."""
        with translated_errors(self.place):
            yield from self.connection.execute(query, tuple(values))

    def renew(self, *tables: str) -> None:
        """Do nothing: these are the tables."""

    def close(self) -> None:
        """Do nothing: the connection is the store's."""
