"""Find who met whom and who went where: `meeting` and `visit` claims."""

from factcheck.extraction.meetings.meeting import meetings
from factcheck.extraction.meetings.visit import visits

__all__ = ["meetings", "visits"]
