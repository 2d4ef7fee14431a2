"""Keep of a check what is about some of its documents: drafts against a corpus."""

from collections.abc import Collection
from dataclasses import replace

from factcheck.checking.judging import Result


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
    return replace(
        result,
        findings=tuple(
            finding
            for finding in result.findings
            if any(ours.intersection(v.claims) for v in finding.variants)
        ),
        corroborated=tuple(
            agreed for agreed in result.corroborated if ours.intersection(agreed.claims)
        ),
    )
