"""What a check has to say: findings, what was compared, what is corroborated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

INTERNAL = {"printed": False}
"""Marks a field that JSON and its schema leave out."""


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
    """What a reader learns: which slot, what differs, who says what, and why.

    Attributes:
        rule: Id of the rule.
        severity: Its severity; unknown and unsure cases are notes.
        fingerprint: Identity of the disagreement: rule, key and conflicting values.
        group: The group of documents compared, or None.
        key: The slot in words: "Choe Son Hui".
        message: One sentence with the variants in it.
        variants: The conflicting values.
        compatible: Values of the same slot that contradict none of the others.
        diff: Word pairs `(before, after)`, the most telling first, if asked for.
        claims: Every claim named by a variant, by id.
        why: Why it matters, from the rule.
        state: new, known (baseline) or suppressed.
        reason: Why it is suppressed, in the words of whoever decided so.
        slot: The group and what the claims share, in words that never change; it is
            not told, and two findings are equal without it.
        story: The story of the first claim, or None; summaries count by it.
        also: Other rules that found the same and do not report it again.
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
    reason: str = field(default="", metadata=INTERNAL)
    slot: tuple[str, ...] = field(
        default=(), compare=False, repr=False, metadata=INTERNAL
    )
    story: str | None = field(default=None, compare=False, metadata=INTERNAL)
    also: tuple[str, ...] = field(default=(), compare=False, metadata=INTERNAL)


def finding_order(finding: Finding) -> tuple[int, str, str, str, str]:
    """Return what findings are sorted by: severity, rule, group, key."""
    rank = finding.severity.rank
    return rank, finding.rule, finding.group or "", finding.key, finding.fingerprint


class RuleText(NamedTuple):
    """What a report says about a rule that ran.

    Attributes:
        id: Its id.
        message: What it says when it fires, with the slots left open.
        why: Why it matters.
        severity: The severity it usually has.
        claims: The kinds of claims it reads.
    """

    id: str
    message: str = ""
    why: str = ""
    severity: str = "warning"
    claims: Sequence[str] = ()


class Compared(NamedTuple):
    """How much was compared: "no contradiction found" never stands without it.

    Attributes:
        stories: Stories that two documents or more report.
        shared: Facts that two sources or more give.
        agree: Of these, on how many they agree.
        differ: In how many they contradict each other.
        unknown: How many cannot be compared.
        single: Facts that one source alone gives.
    """

    stories: int = 0
    shared: int = 0
    agree: int = 0
    differ: int = 0
    unknown: int = 0
    single: int = 0

    @classmethod
    def together(cls, parts: "Iterable[Compared]") -> "Compared":
        """Return the sum of what was compared in parts of a check."""
        return cls(*map(sum, zip(cls(), *parts, strict=True)))


class Wording(NamedTuple):
    """What one source says of a fact, in its own words.

    Attributes:
        source: The source.
        document: The id of the document.
        part: The part of the document it says so in, "text" or "title".
        start: Offset of the first character there.
        end: Offset behind the last character.
        words: The words there.
    """

    source: str
    document: str
    part: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Corroborated:
    """What texts of at least two origins say alike in every role compared.

    Attributes:
        kind: The kind of the claims.
        key: What they speak of: "Ana Duval".
        value: What they agree on: "mayor".
        sources: The outlets, sorted.
        origins: Where their texts really come from, sorted; at least two.
        claims: Ids of the claims, in the order of the documents.
        group: The group they belong to, or None.
        wordings: What each source says, in its own words.
    """

    kind: str
    key: str
    value: str
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    group: str | None = field(default=None, metadata=INTERNAL)
    wordings: tuple[Wording, ...] = ()
