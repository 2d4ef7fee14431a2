"""Find time expressions and say when they are, as TIMEX3 values."""

from factcheck.extraction.times.finding import find_times
from factcheck.extraction.times.time_expression import Time

__all__ = ["Time", "find_times"]
