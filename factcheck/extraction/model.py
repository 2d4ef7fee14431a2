"""What extraction finds in one document; kept with the claims, for the store reads it."""

from factcheck.claims.extraction import (
    Decision,
    Entity,
    Extraction,
    NameMention,
    TypedMention,
)

__all__ = ["Decision", "Entity", "Extraction", "NameMention", "TypedMention"]
