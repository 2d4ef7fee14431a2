"""Extract what is new, and take the rest from the fact store."""

from collections.abc import Callable, Sequence
from contextlib import closing

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
    jobs: int = 1,
) -> list[Extraction]:
    """Return what every document claims, extracting only what the store lacks.

    Each document is stored as soon as its turn comes, so an interrupted run keeps what
    was done; one that broke something is tried again by the next run. With *jobs*
    several processes extract; 0 takes one for every core.

    Raises:
        UsageError: The model is not installed.
        StoreError: The store cannot be written.
    """
    known = store.known(documents, stamp)
    fresh = [document for document in documents if document.id not in known]
    found: dict[str, Extraction] = {}
    if fresh:
        from factcheck.extraction.parallel import extract_over

        words = 0
        with closing(extract_over(fresh, model, jobs)) as extracted:
            for done, extraction in enumerate(extracted, 1):
                if not extraction.failed:
                    store.put(extraction, stamp)
                found[extraction.document.id] = extraction
                words += extraction.document.text.count(" ") + 1
                if progress:
                    progress(done, len(fresh), words)
    if known:
        recalled = store.extractions([d for d in documents if d.id in known])
        found |= {extraction.document.id: extraction for extraction in recalled}
    return [found[document.id] for document in documents]
