"""The fact store: what documents claim, kept in one SQLite file."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.errors import StoreError
from factcheck.store import archive
from factcheck.store.check_view import Judging
from factcheck.store.connection import Connected, translated_errors
from factcheck.store.rows import as_text
from factcheck.store.schema import APPLICATION, ARCHIVE, JUDGED, VERSION

OWN_FOLDER = ".factcheck"
"""The folder of the usual store; it holds nothing that cannot be made again."""

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

MEMORY = 1000
"""Results of whole checks that are remembered at most."""

MEMORY_BYTES = 1_500_000
"""Bytes that those newer than a result may take, packed, before it is forgotten."""

FORGET = """
DELETE FROM recalled WHERE n IN (
    SELECT n FROM (
        SELECT n, row_number() OVER newest AS count,
            sum(length(payload)) OVER newest - length(payload) AS newer
        FROM recalled WINDOW newest AS (ORDER BY n DESC))
    WHERE count > ? OR newer > ?)
"""


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
            StoreError: It is not a fact store, made by a newer factcheck, or broken.
        """
        place = ":memory:" if path is None else str(path)
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                _ignore_itself(path.parent)
            except OSError as error:
                raise StoreError(
                    f"{path}: the folder cannot be made: {error.strerror};"
                    " choose another --store, or --store none"
                ) from error
        with translated_errors(place):
            connection = sqlite3.connect(
                "" if path is None else place, timeout=PATIENCE, isolation_level=None
            )
        try:
            return cls(connection, place)
        except StoreError:
            connection.close()
            raise

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._archive = Connected(connection, place)
        with translated_errors(place):
            self._prepare()
        super().__init__(_judged_apart(), place)

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
        self.connection.close()
        self._archive.connection.close()

    def known(self, documents: Iterable[Document], stamp: str) -> set[str]:
        """Return the ids of documents that need not be extracted again."""
        with translated_errors(self.place):
            rows = self._archive.connection.execute(
                "SELECT name, digest FROM document WHERE stamp = ?", (stamp,)
            )
            kept = {as_text(name): digest for name, digest in rows}
        return {d.id for d in documents if d.id in kept and kept[d.id] == d.digest}

    def put(self, extraction: Extraction, stamp: str) -> None:
        """Keep what was found in a document, in one transaction."""
        with self._archive.change():
            archive.keep(self._archive.connection, extraction, stamp)

    def forget(self, documents: Iterable[str]) -> int:
        """Remove documents by id; return how many there were."""
        with self._archive.change():
            return sum(
                archive.drop(self._archive.connection, name) for name in documents
            )

    def documents(self) -> list[str]:
        """Return the ids of every document kept, sorted."""
        with translated_errors(self.place):
            rows = self._archive.connection.execute(
                "SELECT name FROM document ORDER BY name"
            )
            return [as_text(name) for (name,) in rows]

    def extractions(
        self, documents: Iterable[Document], stamp: str | None = None
    ) -> list[Extraction]:
        """Return what was found in some documents; those not kept are left out.

        A document is kept as long as no process puts another version in its place.
        """
        extractions: list[Extraction] = []
        for document in documents:
            with translated_errors(self.place):
                one = archive.recall(self._archive.connection, document, stamp)
            extractions += [one] if one is not None else []
        return extractions

    def remember(self, key: str, payload: str) -> None:
        """Keep the result of a whole check; the oldest make room."""
        with self._archive.change():
            self._archive.connection.execute(
                "INSERT OR REPLACE INTO recalled (key, payload) VALUES (?, ?)",
                (key, _packed(payload)),
            )
            self._archive.connection.execute(FORGET, (MEMORY, MEMORY_BYTES))

    def recall(self, key: str) -> str | None:
        """Return the result of a whole check, or None."""
        with translated_errors(self.place):
            row = self._archive.connection.execute(
                "SELECT payload FROM recalled WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else _unpacked(*row)

    def keep_groups(self, results: Mapping[str, str], used: Iterable[str]) -> None:
        """Keep what was found in groups of documents; a store in use keeps nothing.

        Those that are not among the *used* are forgotten once they outnumber these.
        """
        rows = [(key, _packed(payload)) for key, payload in results.items()]
        now = json.dumps([*used])
        unused = "FROM kept_group WHERE key NOT IN (SELECT value FROM json_each(?))"
        counting = f"SELECT count(*) {unused}"
        kept = self._archive.connection
        with suppress(StoreError), self._archive.change():
            kept.executemany("INSERT OR REPLACE INTO kept_group VALUES (?, ?)", rows)
            (count,) = kept.execute(counting, (now,)).fetchone()
            if count > max(MEMORY, now.count(",")):
                kept.execute(f"DELETE {unused}", (now,))

    def kept_groups(self, keys: Iterable[str]) -> dict[str, str]:
        """Return what was found in groups of documents, by key.

        What is damaged is as good as forgotten.
        """
        query = "SELECT key, payload FROM kept_group WHERE key IN"
        with translated_errors(self.place):
            rows = self._archive.connection.execute(
                f"{query} (SELECT value FROM json_each(?))", (json.dumps([*keys]),)
            ).fetchall()
        return {key: kept for key, packed in rows if (kept := _unpacked(packed))}

    def _prepare(self) -> None:
        connection, place = self._archive.connection, self._archive.place
        # Another process may make the tables and the marks, in one transaction, between
        # two of these: tables that are counted first have their marks.
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        marked = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if tables and marked != APPLICATION:
            raise StoreError(f"{place}: is not a fact store; choose another --store")
        if version > VERSION:
            raise StoreError(
                f"{place}: made by a newer factcheck (its version is {version},"
                f" this one knows {VERSION}); update factcheck, or choose another"
                " --store"
            )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if not tables or version < VERSION:
            self._build()

    def _build(self) -> None:
        """Make the tables, in place of those of an older version.

        Two processes may both find the file empty, or old.
        """
        connection = self._archive.connection
        with self._archive.change("EXCLUSIVE"):
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


def _packed(payload: str) -> bytes:
    return zlib.compress(payload.encode("utf-8", "surrogatepass"))


def _unpacked(packed: bytes) -> str | None:
    """Read what `_packed` wrote; what is damaged is as good as forgotten."""
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass") or None
    except (zlib.error, TypeError, ValueError):
        return None


def _judged_apart() -> sqlite3.Connection:
    """Connect to a database of its own, which holds what one check judges.

    A rule's query runs there: what the archive keeps of other documents is out of its
    reach, whatever the query says.
    """
    connection = sqlite3.connect("", isolation_level=None)
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("PRAGMA temp.cache_size = -2000")
    connection.executescript(JUDGED)
    return connection


def _ignore_itself(folder: Path) -> None:
    """Keep the folder that is ours alone out of version control."""
    ignored = folder / ".gitignore"
    if folder.name == OWN_FOLDER and not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
