"""What extraction finds in one document: it lives with the claims, below the store."""

from factcheck.claims.extraction import (
    Decision,
    Entity,
    Extraction,
    NameMention,
    TypedMention,
)

__all__ = ["Decision", "Entity", "Extraction", "NameMention", "TypedMention"]
