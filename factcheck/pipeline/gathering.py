"""Extract what is new, and take the rest from the fact store."""

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
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
    engine: str | None = None,
) -> list[Extraction]:
    """Return what every document claims, extracting only what the store lacks.

    Each document is stored as soon as its turn comes, so an interrupted run keeps what
    was done; one that broke something is tried again by the next run. With *jobs*
    several processes extract; 0 takes one for every core. The engine "spark" extracts
    on a cluster, every other here.

    Raises:
        UsageError: The model is not installed.
        StoreError: The store cannot be written.
    """
    return list(gathered(documents, store, stamp, model, progress, jobs, engine))


def gathered(
    documents: Sequence[Document],
    store: FactStore,
    stamp: str,
    model: str | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    engine: str | None = None,
) -> Iterator[Extraction]:
    """Yield what `gather` returns, one by one, so that memory need not hold it all."""
    known = store.known(documents, stamp)
    lacking = len(documents) - len(known)
    fresh = (document for document in documents if document.id not in known)
    done = words = 0
    with closing(_extracted(fresh, model, jobs, engine)) as extracted:
        for document in documents:
            if document.id in known:
                yield from store.extractions([document])
                continue
            extraction = next(extracted)
            if not extraction.failed:
                store.put(extraction, stamp)
            done += 1
            words += extraction.document.text.count(" ") + 1
            if progress:
                progress(done, lacking, words)
            yield extraction


def _extracted(
    fresh: Iterable[Document], model: str | None, jobs: int, engine: str | None
) -> Generator[Extraction, None, None]:
    """Import what extracts only when there is something to extract."""
    if engine == "spark":
        from factcheck.extraction.distributed import extract_on_cluster

        yield from extract_on_cluster(fresh, model)
        return
    from factcheck.extraction.parallel import extract_over

    yield from extract_over(fresh, model, jobs)


def release() -> None:
    """Give back what extraction loaded, where it ran and nothing more is extracted."""
    nlp = sys.modules.get("factcheck.extraction.nlp")  # not to load it for this
    if nlp is not None:
        nlp.release_pipeline()
