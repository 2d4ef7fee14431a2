"""From what documents claim to findings: everything behind extraction."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from factcheck.findings import Finding, RuleText
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.corroboration import compare
from factcheck.pipeline.result import Result
from factcheck.resolution.relating import Linked
from factcheck.rules import Rule, load_rules, run_rules
from factcheck.rules.engine.duplicates import without_duplicates
from factcheck.store import FactStore, Links
from factcheck.store.engines import engine_for


def judge(linked: Linked, store: FactStore, config: CheckConfig) -> Result:
    """Compare what linked documents claim and return what contradicts what.

    The store holds what one check judges; what it keeps of documents stays as it is.

    Raises:
        RuleError: The shipped rules or lexicons are damaged.
        StoreError: The store cannot be written.
        UsageError: The engine's extra is not installed.
    """
    rules = rules_of(config)
    first, unsure = config.drafts or (), linked.unsure
    links = Links(linked.events, linked.origins, unsure, first, linked.stories)
    store.scope(linked.extractions, links)
    count = sum(len(extraction.claims) for extraction in linked.extractions)
    with store.judged_by(engine_for(count, config.engine), config.scratch):
        findings = run_rules(rules, store, config.by_group, config.facts)
        ran = [rule for rule in rules if rule.id not in findings.skipped]
        documents = tuple(one.document for one in linked.extractions)
        comparison = compare(ran, store, findings, documents, linked.stories)
    skipped = [(e.document.id, e.skipped) for e in linked.extractions if e.skipped]
    skipped += [*linked.faults.items(), *findings.skipped.items()]
    result = Result(
        tuple(_with_story(f, linked.stories) for f in without_duplicates(findings)),
        count,
        rule_texts(config),
        comparison.corroborated,
        tuple(skipped),
        comparison.compared,
        comparison.within,
        linked,
    )
    return result if config.drafts is None else _about(result, config.drafts)


def _with_story(finding: Finding, stories: Mapping[str, str]) -> Finding:
    story = stories.get(finding.claims[0].document) if finding.claims else None
    return replace(finding, story=story)


def rules_of(config: CheckConfig) -> tuple[Rule, ...]:
    """Return the rules that run: where none are named, those of factcheck."""
    rules = load_rules() if config.rules is None else config.rules
    return tuple(rule.following(config.style_guide) for rule in rules)


def rule_texts(config: CheckConfig) -> tuple[RuleText, ...]:
    """Return what reports say about the rules that run."""
    return tuple(
        RuleText(rule.id, rule.message, rule.why, rule.severity, rule.claims)
        for rule in rules_of(config)
    )


def _about(result: Result, drafts: Collection[str]) -> Result:
    """Keep the findings and corroborations in which a draft has a say.

    A finding about the drafts has a claim of one among its variants: what a draft says
    in agreement with others is no reason to show where these contradict each other.
    """
    ours = {
        claim.id
        for extraction in result.extractions
        if extraction.document.id in drafts
        for claim in extraction.claims
    }
    findings = (
        finding
        for finding in result.findings
        if any(ours.intersection(variant.claims) for variant in finding.variants)
    )
    agreed = (one for one in result.corroborated if ours.intersection(one.claims))
    return replace(result, findings=tuple(findings), corroborated=tuple(agreed))
