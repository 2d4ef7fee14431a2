"""Arguments in, report out, exit status; the only room that prints."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from factcheck import __version__
from factcheck.errors import FactcheckError

CLEAN, FOUND, USAGE, INCOMPLETE = 0, 1, 2, 3
"""Exit status: all checked, nothing new; new findings; wrong use; not all checked."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells expect (128 + SIGINT)."""


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status.

    Faults that a user can fix are printed to standard error in one line each and
    give status 2; a bug keeps its traceback.
    """
    if list(argv) in (["--version"], ["-V"]):
        print(f"factcheck {__version__}")
        return CLEAN
    from factcheck.cli.arguments import parse
    from factcheck.cli.commands import run_command

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for screens without UTF-8
    try:
        return run_command(parse(argv))
    except FactcheckError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("factcheck: interrupted; what was extracted is kept", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
