"""What people decided about findings: not again, known already, real or not an issue.

Nothing is written into articles; the decisions lie in files of their own beside them.
"""

from factcheck.review.applying import Decided, decide
from factcheck.review.baseline import (
    all_known,
    baseline_of,
    read_baseline,
    write_baseline,
)
from factcheck.review.suppressions import Suppression, read_suppressions
from factcheck.review.verdicts import (
    VERDICTS,
    Judged,
    add_verdict,
    precision,
    read_verdicts,
)

__all__ = [
    "VERDICTS",
    "Decided",
    "Judged",
    "Suppression",
    "add_verdict",
    "all_known",
    "baseline_of",
    "decide",
    "precision",
    "read_baseline",
    "read_suppressions",
    "read_verdicts",
    "write_baseline",
]
