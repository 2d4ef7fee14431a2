"""What one check is about, as rules read it."""

import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Extraction
from factcheck.errors import StoreError
from factcheck.store.connection import Connected
from factcheck.store.engines import Engine, SqliteEngine, Values, open_engine
from factcheck.store.rows import (
    CLAIM_COLUMNS,
    MENTION_COLUMNS,
    Row,
    as_shared,
    as_text,
    claim_of,
    mention_of,
)
from factcheck.store.safety import guarded
from factcheck.store.schema import (
    BY_GROUP,
    GROUP,
    JUDGED_TABLES,
    MOST_KEYS,
    NOT_BY_GROUP,
    views,
)
from factcheck.store.working_tables import Links, lay_out

UNLINKED = Links()


class Witness(NamedTuple):
    """A document of the check, as rules see it.

    Attributes:
        document: Its id.
        source: Who published it.
        origin: Where the text really comes from; copies share one.
        group: What it is compared within.
        published: The day of publication as a number, or None.
        first: Whether its claims are shown before those of others.
    """

    document: str
    source: str
    origin: str
    group: str
    published: int | None
    first: int = 0


class Judging(Connected):
    """The claims of one check, linked across documents.

    An engine runs the queries of rules; single claims and words are looked up here.
    """

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        super().__init__(connection, place)
        self._here = SqliteEngine(connection, place)
        self._engine: Engine = self._here
        self._witnesses: dict[int, Witness] = {}

    @contextmanager
    def judged_by(self, engine: str, scratch: str | None = None) -> Iterator[None]:
        """Let another engine run the queries of rules for a while.

        Args:
            engine: "sqlite", "duckdb" or "spark".
            scratch: The folder in which it may keep files; every machine of a cluster
                must see it.

        Raises:
            UsageError: There is no such engine, or its extra is not installed.
        """
        before = self._engine
        self._engine = open_engine(engine, self.connection, self.place, scratch)
        try:
            yield
        finally:
            self._engine.close()
            self._engine = before

    def scope(self, linked: Iterable[Extraction], links: Links = UNLINKED) -> None:
        """Say what the next rules judge: exactly these documents, linked so.

        The entities of their claims hold across documents.
        """
        with self.change("DEFERRED"):
            for table in JUDGED_TABLES:
                self.connection.execute(f"DELETE FROM temp.{table}")
            lay_out(self.connection, linked, links)
        self._witnesses = {}
        self._engine.renew(*JUDGED_TABLES)

    def compare_groups(self, by_group: bool) -> None:
        """Compare documents of one group only, or all with all."""
        own = "own" if by_group else "0"
        with self.change("DEFERRED"):
            self.connection.execute(
                f"UPDATE judged_document SET grp = {own} WHERE grp <> {own}"
            )
        self._witnesses = {}
        self._engine.renew("judged_document")

    def select(self, query: str, values: Values = ()) -> list[Row]:
        """Run one query over the judged tables."""
        return list(self.rows(query, values))

    def look_up(self, query: str, values: Values = ()) -> list[Row]:
        """Run one query for a few rows of known numbers: here, whatever the engine."""
        return list(self._here.rows(query, values))

    @property
    def witnesses(self) -> Mapping[int, Witness]:
        """The documents of the check by their number, read when first asked for."""
        if not self._witnesses:
            rows = self.look_up(
                f"SELECT d.id, d.name, d.source, d.origin, {GROUP}, d.published,"
                " d.ahead FROM judged_document d"
                " LEFT JOIN judged_word g ON g.id = d.grp"
            )
            self._witnesses = {n: Witness(*map(as_text, row)) for n, *row in rows}
        return self._witnesses

    def choose(self, numbers: Iterable[int]) -> None:
        """Say which claims `look_up` is asked about next: the table `judged_chosen`."""
        self._say("judged_chosen", ((number,) for number in sorted(set(numbers))))

    def contest(self, rows: Iterable[Row]) -> None:
        """Say what the next query counts the voices of: the table `judged_contest`.

        A row is a part, group and keys of its slot (`MOST_KEYS` of them), then a value
        as it stands in the slot and when it is in dispute.
        """
        self._say("judged_contest", rows, 9 + MOST_KEYS)

    def oppose(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Say which values may not stand side by side: the table `judged_rival`."""
        both = (pair for a, b in pairs for pair in ((a, b), (b, a)))
        self._say("judged_rival", both, 2)

    def _say(self, table: str, rows: Iterable[Row], columns: int = 1) -> None:
        """Let a table that queries are asked about hold these rows and no others."""
        marks = ", ".join("?" * columns)
        with self.change("DEFERRED"):
            self.connection.execute(f"DELETE FROM temp.{table}")
            self.connection.executemany(
                f"INSERT INTO temp.{table} VALUES ({marks})", rows
            )
        self._engine.renew(table)

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """Run one query over the judged tables and yield its rows one by one."""
        yield from self._engine.rows(query, values)

    def groups(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return what some claims are compared within, by their number."""
        self.choose(numbers)
        rows = self.look_up(
            f"SELECT c.id, {GROUP} FROM judged_chosen n JOIN judged_claim c"
            " ON c.id = n.claim JOIN judged_document d ON d.id = c.document"
            " LEFT JOIN judged_word g ON g.id = d.grp"
        )
        return {number: as_text(word) for number, word in rows}

    def group_names(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return groups in words, by number."""
        wanted = set(numbers)
        alone = {number for number in wanted if number < 0}
        names = self.words(wanted - alone)
        documents = self._column("name", "judged_document", {-n for n in alone})
        return names | {-n: f"alone:{name}" for n, name in documents}

    def words(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the keys and values that some numbers stand for."""
        return dict(self._column("word", "judged_word", numbers))

    def _column(
        self, column: str, table: str, numbers: Iterable[int]
    ) -> Iterator[tuple[int, str]]:
        for some in _batches(set(numbers)):
            marks = ", ".join("?" * len(some))
            query = f"SELECT id, {column} FROM {table} WHERE id IN ({marks})"
            for number, word in self.look_up(query, some):
                yield number, as_text(word)

    def claims(self, numbers: Iterable[int]) -> dict[int, Claim]:
        """Return claims of the check by number, entities linked across documents."""
        claims: dict[int, Claim] = {}
        for some in _batches(set(numbers)):
            claims |= self._some_claims(some)
        return claims

    def _some_claims(self, numbers: list[int]) -> dict[int, Claim]:
        marks = ", ".join("?" * len(numbers))
        rows = self.look_up(
            "SELECT d.name, c.id, c." + CLAIM_COLUMNS.replace(", ", ", c.") + " FROM"
            " judged_claim c JOIN judged_document d ON d.id = c.document"
            f" WHERE c.id IN ({marks})",
            numbers,
        )
        mentions = self.look_up(
            f"SELECT claim, role, {MENTION_COLUMNS} FROM judged_role"
            f" WHERE claim IN ({marks}) AND part <> '' ORDER BY claim, n",
            numbers,
        )
        filled: dict[int, list[tuple[str, Mention]]] = defaultdict(list)
        for number, role, *mention in mentions:
            filled[number].append((role, mention_of(mention)))
        return {
            number: claim_of(claim, as_shared(document), filled[number])
            for document, number, *claim in rows
        }

    def compared_groups(self) -> list[int]:
        """Return the groups within which documents are compared, by number."""
        rows = self.look_up("SELECT DISTINCT grp FROM judged_document ORDER BY 1")
        return [number for (number,) in rows]

    def query(self, text: str, seconds: float = 10.0, most: int = 100_000) -> list[Row]:
        """Run a SELECT that somebody wrote, over the views made for that.

        Raises:
            StoreError: It does anything but read those views, or takes too long, or
                returns too many rows.
        """
        self.connection.executescript(views())
        return self._queried(text, seconds, most)

    def query_by_group(self, text: str) -> list[Row]:
        """Run the query for each group by itself, as if there were no other documents.

        All together may take ten seconds, and a tenth of one more for each group.

        Raises:
            StoreError: As `query`.
        """
        groups = self.compared_groups()
        if len(groups) < 2:
            return self.query(text)
        end = time.monotonic() + 10 + len(groups) / 10
        rows: list[Row] = []
        self.connection.executescript(views(in_group=True) + BY_GROUP)
        try:
            for group in groups:
                self.connection.execute("DELETE FROM judged_asked")
                self.connection.execute("INSERT INTO judged_asked VALUES (?)", (group,))
                rows += self._queried(text, max(0.0, end - time.monotonic()))
        finally:
            self.connection.executescript(NOT_BY_GROUP)
        return rows

    def _queried(self, text: str, seconds: float, most: int = 100_000) -> list[Row]:
        with guarded(self.connection, seconds):
            try:
                rows = self.connection.execute(text).fetchmany(most + 1)
            except sqlite3.Error as error:
                message = str(error)
                if message == "interrupted":
                    message = f"takes longer than {seconds:g} seconds; narrow it"
                raise StoreError(f"query: {message}") from error
        if len(rows) > most:
            raise StoreError(f"query: returns more than {most} rows; narrow it")
        return rows


def _batches(numbers: set[int], size: int = 500) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
