"""What was read, for reports that show more than findings: people, days, sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims import Claim

if TYPE_CHECKING:
    from factcheck.findings import Corroborated
    from factcheck.pipeline.fact_table import FactTable


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the rules could read, made only where a report asks for it.

    Attributes:
        claims: Every claim, by document; entities hold across documents.
        events: The event of a claim, by claim id, where it has one.
        alone: What texts of a single origin say.
        relations: How the values of a finding relate in a lexicon, by fingerprint.
        tables: What the sources of each story say of what, side by side.
    """

    claims: Sequence[Claim] = ()
    events: Mapping[str, str] = field(default_factory=dict)
    alone: Sequence["Corroborated"] = ()
    relations: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tables: Sequence["FactTable"] = ()
