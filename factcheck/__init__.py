"""A linter for facts: read documents, extract what they claim, flag contradictions.

```python
import factcheck

for finding in factcheck.check("articles/").findings:
    print(finding.severity, finding.message)
```

Names are imported when first used, so that `import factcheck` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.checking import Result, check
    from factcheck.claims import Claim, Mention
    from factcheck.documents import Document, read
    from factcheck.extraction import Time, extract, find_times
    from factcheck.findings import Finding, Severity
    from factcheck.rules import load_rules

__version__ = "0.1.0"

_HOMES = {
    "Claim": "claims",
    "Document": "documents",
    "Finding": "findings",
    "Mention": "claims",
    "Result": "checking",
    "Severity": "findings",
    "Time": "extraction",
    "check": "checking",
    "extract": "extraction",
    "find_times": "extraction",
    "load_rules": "rules",
    "read": "documents",
}

__all__ = [
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


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
