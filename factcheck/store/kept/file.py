"""The file beside a store in which a judgement is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.store.kept.judgement import Kept
from factcheck.store.schema import APPLICATION, KEPT, KEPT_VERSION


def file_beside(store: str) -> Path:
    """Name the file that holds the judgement kept beside a store."""
    return Path(f"{store}-judged")


@contextmanager
def attached(connection: sqlite3.Connection, store: str) -> Iterator[Kept | None]:
    """Open the judgement kept beside a store; None where that cannot be.

    A file that is damaged, or of another version, is made anew: it holds nothing that
    cannot be found out again.
    """
    path = file_beside(store)
    if not (_attach(connection, path) or (_remove(path) and _attach(connection, path))):
        yield None
        return
    try:
        yield Kept(connection, str(path))
    finally:
        connection.execute("DETACH DATABASE kept")


def _attach(connection: sqlite3.Connection, path: Path) -> bool:
    try:
        connection.execute("ATTACH DATABASE ? AS kept", (str(path),))
    except sqlite3.Error:
        return False
    try:
        _prepare(connection)
    except sqlite3.Error:
        connection.execute("DETACH DATABASE kept")
        return False
    return True


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


def _remove(path: Path) -> bool:
    """Remove a file and what SQLite keeps beside it; say whether that went well."""
    try:
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
    except OSError:
        return False
    return True
