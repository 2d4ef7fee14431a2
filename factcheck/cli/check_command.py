"""`factcheck check`: flag where documents contradict each other."""

import argparse
import sys
from collections.abc import Sequence

from factcheck.checking.remembering import Outcome, check_key, pack, unpack
from factcheck.checking.stamp import extraction_stamp
from factcheck.cli import CLEAN, FOUND, INCOMPLETE
from factcheck.cli.inputs import open_store, read_inputs
from factcheck.cli.outputs import Output, outputs, write
from factcheck.cli.rule_choice import chosen_files
from factcheck.cli.settings import Settings, load_settings
from factcheck.documents import Collected, Document
from factcheck.findings import Severity, State
from factcheck.reports.model import NotChecked, Report, Summary
from factcheck.store import FactStore

NOTHING = NotChecked("claims", "nothing at all was extracted from the documents")


def run(options: argparse.Namespace) -> int:
    """Check, report in every format asked for, and return the exit status.

    Raises:
        FactcheckError: Configuration, rules, store or outputs are unusable.
    """
    settings = load_settings(options)
    targets = outputs(settings.formats)
    collected = read_inputs(options.paths)
    with open_store(settings) as store:
        outcome = _outcome(collected, settings, store)
    report = _report(outcome, collected, settings)
    for target in targets:
        write(report, target, settings.verbose)
    _say_incomplete(report, targets)
    return report.exit_code


def _outcome(collected: Collected, settings: Settings, store: FactStore) -> Outcome:
    """Tell the outcome again where nothing changed, else make it."""
    key = _key(collected, settings)
    told = store.recall(key)
    if told is not None:
        return unpack(told)
    from factcheck.cli.full_check import full_check

    outcome = full_check(collected, settings, store)
    store.remember(key, pack(outcome))
    return outcome


def _key(collected: Collected, settings: Settings) -> str:
    documents: Sequence[Document] = collected.documents
    files = chosen_files(settings)
    return check_key(
        documents,
        files,
        (
            extraction_stamp(settings.model),
            settings.group_by,
            sorted(settings.select),
            sorted(settings.ignore),
            [(claim.where, claim.laid) for claim in collected.claims],
        ),
    )


def _report(outcome: Outcome, collected: Collected, settings: Settings) -> Report:
    missing = [NotChecked(*fault) for fault in collected.faults]
    missing += [NotChecked(*reason) for reason in outcome.not_checked]
    if collected.documents and not outcome.claims and not missing:
        missing.append(NOTHING)
    summary = Summary(
        len(collected.documents),
        outcome.claims,
        len(outcome.rules),
        outcome.corroborated,
        missing,
    )
    return Report(
        outcome.findings,
        {document.id: document for document in collected.documents},
        summary,
        _status(outcome, missing, settings),
        outcome.rules,
    )


def _status(outcome: Outcome, missing: Sequence[NotChecked], settings: Settings) -> int:
    if missing and not settings.allow_incomplete:
        return INCOMPLETE
    if settings.fail_on == "never":
        return CLEAN
    limit = Severity(settings.fail_on).rank
    bad = any(
        f.state == State.NEW and f.severity.rank <= limit for f in outcome.findings
    )
    return FOUND if bad else CLEAN


def _say_incomplete(report: Report, targets: Sequence[Output]) -> None:
    """Say on standard error what was not checked, unless the screen shows it."""
    if any(t.format == "text" and t.path is None for t in targets):
        return
    for name, reason in report.summary.not_checked:
        print(f"factcheck: not checked: {name}: {reason}", file=sys.stderr)
