"""Decide across documents which names stand for one person, body or place."""

from factcheck.extraction.resolution.aliases import Aliases, load_aliases
from factcheck.extraction.resolution.linking import link
from factcheck.extraction.resolution.model import Identity, Resolution
from factcheck.extraction.resolution.resolving import needed, resolve

__all__ = [
    "Aliases",
    "Identity",
    "Resolution",
    "link",
    "load_aliases",
    "needed",
    "resolve",
]
