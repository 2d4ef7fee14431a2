"""The fact store: what documents claim, kept in one SQLite file."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from factcheck.claims import Claim
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.errors import StoreError
from factcheck.store import archive
from factcheck.store.judged import Links, lay_out
from factcheck.store.rows import (
    CLAIM_COLUMNS,
    MENTION_COLUMNS,
    Row,
    as_text,
    claim_of,
    mention_of,
)
from factcheck.store.schema import (
    APPLICATION,
    ARCHIVE,
    JUDGED,
    JUDGED_TABLES,
    VERSION,
)

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

MEMORY = 1000
"""Results of whole checks that are remembered."""


class Witness(NamedTuple):
    """A document of the check, as rules see it.

    Attributes:
        document: Its id.
        source: Who published it.
        origin: Where the text really comes from; copies share one.
        group: What it is compared within.
        published: The day of publication as a number, or None.
    """

    document: str
    source: str
    origin: str
    group: str
    published: int | None


class FactStore:
    """What documents claim, and what one check judges.

    Use it as a context manager; everything but `open` may raise `StoreError`.
    """

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._connection = connection
        self._place = place

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open a store, made if it is not there; None keeps everything in memory.

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
        with _faults(place):
            connection = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
        store = cls(connection, place)
        try:
            with _faults(place):
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
        with _faults(self._place):
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
        with _faults(self._place):
            rows = self._connection.execute("SELECT name FROM document ORDER BY name")
            return [as_text(row[0]) for row in rows]

    def extractions(self, documents: Iterable[Document]) -> list[Extraction]:
        """Return what was found in some documents; those not kept are left out."""
        with _faults(self._place):
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
        with _faults(self._place):
            row = self._connection.execute(
                "SELECT payload FROM recalled WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else str(row[0])

    def scope(
        self,
        linked: Sequence[Extraction],
        happenings: Mapping[str, str],
        origins: Mapping[str, str],
        unsure: Collection[str] = (),
    ) -> None:
        """Say what the next rules judge: exactly these documents, linked so.

        Args:
            linked: Extractions whose entities hold across documents.
            happenings: The happening of a claim, by claim id.
            origins: Where a text really comes from, by document id.
            unsure: Entities and happenings that may be two: findings are notes.
        """
        with self._change("DEFERRED"):
            for table in JUDGED_TABLES:
                self._connection.execute(f"DELETE FROM temp.{table}")
            lay_out(self._connection, linked, Links(happenings, origins, unsure))

    def compare_groups(self, by_group: bool) -> None:
        """Compare documents of one group only, or all with all."""
        own = "(SELECT d.grp FROM judged_document d WHERE d.id = document)"
        with self._change("DEFERRED"):
            self._connection.execute(
                f"UPDATE judged_claim SET grp = {own if by_group else repr('')}"
            )

    def select(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """Run one query over the judged tables."""
        with _faults(self._place):
            return self._connection.execute(query, tuple(values)).fetchall()

    def witnesses(self) -> dict[int, Witness]:
        """Return the documents of the check by their number."""
        rows = self.select(
            "SELECT id, name, source, origin, grp, published FROM judged_document"
        )
        return {row[0]: Witness(*(as_text(cell) for cell in row[1:])) for row in rows}

    def words(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the keys and values that some numbers stand for."""
        found: dict[int, str] = {}
        for some in _batches(set(numbers)):
            marks = ", ".join("?" * len(some))
            rows = self.select(
                f"SELECT id, word FROM judged_word WHERE id IN ({marks})", some
            )
            found |= {number: as_text(word) for number, word in rows}
        return found

    def claims(self, numbers: Iterable[int]) -> dict[int, Claim]:
        """Return claims of the check by number, entities linked across documents."""
        found: dict[int, Claim] = {}
        for some in _batches(set(numbers)):
            found |= self._some_claims(some)
        return found

    def _some_claims(self, numbers: list[int]) -> dict[int, Claim]:
        marks = ", ".join("?" * len(numbers))
        rows = self.select(
            "SELECT d.name, c.id, c." + CLAIM_COLUMNS.replace(", ", ", c.") + " FROM"
            " judged_claim c JOIN judged_document d ON d.id = c.document"
            f" WHERE c.id IN ({marks})",
            numbers,
        )
        mentions = self.select(
            f"SELECT claim, role, {MENTION_COLUMNS} FROM judged_role"
            f" WHERE claim IN ({marks}) AND part <> '' ORDER BY claim, n",
            numbers,
        )
        filled = {
            number: [(row[1], mention_of(row[2:])) for row in some]
            for number, some in groupby(mentions, key=lambda row: row[0])
        }
        return {
            row[1]: claim_of(row[2:], as_text(row[0]), filled.get(row[1], ()))
            for row in rows
        }

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
        connection.execute("PRAGMA temp_store = MEMORY")
        if not tables:
            self._build()
        connection.executescript(JUDGED)

    def _build(self) -> None:
        """Make the tables; two processes may both find the file empty."""
        connection = self._connection
        with self._change():
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                return
            for statement in ARCHIVE.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _change(self, lock: str = "IMMEDIATE") -> Iterator[None]:
        with _faults(self._place):
            self._connection.execute(f"BEGIN {lock}")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


@contextmanager
def _faults(place: str) -> Iterator[None]:
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
            f"{place}: cannot be used ({error}); delete it, it is made anew from the"
            " documents, or choose another --store"
        ) from error


def _batches(numbers: set[int], size: int = 500) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
