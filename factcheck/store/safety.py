"""Let a SELECT that somebody wrote read a few views, and do nothing else."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

VIEWS = ("claims", "roles", "documents")
"""What a query may read; `schema.py` says what they hold."""

_FUNCTIONS = """abs avg coalesce count date glob group_concat ifnull instr iif
julianday length like lower ltrim max min nullif printf replace round row_number rank
dense_rank lag lead first_value last_value rtrim substr substring sum total trim
upper"""

FUNCTIONS = frozenset(_FUNCTIONS.split())
"""What a query may compute."""

LONGEST = 10_000_000
"""Bytes of one value that a query may make: `printf` and `replace` make long ones."""

STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""


@contextmanager
def guarded(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Allow only reading the views, and only for so long."""
    end = time.monotonic() + seconds
    connection.set_authorizer(_authorize)
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    length = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, length)
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)


def _authorize(
    action: int,
    first: str | None,
    second: str | None,
    database: str | None,
    through: str | None,
) -> int:
    """Say whether SQLite may do what a query asks; *through* is the view it uses."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (first in VIEWS or through in VIEWS):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and not second:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and str(second).casefold() in FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
