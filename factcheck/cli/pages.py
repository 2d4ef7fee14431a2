"""What folders of pages show besides findings; imported only when one is asked for."""

from pathlib import Path

from factcheck.claims.border import read_claims
from factcheck.cli.asked import Asked
from factcheck.findings import Finding
from factcheck.pipeline.gathered_material import material
from factcheck.pipeline.inputs import read_aliases
from factcheck.pipeline.settings import Settings
from factcheck.reports import Material
from factcheck.rules import load_rules
from factcheck.store import FactStore


def material_of(
    asked: Asked, settings: Settings, store: FactStore, findings: tuple[Finding, ...]
) -> Material:
    """Return what was read by the check that made these findings.

    Raises:
        FactcheckError: Rules, aliases or the store are unusable.
    """
    collected = asked.collected
    paths = [Path(path) for path in settings.rules]
    known = {document.id: document for document in collected.documents}
    border = read_claims(collected.claims, known)
    return material(
        findings,
        load_rules(paths or None),
        [*collected.documents, *border.documents],
        store,
        by_group=settings.group_by is not None,
        aliases=read_aliases(settings),
        model=settings.model,
        foreign=border.claims,
        drafts=asked.drafts,
    )
