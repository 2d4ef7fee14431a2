"""`factcheck about`: everything said of, by and to a person, a body or a place."""

import argparse

from factcheck.cli.question import ask
from factcheck.reports.questions import about


def run(options: argparse.Namespace) -> int:
    """Print the answer and return the exit status.

    Raises:
        FactcheckError: Configuration, rules, store or output are unusable, or nobody
            bears the name.
    """
    return ask(options, lambda report: about(report, options.name))
