"""Digests of files, remembered as long as the files look the same.

Half of what an unchanged check could cost is hashing a model and our own code again.
"""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.store import FactStore

File = tuple[str, Path]
"""What a file is called in a digest, and where it lies."""

SETTLED = 2.0
"""Seconds after which a change of a file surely changes its times."""


def files_under(folder: Path, suffix: str) -> Iterator[File]:
    """Yield the files of a suffix in a folder and below, sorted, named within it."""
    files = []
    for parent, folders, names in os.walk(folder):
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        inside = os.path.relpath(parent, folder)
        files += [
            (f"{inside}/{name}", Path(parent, name))
            for name in names
            if name.endswith(suffix)
        ]
    yield from sorted(files)


def digest_of(files: Iterable[File], store: FactStore | None = None) -> str:
    """Hash files by name and content; with a store, only those that look changed.

    A file looks the same while its size, its times and its place on the disk do. One
    that changed within the last seconds is not remembered.
    """
    listed = list(files)
    if store is None:
        return _hashed(listed)
    look, settled = _look(listed)
    if (known := store.recall(look)) is not None:
        return known
    digest = _hashed(listed)
    if settled:
        store.remember(look, digest)
    return digest


def _hashed(files: Sequence[File]) -> str:
    digest = hashlib.sha256()
    for name, path in files:
        sha = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{name}\0{sha}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _look(files: Sequence[File]) -> tuple[str, bool]:
    digest = hashlib.sha256()
    newest = 0.0
    for name, path in files:
        seen = os.stat(path)  # noqa: PTH116 (Path.stat takes twice as long)
        newest = max(newest, seen.st_mtime, seen.st_ctime)
        state = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
        digest.update(f"{name}\0{path}\0{state}\n".encode("utf-8", "surrogatepass"))
    return f"look {digest.hexdigest()}", newest < time.time() - SETTLED
