"""The way through the house, from documents to findings."""

from factcheck.checking.check import Result, check
from factcheck.checking.corroboration import Corroborated
from factcheck.checking.gathering import gather
from factcheck.checking.relating import Related, relate
from factcheck.checking.stamp import extraction_stamp

__all__ = [
    "Corroborated",
    "Related",
    "Result",
    "check",
    "extraction_stamp",
    "gather",
    "relate",
]
