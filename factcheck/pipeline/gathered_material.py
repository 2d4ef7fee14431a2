"""What was read besides what was found, for reports that show people and days."""

from collections.abc import Sequence

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.corroboration import alone
from factcheck.pipeline.fact_table import fact_tables
from factcheck.pipeline.material import Material
from factcheck.pipeline.run import extract_and_link
from factcheck.rules.engine.derivation import relations
from factcheck.store import FactStore, Links


def material(
    findings: Sequence[Finding],
    documents: Sequence[Document],
    store: FactStore,
    config: CheckConfig,
    claims: Sequence[Claim] = (),
) -> Material:
    """Read again, from the store, what a check of these documents read.

    With drafts, only what these alone say counts as said by one source only.

    Raises:
        FactcheckError: The store cannot be read, or no spaCy pipeline is installed.
    """
    related = extract_and_link(documents, store, config, claims)
    every = [c for extraction in related.extractions for c in extraction.claims]
    links = Links(related.events, related.origins, stories=related.stories)
    store.scope(related.extractions, links)
    store.compare_groups(config.by_group)
    single = alone(config.rules or (), store, documents)
    if config.drafts is not None:
        ours = {claim.id for claim in every if claim.document in config.drafts}
        single = tuple(one for one in single if ours.intersection(one.claims))
    known = {rule.id: rule for rule in config.rules or ()}
    return Material(
        every,
        related.events,
        single,
        {
            finding.fingerprint: tuple(relations(known[finding.rule], finding))
            for finding in findings
            if finding.rule in known
        },
        fact_tables(config.rules or (), store, findings, documents, related.stories),
    )
