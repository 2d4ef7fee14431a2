"""Which function answers which command; each is imported when it is asked for."""

import argparse
from importlib import import_module


def run_command(options: argparse.Namespace) -> int:
    """Run the command that was parsed and return its exit status.

    Raises:
        FactcheckError: A user can mend what went wrong.
    """
    module = import_module(f"factcheck.cli.{options.command}_command")
    status: int = module.run(options)
    return status
