"""Find how many: `quantity` claims with measures, bounds and what they are about."""

from factcheck.extraction.quantities.numbers import Number, find_numbers
from factcheck.extraction.quantities.quantity import quantities

__all__ = ["Number", "find_numbers", "quantities"]
