"""`factcheck diff`: what changed between two versions, in fact and in style."""

import argparse

from factcheck.cli.question import ask
from factcheck.reports.questions import diff


def run(options: argparse.Namespace) -> int:
    """Print the answer and return the exit status.

    Raises:
        FactcheckError: Configuration, rules, store or output are unusable, or there
            are not two texts.
    """
    return ask(options, diff)
