"""`factcheck timeline`: what the documents say happened, day by day."""

import argparse

from factcheck.cli.question import ask
from factcheck.reports.questions import timeline


def run(options: argparse.Namespace) -> int:
    """Print the answer and return the exit status.

    Raises:
        FactcheckError: Configuration, rules, store or output are unusable.
    """
    return ask(options, timeline)
