"""What one part of a document says of a toll holds for its other parts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.claims import Claim
from factcheck.extraction.quantities.measures import group
from factcheck.extraction.quantities.stages import EARLIER, UPDATED

GROWTH = 3
"""Times by which a toll that is given anew exceeds the earlier one, at most."""


def hedged(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of a document, its tolls as cautious as it is itself.

    A headline drops "at least" and "about" for want of room; where the text has them,
    the headline's number is no more exact. Where a text gives an earlier toll, its
    larger one is an update.
    """
    found = list(claims)
    tolls = [claim for claim in found if _measure(claim) in group("tolls")]
    return [_cautious(claim, tolls) if claim in tolls else claim for claim in found]


def _cautious(claim: Claim, tolls: Sequence[Claim]) -> Claim:
    value, said = claim.first("value"), claim.first("modifier")
    alike = [c for c in tolls if c is not claim and _measure(c) == _measure(claim)]
    roles = dict(claim.roles)
    if value is not None and said is not None and said.value == "exact":
        bounds = (c.first("modifier") for c in alike if _number(c) == value.value)
        if bound := next((b for b in bounds if b and b.value != "exact"), None):
            roles["modifier"] = (replace(said, value=bound.value),)
    if value is not None and "stage" not in roles and _outgrows(claim, alike):
        roles["stage"] = (replace(value, value=UPDATED),)
    return claim if roles == claim.roles else replace(claim, roles=roles, id="")


def _outgrows(claim: Claim, alike: Sequence[Claim]) -> bool:
    """Ask whether a toll takes the place of an earlier one that is given too."""
    number = _number(claim)
    if not isinstance(number, int | float):
        return False
    told = (c for c in alike if (stage := c.first("stage")) and stage.value == EARLIER)
    before = [n for n in map(_number, told) if isinstance(n, int | float)]
    return any(earlier < number <= GROWTH * earlier for earlier in before)


def _measure(claim: Claim) -> object:
    measure = claim.first("measure") if claim.kind == "quantity" else None
    return measure.value if measure else None


def _number(claim: Claim) -> object:
    value = claim.first("value")
    return value.value if value else None
