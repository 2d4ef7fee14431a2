"""Find what a document claims, and who and what it speaks of."""

from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.extract import analyse, extract
from factcheck.extraction.model import (
    Decision,
    Entity,
    Extraction,
    NameMention,
    TypedMention,
)

__all__ = [
    "EXTRACTORS",
    "Analysis",
    "Decision",
    "Entity",
    "Extraction",
    "NameMention",
    "TypedMention",
    "analyse",
    "extract",
]
