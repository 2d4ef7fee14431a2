"""How far extraction has come, on a terminal only."""

import sys
import time


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


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
