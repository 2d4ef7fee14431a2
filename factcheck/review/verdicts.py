"""Verdicts on findings, one a line, never taken back but by a later one."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import UsageError, listed, writing

REAL = "real"
NOT_AN_ISSUE = "not-an-issue"
ACCEPTED = "accepted"
VERDICTS = {
    REAL: "the sources do contradict each other, and somebody has to act",
    NOT_AN_ISSUE: "there is no contradiction: the rule or the extraction is wrong",
    ACCEPTED: "the sources differ, and that is left as it is",
}
"""Each verdict and what it says; all but `real` suppress the finding."""


class Judged(NamedTuple):
    """One verdict.

    Attributes:
        fingerprint: Of the finding.
        rule: The rule that found it.
        key: What it is about.
        verdict: A name in `VERDICTS`.
        note: Why, in words.
        by: Who said so.
        on: The day, YYYY-MM-DD.
    """

    fingerprint: str
    rule: str
    key: str
    verdict: str
    note: str = ""
    by: str = ""
    on: str = ""


class Precision(NamedTuple):
    """How often a rule was right.

    Attributes:
        rule: The rule.
        real: Findings somebody has to act on.
        accepted: Differences that are left as they are; the rule was right about them.
        wrong: Findings that are not contradictions.
    """

    rule: str
    real: int
    accepted: int
    wrong: int

    @property
    def judged(self) -> int:
        """How many of its findings were judged."""
        return self.real + self.accepted + self.wrong

    @property
    def share(self) -> float:
        """The share of them that are differences between sources."""
        return (self.real + self.accepted) / self.judged


def read_verdicts(path: Path) -> list[Judged]:
    """Read all verdicts in the order they were given; none where there is no file.

    Raises:
        UsageError: A line is not a verdict; every such line is named.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    verdicts: list[Judged] = []
    faults: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        judged = _judged(line)
        if isinstance(judged, str):
            faults.append(f"{path}:{number}: {judged}")
        else:
            verdicts.append(judged)
    if faults:
        raise UsageError(listed(faults))
    return verdicts


def add_verdict(judged: Judged, path: Path) -> None:
    """Write one more verdict at the end of the file.

    Raises:
        UsageError: It cannot be written.
    """
    with writing(path):
        whole = not path.exists() or path.read_bytes()[-1:] in (b"", b"\n")
        with path.open("a", encoding="utf-8") as file:
            line = json.dumps(judged._asdict(), ensure_ascii=True)
            file.write(f"{'' if whole else chr(10)}{line}\n")


def latest(verdicts: Iterable[Judged]) -> dict[str, Judged]:
    """Return the last verdict on every finding."""
    return {judged.fingerprint: judged for judged in verdicts}


def precision(verdicts: Iterable[Judged]) -> list[Precision]:
    """Return how often each rule was right, by its last verdicts, sorted by rule."""
    counted: dict[str, dict[str, int]] = {}
    for judged in latest(verdicts).values():
        rule = counted.setdefault(judged.rule, dict.fromkeys(VERDICTS, 0))
        rule[judged.verdict] += 1
    return [
        Precision(rule, n[REAL], n[ACCEPTED], n[NOT_AN_ISSUE])
        for rule, n in sorted(counted.items())
    ]


def _judged(line: str) -> Judged | str:
    """Read one line, or say what is wrong with it."""
    try:
        laid: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    if not isinstance(laid, dict):
        return "should be an object with fingerprint, rule, key and verdict"
    filled = [laid.get(key, Judged._field_defaults.get(key)) for key in Judged._fields]
    for key, value in zip(Judged._fields, filled, strict=True):
        if not isinstance(value, str):
            return f"{key}: should be a string"
    judged = Judged(*map(str, filled))
    if judged.verdict not in VERDICTS:
        return f"verdict: should be one of {', '.join(VERDICTS)}"
    return judged
