"""What extraction depends on, in one hash: a changed one means extracting anew."""

import hashlib
from functools import cache
from pathlib import Path

from factcheck.extraction.models import describe_model
from factcheck.lexicons import data_folder

ROOMS = ("claims", "documents", "extraction", "lexicons")
"""The packages whose code decides what is extracted."""

TABLES = ("tables", "lexicons")
"""The data folders that decide it."""


@cache
def extraction_stamp(model: str | None = None) -> str:
    """Hash the model's files, the extraction code and its tables.

    Raises:
        UsageError: The model is not installed.
    """
    package = Path(__file__).parent.parent
    digest = hashlib.sha256(describe_model(model).digest.encode())
    for room in ROOMS:
        _add(digest, package / room, "*.py")
    for folder in TABLES:
        _add(digest, data_folder() / folder, "*.yaml")
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", folder: Path, pattern: str) -> None:
    for path in sorted(folder.rglob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
