"""What a check found as pandas data frames."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError, needs_extra
from factcheck.registry import unknown

if TYPE_CHECKING:
    from factcheck.pipeline.result import Result

Row = dict[str, Any]


def frame(result: "Result", what: str) -> Any:
    """Return a data frame of findings, claims, corroborated or documents.

    Raises:
        UsageError: pandas is not installed, or there is no such frame.
    """
    if what not in ROWS:
        raise UsageError(unknown("data frame", what, ROWS))
    with needs_extra("pandas", "a data frame"):
        import pandas
    return pandas.DataFrame(list(ROWS[what](result)))


def _findings(result: "Result") -> Iterator[Row]:
    for finding in result.findings:
        for variant in finding.variants:
            yield {
                "fingerprint": finding.fingerprint,
                "severity": str(finding.severity),
                "rule": finding.rule,
                "key": finding.key,
                "message": finding.message,
                "value": variant.label,
                "sources": list(variant.sources),
                "origins": len(variant.origins),
            }


def _claims(result: "Result") -> Iterator[Row]:
    for extraction in result.extractions:
        document = extraction.document
        for claim in extraction.claims:
            roles = claim.roles.items()
            yield {
                "claim": claim.id,
                "kind": claim.kind,
                "source": document.source,
                "published": document.published,
                "document": document.id,
                "words": document.quote(claim.span),
                "modality": claim.modality,
                "day": claim.time.start if claim.time else None,
                "roles": {r: [m.name or m.text for m in some] for r, some in roles},
            }


def _corroborated(result: "Result") -> Iterator[Row]:
    for one in result.corroborated:
        yield {
            "kind": one.kind,
            "key": one.key,
            "value": one.value,
            "sources": list(one.sources),
            "origins": len(one.origins),
        }


def _documents(result: "Result") -> Iterator[Row]:
    for extraction in result.extractions:
        document = extraction.document
        yield {
            "document": document.id,
            "source": document.source,
            "published": document.published,
            "title": document.title,
            "claims": len(extraction.claims),
            "text": document.text,
        }


ROWS: dict[str, Callable[["Result"], Iterator[Row]]] = {
    "findings": _findings,
    "claims": _claims,
    "corroborated": _corroborated,
    "documents": _documents,
}
"""The data frames there are."""
