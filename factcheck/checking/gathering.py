"""Extract what is new, and take the rest from the fact store."""

from collections.abc import Callable, Sequence

from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.store import FactStore

Progress = Callable[[int, int, int], None]
"""Called with documents done, documents to do, and words read so far."""


def gather(
    documents: Sequence[Document],
    store: FactStore,
    stamp: str,
    model: str | None = None,
    progress: Progress | None = None,
) -> list[Extraction]:
    """Return what every document claims, extracting only what the store lacks.

    Each document is stored as soon as it is done, so an interrupted run loses nothing.

    Raises:
        UsageError: The model is not installed.
        StoreError: The store cannot be written.
    """
    known = store.known(documents, stamp)
    fresh = [document for document in documents if document.id not in known]
    found: dict[str, Extraction] = {}
    if fresh:
        from factcheck.extraction import extract

        words = 0
        for done, extraction in enumerate(extract(fresh, model), 1):
            store.put(extraction, stamp)
            found[extraction.document.id] = extraction
            words += extraction.document.text.count(" ") + 1
            if progress:
                progress(done, len(fresh), words)
    if known:
        recalled = store.extractions([d for d in documents if d.id in known])
        found |= {extraction.document.id: extraction for extraction in recalled}
    return [found[document.id] for document in documents]
