"""Judge without Python's search for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back the search for cycles among objects.

    What judging makes has none, and goes when it is no longer used. Each search would
    go through all claims, and the whole pipeline where something was extracted before.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
