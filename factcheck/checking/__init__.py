"""The way through the house, from documents to findings.

Names are imported when first used: a check in which nothing changed needs few of them.
"""

from typing import TYPE_CHECKING

from factcheck.lazy import lazy_names

if TYPE_CHECKING:
    from factcheck.checking.checking import check
    from factcheck.checking.corroboration import Corroborated
    from factcheck.checking.gathering import gather, gathered, release
    from factcheck.checking.judging import Result, judge
    from factcheck.checking.relating import Related, relate, resolutions
    from factcheck.checking.stamp import extraction_stamp
    from factcheck.checking.trying import try_rules

_HOMES = {
    "Corroborated": "corroboration",
    "Related": "relating",
    "Result": "judging",
    "check": "checking",
    "extraction_stamp": "stamp",
    "gather": "gathering",
    "gathered": "gathering",
    "judge": "judging",
    "relate": "relating",
    "release": "gathering",
    "resolutions": "relating",
    "try_rules": "trying",
}

__all__ = [
    "Corroborated",
    "Related",
    "Result",
    "check",
    "extraction_stamp",
    "gather",
    "gathered",
    "judge",
    "relate",
    "release",
    "resolutions",
    "try_rules",
]

__getattr__ = lazy_names(__name__, _HOMES)
