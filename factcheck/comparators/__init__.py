"""When values of one slot conflict: compatible, conflict or unknown."""

from factcheck.comparators import exact, interval, near, sets, taxonomy
from factcheck.comparators.model import (
    COMPARATORS,
    Comparator,
    Held,
    Options,
    Properties,
)

__all__ = [
    "COMPARATORS",
    "Comparator",
    "Held",
    "Options",
    "Properties",
    "exact",
    "interval",
    "near",
    "sets",
    "taxonomy",
]
