"""Answers to questions about documents: what is said of whom, when, and by whom."""

from factcheck.reports.questions.about import about
from factcheck.reports.questions.answer import ANSWER_FORMATS, Answer
from factcheck.reports.questions.diff import diff
from factcheck.reports.questions.sources import sources
from factcheck.reports.questions.stories import stories
from factcheck.reports.questions.timeline import timeline

__all__ = [
    "ANSWER_FORMATS",
    "Answer",
    "about",
    "diff",
    "sources",
    "stories",
    "timeline",
]
