"""How a finding came about: the rule, how values relate, who was taken for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.claims import Claim
from factcheck.claims.extraction import Decision, Extraction
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.external_claims import adopt
from factcheck.pipeline.gathering import gather
from factcheck.resolution.entities import Aliases
from factcheck.resolution.relating import relate
from factcheck.rules import Rule
from factcheck.rules.engine.explain import query_of, relations
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
    *,
    by_group: bool = False,
    aliases: Aliases | None = None,
    model: str | None = None,
    foreign: Sequence[Claim] = (),
) -> Explanation:
    """Trace a finding of a check of these documents.

    Raises:
        FactcheckError: The store cannot be read, or no spaCy pipeline is installed.
    """
    stamp = extraction_stamp(model, store)
    found = adopt(gather(documents, store, stamp, model), foreign)
    related = relate(found, aliases, by_group)
    return Explanation(
        finding,
        rule,
        tuple(relations(rule, finding)),
        _decisions(finding, found, related.decisions),
        query_of(rule),
    )


def _decisions(
    finding: Finding, extractions: Iterable[Extraction], across: Iterable[Decision]
) -> tuple[Decision, ...]:
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
        for extraction in extractions
        for decision in extraction.decisions
        if {decision.left, decision.right} & named.get(extraction.document.id, set())
    ]
    kept += [d for d in across if {d.left, d.right} & everywhere]
    return tuple(dict.fromkeys(kept))[:MOST]
