"""Find what a document claims, and who and what it speaks of.

Names are imported when first used: spaCy takes a second, and a check in which nothing
changed does without it.
"""

from typing import TYPE_CHECKING

from factcheck.lazy import lazy_names

if TYPE_CHECKING:
    from factcheck.extraction.analysis import EXTRACTORS, Analysis
    from factcheck.extraction.clean_text import Reading
    from factcheck.extraction.extracting import analyse, extract
    from factcheck.extraction.times import Time, find_times

_HOMES = {
    "EXTRACTORS": "analysis",
    "Analysis": "analysis",
    "analyse": "extracting",
    "extract": "extracting",
    "Reading": "clean_text",
    "Time": "times",
    "find_times": "times",
}

__all__ = [
    "EXTRACTORS",
    "Analysis",
    "Reading",
    "Time",
    "analyse",
    "extract",
    "find_times",
]

__getattr__ = lazy_names(__name__, _HOMES)
