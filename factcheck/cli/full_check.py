"""The whole way of a check; imported only when something changed."""

from factcheck.claims.border import read_claims
from factcheck.cli.asked import Asked
from factcheck.cli.progress import Line
from factcheck.pipeline.check_cache import Outcome, RuleLine
from factcheck.pipeline.config import check_config
from factcheck.pipeline.run import run
from factcheck.pipeline.settings import Settings
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
    config = check_config(settings, asked.drafts)
    known = {document.id: document for document in collected.documents}
    border = read_claims(collected.claims, known)
    result = run(
        [*collected.documents, *border.documents],
        store,
        config,
        border.claims,
        Line(settings.quiet).update,
    )
    lines = tuple(RuleLine(rule.id, rule.message, rule.why) for rule in result.rules)
    missing = [(fault.document, fault.reason) for fault in border.faults]
    return Outcome(
        result.findings,
        result.claims,
        lines,
        result.corroborated,
        (*missing, *result.not_checked),
        result.compared,
    )
