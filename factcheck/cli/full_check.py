"""The whole way of a check; imported only when something changed."""

from pathlib import Path

from factcheck.checking import check
from factcheck.checking.drafts import about
from factcheck.checking.remembering import Outcome, RuleLine
from factcheck.claims.border import read_claims
from factcheck.cli.asked import Asked
from factcheck.cli.inputs import read_aliases
from factcheck.cli.progress import Line
from factcheck.cli.rule_choice import chosen_rules
from factcheck.cli.settings import Settings
from factcheck.rules import load_facts
from factcheck.store import FactStore


def full_check(asked: Asked, settings: Settings, store: FactStore) -> Outcome:
    """Extract what is new, judge everything, and say what came of it.

    Raises:
        FactcheckError: Rules, aliases or the store are unusable.
    """
    collected = asked.collected
    rules = chosen_rules(settings)
    known = {document.id: document for document in collected.documents}
    border = read_claims(collected.claims, known)
    result = check(
        [*collected.documents, *border.documents],
        rules,
        store=store,
        by_group=settings.group_by is not None,
        aliases=read_aliases(settings),
        model=settings.model,
        progress=Line(settings.quiet).update,
        foreign=border.claims,
        facts=load_facts([Path(path) for path in settings.facts] or None),
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
        tuple(RuleLine(rule.id, rule.message, rule.why) for rule in result.rules),
        result.corroborated,
        (*missing, *result.not_checked),
    )
