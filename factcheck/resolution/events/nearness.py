"""How near two claims are: their times, their publication, their words."""

from factcheck.resolution.events.features import EventFeatures

RECENT = 7
"""Days between two publications within which an undated event may be the same."""


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Say how much of the shorter of two sentences the other shares, 0 to 1."""
    shared = len(left & right)
    return shared / min(len(left), len(right)) if shared >= 3 else 0.0


def days_between(left: EventFeatures, right: EventFeatures) -> int | None:
    """Count the days between two times; 0 when they meet, None when one is missing."""
    if left.first is None or right.first is None:
        return None
    first, last = max(left.first, right.first), min(_end(left), _end(right))
    return max(0, first - last)


def _end(claim: EventFeatures) -> int:
    return claim.last or claim.first or 0


def timely(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two times, or the days of publication, are near each other."""
    gap = days_between(left, right)
    return gap <= 1 if gap is not None else published_within(left, right, RECENT)


def published_within(left: EventFeatures, right: EventFeatures, days: int) -> bool:
    """Ask whether two texts were published near enough; unknown days are near."""
    if left.published is None or right.published is None:
        return True
    return abs(left.published - right.published) <= days


def is_news(claim: EventFeatures) -> bool:
    """Ask whether nothing says that an event lies long before its publication."""
    if claim.last is None or claim.published is None:
        return True
    return claim.published - claim.last <= RECENT
