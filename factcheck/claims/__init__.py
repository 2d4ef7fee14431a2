"""Say what may be claimed, and hold what was."""

from factcheck.claims import kinds
from factcheck.claims.claim import (
    ASSERTED,
    DENIED,
    HYPOTHETICAL,
    MODALITIES,
    PLANNED,
    Claim,
    ClaimTime,
    Mention,
    Value,
    claim_to_json,
    mention_to_json,
)
from factcheck.claims.declaration import KINDS

__all__ = [
    "ASSERTED",
    "DENIED",
    "HYPOTHETICAL",
    "KINDS",
    "MODALITIES",
    "PLANNED",
    "Claim",
    "ClaimTime",
    "Mention",
    "Value",
    "claim_to_json",
    "kinds",
    "mention_to_json",
]
