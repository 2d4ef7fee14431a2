"""The fact store: what documents claim, kept in one SQLite file."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.errors import StoreError
from factcheck.store import archive
from factcheck.store.check_view import Judging
from factcheck.store.connection import told_faults
from factcheck.store.rows import as_text
from factcheck.store.schema import APPLICATION, ARCHIVE, JUDGED, VERSION

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

MEMORY = 1000
"""Results of whole checks that are remembered."""


class FactStore(Judging):
    """What documents claim, and what one check judges.

    Use it as a context manager; everything but `open` may raise `StoreError`.
    """

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open a store, made if it is not there; None keeps nothing.

        Without a path, what outgrows two megabytes lies in a file without a name,
        which ends with this process.

        Raises:
            StoreError: It is no fact store, made by a newer factcheck, or broken.
        """
        place = ":memory:" if path is None else str(path)
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(
                    f"{path}: the folder cannot be made: {error.strerror};"
                    " choose another --store, or --store none"
                ) from error
        with told_faults(place):
            connection = sqlite3.connect(
                "" if path is None else place, timeout=PATIENCE, isolation_level=None
            )
        store = cls(connection, place)
        try:
            with told_faults(place):
                store._prepare()
        except StoreError:
            connection.close()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def known(self, documents: Iterable[Document], stamp: str) -> set[str]:
        """Return the ids of documents that need not be extracted again."""
        with told_faults(self._place):
            rows = self._connection.execute(
                "SELECT name, digest FROM document WHERE stamp = ?", (stamp,)
            )
            kept = {as_text(name): digest for name, digest in rows}
        return {d.id for d in documents if d.id in kept and kept[d.id] == d.digest}

    def put(self, extraction: Extraction, stamp: str) -> None:
        """Keep what was found in a document, in one transaction."""
        with self._change():
            archive.keep(self._connection, extraction, stamp)

    def forget(self, documents: Iterable[str]) -> int:
        """Remove documents by id; return how many there were."""
        with self._change():
            return sum(archive.drop(self._connection, name) for name in documents)

    def documents(self) -> list[str]:
        """Return the ids of every document kept, sorted."""
        with told_faults(self._place):
            rows = self._connection.execute("SELECT name FROM document ORDER BY name")
            return [as_text(row[0]) for row in rows]

    def extractions(self, documents: Iterable[Document]) -> list[Extraction]:
        """Return what was found in some documents; those not kept are left out."""
        with told_faults(self._place):
            found = [archive.recall(self._connection, d) for d in documents]
        return [extraction for extraction in found if extraction is not None]

    def remember(self, key: str, payload: str) -> None:
        """Keep the result of a whole check; the oldest make room."""
        with self._change():
            self._connection.execute(
                "INSERT OR REPLACE INTO recalled (key, payload) VALUES (?, ?)",
                (key, payload),
            )
            self._connection.execute(
                "DELETE FROM recalled WHERE n <= (SELECT max(n) FROM recalled) - ?",
                (MEMORY,),
            )

    def recall(self, key: str) -> str | None:
        """Return the result of a whole check, or None."""
        with told_faults(self._place):
            row = self._connection.execute(
                "SELECT payload FROM recalled WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else str(row[0])

    def _prepare(self) -> None:
        connection = self._connection
        marked = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and marked != APPLICATION:
            raise StoreError(
                f"{self._place}: is not a fact store; choose another --store"
            )
        if version > VERSION:
            raise StoreError(
                f"{self._place}: made by a newer factcheck (its version is {version},"
                f" this one knows {VERSION}); update factcheck, or choose another"
                " --store"
            )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("PRAGMA temp.cache_size = -2000")
        if not tables or version < VERSION:
            self._build()
        connection.executescript(JUDGED)

    def _build(self) -> None:
        """Make the tables, in place of those of an older version.

        Two processes may both find the file empty, or old.
        """
        connection = self._connection
        with self._change("EXCLUSIVE"):
            if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                return
            old = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            )
            for (name,) in old.fetchall():
                connection.execute(f'DROP TABLE "{name}"')
            for statement in ARCHIVE.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
