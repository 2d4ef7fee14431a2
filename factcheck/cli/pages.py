"""What folders of pages show besides findings; imported only when one is asked for."""

from factcheck.cli.asked import Asked
from factcheck.findings import Finding
from factcheck.pipeline.config import check_config
from factcheck.pipeline.gathered_material import material
from factcheck.pipeline.settings import Settings
from factcheck.reports import Material
from factcheck.store import FactStore


def material_of(
    asked: Asked, settings: Settings, store: FactStore, findings: tuple[Finding, ...]
) -> Material:
    """Return what was read by the check that made these findings.

    Raises:
        FactcheckError: Rules, aliases or the store are unusable.
    """
    config = check_config(settings, asked.drafts)
    return material(findings, asked.documents, store, config, asked.claims)
