"""`factcheck facts`: what each source says of what, side by side."""

import argparse

from factcheck.cli.outputs import look_of, print_or_write
from factcheck.cli.question import output_of, status_of, whole_report
from factcheck.pipeline.settings import load_settings
from factcheck.reports.questions.facts import FACT_FORMATS


def run(options: argparse.Namespace) -> int:
    """Print the tables of facts and return the exit status.

    Raises:
        FactcheckError: Configuration, rules, store or output are unusable.
    """
    settings = load_settings(options)
    output = output_of(options.answer_format, FACT_FORMATS)
    report = whole_report(options.paths, settings)
    laid = FACT_FORMATS[output.format](report, look_of(output, settings))
    print_or_write(laid, output, settings)
    return status_of(report, settings)
