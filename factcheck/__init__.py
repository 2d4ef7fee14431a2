"""A linter for facts: read documents, extract what they claim, flag contradictions.

```python
import factcheck

for finding in factcheck.check("articles/").findings:
    print(finding.severity, finding.message)
```

Names are imported when first used, so that `import factcheck` costs nothing.
"""

from factcheck.lazy import lazy_names

TYPE_CHECKING = False  # `typing` is half of what `--version` costs
if TYPE_CHECKING:
    from factcheck.claims import Claim, Mention
    from factcheck.documents import Document, read
    from factcheck.extraction import Time, extract, find_times
    from factcheck.findings import Finding, Severity
    from factcheck.pipeline import CheckConfig, Result, check
    from factcheck.rules import load_rules

__version__ = "0.2.0"

_HOMES = {
    "CheckConfig": "pipeline",
    "Claim": "claims",
    "Document": "documents",
    "Finding": "findings",
    "Mention": "claims",
    "Result": "pipeline",
    "Severity": "findings",
    "Time": "extraction",
    "check": "pipeline",
    "extract": "extraction",
    "find_times": "extraction",
    "load_rules": "rules",
    "read": "documents",
}

__all__ = [
    "CheckConfig",
    "Claim",
    "Document",
    "Finding",
    "Mention",
    "Result",
    "Severity",
    "Time",
    "check",
    "extract",
    "find_times",
    "load_rules",
    "read",
]

__getattr__ = lazy_names(__name__, _HOMES)
