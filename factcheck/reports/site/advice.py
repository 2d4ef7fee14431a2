"""What to do about a finding, by what its claims are about."""

from functools import cache

from factcheck.findings import Finding
from factcheck.lexicons import load_table


def advice(finding: Finding) -> list[str]:
    """Return the steps that settle a finding of this sort, one sentence each."""
    kinds = {claim.kind for claim in finding.claims}
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    return list(_table().get(kind) or _table()["other"])


@cache
def _table() -> dict[str, list[str]]:
    laid = load_table("advice")
    return {str(kind): [str(step) for step in steps] for kind, steps in laid.items()}
