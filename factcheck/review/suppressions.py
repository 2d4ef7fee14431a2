"""`factcheck.suppress.yaml`: findings that are not to be shown again, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.findings import Finding
from factcheck.registry import unknown

KEYS = ("rule", "fingerprint", "key", "reason", "by", "expires")
SHORTEST = 8
"""Characters of a fingerprint that are enough: as many as the text report prints."""

SHAPE = "a suppression should be a mapping with rule, fingerprint or key, and reason"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry: which findings, and why they are not shown.

    Attributes:
        reason: Why; an entry without one has no effect.
        rule: Only findings of this rule.
        fingerprint: The finding, by its fingerprint or the beginning of it.
        key: Findings about this slot, as reports print it.
        by: Who decided.
        expires: The last day on which it holds.
        place: File, line and column, for messages.
    """

    reason: str
    rule: str | None = None
    fingerprint: str | None = None
    key: str | None = None
    by: str | None = None
    expires: date | None = None
    place: str = ""

    def covers(self, finding: Finding) -> bool:
        """Ask whether the entry is about a finding: all that it gives must fit."""
        return (
            (self.rule is None or self.rule == finding.rule)
            and (self.key is None or _plain(self.key) == _plain(finding.key))
            and finding.fingerprint.startswith(self.fingerprint or "")
        )

    def expired(self, as_of: date) -> bool:
        """Ask whether its last day is past."""
        return self.expires is not None and self.expires < as_of

    @property
    def about(self) -> str:
        """The finding in words, for messages."""
        parts = (self.rule, self.fingerprint, self.key and repr(self.key))
        return " ".join(part for part in parts if part)


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """Read a suppression file; its entries come in their order.

    Raises:
        RuleError: Every fault of the file with its place. An entry without a reason is
            not a fault: it is read, has no effect and is reported as stale.
    """
    # YAML is slow to import
    from factcheck.lexicons.marked import Fault, WordMark, read_marked, refuse

    marked = read_marked(path)
    if [fault.message for fault in marked.faults] == ["is empty"]:
        return ()
    given = marked.data if isinstance(marked.data, list) else []
    if given is not marked.data and marked.data is not None:
        message = f"should be a list; {SHAPE}"
        marked.faults.append(Fault(marked.path, WordMark(1, 1), message))
    entries = []
    for n, one in enumerate(given):
        place = marked.mark((n,))
        wrong = list(_faults(one))
        for key, message in wrong:
            marked.add_fault((n, key), message)
        if not wrong:
            entries.append(_entry(one, f"{path}:{place.line}:{place.column}"))
    refuse(marked.faults)
    return tuple(entries)


def _faults(given: Any) -> Iterator[tuple[str, str]]:
    """Yield key and fault of an entry."""
    if not isinstance(given, dict):
        yield "", SHAPE
        return
    for key, value in given.items():
        if key not in KEYS:
            yield key, unknown("key of a suppression", key, KEYS)
        elif not isinstance(value, str):
            yield key, f"{key}: should be one piece of text"
    fingerprint = given.get("fingerprint")
    if isinstance(fingerprint, str) and len(fingerprint) < SHORTEST:
        yield "fingerprint", f"fingerprint: give at least {SHORTEST} characters of it"
    if not given.get("fingerprint") and not given.get("key"):
        yield (
            "rule",
            "name a finding by `fingerprint`, or what it is about by `key`; to leave a"
            " rule out altogether, list it under `ignore` in factcheck.yaml",
        )
    elif not given.get("fingerprint") and not given.get("rule"):
        yield "key", "key: name the rule as well"
    if _day(given.get("expires")) is None and given.get("expires"):
        yield "expires", "expires: should be a day, such as 2025-12-31"


def _entry(given: dict[str, str], place: str) -> Suppression:
    return Suppression(
        given.get("reason", "").strip(),
        given.get("rule") or None,
        (given.get("fingerprint") or "").casefold() or None,
        given.get("key") or None,
        given.get("by") or None,
        _day(given.get("expires")),
        place,
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
