"""Decide across documents which names stand for one person, body or place."""

from factcheck.resolution.entities.aliases import Aliases, load_aliases
from factcheck.resolution.entities.identity import Identity, Resolution
from factcheck.resolution.entities.linking import link
from factcheck.resolution.entities.person_features import Portrait, portrait
from factcheck.resolution.entities.resolving import identify, needed, resolve

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
