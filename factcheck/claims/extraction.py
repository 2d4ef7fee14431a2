"""What extraction finds in one document, before documents are compared."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.claims.claim import Claim, Mention
from factcheck.documents import Document, Span

MISSED = "could not be read completely"
"""How the reason begins where a text or an extractor made trouble."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of one document.

    Attributes:
        id: Local to the document: "p1", "o2", "g3".
        kind: "person", "organization" or "place".
        name: The fullest form the document gives, without title or possessive.
        forms: Every form it gives, the fullest first.
        country: ISO code of the state a place is, or that it stands for, else None.
        evidence: Words that help to tell namesakes apart: canonical titles, countries.
    """

    id: str
    kind: str
    name: str
    forms: tuple[str, ...] = ()
    country: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at a place, and the local entity it stands for."""

    span: Span
    kind: str
    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One step of resolution: two things are the same, different, or it is unsure.

    Attributes:
        left: The mention or entity decided about.
        right: What it was compared with.
        verdict: "same", "different" or "unsure".
        reason: In words a reader can check.
    """

    left: str
    right: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class TypedMention:
    """A mention with its type, as `extract --mentions` prints it."""

    type: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document; entities are still local to it.

    Attributes:
        document: The document it was made from.
        claims: In order of their place.
        mentions: In order of their place.
        entities: By local id.
        decisions: Why mentions inside the document were taken for one entity.
        skipped: Why the document was not read ("language"), or not completely, or
            None.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    mentions: tuple[TypedMention, ...] = ()
    entities: dict[str, Entity] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    skipped: str | None = None

    @property
    def failed(self) -> bool:
        """Whether something broke while it was read: another try may go better."""
        return (self.skipped or "").startswith(MISSED)

    def people(self) -> Iterator[Entity]:
        """Yield the persons."""
        return (e for e in self.entities.values() if e.kind == "person")
