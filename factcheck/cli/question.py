"""Commands that answer a question about documents: a report, and where answers go."""

import argparse
from collections.abc import Callable
from typing import Any

from factcheck.cli import CLEAN, INCOMPLETE
from factcheck.cli.check_command import report_of
from factcheck.cli.decisions import decided
from factcheck.cli.messages import print_reasons
from factcheck.cli.outcome import run_check_again
from factcheck.cli.outputs import look_of, output_of, print_or_write
from factcheck.pipeline.inputs import open_store
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.registry import Registry
from factcheck.reports import Report
from factcheck.reports.questions import (
    ANSWER_FORMATS,
    Answer,
    about,
    diff,
    sources,
    timeline,
)
from factcheck.reports.questions.facts import FACT_FORMATS

Asked = Callable[[Report, argparse.Namespace], Answer]
QUESTIONS: dict[str, Asked] = {
    "about": lambda report, options: about(report, options.name),
    "diff": lambda report, _: diff(report),
    "sources": lambda report, _: sources(report),
    "timeline": lambda report, _: timeline(report),
}
"""What answers each command whose answer is one table."""


def run(options: argparse.Namespace) -> int:
    """Check the documents, answer a question about them, and return the exit status."""
    settings = load_settings(options)
    answer_of = QUESTIONS.get(options.command)
    formats: Registry[Any] = ANSWER_FORMATS if answer_of else FACT_FORMATS
    output = output_of(options.answer_format, formats)
    report = whole_report(options.paths, settings)
    answer = answer_of(report, options) if answer_of else report
    laid = formats[output.format](answer, look_of(output, settings))
    print_or_write(laid, output, settings)
    return status_of(report, settings)


def whole_report(paths: list[str], settings: Settings) -> Report:
    """Check documents, name on standard error what was not read, return all the rest.

    Without paths, those of the last check.
    """
    with open_store(settings) as store:
        outcome = run_check_again(paths, settings, store)
        report = report_of(outcome, decided(outcome), outcome.material(store))
    print_reasons(report.summary.not_checked)
    return report


def status_of(report: Report, settings: Settings) -> int:
    """Return the exit status: 0 unless something could not be read.

    Sources that differ are not a failure of a question.
    """
    incomplete = report.summary.not_checked and not settings.allow_incomplete
    return INCOMPLETE if incomplete else CLEAN
