"""What claims say, by what they are found again; and what was found in them."""

from collections.abc import Iterable

from factcheck.store.kept.rows import OF_DOCUMENT, Rows
from factcheck.store.rows import Row, as_text, storable


class Found(Rows):
    """What claims say alike, findings by slot, and what is agreed on."""

    def said(self, sort: str, places: Iterable[int]) -> dict[int, set[str]]:
        """Return what the claims of some documents say of a sort, by claim."""
        found: dict[int, set[str]] = {}
        for place in places:
            rows = self._connection.execute(
                "SELECT claim, said FROM kept.kept_said"
                f" WHERE claim IN ({OF_DOCUMENT}) AND sort = ?",
                (place, sort),
            )
            for claim, said in rows:
                found.setdefault(claim, set()).add(said)
        return found

    def sayers(self, sort: str, said: str, most: int = -1) -> list[int]:
        """Return the claims that say something, at most so many, in order."""
        rows = self._connection.execute(
            "SELECT claim FROM kept.kept_said WHERE sort = ? AND said = ?"
            " ORDER BY claim LIMIT ?",
            (sort, said, most),
        )
        return [claim for (claim,) in rows]

    def count_sayers(self, sort: str, said: str) -> int:
        """Count the claims that say something."""
        row = self._connection.execute(
            "SELECT COUNT(*) FROM kept.kept_said WHERE sort = ? AND said = ?",
            (sort, said),
        )
        return int(row.fetchone()[0])

    def said_by(self, sort: str, claim: int) -> int:
        """Count what a claim says of a sort."""
        row = self._connection.execute(
            "SELECT COUNT(*) FROM kept.kept_said WHERE claim = ? AND sort = ?",
            (claim, sort),
        )
        return int(row.fetchone()[0])

    def texts(self, claim: int, role: str) -> list[str]:
        """Return the words that fill a role of a claim, in order."""
        rows = self._connection.execute(
            "SELECT text FROM kept.judged_role WHERE claim = ? AND role = ? ORDER BY n",
            (claim, role),
        )
        return [as_text(text) for (text,) in rows]

    def keep_said(self, rows: Iterable[Row]) -> None:
        """Keep sort, what is said, and claim."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO kept.kept_said VALUES (?, ?, ?)",
            storable(list(rows)),
        )

    def drop_said(self, places: Iterable[int]) -> None:
        """Forget what the claims of some documents say, before the claims go."""
        self._connection.executemany(
            f"DELETE FROM kept.kept_said WHERE claim IN ({OF_DOCUMENT})",
            [(place,) for place in places],
        )

    def findings(self) -> list[tuple[str, str, str]]:
        """Return rule, slot and payload of every finding, in order."""
        rows = self._connection.execute(
            "SELECT rule, slot, payload FROM kept.kept_finding ORDER BY n"
        )
        return [(rule, as_text(slot), as_text(payload)) for rule, slot, payload in rows]

    def drop_findings(self, slots: Iterable[tuple[str, str]]) -> None:
        """Forget the findings of some slots: rule and slot."""
        self._connection.executemany(
            "DELETE FROM kept.kept_finding WHERE rule = ? AND slot = ?",
            storable(list(slots)),
        )

    def drop_rules(self, rules: Iterable[str]) -> None:
        """Forget all that some rules found."""
        self._delete("kept_finding", "rule", [(rule,) for rule in rules])

    def keep_findings(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Keep rule, slot and payload of findings."""
        self._connection.executemany(
            "INSERT INTO kept.kept_finding (rule, slot, payload) VALUES (?, ?, ?)",
            storable(list(rows)),
        )

    def agreed(self) -> list[str]:
        """Return what several say alike, by the first claim that says it."""
        rows = self._connection.execute(
            "SELECT payload FROM kept.kept_agreed ORDER BY first, n"
        )
        return [as_text(payload) for (payload,) in rows]

    def drop_agreed(self, said: Iterable[str]) -> None:
        """Forget what is agreed on under some names."""
        self._delete("kept_agreed", "said", storable([(one,) for one in said]))

    def keep_agreed(self, rows: Iterable[tuple[str, int, str]]) -> None:
        """Keep name, first claim and payload of what several say alike."""
        self._connection.executemany(
            "INSERT INTO kept.kept_agreed (said, first, payload) VALUES (?, ?, ?)",
            storable(list(rows)),
        )
