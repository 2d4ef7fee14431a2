"""The whole way of a check; imported only when something changed."""

from pathlib import Path

from factcheck.claims.border import read_claims
from factcheck.cli.asked import Asked
from factcheck.cli.progress import Line
from factcheck.pipeline import check
from factcheck.pipeline.check_cache import Outcome, RuleLine
from factcheck.pipeline.drafts import about
from factcheck.pipeline.inputs import read_aliases
from factcheck.pipeline.rule_choice import chosen_rules
from factcheck.pipeline.settings import Settings
from factcheck.rules import load_facts
from factcheck.store import FactStore


def full_check(asked: Asked, settings: Settings, store: FactStore) -> Outcome:
    """Extract what is new, judge everything, and return the outcome.

    Args:
        asked: What is checked.
        settings: How.
        store: Where claims are kept between runs.

    Raises:
        FactcheckError: Rules, aliases or the store are unusable.
    """
    collected = asked.collected
    rules = chosen_rules(settings)
    lines = tuple(RuleLine(rule.id, rule.message, rule.why) for rule in rules)
    facts = load_facts([Path(path) for path in settings.facts] or None)
    told = Line(settings.quiet).update
    known = {document.id: document for document in collected.documents}
    border = read_claims(collected.claims, known)
    result = check(
        [*collected.documents, *border.documents],
        rules,
        store=store,
        by_group=settings.group_by is not None,
        aliases=read_aliases(settings),
        model=settings.model,
        progress=told,
        foreign=border.claims,
        facts=facts,
        jobs=settings.jobs,
        drafts=asked.drafts or (),
        engine=settings.engine,
        scratch=settings.scratch,
    )
    if asked.drafts is not None:
        result = about(result, asked.drafts)
    missing = [(fault.document, fault.reason) for fault in border.faults]
    return Outcome(
        result.findings,
        result.claims,
        lines,
        result.corroborated,
        (*missing, *result.not_checked),
    )
