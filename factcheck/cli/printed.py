"""The text report of a check, told again where nothing that it shows has changed."""

import hashlib

from factcheck.reports import Look, Report
from factcheck.reports.text import text
from factcheck.store import FactStore


def text_of(report: Report, look: Look, key: str, store: FactStore) -> str:
    """Lay out the text report, or recall it.

    Args:
        report: What is laid out.
        look: How it looks.
        key: What the check is remembered under, by all it depends on; empty for a
            check that is not remembered, and no more is its report.
        store: Where it is remembered.

    Raises:
        StoreError: The store cannot be read or written.
    """
    if not key:
        return text(report, look)
    name = f"text {_digest(report, look, key)}"
    told = store.recall(name)
    if told is None:
        told = text(report, look)
        store.remember(name, told)
    return told


def _digest(report: Report, look: Look, key: str) -> str:
    """Hash what the check itself does not decide: places, decisions and the look."""
    summary = report.summary
    counts = (summary.documents, summary.claims, summary.rules)
    counted = (*counts, summary.against, summary.left_out)
    said = (
        (key, look, counted, list(map(tuple, summary.not_checked))),
        [(f.fingerprint, f.state, f.reason) for f in report.findings],
        [
            (d.id, d.path, d.line, d.verbatim, d.source)
            for d in report.documents.values()
        ],
    )
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()
