"""Say what may be claimed, and hold what was."""

from factcheck.claims import kinds
from factcheck.claims.declaration import KINDS
from factcheck.claims.model import (
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
