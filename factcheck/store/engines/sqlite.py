"""The engine that is always there: the connection that holds the judged tables."""

from collections.abc import Iterator

from factcheck.store.connection import Connected, translated_errors
from factcheck.store.engines.model import Row, Values


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
