"""What people decided about findings, read where the settings say."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from factcheck.cli.outcome import CheckRun
from factcheck.errors import UsageError
from factcheck.findings import Finding
from factcheck.review import (
    Decided,
    baseline_of,
    decide,
    read_suppressions,
    read_verdicts,
)

SHORTEST = 4
"""Characters of a fingerprint that may name a finding on the command line."""


def decided(outcome: CheckRun, with_baseline: bool = True) -> Decided:
    """Give the findings of a check the states that people decided."""
    settings, result = outcome.settings, outcome.result
    some = settings.select or settings.ignore
    return decide(
        result.findings,
        date.today(),
        read_suppressions(Path(settings.suppress)) if settings.suppress else (),
        read_verdicts(Path(settings.review)),
        baseline_of(settings) if with_baseline else None,
        {rule.id for rule in result.rules} if some else None,
    )


def named(fingerprint: str, findings: Sequence[Finding], outcome: CheckRun) -> Finding:
    """Return the finding of a check with a fingerprint, or with one that begins so.

    Raises:
        UsageError: There is none, or there are several.
    """
    wanted = fingerprint.casefold()
    if len(wanted) < SHORTEST:
        raise UsageError(f"{fingerprint}: give at least {SHORTEST} characters")
    fitting = [f for f in findings if f.fingerprint.startswith(wanted)]
    if len({f.fingerprint for f in fitting}) > 1:
        raise UsageError(f"{fingerprint}: several findings begin so:{_listed(fitting)}")
    if fitting:
        return fitting[0]
    near = _listed(sorted(findings, key=lambda f: -_alike(f.fingerprint, wanted))[:3])
    hint = f"; nearest:{near}" if near else ", and no other"
    where = " ".join(outcome.paths)
    raise UsageError(f"{fingerprint}: no such finding in the check of {where}{hint}")


def _alike(fingerprint: str, wanted: str) -> int:
    """Count the characters that stand at the same places."""
    return sum(a == b for a, b in zip(fingerprint, wanted, strict=False))


def _listed(findings: Iterable[Finding]) -> str:
    from factcheck.reports.escape import inert

    return "".join(f"\n  {f.fingerprint}  {f.rule}  {inert(f.key)}" for f in findings)
