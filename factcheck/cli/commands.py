"""Which module answers which command; each is imported when it is asked for.

Its `run` takes the options and returns the exit status. It raises a `FactcheckError`
where a user can fix what went wrong.
"""

import argparse
from importlib import import_module

MODULES = {
    "report": "check_command",
    **dict.fromkeys(("about", "diff", "facts", "sources", "timeline"), "question"),
}
"""Modules that answer several commands."""


def run_command(options: argparse.Namespace) -> int:
    """Run the command that was parsed and return its exit status.

    Raises:
        FactcheckError: A user can fix what went wrong.
    """
    command = options.command
    name = MODULES.get(command, f"{command}_command")
    module = import_module(f"factcheck.cli.{name}")
    status: int = module.run(options)
    return status
