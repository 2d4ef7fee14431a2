"""The whole way of a check; imported only when something changed."""

import sys
from pathlib import Path

from factcheck.claims.border import read_claims
from factcheck.cli.asked import Asked
from factcheck.cli.progress import Line
from factcheck.pipeline import check
from factcheck.pipeline.check_cache import Outcome, RuleLine
from factcheck.pipeline.drafts import about
from factcheck.pipeline.inputs import read_aliases
from factcheck.pipeline.rechecking import Ways, may_be_kept, recheck
from factcheck.pipeline.rule_choice import chosen_rules
from factcheck.pipeline.settings import Settings
from factcheck.rules import load_facts
from factcheck.store import FactStore
from factcheck.store.kept import file_beside


def full_check(asked: Asked, settings: Settings, store: FactStore, key: str) -> Outcome:
    """Extract what is new, judge what may have changed, and say what came of it.

    Args:
        asked: What is checked.
        settings: How.
        store: Where claims are kept, and the last judgement of many documents.
        key: All that decides about a judgement besides documents, as one word.

    Raises:
        FactcheckError: Rules, aliases or the store are unusable.
    """
    collected = asked.collected
    rules = chosen_rules(settings)
    lines = tuple(RuleLine(rule.id, rule.message, rule.why) for rule in rules)
    facts = load_facts([Path(path) for path in settings.facts] or None)
    told = Line(settings.quiet).update
    if _may_be_kept(asked, settings):
        ways = Ways(
            key, rules, read_aliases(settings), settings.model, facts, asked.drafts
        )
        again = recheck(collected.documents, store, ways, told, settings.jobs)
        if again.trouble:
            where = file_beside(settings.store)
            print(f"factcheck: warning: {where}: {again.trouble}", file=sys.stderr)
        return Outcome(
            again.findings, again.claims, lines, again.corroborated, again.not_checked
        )
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


def _may_be_kept(asked: Asked, settings: Settings) -> bool:
    """Ask whether the judgement is kept: the next check may need less of it anew."""
    ours = settings.engine in (None, "sqlite") and settings.group_by is None
    collected = asked.collected
    return ours and not collected.claims and may_be_kept(collected.documents)
