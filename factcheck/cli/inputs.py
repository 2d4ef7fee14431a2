"""What commands share: the documents asked for, and what was not read."""

import sys
from collections.abc import Iterable, Sequence

from factcheck.documents import Collected, collect
from factcheck.pipeline.inputs import Reason


def read_inputs(paths: Sequence[str]) -> Collected:
    """Read the documents under the paths; what cannot be read becomes a fault."""
    return collect(paths, sys.stdin.buffer if "-" in paths else None)


def print_reasons(reasons: Iterable[Reason]) -> None:
    """Say on standard error what was not checked, one line each.

    Names and reasons may come from documents, and are made harmless to print.
    """
    from factcheck.reports.escape import inert

    for name, reason in reasons:
        told = f"{inert(name)}: {inert(reason)}"
        print(f"factcheck: not checked: {told}", file=sys.stderr)
