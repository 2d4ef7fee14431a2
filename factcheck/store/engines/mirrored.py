"""What engines share that read columns: a mirror of the judged tables, in a folder."""

import sqlite3

from factcheck.store.engines.mirror import Mirror
from factcheck.store.engines.scratch import Scratch


class Mirrored:
    """Holds a mirror of the judged tables, made when a query first needs it."""

    def __init__(
        self, connection: sqlite3.Connection, place: str, scratch: str | None = None
    ) -> None:
        self._judged = connection
        self._place = place
        self._scratch = Scratch(scratch)
        self._made: Mirror | None = None

    @property
    def _mirror(self) -> Mirror:
        if self._made is None:
            self._made = Mirror(self._judged, self._place, self._scratch.fresh())
        return self._made

    def renew(self, *tables: str) -> None:
        """Write these tables again before they are read."""
        if self._made is not None:
            self._made.forget(*tables)

    def close(self) -> None:
        """Remove the files."""
        self._made = None
        self._scratch.close()
