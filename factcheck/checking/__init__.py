"""The way through the house, from documents to findings.

Names are imported when first used: a check in which nothing changed needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.checking.checking import Result, check
    from factcheck.checking.corroboration import Corroborated
    from factcheck.checking.gathering import gather
    from factcheck.checking.relating import Related, relate
    from factcheck.checking.stamp import extraction_stamp
    from factcheck.checking.trying import try_rules

_HOMES = {
    "Corroborated": "corroboration",
    "Related": "relating",
    "Result": "checking",
    "check": "checking",
    "extraction_stamp": "stamp",
    "gather": "gathering",
    "relate": "relating",
    "try_rules": "trying",
}

__all__ = [
    "Corroborated",
    "Related",
    "Result",
    "check",
    "extraction_stamp",
    "gather",
    "relate",
    "try_rules",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
