"""What resolution across documents decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.claims.extraction import Decision, TypedMention


class Identity(NamedTuple):
    """Who or what an entity of one document is among all documents.

    Attributes:
        entity: Id across documents, readable: "person:ada-quill", "country:KP".
        name: The fullest form the documents give.
        sure: False where the name alone does not say who is meant.
    """

    entity: str
    name: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Resolution:
    """Identities of entities, and why.

    Attributes:
        identities: By document id and local entity id.
        decisions: In the order in which they were taken, which documents' order does
            not change.
        spread: Mentions of persons that only other documents show to be persons, by
            document.
    """

    identities: Mapping[tuple[str, str], Identity] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    spread: Mapping[str, tuple[TypedMention, ...]] = field(default_factory=dict)
