"""Dated claims, day by day, and how many there are at what time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.claims import ASSERTED, KINDS, Claim
from factcheck.reports.model import Report
from factcheck.reports.site.dated_events import Telling, telling

MOST_BARS = 150
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
    shown: tuple[Telling, ...]
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


class Bar(NamedTuple):
    """How much happened in one stretch of time; x and height go from 0 to 100."""

    label: str
    number: int
    x: float
    width: float
    height: float


def timeline(report: Report) -> list[Dated]:
    """Return what is dated, by day; claims of one happening on one day are one."""
    cues = {
        (claim.document, mention.start)
        for claim in report.material.claims
        if claim.kind in ("quote", "statement")
        for mention in claim.role("cue")
    }
    days: defaultdict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in report.material.claims:
        time = claim.time
        if not KINDS[claim.kind].in_timeline or claim.modality != ASSERTED:
            continue
        if time is None or not _is_day(time.start) or _is_speech(claim, cues):
            continue
        happening = report.material.happenings.get(claim.id)
        same = happening or f"{claim.document} {_words(claim)}"
        start = time.start or ""
        days[start, time.end or start, claim.kind, same].append(claim)
    found = [
        Dated(
            start,
            end if end != start else None,
            kind,
            tuple(telling(c, report.documents) for c in claims[:WITNESSES]),
            len(claims),
            tuple(claim.id for claim in claims),
        )
        for (start, end, kind, _), claims in days.items()
    ]
    found.sort(key=lambda d: (d.day, d.until or d.day, -d.total, d.kind, d.claims))
    return list(_once(found))


def bars(dated: Sequence[Dated]) -> list[Bar]:
    """Count by day, month, year, decade or century: whichever leaves few enough bars.

    A time without anything is a gap.
    """
    if not dated:
        return []
    first, last = dated[0].day, dated[-1].day
    for label in (_day, _month, _year, _decade, _century):
        steps = _step(last, label) - _step(first, label) + 1
        if steps <= MOST_BARS:
            break
    counts = Counter(_step(one.day, label) for one in dated)
    names = {_step(one.day, label): label(one.day) for one in dated}
    most = max(counts.values())
    start = min(counts)
    return [
        Bar(
            names[step],
            counts[step],
            round(100 * (step - start) / steps, 3),
            round(min(80 / steps, 8), 3),
            round(100 * counts[step] / most, 1),
        )
        for step in sorted(counts)
    ]


def _once(found: Sequence[Dated]) -> Iterator[Dated]:
    """Leave out events told by a sentence that tells of that day already."""
    told: set[tuple[str, str | None, str]] = set()
    for one in found:
        where = {(one.day, one.until, _sentence(told)) for told in one.shown}
        if one.kind != "event" or not where <= told:
            yield one
        told |= where


def _sentence(told: Telling) -> str:
    return f"{told.source} {''.join(piece.text for piece in told.pieces)}"


def _is_speech(claim: Claim, cues: set[tuple[str, int]]) -> bool:
    """Tell whether an event is only that somebody said something."""
    trigger = claim.first("trigger") if claim.kind == "event" else None
    return trigger is not None and (claim.document, trigger.start) in cues


def _is_day(day: str | None) -> bool:
    """Tell whether a day is of the calendar; claims of others may say anything."""
    try:
        return date.fromisoformat(day or "").isoformat() == day
    except ValueError:
        return False


def _words(claim: Claim) -> str:
    return " ".join(m.text for m in claim.mentions())


def _day(day: str) -> str:
    return day


def _month(day: str) -> str:
    return day[:7]


def _year(day: str) -> str:
    return day[:4]


def _decade(day: str) -> str:
    return f"{day[:3]}0s"


def _century(day: str) -> str:
    return f"{day[:2]}00s"


def _step(day: str, label: object) -> int:
    """Number the stretches of time, so that gaps are seen."""
    if label is _day:
        return date.fromisoformat(day).toordinal()
    if label is _month:
        return int(day[:4]) * 12 + int(day[5:7])
    return int(day[: {_year: 4, _decade: 3, _century: 2}[label]])  # type: ignore[index]
