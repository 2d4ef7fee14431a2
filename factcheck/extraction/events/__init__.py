"""Find events: what happened, who did it to whom, when and where."""

from factcheck.extraction.events.extractor import events

__all__ = ["events"]
