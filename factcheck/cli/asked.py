"""Which documents a check is asked about, and which they are compared with."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.documents import (
    Document,
    DocumentFault,
    ForeignClaim,
    collect,
    tell_apart,
)
from factcheck.errors import UsageError
from factcheck.pipeline.settings import Settings

if TYPE_CHECKING:
    from factcheck.claims import Claim


class Asked(NamedTuple):
    """What a check reads.

    Attributes:
        documents: Those asked about, then those of the corpus, then one without text
            for each of which only another extractor's claims tell.
        faults: What could not be read, and why.
        claims: What another extractor claims, checked.
        given: The same as it was given, for the key of the check.
        drafts: Ids of the documents asked about; None where that is all of them.
        corpus: How many documents are there to be compared with only.
        left_out: How many were published too early to be asked about.
    """

    documents: list[Document]
    faults: list[DocumentFault]
    claims: "Sequence[Claim]" = ()
    given: Sequence[ForeignClaim] = ()
    drafts: frozenset[str] | None = None
    corpus: int = 0
    left_out: int = 0


def read_asked(paths: Sequence[str], settings: Settings) -> Asked:
    """Read the documents under the paths, and the corpus where there is one.

    What cannot be read becomes a fault. A document without a day of publication is
    never too early.

    Raises:
        UsageError: `since` is not a day.
    """
    collected = collect(paths, sys.stdin.buffer if "-" in paths else None)
    drafts = _since(collected.documents, settings.since)
    left_out = len(collected.documents) - len(drafts)
    if not settings.against:
        asked = Asked(drafts, collected.faults, left_out=left_out)
        return _with_claims(asked, collected.claims)
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
    faults = [f for f in corpus.faults if f not in collected.faults]
    asked = Asked(
        together,
        [*collected.faults, *faults],
        drafts=frozenset(document.id for document in together[: len(drafts)]),
        corpus=len(others),
        left_out=left_out,
    )
    return _with_claims(asked, [*collected.claims, *corpus.claims])


def _with_claims(asked: Asked, given: Sequence[ForeignClaim]) -> Asked:
    """Check the claims of another extractor; what is wrong in them is a fault."""
    if not given:
        return asked
    from factcheck.claims.border import read_claims  # few checks need it

    border = read_claims(given, {document.id: document for document in asked.documents})
    return asked._replace(
        documents=[*asked.documents, *border.documents],
        faults=[*asked.faults, *border.faults],
        claims=border.claims,
        given=given,
    )


def _since(documents: Sequence[Document], since: str | None) -> list[Document]:
    if since is None:
        return list(documents)
    try:
        first = date.fromisoformat(since).isoformat()
    except ValueError as error:
        message = f"--since {since}: expected a date, such as 2024-05-03"
        raise UsageError(message) from error
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
