"""Which function answers which command; each is imported when it is asked for."""

import argparse
from importlib import import_module

QUESTIONS = ("about", "diff", "facts", "sources", "timeline")
"""Commands that one module answers."""


def run_command(options: argparse.Namespace) -> int:
    """Run the command that was parsed and return its exit status.

    Raises:
        FactcheckError: A user can fix what went wrong.
    """
    command = options.command
    name = "question" if command in QUESTIONS else f"{command}_command"
    module = import_module(f"factcheck.cli.{name}")
    status: int = module.run(options)
    return status
