"""Turn findings into text: one module per format, a pure function of the report."""

from factcheck.pipeline.material import Material
from factcheck.registry import import_modules
from factcheck.reports.report import REPORTS, SITES, NotChecked, Page, Report, Summary
from factcheck.reports.text import Look

import_modules(__name__, __path__)

__all__ = [
    "REPORTS",
    "SITES",
    "Look",
    "Material",
    "NotChecked",
    "Page",
    "Report",
    "Summary",
]
