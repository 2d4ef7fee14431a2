"""`factcheck review`: verdicts on findings, and how good the rules are by them."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from factcheck.cli import CLEAN
from factcheck.cli.decisions import named
from factcheck.cli.outcome import run_check_again
from factcheck.errors import UsageError
from factcheck.pipeline.inputs import open_store
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.registry import unknown
from factcheck.reports.escape import inert
from factcheck.review import VERDICTS, Judged, add_verdict, precision, read_verdicts


def run(options: argparse.Namespace) -> int:
    """Note a verdict, or list them."""
    settings = load_settings(options)
    if options.listed or options.fingerprint is None:
        return _list(settings)
    if options.verdict is None:
        raise UsageError(f"say what it is: {', '.join(VERDICTS)}")
    if options.verdict not in VERDICTS:
        raise UsageError(unknown("verdict", options.verdict, VERDICTS))
    with open_store(settings) as store:
        outcome = run_check_again(options.paths, settings, store)
    finding = named(options.fingerprint, outcome.result.findings, outcome)
    judged = Judged(
        finding.fingerprint,
        finding.rule,
        finding.key,
        options.verdict,
        options.note,
        options.by,
        date.today().isoformat(),
    )
    path = Path(settings.review)
    read_verdicts(path)  # a faulty file is not written to
    add_verdict(judged, path)
    print(f"{judged.rule}  {inert(judged.key)}: {judged.verdict} (in {path})")
    return CLEAN


def _list(settings: Settings) -> int:
    path = Path(settings.review)
    verdicts = read_verdicts(path)
    if not verdicts:
        print(f"no verdicts in {path}; give one: factcheck review FINGERPRINT VERDICT")
        return CLEAN
    for judged in verdicts:
        print("  ".join(_parts(judged)))
    print()
    _print_precision(verdicts)
    return CLEAN


def _parts(judged: Judged) -> list[str]:
    head = [judged.on, judged.fingerprint[:8], f"{judged.verdict:<12}", judged.rule]
    more = [judged.key, judged.note, judged.by and f"({judged.by})"]
    return [part for part in (*head, *map(inert, more)) if part]


def _print_precision(verdicts: Sequence[Judged]) -> None:
    counted = precision(verdicts)
    width = max(len("rule"), *(len(one.rule) for one in counted))
    print(f"{'rule':<{width}}  precision  judged  real  accepted  not an issue")
    for one in counted:
        print(
            f"{one.rule:<{width}}  {one.share:>9.0%}  {one.judged:>6}  {one.real:>4}"
            f"  {one.accepted:>8}  {one.wrong:>12}"
        )
