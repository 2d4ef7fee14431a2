"""What commands share: the documents asked for, the store, and what was not read."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.settings import Settings
from factcheck.documents import Collected, collect
from factcheck.store import FactStore

if TYPE_CHECKING:
    from factcheck.extraction.resolution import Aliases

Reason = tuple[str, str]
"""A document or rule that was not checked, and why."""


def read_inputs(paths: Sequence[str]) -> Collected:
    """Read the documents under the paths; what cannot be read becomes a fault."""
    return collect(paths, sys.stdin.buffer if "-" in paths else None)


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
    from factcheck.extraction.resolution import load_aliases

    return load_aliases(Path(settings.aliases)) if settings.aliases else None


def print_reasons(reasons: Iterable[Reason]) -> None:
    """Say on standard error what was not checked, one line each.

    Names and reasons may come from documents, and are made harmless to print.
    """
    from factcheck.reports.inert import inert

    for name, reason in reasons:
        told = f"{inert(name)}: {inert(reason)}"
        print(f"factcheck: not checked: {told}", file=sys.stderr)
