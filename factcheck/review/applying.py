"""Apply what people decided to findings: each is new, known or suppressed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.findings import Finding, State
from factcheck.review.baseline import Baseline
from factcheck.review.suppressions import SHORTEST, Suppression
from factcheck.review.verdicts import REAL, Judged, latest


@dataclass(frozen=True, slots=True)
class Decided:
    """Findings with their states, and decisions that have no effect any more.

    Attributes:
        findings: In the order they came.
        stale: Suppressions without effect, one sentence each with file, line, column.
    """

    findings: tuple[Finding, ...]
    stale: tuple[str, ...] = ()


def decide(
    findings: Sequence[Finding],
    as_of: date,
    suppressions: Sequence[Suppression] = (),
    verdicts: Sequence[Judged] = (),
    baseline: Baseline | None = None,
    ran: Collection[str] | None = None,
) -> Decided:
    """Give every finding its state.

    A suppression in force goes first, then the last verdict on the finding, then the
    baseline.

    Suppressions have to hold on the day *as_of*. *ran* are the rules that ran when not
    all did: a suppression for another rule is not called unused.
    """
    holding = [s for s in suppressions if s.reason and not s.expired(as_of)]
    judged = latest(verdicts)
    return Decided(
        tuple(
            _decided(finding, holding, judged, baseline or {}) for finding in findings
        ),
        tuple(_stale(suppressions, findings, as_of, ran)),
    )


def _decided(
    finding: Finding,
    holding: Sequence[Suppression],
    judged: dict[str, Judged],
    known: Collection[str],
) -> Finding:
    for suppression in holding:
        if suppression.covers(finding):
            return replace(finding, state=State.SUPPRESSED, reason=suppression.reason)
    verdict = judged.get(finding.fingerprint)
    if verdict and verdict.verdict != REAL:
        reason = ": ".join(part for part in (verdict.verdict, verdict.note) if part)
        return replace(finding, state=State.SUPPRESSED, reason=reason)
    return replace(
        finding,
        state=State.KNOWN if finding.fingerprint in known else State.NEW,
        reason="",
    )


def _stale(
    entries: Sequence[Suppression],
    findings: Sequence[Finding],
    as_of: date,
    ran: Collection[str] | None,
) -> Iterator[str]:
    for entry in entries:
        if not entry.reason:
            yield f"{entry.place}: {entry.about}: has no reason; it has no effect"
        elif entry.expired(as_of):
            yield (
                f"{entry.place}: {entry.about}: expired on {entry.expires}; decide"
                " again, or take it out"
            )
        elif (ran is None or entry.rule in ran) and not any(
            map(entry.covers, findings)
        ):
            yield f"{entry.place}: {entry.about}: {_unused(entry, findings)}"


def _unused(entry: Suppression, findings: Sequence[Finding]) -> str:
    """Say that an entry matches nothing, and what it would match but for new values."""
    again = replace(entry, fingerprint=None)
    if entry.rule and entry.key:
        for finding in findings:
            if again.covers(finding):
                now = finding.fingerprint[:SHORTEST]
                return f"the sources say something else now ({now}); decide again"
    return "matches no finding; take it out"
