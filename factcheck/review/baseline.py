"""The baseline: findings that are known, by identity and never by count."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import UsageError, writing
from factcheck.findings import Finding
from factcheck.pipeline.settings import DEFAULT_BASELINE, Settings

SCHEMA = "factcheck.baseline/1"


class Known(NamedTuple):
    """A finding that is known; rule and key are for people who read the file."""

    fingerprint: str
    rule: str
    key: str


Baseline = dict[str, Known]
"""Known findings by fingerprint."""


def all_known(findings: Iterable[Finding]) -> Baseline:
    """Take all findings for known."""
    return {f.fingerprint: Known(f.fingerprint, f.rule, f.key) for f in findings}


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        UsageError: It is not there, or `factcheck baseline write` did not write it.
    """
    try:
        laid = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        remedy = "make it with: factcheck baseline write PATH"
        raise UsageError(f"{path}: there is no baseline; {remedy}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read as a baseline: {error}") from error
    entries = laid.get("findings") if isinstance(laid, dict) else None
    if not isinstance(entries, list) or laid.get("schema") != SCHEMA:
        raise UsageError(
            f"{path}: not a baseline; expected schema {SCHEMA} and findings"
        )
    known = [_known(entry, n, path) for n, entry in enumerate(entries, 1)]
    return {one.fingerprint: one for one in known}


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline, a finding a line, sorted, so that changes can be reviewed.

    Raises:
        UsageError: It cannot be written.
    """
    ordered = sorted(baseline.values(), key=lambda k: (k.rule, k.key, k))
    lines = ",\n    ".join(
        json.dumps(known._asdict(), ensure_ascii=True) for known in ordered
    )
    body = f"\n    {lines}\n  " if lines else ""
    text = f'{{\n  "schema": "{SCHEMA}",\n  "findings": [{body}]\n}}\n'
    with writing(path):
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)  # a run that is killed leaves the old file whole


def _known(entry: Any, n: int, path: Path) -> Known:
    given = entry if isinstance(entry, dict) else {}
    values = [given.get(key) for key in Known._fields]
    if not all(isinstance(part, str) for part in values):
        fields = ", ".join(Known._fields)
        raise UsageError(f"{path}: entry {n}: should hold {fields}")
    return Known(*map(str, values))


def baseline_of(settings: Settings) -> Baseline | None:
    """Return the findings that are known; None where there is no baseline.

    Raises:
        FactcheckError: The file is faulty, or one that somebody named is not there.
    """
    path = Path(settings.baseline)
    named = path.name != DEFAULT_BASELINE
    return read_baseline(path) if named or path.is_file() else None
