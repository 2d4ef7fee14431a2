"""What a check needs besides documents: the fact store and the user's aliases."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.pipeline.settings import Settings
from factcheck.store import FactStore

if TYPE_CHECKING:
    from factcheck.resolution.entities import Aliases

Reason = tuple[str, str]
"""A document or rule that was not checked, and why."""


def open_store(settings: Settings) -> FactStore:
    """Open the fact store the settings name.

    Raises:
        StoreError: It cannot be opened.
    """
    return FactStore.open(None if settings.store == "none" else Path(settings.store))


def read_aliases(settings: Settings) -> "Aliases | None":
    """Read the alias file, if there is one.

    Raises:
        RuleError: It is faulty.
    """
    from factcheck.resolution.entities import load_aliases

    return load_aliases(Path(settings.aliases)) if settings.aliases else None
