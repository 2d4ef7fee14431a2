"""Find what a document claims, and who and what it speaks of.

Names are imported when first used: spaCy takes a second, and a check in which nothing
changed does without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.extraction.analysis import EXTRACTORS, Analysis
    from factcheck.extraction.extracting import analyse, extract
    from factcheck.extraction.models import describe_model
    from factcheck.extraction.reading import Reading
    from factcheck.extraction.times import Time, find_times

_HOMES = {
    "EXTRACTORS": "analysis",
    "Analysis": "analysis",
    "analyse": "extracting",
    "extract": "extracting",
    "describe_model": "models",
    "Reading": "reading",
    "Time": "times",
    "find_times": "times",
}

__all__ = [
    "EXTRACTORS",
    "Analysis",
    "Reading",
    "Time",
    "analyse",
    "describe_model",
    "extract",
    "find_times",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
