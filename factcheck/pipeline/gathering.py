"""Extract what is new, and take the rest from the fact store."""

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.config import CheckConfig
from factcheck.store import FactStore

Progress = Callable[[int, int, int], None]
"""Called with documents done, documents to do, and words read so far."""


def gather(
    documents: Sequence[Document],
    store: FactStore,
    config: CheckConfig,
    progress: Progress | None = None,
) -> Iterator[Extraction]:
    """Yield what every document claims, extracting only what the store lacks.

    One by one, so that memory need not hold it all. Each document is stored as soon as
    its turn comes, so an interrupted run keeps what was done; one that broke something
    is tried again by the next run.

    Raises:
        UsageError: The model is not installed.
        StoreError: The store cannot be written.
    """
    stamp = extraction_stamp(config.model, store, config.style_guide)
    known = store.known(documents, stamp)
    lacking = len(documents) - len(known)
    fresh = (document for document in documents if document.id not in known)
    done = words = 0
    with closing(_extracted(fresh, config)) as extracted:
        for document in documents:
            if document.id in known:
                yield recalled(document, store, stamp, config)
                continue
            extraction = next(extracted)
            if not extraction.failed:
                store.put(extraction, stamp)
            done += 1
            words += extraction.document.text.count(" ") + 1
            if progress:
                progress(done, lacking, words)
            yield extraction


def recalled(
    document: Document, store: FactStore, stamp: str, config: CheckConfig
) -> Extraction:
    """Return what was found in a document that was gathered.

    Where another process has since put another version in its place, it is extracted
    again, and not kept: the two would replace each other forever.
    """
    for extraction in store.extractions([document], stamp):
        return extraction
    alone = replace(config, jobs=1, engine=None)
    with closing(_extracted([document], alone)) as extracted:
        return next(extracted)


def _extracted(
    fresh: Iterable[Document], config: CheckConfig
) -> Generator[Extraction, None, None]:
    """Import what extracts only when there is something to extract."""
    if config.engine == "spark":
        from factcheck.extraction.distributed import extract_on_cluster

        yield from extract_on_cluster(fresh, config.model, config.style_guide)
        return
    from factcheck.extraction.parallel import extract_over

    yield from extract_over(fresh, config.model, config.jobs, config.style_guide)


def release() -> None:
    """Give back what extraction loaded, where it ran and nothing more is extracted."""
    nlp = sys.modules.get("factcheck.extraction.nlp")  # not to load it for this
    if nlp is not None:
        nlp.release_pipeline()
