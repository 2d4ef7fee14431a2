"""Let rules read a part of what is kept, or all of it."""

from collections.abc import Collection, Iterable, Sequence

from factcheck.store.kept.rows import OF_DOCUMENT, Rows
from factcheck.store.schema import JUDGED_TABLES, judged_tables

COPIED = ("judged_document", "judged_claim", "judged_role")
"""The tables of which a part is shown; words are never copied."""


class Shown(Rows):
    """Chooses what the names of the judged tables stand for."""

    def claims_of(self, places: Iterable[int]) -> list[int]:
        """Return the numbers of the claims of some documents."""
        found: list[int] = []
        for place in places:
            rows = self._connection.execute(OF_DOCUMENT, (place,))
            found += [number for (number,) in rows]
        return found

    def ids_of_claims(self, places: Iterable[int]) -> set[str]:
        """Return the ids of the claims of some documents."""
        found: set[str] = set()
        for place in places:
            rows = self._connection.execute(
                "SELECT uid FROM kept.judged_claim WHERE document = ?", (place,)
            )
            found |= {uid for (uid,) in rows}
        return found

    def claims_in(
        self, kinds: Collection[str], names: Sequence[str], key: Sequence[int | None]
    ) -> list[int]:
        """Return the claims of a slot, and maybe others.

        Args:
            kinds: The kinds of claims.
            names: What the slot is made of: roles, and what claims have besides.
            key: Its numbers; None stands for nothing in the role.
        """
        columns = {"happening": "c.happening", "document": "c.document"}
        joins, conditions = [], []
        joined: list[object] = []
        values: list[object] = []
        for n, (name, part) in enumerate(zip(names, key, strict=True)):
            if part is None or name == "time":
                continue
            if name == "source":
                conditions.append(
                    "c.document IN (SELECT id FROM kept.judged_document WHERE src = ?)"
                )
            elif name in columns:
                conditions.append(f"{columns[name]} = ?")
            else:
                joins.append(
                    f"JOIN kept.judged_role j{n} ON j{n}.claim = c.id"
                    f" AND j{n}.role = ? AND j{n}.slot = ?"
                )
                joined += [name, part]
                continue
            values.append(part)
        marks = ", ".join("?" * len(kinds))
        conditions.append(f"c.kind IN ({marks})")
        rows = self._connection.execute(
            f"SELECT c.id FROM kept.judged_claim c {' '.join(joins)}"
            f" WHERE {' AND '.join(conditions)}",
            (*joined, *values, *kinds),
        )
        return [number for (number,) in rows]

    def show(self, claims: Iterable[int]) -> None:
        """Let rules read some claims only."""
        self._temporary(shown=True)
        connection = self._connection
        for table in COPIED:
            connection.execute(f"DELETE FROM temp.{table}")
        connection.execute("DELETE FROM temp.judged_chosen")
        connection.executemany(
            "INSERT INTO temp.judged_chosen VALUES (?)",
            [(number,) for number in sorted(set(claims))],
        )
        connection.execute(
            "INSERT INTO temp.judged_claim SELECT c.* FROM temp.judged_chosen n"
            " CROSS JOIN kept.judged_claim c ON c.id = n.claim"
        )
        connection.execute(
            "INSERT INTO temp.judged_role SELECT r.* FROM temp.judged_chosen n"
            " CROSS JOIN kept.judged_role r ON r.claim = n.claim"
        )
        connection.execute(
            "INSERT INTO temp.judged_document SELECT d.* FROM (SELECT DISTINCT"
            " document FROM temp.judged_claim) c"
            " CROSS JOIN kept.judged_document d ON d.id = c.document"
        )

    def show_all(self) -> None:
        """Let rules read everything that is kept."""
        self._temporary(shown=False)

    def hide(self) -> None:
        """Make the temporary tables again, empty, as a check finds them."""
        self._temporary(shown=True, tables=JUDGED_TABLES)

    def _temporary(self, shown: bool, tables: Sequence[str] = COPIED) -> None:
        """Make the temporary tables, or take them away to uncover what is kept.

        A name without a database means the temporary table where there is one.
        """
        there = {
            name
            for (name,) in self._connection.execute(
                "SELECT name FROM sqlite_temp_master WHERE type = 'table'"
            )
        }
        wanted = set(tables) if shown else set()
        for table in JUDGED_TABLES:
            if table in there and table not in wanted:
                self._connection.execute(f"DROP TABLE temp.{table}")
            if table in wanted and table not in there:
                for statement in judged_tables("temp", [table]):
                    self._connection.execute(statement)
