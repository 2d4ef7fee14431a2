"""Turn findings into text: one module a format, each a pure function of the report."""

from factcheck.pipeline.material import Material
from factcheck.reports import (
    concise,
    github,
    gitlab,
    junit,
    markdown,
    sarif,
    structured,
    summary,
    table,
    text,
)
from factcheck.reports.model import (
    REPORT_SCHEMA,
    REPORTS,
    SITES,
    Agreement,
    NotChecked,
    Page,
    Report,
    RuleText,
    Summary,
    report,
)
from factcheck.reports.site import html
from factcheck.reports.text import Look

__all__ = [
    "REPORTS",
    "REPORT_SCHEMA",
    "SITES",
    "Agreement",
    "Look",
    "Material",
    "NotChecked",
    "Page",
    "Report",
    "RuleText",
    "Summary",
    "concise",
    "github",
    "gitlab",
    "html",
    "junit",
    "markdown",
    "report",
    "sarif",
    "structured",
    "summary",
    "table",
    "text",
]
