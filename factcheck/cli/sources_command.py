"""`factcheck sources`: who agrees with whom, and who stands alone."""

import argparse

from factcheck.cli.question import ask
from factcheck.reports.questions import sources


def run(options: argparse.Namespace) -> int:
    """Print the answer and return the exit status.

    Raises:
        FactcheckError: Configuration, rules, store or output are unusable.
    """
    return ask(options, sources)
