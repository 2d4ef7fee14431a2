"""Named things: a dictionary that refuses duplicates and suggests spellings."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

from factcheck.errors import UnknownNameError

T = TypeVar("T")

LISTED = 20
"""Names listed where none is near to what was written."""


class Registry(dict[str, T]):
    """Things of one sort by name, in the order they were registered.

    >>> numbers = Registry("number")
    >>> numbers.register("one")(1)
    1
    >>> numbers["oen"]
    Traceback (most recent call last):
    ...
    factcheck.errors.UnknownNameError: no number is named 'oen'; did you mean 'one'?
    """

    def __init__(self, sort: str) -> None:
        super().__init__()
        self.sort = sort

    def register(self, name: str) -> Callable[[T], T]:
        """Return a decorator that files its subject under *name*.

        Raises:
            ValueError: The name is taken.
        """

        def file(thing: T) -> T:
            if name in self:
                raise ValueError(f"two {self.sort}s are named {name!r}")
            self[name] = thing
            return thing

        return file

    def __missing__(self, name: str) -> T:
        raise UnknownNameError(unknown(self.sort, name, self))


def import_modules(package: str, path: Iterable[str]) -> None:
    """Import every module of a package, so that each registers what it holds.

    Packages within it are left out: they register nothing, and may be slow to import.
    """
    for module in iter_modules(path):
        if not module.ispkg:
            import_module(f"{package}.{module.name}")


def unknown(sort: str, name: str, known: object) -> str:
    """Say that *name* is not one of *known*, with the nearest or all that are."""
    from difflib import get_close_matches  # only a mistake pays for it

    names = sorted(str(k) for k in known)  # type: ignore[attr-defined]
    close = get_close_matches(name, names, n=1)
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    listed = f"known: {', '.join(names[:LISTED])}{more}"
    hint = f"did you mean {close[0]!r}?" if close else listed
    return f"no {sort} is named {name!r}; {hint}"
