"""What is said on standard error: progress, what was not checked, and warnings."""

import sys
import time
from collections.abc import Iterable

from factcheck.pipeline.inputs import Reason


class ProgressLine:
    """One line on standard error that counts documents, with rate and time left."""

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.began = time.monotonic()
        self.drawn = 0.0

    def update(self, done: int, total: int, words: int) -> None:
        """Draw the line again, at most ten times a second."""
        now = time.monotonic()
        if not self.shown or (done < total and now - self.drawn < 0.1):
            return
        self.drawn = now
        passed = max(now - self.began, 1e-6)
        left = passed / done * (total - done)
        line = (
            f"extracting {done:,} of {total:,} documents, "
            f"{words / passed:,.0f} words/s, {_clock(left)} left"
        )
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
        if done == total:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def print_reasons(reasons: Iterable[Reason]) -> None:
    """Say what was not checked, one line each.

    Names and reasons may come from documents, and are made harmless to print.
    """
    from factcheck.reports.escape import inert

    for name, reason in reasons:
        line = f"factcheck: not checked: {inert(name)}: {inert(reason)}"
        print(line, file=sys.stderr)


def print_stale(stale: Iterable[str]) -> None:
    """Say which suppressions have no effect."""
    for warning in stale:
        print(f"factcheck: warning: {warning}", file=sys.stderr)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
