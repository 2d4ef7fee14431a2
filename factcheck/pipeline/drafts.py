"""Keep of a check what is about some of its documents: drafts against a corpus."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from factcheck.findings import Finding
from factcheck.pipeline.corroboration import Corroborated
from factcheck.pipeline.judging import Result


def about(result: Result, drafts: Collection[str]) -> Result:
    """Return the findings and corroborations in which a draft has a say.

    A finding about the drafts has a claim of one among its variants: what a draft says
    in agreement with others is no reason to show where these contradict each other.
    """
    ours = {
        claim.id
        for extraction in result.extractions
        if extraction.document.id in drafts
        for claim in extraction.claims
    }
    findings, agreed = concerning(result.findings, result.corroborated, ours)
    return replace(result, findings=findings, corroborated=agreed)


def concerning(
    findings: Iterable[Finding], agreed: Iterable[Corroborated], ours: Collection[str]
) -> tuple[tuple[Finding, ...], tuple[Corroborated, ...]]:
    """Keep the findings and corroborations in which some claims have a say, by id."""
    claims = frozenset(ours)
    return (
        tuple(
            f
            for f in findings
            if any(claims.intersection(v.claims) for v in f.variants)
        ),
        tuple(one for one in agreed if claims.intersection(one.claims)),
    )
