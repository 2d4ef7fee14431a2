"""Names that are imported when first used, because what they need is slow to import."""

from collections.abc import Callable, Mapping
from importlib import import_module

TYPE_CHECKING = False  # importing `typing` is half of what `--version` costs
if TYPE_CHECKING:
    from typing import Any


def lazy_names(package: str, homes: Mapping[str, str]) -> "Callable[[str], Any]":
    """Return a package's `__getattr__` that imports its names late.

    *homes* has the module within the package that each name is found in.
    """

    def find(name: str) -> "Any":
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return find


CACHE_SIZE = 65_536
"""Entries that a cache of this process holds at most, for functions of words or names.

A cache without a size belongs to a function without parameters: it holds one value.
"""
