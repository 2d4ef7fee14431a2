"""Find time expressions and say when they are, as TIMEX3 values."""

from factcheck.extraction.times.model import Time, find_times

__all__ = ["Time", "find_times"]
