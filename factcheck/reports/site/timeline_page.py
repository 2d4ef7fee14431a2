"""Dated claims, day by day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.claims import ASSERTED, KINDS, Claim
from factcheck.reports.report import Report
from factcheck.reports.site.dated_events import (
    ShownClaim,
    is_speech,
    shown_claim,
    speech_cues,
)

WITNESSES = 5  # sentences shown of what several texts tell


class Dated(NamedTuple):
    """Something that happened on a day, and who tells it in which words.

    Attributes:
        day: The first day, `YYYY-MM-DD`.
        until: The last day where there are several.
        kind: The kind of the claims.
        shown: Its sentences.
        total: How many claims there are.
        claims: Their ids.
    """

    day: str
    until: str | None
    kind: str
    shown: tuple[ShownClaim, ...]
    total: int
    claims: tuple[str, ...]

    @property
    def when(self) -> str:
        """The days in words, whole years as years: "1950 to 1959"."""
        if self.until is None:
            return self.day
        first, last = self.day, self.until
        if first.endswith("-01-01") and last.endswith("-12-31"):
            first, last = first[:4], last[:4]
        return first if first == last else f"{first} to {last}"


def timeline(report: Report) -> list[Dated]:
    """Return what is dated, by day; claims of one event on one day are one."""
    cues = speech_cues(report.material.claims)
    days: defaultdict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in report.material.claims:
        time = claim.time
        if not KINDS[claim.kind].in_timeline or claim.modality != ASSERTED:
            continue
        if time is None or not _is_day(time.start) or is_speech(claim, cues):
            continue
        event = report.material.events.get(claim.id)
        same = event or f"{claim.document} {_words(claim)}"
        start = time.start or ""
        days[start, time.end or start, claim.kind, same].append(claim)
    events = [
        Dated(
            start,
            end if end != start else None,
            kind,
            tuple(shown_claim(c, report.documents) for c in claims[:WITNESSES]),
            len(claims),
            tuple(claim.id for claim in claims),
        )
        for (start, end, kind, _), claims in days.items()
    ]
    events.sort(key=lambda d: (d.day, d.until or d.day, -d.total, d.kind, d.claims))
    return list(_once(events))


def _once(events: Sequence[Dated]) -> Iterator[Dated]:
    """Leave out events of a sentence that is shown for that day already."""
    shown: set[tuple[str, str | None, str]] = set()
    for one in events:
        where = {(one.day, one.until, _sentence(claim)) for claim in one.shown}
        if one.kind != "event" or not where <= shown:
            yield one
        shown |= where


def _sentence(claim: ShownClaim) -> str:
    return f"{claim.source} {''.join(piece.text for piece in claim.pieces)}"


def _is_day(day: str | None) -> bool:
    """Tell whether a day is of the calendar; claims of others may say anything."""
    try:
        return date.fromisoformat(day or "").isoformat() == day
    except ValueError:
        return False


def _words(claim: Claim) -> str:
    return " ".join(m.text for m in claim.mentions())
