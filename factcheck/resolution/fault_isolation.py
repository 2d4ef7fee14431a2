"""Link all documents that can be linked, and report those that break linking."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from factcheck.claims.extraction import Extraction
from factcheck.errors import Faults

T = TypeVar("T")

MOST_DROPPED = 8
"""Documents left out one by one; after that, all from the next bad one on are."""


def linked_without_faults(
    what: str,
    link: Callable[[list[Extraction]], T],
    documents: Sequence[Extraction],
    faults: dict[str, Faults],
) -> T:
    """Return what *link* makes of the documents, without those it fails on.

    Where it fails, the first document with which it does is left out, and so on.

    Args:
        what: What is done, for the report.
        link: Works on any part of the documents; on none it must not fail.
        documents: All of them.
        faults: Is told why a document was left out, by document id.
    """
    used = list(documents)
    for dropped in range(MOST_DROPPED + 1):
        attempt = Faults()
        with attempt.survived(what):
            return link(used)
        bad = _first_failing(link, used)
        end = bad + 1 if dropped < MOST_DROPPED else len(used)
        for one in used[bad:end]:
            faults.setdefault(one.document.id, Faults()).note(_reason(attempt))
        del used[bad:end]
    return link(used)


def _reason(attempt: Faults) -> str:
    return str(attempt).rpartition(";")[0]


def _first_failing(
    link: Callable[[list[Extraction]], object], documents: list[Extraction]
) -> int:
    """Return the place of the document that makes the shortest failing beginning."""
    good, bad = 0, len(documents)
    while bad - good > 1:
        middle = (good + bad) // 2
        attempt = Faults()
        with attempt.survived(""):
            link(documents[:middle])
        good, bad = (good, middle) if attempt else (middle, bad)
    return good
