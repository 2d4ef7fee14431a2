"""A folder for what an engine reads, made when needed and gone afterwards."""

import tempfile
from pathlib import Path

from factcheck.errors import StoreError


class Scratch:
    """A folder of its own inside another, or inside the system's for such things."""

    def __init__(self, within: str | None = None) -> None:
        self._within = within
        self._made: tempfile.TemporaryDirectory[str] | None = None

    def fresh(self) -> Path:
        """Return an empty folder; what was in an earlier one is removed.

        Raises:
            StoreError: It cannot be made.
        """
        self.close()
        try:
            self._made = tempfile.TemporaryDirectory(
                prefix="factcheck-", dir=self._within
            )
        except OSError as error:
            where = self._within or tempfile.gettempdir()
            raise StoreError(
                f"{where}: no folder can be made there ({error.strerror}); name"
                " another with --scratch"
            ) from error
        return Path(self._made.name)

    def close(self) -> None:
        """Remove the folder and all in it."""
        if self._made is not None:
            self._made.cleanup()
            self._made = None
