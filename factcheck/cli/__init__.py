"""Arguments in, report out, exit status; the only room that prints."""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from factcheck import __version__
from factcheck.errors import FactcheckError

CLEAN, FINDINGS, USAGE, INCOMPLETE = 0, 1, 2, 3
"""Exit status: all checked, nothing new; new findings; wrong use; not all checked."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells expect (128 + SIGINT)."""

MODULES = {
    "report": "check_command",
    **dict.fromkeys(("about", "diff", "facts", "sources", "timeline"), "question"),
}
"""Modules that answer several commands; each other command has one of its own name.

Its `run` takes the options and returns the exit status. It raises a `FactcheckError`
where a user can fix what went wrong.
"""


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status.

    Faults that a user can fix are printed to standard error in one line each and
    give status 2; a bug keeps its traceback.
    """
    if list(argv) in (["--version"], ["-V"]):
        print(f"factcheck {__version__}")
        return CLEAN
    from factcheck.cli.arguments import parse

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for screens without UTF-8
    try:
        options = parse(argv)
        name = MODULES.get(options.command, f"{options.command}_command")
        status: int = import_module(f"factcheck.cli.{name}").run(options)
        return status
    except FactcheckError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("factcheck: interrupted; what was extracted is kept", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
