"""The way through the house, from documents to findings.

Names are imported when first used: a check in which nothing changed needs few of them.
"""

from typing import TYPE_CHECKING

from factcheck.lazy import lazy_names

if TYPE_CHECKING:
    from factcheck.pipeline.cache_key import extraction_stamp
    from factcheck.pipeline.config import CheckConfig
    from factcheck.pipeline.gathering import gather, recalled, release
    from factcheck.pipeline.result import Result
    from factcheck.pipeline.run import check

_HOMES = {
    "CheckConfig": "config",
    "Result": "result",
    "check": "run",
    "extraction_stamp": "cache_key",
    "gather": "gathering",
    "recalled": "gathering",
    "release": "gathering",
}

__all__ = [
    "CheckConfig",
    "Result",
    "check",
    "extraction_stamp",
    "gather",
    "recalled",
    "release",
]

__getattr__ = lazy_names(__name__, _HOMES)
