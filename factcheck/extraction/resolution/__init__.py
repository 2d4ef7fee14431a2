"""Decide across documents which names stand for one person, body or place."""

from factcheck.extraction.resolution.aliases import Aliases, load_aliases
from factcheck.extraction.resolution.evidence import Portrait, portrait
from factcheck.extraction.resolution.linking import link
from factcheck.extraction.resolution.model import Identity, Resolution
from factcheck.extraction.resolution.resolving import identify, needed, resolve

__all__ = [
    "Aliases",
    "Identity",
    "Portrait",
    "Resolution",
    "identify",
    "link",
    "load_aliases",
    "needed",
    "portrait",
    "resolve",
]
