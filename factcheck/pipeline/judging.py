"""From what documents claim to findings: everything behind extraction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.claims import Claim
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.pipeline.corroboration import Corroborated, corroborated
from factcheck.pipeline.external_claims import adopt
from factcheck.pipeline.without_gc import uncollected
from factcheck.resolution.entities import Aliases
from factcheck.resolution.relating import Related, relate
from factcheck.rules import Fact, Rule, run_rules
from factcheck.store import FactStore
from factcheck.store.engines import engine_for


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a check found out.

    Attributes:
        findings: Sorted by severity, rule and key.
        documents: The documents checked, in their order.
        extractions: What each of them claims, entities resolved across all.
        rules: The rules that ran.
        corroborated: What at least two independent origins agree on.
        not_checked: Documents and rules that could not be checked, and why.
    """

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    rules: tuple[Rule, ...]
    corroborated: tuple[Corroborated, ...] = ()
    not_checked: tuple[tuple[str, str], ...] = ()

    @property
    def claims(self) -> int:
        """How many claims the rules could read."""
        return sum(len(extraction.claims) for extraction in self.extractions)


def judge(
    extractions: Sequence[Extraction],
    rules: Sequence[Rule],
    store: FactStore,
    *,
    by_group: bool = False,
    aliases: Aliases | None = None,
    foreign: Sequence[Claim] = (),
    facts: Sequence[Fact] = (),
    drafts: Collection[str] = (),
    engine: str | None = None,
    scratch: str | None = None,
) -> Result:
    """Compare what was extracted and return what contradicts what.

    The store holds what one check judges; what it keeps of documents stays as it is. A
    finding shows the claims of *drafts*, ids of documents, before those of others.
    Without *engine* the fastest installed for so many claims runs the rules.

    Raises:
        StoreError: The store cannot be written.
        UsageError: The engine's extra is not installed.
    """
    with uncollected():
        related = relate(adopt(extractions, foreign), aliases, by_group)
        return judge_related(
            related,
            rules,
            store,
            by_group=by_group,
            facts=facts,
            drafts=drafts,
            engine=engine,
            scratch=scratch,
        )


def judge_related(
    related: Related,
    rules: Sequence[Rule],
    store: FactStore,
    *,
    by_group: bool = False,
    facts: Sequence[Fact] = (),
    drafts: Collection[str] = (),
    engine: str | None = None,
    scratch: str | None = None,
) -> Result:
    """Judge documents whose entities, happenings and origins are known; as `judge`."""
    store.scope(
        related.extractions,
        related.happenings,
        related.origins,
        first=drafts,
        stories=related.stories,
    )
    count = sum(len(extraction.claims) for extraction in related.extractions)
    with store.judged_by(engine_for(count, engine), scratch):
        findings = run_rules(rules, store, by_group, facts)
    told = related.extractions
    skipped = [(e.document.id, e.skipped) for e in told if e.skipped]
    skipped += [*related.faults.items(), *findings.skipped.items()]
    return Result(
        tuple(findings),
        tuple(extraction.document for extraction in told),
        related.extractions,
        tuple(rules),
        corroborated(related, by_group),
        tuple(skipped),
    )
