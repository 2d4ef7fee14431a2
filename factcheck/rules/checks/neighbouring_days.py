"""Two days beside each other that the hour, a time zone or "yesterday" explains."""

from collections.abc import Iterable
from itertools import combinations, product

from factcheck.claims import Claim
from factcheck.claims.day_numbers import day_number, possible_days
from factcheck.rules.engine.evidence import Evidence


def explanation(evidence: Evidence) -> str | None:
    """Say why the days of a finding may be one; None where nothing printed says so.

    "Late on Saturday" and "on Sunday" may be one night.
    """
    sides = [
        [c for c in evidence.claims if c.id in variant.claims]
        for variant in evidence.variants
    ]
    words: list[str] = []
    for left, right in combinations(sides, 2):
        pairs = (_explaining(pair) for pair in product(left, right))
        explained = next(filter(None, pairs), None)
        if explained is None:
            return None
        words += explained
    printed = " and ".join(f"“{text}”" for text in dict.fromkeys(words))
    return (
        f"The days lie beside each other, and {printed} may belong to either: "
        "by the hour, the time zone or the day of writing."
    )


def _explaining(pair: Iterable[Claim]) -> list[str]:
    """Return the words of two claims by which their days may be one, if they may."""
    spans, words = [], []
    for claim in pair:
        time = claim.time
        first, last = (
            day_number(time.start if time else None),
            day_number(time.end if time else None),
        )
        if time is None or first is None or first != last:
            return []
        spans.append(possible_days(first, last, time.text))
        words += [time.text] if spans[-1] != (first, last) else []
    (low, high), (other_low, other_high) = spans
    return words if max(low, other_low) <= min(high, other_high) else []
