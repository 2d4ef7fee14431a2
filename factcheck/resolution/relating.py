"""Bring documents together: who is who, which events and texts are one."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar
from zlib import crc32

from factcheck.claims.extraction import Decision, Extraction
from factcheck.documents.document import Document
from factcheck.errors import Faults
from factcheck.resolution.entities import Aliases, Resolution, link, resolve
from factcheck.resolution.events.clustering import join_events
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


WORD = re.compile(rb"\w+|[^\x00-\x7f]+")
SHINGLE = 4  # words; one word in ten may change and most shingles stay
SAMPLED = 4  # one word in so many begins a shingle that is kept
ALIKE = 0.6  # share of the shorter text's shingles that the other has too
FEWEST = 8  # kept shingles; with fewer, only equal texts are alike
FIRSTS = 8  # texts remembered for one shingle: a common phrase leads nowhere

Sketch = frozenset[int]


def origins(
    documents: Iterable[Document], sketches: Mapping[str, Sketch] | None = None
) -> dict[str, str]:
    """Return the origin of each document by its id.

    *sketches* holds those already known, by document id. The answer does not depend
    on the order of the documents.
    """
    known = sketches or {}
    ordered = sorted(documents, key=lambda d: (d.published or "9", d.id))
    drawn = {d.id: known.get(d.id) or sketch(d.text) for d in ordered}
    first = _alike(drawn)
    wires: dict[str, str] = {}
    for document in ordered:
        if document.credit:
            wires.setdefault(first[document.id], document.credit)
    return {d.id: d.credit or wires.get(first[d.id], first[d.id]) for d in ordered}


def sketch(text: str) -> Sketch:
    """Return a sample of a text's word sequences, the same for the same words.

    A text too short to sample is sketched whole, as one number.
    """
    words = WORD.findall(text.casefold().encode("utf-8", "surrogatepass"))
    kept = frozenset(
        crc32(b" ".join(words[at : at + SHINGLE]))
        for at, word in enumerate(words[: 1 - SHINGLE])
        if crc32(word) % SAMPLED == 0
    )
    return kept if len(kept) >= FEWEST else frozenset({-1 - crc32(b" ".join(words))})


def _alike(drawn: Mapping[str, Sketch]) -> dict[str, str]:
    """Return for each document the first one that is nearly the same, or itself."""
    first: dict[str, str] = {}
    firsts: dict[int, list[str]] = {}
    for name, own in drawn.items():
        known = own & firsts.keys()
        shared = Counter(other for one in known for other in firsts[one])
        nearest = max(
            (o for o, n in shared.items() if n >= ALIKE * min(len(own), len(drawn[o]))),
            key=lambda other: (shared[other], other),
            default=None,
        )
        first[name] = nearest or name
        if nearest is None:
            firsts.update({one: [name] for one in own - known})
            for one in known:
                if len(firsts[one]) < FIRSTS:
                    firsts[one].append(name)
    return first
