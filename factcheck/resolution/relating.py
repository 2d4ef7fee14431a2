"""Link documents: who is who, which events are one, which texts have one origin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from factcheck.claims.extraction import Decision, Extraction
from factcheck.errors import Faults
from factcheck.resolution.entities import Aliases, Resolution, link, resolve
from factcheck.resolution.events.clustering import join_events
from factcheck.resolution.origins import origins
from factcheck.resolution.story_clustering import AUTO, stories_of

UNLINKED = "could not be compared with the other documents"


@dataclass(frozen=True, slots=True)
class Linked:
    """Extractions whose entities hold across documents, and what is one with what.

    Attributes:
        extractions: In the order of the documents.
        events: The event of a claim, by claim id, where it has one.
        origins: Where each document's text really comes from, by document id.
        stories: Which documents report one event in the news, by document id.
        decisions: Why entities of different documents were taken for one, or not.
        faults: Why a document could not be compared with the others, by its id.
        unsure: Entities that may be one with others: findings about them are notes.
    """

    extractions: tuple[Extraction, ...]
    events: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()


def relate(
    extractions: Sequence[Extraction],
    aliases: Aliases | None = None,
    by_group: bool = False,
    stories: str = AUTO,
) -> Linked:
    """Resolve entities, events, origins and stories across documents.

    With *by_group* each group is a world of its own; a document without a group is one
    by itself. A document that breaks linking is left out of it; one whose entities
    cannot be resolved makes no claims.
    """
    linked: dict[str, Extraction] = {}
    slots: dict[str, str] = {}
    decisions: list[Decision] = []
    sources: dict[str, str] = {}
    story_of: dict[str, str] = {}
    faults: dict[str, Faults] = {}
    unsure: set[str] = set()
    for world in _worlds(extractions, by_group):
        linked |= {one.document.id: replace(one, claims=()) for one in world}
        resolution, members = linked_without_faults(
            "resolving entities", lambda some: _linked(some, aliases), world, faults
        )
        linked |= {extraction.document.id: extraction for extraction in members}
        decisions += resolution.decisions
        unsure |= {one.entity for one in resolution.identities.values() if not one.sure}
        documents = [extraction.document for extraction in world]
        sources |= origins(documents)
        here = stories_of(documents, stories, by_group)
        story_of |= here
        slots |= linked_without_faults(
            "comparing events", partial(join_events, stories=here), members, faults
        )
    return Linked(
        tuple(linked[e.document.id] for e in extractions),
        slots,
        sources,
        story_of,
        tuple(decisions),
        {name: f"{UNLINKED}: {fault}" for name, fault in faults.items()},
        frozenset(unsure),
    )


def _linked(
    extractions: Sequence[Extraction], aliases: Aliases | None
) -> tuple[Resolution, list[Extraction]]:
    resolution = resolve(extractions, aliases)
    return resolution, [link(extraction, resolution) for extraction in extractions]


def resolutions(
    extractions: Sequence[Extraction],
    aliases: Aliases | None = None,
    by_group: bool = False,
) -> dict[str, Resolution]:
    """Resolve entities as `relate` does; return what holds for each document, by id.

    Of the extractions what `resolution.needed` keeps is enough.
    """
    resolved: dict[str, Resolution] = {}
    for world in _worlds(extractions, by_group):
        resolution = resolve(world, aliases)
        resolved |= {extraction.document.id: resolution for extraction in world}
    return resolved


def _worlds(
    extractions: Sequence[Extraction], by_group: bool
) -> Iterable[list[Extraction]]:
    if not by_group:
        return [list(extractions)]
    worlds: dict[tuple[str, str], list[Extraction]] = {}
    for extraction in extractions:
        document = extraction.document
        named = ("group", document.group) if document.group else ("alone", document.id)
        worlds.setdefault(named, []).append(extraction)
    return worlds.values()


T = TypeVar("T")

MOST_DROPPED = 8
"""Documents left out one by one; after that, all from the next bad one on are."""


def linked_without_faults(
    what: str,
    link: Callable[[list[Extraction]], T],
    documents: Sequence[Extraction],
    faults: dict[str, Faults],
) -> T:
    """Return what *link* makes of the documents, without those it fails on.

    Where it fails, the first document with which it does is left out, and so on;
    *faults* then says why. It works on any part of the documents, and on none of them.
    """
    used = list(documents)
    for dropped in range(MOST_DROPPED + 1):
        attempt = Faults()
        with attempt.survived(what):
            return link(used)
        bad = _first_failing(link, used)
        end = bad + 1 if dropped < MOST_DROPPED else len(used)
        for one in used[bad:end]:
            faults.setdefault(one.document.id, Faults()).note(_reason(attempt))
        del used[bad:end]
    return link(used)


def _reason(attempt: Faults) -> str:
    return str(attempt).rpartition(";")[0]


def _first_failing(
    link: Callable[[list[Extraction]], object], documents: list[Extraction]
) -> int:
    """Return the place of the document that makes the shortest failing beginning."""
    good, bad = 0, len(documents)
    while bad - good > 1:
        middle = (good + bad) // 2
        attempt = Faults()
        with attempt.survived(""):
            link(documents[:middle])
        good, bad = (good, middle) if attempt else (middle, bad)
    return good
