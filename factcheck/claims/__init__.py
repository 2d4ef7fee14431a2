"""Say what may be claimed, and hold what was."""

from factcheck.claims import kinds
from factcheck.claims.contract import claim_to_json, mention_to_json
from factcheck.claims.declaration import KINDS, MENTION_TYPES, ClaimKind
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
)

__all__ = [
    "ASSERTED",
    "DENIED",
    "HYPOTHETICAL",
    "KINDS",
    "MENTION_TYPES",
    "MODALITIES",
    "PLANNED",
    "Claim",
    "ClaimKind",
    "ClaimTime",
    "Mention",
    "Value",
    "claim_to_json",
    "kinds",
    "mention_to_json",
]
