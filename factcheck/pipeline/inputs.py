"""What a check needs besides documents: the fact store."""

from pathlib import Path

from factcheck.pipeline.settings import Settings
from factcheck.store import FactStore

Reason = tuple[str, str]
"""A document or rule that was not checked, and why."""


def open_store(settings: Settings) -> FactStore:
    """Open the fact store the settings name.

    Raises:
        StoreError: It cannot be opened.
    """
    return FactStore.open(None if settings.store == "none" else Path(settings.store))
