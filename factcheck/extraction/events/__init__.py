"""Find events that have a date, and who took part in them where."""

from factcheck.extraction.events.dated import events

__all__ = ["events"]
