"""The file beside a store in which a judgement is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import StoreError
from factcheck.store.connection import told_faults
from factcheck.store.kept.judgement import Kept
from factcheck.store.schema import APPLICATION, KEPT, KEPT_VERSION

HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
"""Errors that say: another process is at the file."""

CLOSED = (
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM),
)
"""Errors that say: it cannot be read or written here, and may be whole."""


def file_beside(store: str) -> Path:
    """Name the file that holds the judgement kept beside a store."""
    return Path(f"{store}-judged")


@contextmanager
def attached(connection: sqlite3.Connection, store: str) -> Iterator[Kept]:
    """Open the judgement kept beside a store.

    A file that is damaged, or of another version, is made anew: it holds nothing that
    cannot be found out again. One that turns out damaged later is removed.

    Raises:
        StoreError: It cannot be opened nor made anew, or another process holds it.
    """
    path = file_beside(store)
    place = str(path)
    with told_faults(place):
        try:
            _attach(connection, place)
        except sqlite3.Error as error:
            if _code(error) in HELD:
                raise
            _remove(path)
            _attach(connection, place)
    damaged = False
    try:
        yield Kept(connection, place)
    except StoreError as error:
        damaged = _code(error.__cause__) not in (*HELD, *CLOSED)
        raise
    finally:
        connection.execute("DETACH DATABASE kept")
        if damaged:
            _remove(path)


def _code(error: BaseException | None) -> int:
    """Return SQLite's number of an error, without what says more precisely."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _attach(connection: sqlite3.Connection, place: str) -> None:
    connection.execute("ATTACH DATABASE ? AS kept", (place,))
    try:
        _prepare(connection)
    except sqlite3.Error:
        connection.execute("DETACH DATABASE kept")
        raise


def _prepare(connection: sqlite3.Connection) -> None:
    marked = connection.execute("PRAGMA kept.application_id").fetchone()[0]
    version = connection.execute("PRAGMA kept.user_version").fetchone()[0]
    if (marked, version) == (APPLICATION, KEPT_VERSION):
        return
    if marked or connection.execute("SELECT 1 FROM kept.sqlite_master").fetchone():
        raise sqlite3.DatabaseError("made by another version")
    connection.execute("PRAGMA kept.journal_mode = WAL")
    connection.execute("PRAGMA kept.synchronous = NORMAL")
    connection.execute("BEGIN")
    try:
        for statement in KEPT.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA kept.application_id = {APPLICATION}")
        connection.execute(f"PRAGMA kept.user_version = {KEPT_VERSION}")
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _remove(path: Path) -> None:
    """Remove a file and what SQLite keeps beside it."""
    try:
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: cannot be removed: {error.strerror}") from error
