"""`factcheck check`: flag where documents contradict each other."""

import argparse
import hashlib
from collections.abc import Sequence
from functools import partial

from factcheck.cli import CLEAN, FINDINGS, INCOMPLETE, USAGE
from factcheck.cli.decisions import decided
from factcheck.cli.messages import print_reasons, print_stale
from factcheck.cli.outcome import CheckRun, run_check_again
from factcheck.cli.outputs import Output, outputs, write
from factcheck.documents import path_of
from factcheck.findings import Severity, State
from factcheck.pipeline.inputs import open_store
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.reports import SITES, Look, Material
from factcheck.reports.report import NotChecked, Report, Summary
from factcheck.reports.text import text
from factcheck.review import Decided
from factcheck.store import FactStore

NOTHING = NotChecked("claims", "nothing at all was extracted from the documents")


def run(options: argparse.Namespace) -> int:
    """Check, report in every format asked for, and return the exit status.

    Without paths, which `factcheck report` allows, the last check is reported again.
    """
    settings = load_settings(options)
    targets = outputs(settings.formats)
    with open_store(settings) as store:
        outcome = run_check_again(options.paths, settings, store)
        pages = any(target.format in SITES for target in targets)
        material = outcome.material(store) if pages else Material()
        reviewed = decided(outcome)
        report = report_of(outcome, reviewed, material)
        as_text = partial(text_of, key=outcome.key, store=store)
        for target in targets:
            write(report, target, settings, as_text)
    _say_incomplete(report, targets)
    print_stale(reviewed.stale)
    return report.exit_code


def report_of(outcome: CheckRun, reviewed: Decided, material: Material) -> Report:
    """Put together what a report may say about a check."""
    asked, settings, result, *_ = outcome
    documents = asked.documents
    missing = [NotChecked(*fault) for fault in asked.faults]
    paths = {document.id: path_of(document) for document in documents}
    missing += [NotChecked(paths.get(n, n), why) for n, why in result.not_checked]
    checked = len(documents) - asked.corpus
    if asked.left_out and not checked:
        reason = f"none was published on or after {settings.since}"
        missing.append(NotChecked("documents", reason))
    elif documents and not result.claims and not missing:
        missing.append(NOTHING)
    summary = Summary(
        checked,
        result.claims,
        len(result.rules),
        result.corroborated,
        missing,
        asked.corpus,
        asked.left_out,
        result.compared,
    )
    return Report(
        reviewed.findings,
        {document.id: document for document in documents},
        summary,
        _status(reviewed, missing, settings),
        result.rules,
        material,
    )


def _status(
    reviewed: Decided, missing: Sequence[NotChecked], settings: Settings
) -> int:
    if reviewed.stale and settings.strict_suppressions:
        return USAGE
    if missing and not settings.allow_incomplete:
        return INCOMPLETE
    if settings.fail_on == "never":
        return CLEAN
    limit = Severity(settings.fail_on).rank
    bad = any(
        f.state == State.NEW and f.severity.rank <= limit for f in reviewed.findings
    )
    return FINDINGS if bad else CLEAN


def _say_incomplete(report: Report, targets: Sequence[Output]) -> None:
    """Say on standard error what was not checked, unless the screen shows it."""
    if any(t.format == "text" and t.path is None for t in targets):
        return
    print_reasons(report.summary.not_checked)


def text_of(report: Report, look: Look, key: str, store: FactStore) -> str:
    """Lay out the text report, or recall it.

    A check that is not remembered has no *key*, and nor is its report.
    """
    if not key:
        return text(report, look)
    name = f"text {_digest(report, look, key)}"
    recalled = store.recall(name)
    if recalled is None:
        recalled = text(report, look)
        store.remember(name, recalled)
    return recalled


def _digest(report: Report, look: Look, key: str) -> str:
    """Hash what the check itself does not decide: places, decisions and the look."""
    summary = report.summary
    counts = (summary.documents, summary.claims, summary.rules)
    counted = (*counts, summary.against, summary.left_out)
    shown = (
        (key, look, counted, list(map(tuple, summary.not_checked))),
        [(f.fingerprint, f.state, f.reason) for f in report.findings],
        [
            (d.id, d.path, d.line, d.verbatim, d.source)
            for d in report.documents.values()
        ],
    )
    return hashlib.sha256(repr(shown).encode("utf-8", "surrogatepass")).hexdigest()
