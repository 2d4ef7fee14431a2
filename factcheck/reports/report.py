"""What a report is made from, and where formats are filed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.claims import KINDS
from factcheck.documents import Document
from factcheck.findings import (
    Compared,
    Corroborated,
    Finding,
    RuleText,
    Severity,
    State,
)
from factcheck.pipeline.material import Material
from factcheck.registry import Registry

REPORT_SCHEMA = "factcheck.report/1"
REASONS = {"language": "language: the text is not in English"}


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: "1 claim", "1,204 claims", "2 stories"."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else several}"


class NotChecked(NamedTuple):
    """A document or rule that was not checked, and why."""

    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What was checked, what is corroborated and what was not checked.

    Attributes:
        documents: How many documents were checked.
        claims: How many claims the rules could read.
        rules: How many rules ran.
        corroborated: What at least two independent origins agree on.
        not_checked: Documents and rules that were not checked, and why.
        against: How many documents of the corpus they were also compared with.
        left_out: How many were published too early to be asked about.
        compared: How much of what they say was compared.
    """

    documents: int = 0
    claims: int = 0
    rules: int = 0
    corroborated: Sequence[Corroborated] = ()
    not_checked: Sequence[NotChecked] = ()
    against: int = 0
    left_out: int = 0
    compared: Compared = field(default_factory=Compared)

    @property
    def comparison(self) -> str:
        """What was compared, in one sentence that every report begins with."""
        stories, shared, agree, differ, unknown, single = self.compared
        scope = f"{self.scope}, {plural(stories, 'story')}"
        given = f"{shared:,} fact{' is' if shared == 1 else 's are'} given by two"
        counted = {"agree": agree, "differ": differ, "cannot be compared": unknown}
        parts = ", ".join(f"{n:,} {what}" for what, n in counted.items() if n)
        given += f" sources or more ({parts})" if parts else " sources or more"
        return f"Compared {scope}: {given}, {single:,} by one alone."

    @property
    def scope(self) -> str:
        """What was checked against what: "1 document against 240 (2 left out)"."""
        words = plural(self.documents, "document")
        if self.against:
            words += f" against {self.against:,}"
        return (
            f"{words} ({self.left_out:,} earlier left out)" if self.left_out else words
        )


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report may say.

    Attributes:
        findings: What was found; every format sorts them itself.
        documents: By id, every document a claim of a finding is from.
        summary: The counts and the lists.
        exit_code: The exit status of the run.
        rules: The rules that ran, for formats that list them.
        material: Everything that was read, for folders of pages; else empty.
    """

    findings: Sequence[Finding]
    documents: Mapping[str, Document] = field(default_factory=dict)
    summary: Summary = Summary()
    exit_code: int = 0
    rules: Sequence[RuleText] = ()
    material: Material = field(default_factory=Material)

    @property
    def sorted(self) -> list[Finding]:
        """The findings by group, severity, rule and key."""
        return sorted(self.findings, key=_rank)

    @property
    def missing(self) -> list[NotChecked]:
        """What was not checked, with the reason in words."""
        return [
            NotChecked(document, REASONS.get(reason, reason))
            for document, reason in self.summary.not_checked
        ]

    @property
    def new(self) -> list[Finding]:
        """The findings somebody has to look at, sorted."""
        return [f for f in self.sorted if f.state == State.NEW]

    @property
    def nothing(self) -> str:
        """What to say where no finding is new; never "clean" where nothing was read."""
        if self.findings:
            return "nothing new"
        shared = self.summary.compared.shared
        if not shared:
            return "nothing was compared: no fact is given by two sources"
        return f"no contradiction found in {plural(shared, 'fact')} compared"


def is_brief(finding: Finding) -> bool:
    """Ask whether one line says all of a finding: a note on how a name is spelled."""
    kinds = {claim.kind for claim in finding.claims}
    brief = bool(kinds) and all(KINDS[kind].brief for kind in kinds)
    return brief and finding.severity is Severity.NOTE


def _rank(finding: Finding) -> tuple[int, bool, str, str, str, str]:
    return (
        finding.severity.rank,
        is_brief(finding),
        finding.rule,
        finding.key,
        finding.group or "",
        finding.fingerprint,
    )


Format = Callable[[Report], str]
REPORTS: Registry[Format] = Registry("report format")
report = REPORTS.register
"""A decorator that files a format under its name."""


class Page(NamedTuple):
    """One file of a report that is a folder: its path in there, and its text."""

    path: str
    text: str


Site = Callable[[Report], Iterable[Page]]
SITES: Registry[Site] = Registry("report folder")
site = SITES.register
"""A decorator that files a format that is a folder under its name."""
