"""The way through the house, from documents to findings.

Names are imported when first used: a check in which nothing changed needs few of them.
"""

from typing import TYPE_CHECKING

from factcheck.lazy import lazy_names

if TYPE_CHECKING:
    from factcheck.pipeline.cache_key import extraction_stamp
    from factcheck.pipeline.config import CheckConfig
    from factcheck.pipeline.gathering import gather, recalled, release
    from factcheck.pipeline.judging import judge
    from factcheck.pipeline.result import Result
    from factcheck.pipeline.rule_tests import try_rules
    from factcheck.pipeline.run import check, run

_HOMES = {
    "CheckConfig": "config",
    "Result": "result",
    "check": "run",
    "extraction_stamp": "cache_key",
    "gather": "gathering",
    "judge": "judging",
    "recalled": "gathering",
    "release": "gathering",
    "run": "run",
    "try_rules": "rule_tests",
}

__all__ = [
    "CheckConfig",
    "Result",
    "check",
    "extraction_stamp",
    "gather",
    "judge",
    "recalled",
    "release",
    "run",
    "try_rules",
]

__getattr__ = lazy_names(__name__, _HOMES)
