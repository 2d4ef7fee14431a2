"""Turn findings into text: one module a format, each a pure function of the report."""

from factcheck.reports import (
    github,
    gitlab,
    junit,
    markdown,
    sarif,
    structured,
    text,
)
from factcheck.reports.model import (
    REPORT_SCHEMA,
    REPORTS,
    Agreement,
    NotChecked,
    Report,
    RuleText,
    Summary,
    report,
)
from factcheck.reports.text import Look

__all__ = [
    "REPORTS",
    "REPORT_SCHEMA",
    "Agreement",
    "Look",
    "NotChecked",
    "Report",
    "RuleText",
    "Summary",
    "github",
    "gitlab",
    "junit",
    "markdown",
    "report",
    "sarif",
    "structured",
    "text",
]
