"""When values of one slot conflict: compatible, conflict or unknown.

A new comparator is a new module here.
"""

from factcheck.comparators.comparator import COMPARATORS, Comparator, Held, Properties
from factcheck.registry import import_modules

import_modules(__name__, __path__)

__all__ = ["COMPARATORS", "Comparator", "Held", "Properties"]
