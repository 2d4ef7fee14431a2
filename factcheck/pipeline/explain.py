"""How a finding came about: the rule, how values relate, who was taken for whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims import Claim
from factcheck.claims.extraction import Decision
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.run import extract_and_link
from factcheck.resolution.relating import Linked
from factcheck.rules import Rule
from factcheck.rules.engine.derivation import query_of, relations
from factcheck.store import FactStore

MOST = 30
"""Decisions about names that are told."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything a finding rests on besides its claims.

    Attributes:
        finding: What was found.
        rule: The rule that found it.
        relations: How the values relate in the rule's lexicon, in words; none where
            the rule uses no lexicon.
        decisions: Why the names in its claims were taken for one entity, or not.
        query: The SQL the rule compiles to.
    """

    finding: Finding
    rule: Rule
    relations: tuple[str, ...]
    decisions: tuple[Decision, ...]
    query: str


def explain(
    finding: Finding,
    rule: Rule,
    documents: Sequence[Document],
    store: FactStore,
    config: CheckConfig,
    claims: Sequence[Claim] = (),
) -> Explanation:
    """Trace a finding of a check of these documents.

    Raises:
        FactcheckError: The store cannot be read, or no spaCy pipeline is installed.
    """
    linked = extract_and_link(documents, store, config, claims)
    return Explanation(
        finding,
        rule,
        tuple(relations(rule, finding)),
        _decisions(finding, linked),
        query_of(rule),
    )


def _decisions(finding: Finding, linked: Linked) -> tuple[Decision, ...]:
    """Keep the decisions about the names that stand in the claims of a finding."""
    named: dict[str, set[str]] = {}
    for claim in finding.claims:
        for mention in claim.mentions():
            if mention.entity:
                forms = {mention.text, mention.name or mention.text}
                named.setdefault(claim.document, set()).update(forms)
    everywhere = {form for forms in named.values() for form in forms}
    kept = [
        decision
        for extraction in linked.extractions
        for decision in extraction.decisions
        if {decision.left, decision.right} & named.get(extraction.document.id, set())
    ]
    kept += [d for d in linked.decisions if {d.left, d.right} & everywhere]
    return tuple(dict.fromkeys(kept))[:MOST]
