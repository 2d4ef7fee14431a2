"""One SQLite connection: transactions, and errors in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import StoreError


class Connected:
    """What holds a connection to a store at some place."""

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self.connection = connection
        self.place = place

    @contextmanager
    def change(self, lock: str = "IMMEDIATE") -> Iterator[None]:
        """Make changes in one transaction, or as a part of a larger one."""
        if self.connection.in_transaction:  # part of a larger one
            yield
            return
        with translated_errors(self.place):
            self.connection.execute(f"BEGIN {lock}")
            try:
                yield
            except BaseException:
                if self.connection.in_transaction:  # a full disk ends it by itself
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")


@contextmanager
def translated_errors(place: str) -> Iterator[None]:
    """Tell what is wrong with the file in place of SQLite's own errors."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            remedy = "another factcheck is writing; wait or choose another --store"
        else:
            remedy = f"{error}; choose another --store, or --store none"
        raise StoreError(f"{place}: {remedy}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"{place}: cannot be used ({error}); delete it, and it is filled again"
            " from the documents, or choose another --store"
        ) from error
