"""What was read besides what was found, for reports that show people and days."""

from collections.abc import Collection, Sequence

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.corroboration import alone
from factcheck.pipeline.external_claims import adopt
from factcheck.pipeline.gathering import gather
from factcheck.pipeline.material import Material
from factcheck.resolution.entities import Aliases
from factcheck.resolution.relating import relate
from factcheck.rules import Rule
from factcheck.rules.engine.explain import relations
from factcheck.store import FactStore


def material(
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    documents: Sequence[Document],
    store: FactStore,
    *,
    by_group: bool = False,
    aliases: Aliases | None = None,
    model: str | None = None,
    foreign: Sequence[Claim] = (),
    drafts: Collection[str] | None = None,
) -> Material:
    """Read again, from the store, what a check of these documents read.

    With *drafts*, only what these alone say counts as said by one source only.

    Raises:
        FactcheckError: The store cannot be read, or no spaCy pipeline is installed.
    """
    stamp = extraction_stamp(model, store)
    found = adopt(gather(documents, store, stamp, model), foreign)
    related = relate(found, aliases, by_group)
    claims = [c for extraction in related.extractions for c in extraction.claims]
    single = alone(related, by_group)
    if drafts is not None:
        ours = {claim.id for claim in claims if claim.document in drafts}
        single = tuple(one for one in single if ours.intersection(one.claims))
    known = {rule.id: rule for rule in rules}
    return Material(
        claims,
        related.happenings,
        single,
        {
            finding.fingerprint: tuple(relations(known[finding.rule], finding))
            for finding in findings
            if finding.rule in known
        },
    )
