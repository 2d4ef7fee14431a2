"""Decide across documents which names stand for one person, body or place."""

from factcheck.resolution.entities.aliases import Aliases, load_aliases
from factcheck.resolution.entities.identity import Resolution
from factcheck.resolution.entities.resolving import link, needed, resolve

__all__ = ["Aliases", "Resolution", "link", "load_aliases", "needed", "resolve"]
