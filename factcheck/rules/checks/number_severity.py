"""How much two numbers of one thing matter: exact ones of one day, ones that grew."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from factcheck.claims import Claim
from factcheck.claims.written_numbers import is_size
from factcheck.findings import Severity
from factcheck.rules.definition.rule import Compare
from factcheck.rules.engine.evidence import Evidence

Days = Mapping[str, int | None]
"""The days of publication, counted, by document id."""


def severity_of(
    compare: Compare, evidence: Evidence, certain: bool, published: Days
) -> Severity | None:
    """Return the severity of a disagreement; None for that of the rule."""
    if not (compare.differ or compare.exact or compare.grown):
        return None if certain else compare.doubt
    sides = list(_sides(evidence))
    counted = [[claim for claim in side if not _tells_size(claim)] for side in sides]
    one_day = any(
        _days(left, published) & _days(right, published)
        for left, right in combinations(counted, 2)
    )
    if not certain:
        return None if one_day and compare.differ else compare.doubt
    if compare.grown and (_grew(sides, published) or _is_update(sides)):
        return compare.grown
    exact = [[claim for claim in side if _is_exact(claim)] for side in sides]
    both = any(
        _days(left, published) & _days(right, published)
        for left, right in combinations(exact, 2)
    )
    return compare.exact if both else None


def _sides(evidence: Evidence) -> Iterator[list[Claim]]:
    """Yield the claims of each variant."""
    for variant in evidence.variants:
        yield [claim for claim in evidence.claims if claim.id in variant.claims]


def _days(claims: Sequence[Claim], published: Days) -> set[int]:
    days = (published.get(claim.document) for claim in claims)
    return {day for day in days if day is not None}


def _is_update(sides: Sequence[Sequence[Claim]]) -> bool:
    """Ask whether all but one of the numbers are told to have taken another's place."""
    plain = [s for s in sides if not any(c.role("stage") for c in s)]
    return len(plain) < min(2, len(sides))


def _tells_size(claim: Claim) -> bool:
    """Ask whether a claim only tells a size: "dozens", "scores"."""
    value = claim.first("value")
    return value is not None and is_size(value.text)


def _is_exact(claim: Claim) -> bool:
    modifier, number = claim.first("modifier"), _number(claim)
    if number is None or (modifier is not None and modifier.value != "exact"):
        return False
    return number == int(number) and bool(number % 100 or number < 100)


def _number(claim: Claim) -> float | int | None:
    value = claim.first("value")
    number = value.value if value else None
    return number if isinstance(number, int | float) else None


def _grew(sides: Sequence[Sequence[Claim]], published: Days) -> bool:
    """Ask whether the numbers of all variants rise with the day of publication."""
    ranges = [
        (min(days), max(days), max(numbers))
        for side in sides
        if (days := _days(side, published))
        and (numbers := [n for claim in side if (n := _number(claim)) is not None])
    ]
    if len(ranges) < max(2, len(sides)):
        return False
    ranges.sort()
    return all(
        left[1] < right[0] and left[2] < right[2] for left, right in pairwise(ranges)
    )
