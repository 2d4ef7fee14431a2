"""What a whole judgement left for the next, brought up to date after a change.

The judged tables with entities and happenings linked, what relating reads of each
document, which claims stand in one slot, and the findings by slot. One judgement is
kept, the last; it may be thrown away at any time.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from json import JSONDecodeError

from factcheck.claims.extraction import Extraction
from factcheck.store.connection import told_faults
from factcheck.store.kept.found import Found
from factcheck.store.kept.model import KeptDocument, KeptTold
from factcheck.store.kept.rows import OF_DOCUMENT
from factcheck.store.kept.shown import Shown
from factcheck.store.rows import as_text, storable
from factcheck.store.schema import JUDGED_TABLES, KEPT_TABLES
from factcheck.store.working_tables import Links, lay_out


class Kept(Found, Shown):
    """One judgement, as it was left; every change is part of one transaction."""

    def state(self) -> tuple[str, int]:
        """Return what the judgement was made of besides documents, and its turn."""
        with told_faults(self._place):
            row = self._connection.execute("SELECT key, turn FROM kept.kept_check")
            found: tuple[str, int] | None = row.fetchone()
        return found or ("", 0)

    def looks(self) -> dict[str, str]:
        """Return how every document looked, by id."""
        with told_faults(self._place):
            rows = self._connection.execute(
                "SELECT name, looks FROM kept.kept_document"
            )
            return {as_text(name): as_text(looks) for name, looks in rows}

    @contextmanager
    def turn(self) -> Iterator[int]:
        """Change what is kept, all or nothing; yield the turn that this is.

        Raises:
            StoreError: Another process is changing it, or it cannot be read or written.
        """
        with self._change("DEFERRED"):
            self._connection.execute("UPDATE kept.kept_check SET turn = turn + 1")
            try:
                yield self.state()[1]
            except JSONDecodeError as error:  # not all that is damaged shows at once
                raise sqlite3.DatabaseError("what it holds is damaged") from error

    def sign(self, key: str) -> None:
        """Say what the judgement was made of besides documents: it is whole."""
        self._insert("kept_check", [(key, 1)])

    def forget(self) -> None:
        """Forget the judgement."""
        with self._change("DEFERRED"):
            self.clear()

    def clear(self) -> None:
        """Empty every table."""
        for table in (*KEPT_TABLES, *JUDGED_TABLES):
            self._connection.execute(f"DELETE FROM kept.{table}")

    def copy_laid_out(self) -> None:
        """Keep what is laid out for this check."""
        for table in JUDGED_TABLES:
            self._connection.execute(
                f"INSERT INTO kept.{table} SELECT * FROM temp.{table}"
            )

    def documents(self) -> list[KeptDocument]:
        """Return every document, in the order of the check."""
        rows = self._connection.execute("SELECT * FROM kept.kept_document ORDER BY 1")
        return [KeptDocument(row[0], as_text(row[1]), *row[2:]) for row in rows]

    def count_claims(self) -> int:
        """Count the claims of all documents."""
        row = self._connection.execute("SELECT SUM(claims) FROM kept.kept_document")
        return int(row.fetchone()[0] or 0)

    def skipped(self) -> list[tuple[str, str]]:
        """Return the documents that were not read, or not completely, and why."""
        rows = self._connection.execute(
            "SELECT name, skipped FROM kept.kept_document"
            " WHERE skipped IS NOT NULL ORDER BY place"
        )
        return [(as_text(name), as_text(reason)) for name, reason in rows]

    def keep_documents(self, documents: Iterable[KeptDocument]) -> None:
        """Write documents, in place of what was there."""
        rows = list(documents)
        self._delete("kept_document", "place", [(row.place,) for row in rows])
        self._insert("kept_document", rows)

    def relay(
        self,
        dropped: Iterable[int],
        linked: Sequence[tuple[int, Extraction]],
        links: Links,
    ) -> None:
        """Replace the claims of some documents.

        Args:
            dropped: Numbers of the documents whose claims go.
            linked: The documents that come, with their numbers.
            links: What resolution decided.
        """
        rows = [(place,) for place in dropped]
        self._connection.executemany(
            f"DELETE FROM kept.judged_role WHERE claim IN ({OF_DOCUMENT})", rows
        )
        self._delete("judged_claim", "document", rows)
        self._delete("judged_document", "id", rows)
        lay_out(self._connection, linked, links, "kept")

    def forget_documents(self, places: Iterable[int]) -> None:
        """Forget what is kept of documents besides their claims."""
        rows = [(place,) for place in places]
        self._delete("kept_document", "place", rows)

    def set_origins(self, origins: Iterable[tuple[int, str]]) -> None:
        """Say anew where the texts of some documents come from, by their number."""
        rows = [(origin, place) for place, origin in origins]
        for table, column in (("judged_document", "id"), ("kept_document", "place")):
            self._connection.executemany(
                f"UPDATE kept.{table} SET origin = ? WHERE {column} = ?",
                storable(rows),
            )

    def told(self, places: Iterable[int]) -> list[KeptTold]:
        """Return what some documents tell of happenings."""
        found: list[KeptTold] = []
        for place in places:
            rows = self._connection.execute(
                "SELECT * FROM kept.kept_told WHERE place = ?", (place,)
            )
            found += map(KeptTold._make, rows)
        return found

    def strand(self, name: str) -> list[KeptTold]:
        """Return all that is told in a strand."""
        rows = self._connection.execute(
            "SELECT * FROM kept.kept_told WHERE strand = ?", storable([(name,)])[0]
        )
        return [KeptTold._make(row) for row in rows]

    def keep_told(self, rows: Iterable[KeptTold]) -> None:
        """Keep what documents tell of happenings."""
        self._insert("kept_told", list(rows))

    def drop_told(self, places: Iterable[int]) -> None:
        """Forget what documents tell of happenings."""
        self._delete("kept_told", "place", [(place,) for place in places])

    def set_happenings(self, found: Iterable[tuple[int, str, str]]) -> None:
        """Say anew of which happening some claims are: number, claim id, happening."""
        for place, claim, happening in found:
            self._connection.execute(
                "UPDATE kept.kept_told SET happening = ? WHERE place = ? AND claim = ?",
                (happening, place, claim),
            )
            self._connection.execute(
                "UPDATE kept.judged_claim SET happening = (SELECT id FROM"
                " kept.judged_word WHERE word = ?)"
                " WHERE document = ? AND uid = ?",
                (happening, place, claim),
            )

    def learn_words(self, words: Iterable[str]) -> None:
        """Give numbers to words that have none."""
        for word in words:
            self._connection.execute(
                "INSERT OR IGNORE INTO kept.judged_word (id, word) SELECT MAX(id) + 1,"
                " ? FROM kept.judged_word",
                storable([(word,)])[0],
            )
