"""What extraction depends on, in one hash: when it changes, all is extracted again."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from factcheck.extraction.models import model_files
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import data_folder
from factcheck.lexicons.style_guide import SHIPPED
from factcheck.pipeline.digests import File, digest_of, files_under
from factcheck.store import FactStore

ROOMS = ("claims", "documents", "extraction", "lexicons")
"""The packages whose code decides what is extracted."""

TABLES = ("tables", "lexicons")
"""The data folders that decide it."""


def extraction_stamp(
    model: str | None = None,
    store: FactStore | None = None,
    style_guide: str | None = None,
) -> str:
    """Hash the model's files, the extraction code and its tables.

    With a store, what was hashed before and looks the same is not hashed again.

    Raises:
        UsageError: The model is not installed.
        StoreError: The store cannot be written.
    """
    if store is None:
        return _stamp(model, style_guide)
    return digest_of(_files(model, style_guide), store)


@lru_cache(maxsize=CACHE_SIZE)
def _stamp(model: str | None, style_guide: str | None) -> str:
    return digest_of(_files(model, style_guide))


def _files(model: str | None, style_guide: str | None) -> Iterator[File]:
    yield from model_files(model)
    package = Path(__file__).parent.parent
    for room in ROOMS:
        yield from ((f"{room}/{n}", p) for n, p in files_under(package / room, ".py"))
    for table in TABLES:
        folder = data_folder() / table
        yield from ((f"{table}/{n}", p) for n, p in files_under(folder, ".yaml"))
    yield "style-guide", Path(style_guide) if style_guide else SHIPPED
