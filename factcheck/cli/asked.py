"""Which documents a check is asked about, and which they are compared with."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from factcheck.documents import Collected, Document, collect, tell_apart
from factcheck.errors import UsageError
from factcheck.pipeline.settings import Settings


class Asked(NamedTuple):
    """What a check reads.

    Attributes:
        collected: All documents: those asked about, then those of the corpus.
        drafts: Ids of the documents asked about; None where that is all of them.
        left_out: How many were published too early to be asked about.
    """

    collected: Collected
    drafts: frozenset[str] | None = None
    left_out: int = 0

    @property
    def documents(self) -> list[Document]:
        """All documents, also those of which only another extractor's claims tell."""
        documents = list(self.collected.documents)
        if not self.collected.claims:
            return documents
        from factcheck.claims.border import read_claims

        known = {document.id: document for document in documents}
        return [*documents, *read_claims(self.collected.claims, known).documents]

    @property
    def corpus(self) -> int:
        """How many documents are there to be compared with only."""
        if self.drafts is None:
            return 0
        return len(self.collected.documents) - len(self.drafts)


def read_asked(paths: Sequence[str], settings: Settings) -> Asked:
    """Read the documents under the paths, and the corpus where there is one.

    What cannot be read becomes a fault. A document without a day of publication is
    never too early.

    Raises:
        UsageError: `since` is no day.
    """
    collected = collect(paths, sys.stdin.buffer if "-" in paths else None)
    drafts = _since(collected.documents, settings.since)
    left_out = len(collected.documents) - len(drafts)
    if not settings.against:
        kept = Collected(drafts, collected.faults, collected.claims)
        return Asked(kept, None, left_out)
    corpus = collect(settings.against)
    ours = set(_places(drafts))
    others = [
        document
        for document, place in zip(
            corpus.documents, _places(corpus.documents), strict=True
        )
        if place not in ours
    ]
    together = tell_apart([*drafts, *others])
    return Asked(
        Collected(
            together,
            [
                *collected.faults,
                *(f for f in corpus.faults if f not in collected.faults),
            ],
            [*collected.claims, *corpus.claims],
        ),
        frozenset(document.id for document in together[: len(drafts)]),
        left_out,
    )


def _since(documents: Sequence[Document], since: str | None) -> list[Document]:
    if since is None:
        return list(documents)
    try:
        first = date.fromisoformat(since).isoformat()
    except ValueError as error:
        said = f"--since {since}: want a day, such as 2024-05-03"
        raise UsageError(said) from error
    return [d for d in documents if d.published is None or d.published[:10] >= first]


def _places(documents: Iterable[Document]) -> list[tuple[object, int]]:
    """Say where documents lie, whatever the paths they were named by."""
    known: dict[str, object] = {}
    for document in documents:
        path = document.path or document.id
        if path not in known:
            known[path] = _file(path)
    return [(known[d.path or d.id], d.line) for d in documents]


def _file(path: str) -> object:
    try:
        status = Path(path).stat()
    except OSError:
        return path
    return status.st_dev, status.st_ino
