"""A finding: a verdict of a rule, and the claims it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters; it says nothing about how sure we are."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for note: lower matters more."""
        return list(Severity).index(self)


class State(StrEnum):
    """Whether somebody has to look at a finding."""

    NEW = "new"
    KNOWN = "known"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Variant:
    """One value of a slot and everybody who gives it.

    Attributes:
        label: The value in words, as the sources print it.
        sources: The outlets, sorted.
        origins: Where the texts really come from, sorted; copies share one.
        claims: Ids of the claims, in document order.
    """

    label: str
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader is told: which slot, what differs, who says what, and why.

    Attributes:
        rule: Id of the rule.
        severity: Its severity; unknown and unsure cases are notes.
        fingerprint: Identity of the disagreement: rule, key and conflicting values.
        group: The group of documents compared, or None.
        key: The slot in words: "Choe Son Hui".
        message: One sentence with the variants in it.
        variants: The conflicting values.
        compatible: Values of the same slot that contradict none of the others.
        diff: Word pairs `(before, after)` between the first two variants, if asked for.
        claims: Every claim named by a variant, by id.
        why: Why it matters, from the rule.
        state: new, known (baseline) or suppressed.
        reason: Why it is suppressed, in the words of whoever decided so.
        slot: The group and what the claims share, in words that never change; it is
            not told, and two findings are equal without it.
    """

    rule: str
    severity: Severity
    fingerprint: str
    group: str | None
    key: str
    message: str
    variants: tuple[Variant, ...]
    compatible: tuple[Variant, ...] = ()
    diff: tuple[tuple[str, str], ...] = ()
    claims: Sequence[Any] = ()
    why: str = ""
    state: State = State.NEW
    reason: str = ""
    slot: tuple[str, ...] = field(default=(), compare=False, repr=False)
