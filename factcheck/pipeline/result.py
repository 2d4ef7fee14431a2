"""What a check found: made by judging, or recalled from the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.findings import Compared, Corroborated, Finding, RuleText

if TYPE_CHECKING:
    from factcheck.claims.extraction import Extraction
    from factcheck.documents import Document
    from factcheck.resolution.relating import Linked


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a check found.

    Attributes:
        findings: Sorted by severity, rule and key.
        claims: How many claims the rules could read.
        rules: The rules that ran.
        corroborated: What at least two independent origins agree on.
        not_checked: Documents and rules that could not be checked, and why.
        compared: How much was compared.
        compared_within: The same for each group.
        linked: The documents with their claims; None in a result that was recalled.
    """

    findings: tuple[Finding, ...]
    claims: int
    rules: tuple[RuleText, ...]
    corroborated: tuple[Corroborated, ...] = ()
    not_checked: tuple[tuple[str, str], ...] = ()
    compared: Compared = field(default_factory=Compared)
    compared_within: Mapping[str, Compared] = field(
        default_factory=dict, compare=False, repr=False
    )
    linked: "Linked | None" = field(default=None, compare=False, repr=False)

    @property
    def extractions(self) -> "tuple[Extraction, ...]":
        """What each document claims, entities resolved across all."""
        return self.linked.extractions if self.linked else ()

    @property
    def documents(self) -> "tuple[Document, ...]":
        """The documents checked, in their order."""
        return tuple(extraction.document for extraction in self.extractions)

    def to_pandas(self, what: str = "findings") -> Any:
        """Return a pandas data frame; needs the extra `pandas`.

        Args:
            what: `findings` (one row per value of a finding), `claims`,
                `corroborated` or `documents`. A frame of nothing has no columns.

        Raises:
            UsageError: pandas is not installed, or there is no such frame.
        """
        from factcheck.pipeline.data_frames import frame  # few checks need it

        return frame(self, what)
