"""`factcheck baseline`: which findings are known already."""

import argparse
from pathlib import Path

from factcheck.cli import CLEAN, INCOMPLETE
from factcheck.cli.decisions import decided
from factcheck.cli.messages import print_reasons
from factcheck.cli.outcome import CheckRun, run_check_again
from factcheck.findings import State
from factcheck.pipeline.inputs import open_store
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.reports.escape import inert
from factcheck.reports.report import plural
from factcheck.review import all_known, read_baseline, write_baseline


def run(options: argparse.Namespace) -> int:
    """Write, show or prune the baseline; 3 if the check for it was incomplete."""
    settings = load_settings(options)
    if options.action == "show":
        return _show(settings)
    with open_store(settings) as store:
        outcome = run_check_again(options.paths, settings, store)
    reasons = [*outcome.asked.faults, *outcome.result.not_checked]
    print_reasons(reasons)
    incomplete = bool(reasons) and not settings.allow_incomplete
    if options.action == "write":
        _write(outcome)
    elif incomplete:
        print(
            "nothing is taken out of the baseline while not everything is checked"
            " (--allow-incomplete accepts that)"
        )
    else:
        _prune(outcome)
    return INCOMPLETE if incomplete else CLEAN


def _show(settings: Settings) -> int:
    path = Path(settings.baseline)
    known = read_baseline(path)
    for one in sorted(known.values(), key=lambda k: (k.rule, k.key)):
        print(f"{one.fingerprint}  {one.rule}  {inert(one.key)}")
    print(f"{plural(len(known), 'known finding')} in {path}")
    return CLEAN


def _write(outcome: CheckRun) -> None:
    """Take everything that was found and is not suppressed for known."""
    path = Path(outcome.settings.baseline)
    before = set(read_baseline(path)) if path.is_file() else set()
    findings = decided(outcome, with_baseline=False).findings
    baseline = all_known(f for f in findings if f.state == State.NEW)
    write_baseline(baseline, path)
    after = set(baseline)
    change = f"{len(after - before)} added, {len(before - after)} taken out"
    print(f"{plural(len(after), 'known finding')} in {path} ({change})")


def _prune(outcome: CheckRun) -> None:
    """Take out what the rules that ran do not find any more."""
    path = Path(outcome.settings.baseline)
    baseline = read_baseline(path)
    ran = {rule.id for rule in outcome.result.rules}
    everything = not outcome.settings.select and not outcome.settings.ignore
    fingerprints = {finding.fingerprint for finding in outcome.result.findings}
    gone = [
        known
        for known in baseline.values()
        if known.fingerprint not in fingerprints and (everything or known.rule in ran)
    ]
    for known in gone:
        del baseline[known.fingerprint]
    write_baseline(baseline, path)
    for known in gone:
        print(f"gone  {known.fingerprint}  {known.rule}  {inert(known.key)}")
    print(f"{plural(len(baseline), 'known finding')} in {path} ({len(gone)} taken out)")
