"""Relate documents anew after a change, from what is kept of each.

Who is who is decided again for all, from little. Happenings are assembled again only in
strands in which something else is told, and origins found again from kept sketches.
What comes out otherwise than before is what was touched.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.pipeline.keeping import Identities, linked_as, told_rows
from factcheck.pipeline.packing import unpack_portrait, unpack_told
from factcheck.resolution.entities import (
    Aliases,
    Portrait,
    Resolution,
    identify,
    link,
    portrait,
)
from factcheck.resolution.events.clustering import assembled, reassembled
from factcheck.resolution.origins import origins
from factcheck.store.kept import Kept, KeptDocument, KeptTold


@dataclass(frozen=True, slots=True)
class Standing:
    """The documents of a check after a change, beside those that were kept.

    Attributes:
        documents: In their order.
        places: The number of each, by id.
        fresh: Of those that are new or changed, what was extracted, by id.
        before: What was kept of documents that are still the same, by id.
        gone: Numbers of documents that are gone or changed.
    """

    documents: Sequence[Document]
    places: Mapping[str, int]
    fresh: Mapping[str, Extraction]
    before: Mapping[str, KeptDocument]
    gone: frozenset[int]


def portraits_of(now: Standing) -> list[Portrait]:
    """Return what resolution reads of every document."""
    return [
        portrait(now.fresh[d.id])
        if d.id in now.fresh
        else unpack_portrait(d.id, now.before[d.id].portrait)
        for d in now.documents
    ]


def identified(portraits: Sequence[Portrait], aliases: Aliases | None) -> Identities:
    """Decide again who is who."""
    return identify(portraits, aliases)[0]


def linked_otherwise(
    now: Standing, portraits: Sequence[Portrait], identities: Identities
) -> list[Document]:
    """Return the unchanged documents whose entities are others than before."""
    return [
        document
        for document, one in zip(now.documents, portraits, strict=True)
        if document.id in now.before
        and linked_as(one, identities) != now.before[document.id].linked
    ]


def linked_anew(
    extractions: Mapping[str, Extraction],
    places: Mapping[str, int],
    identities: Identities,
) -> list[tuple[int, Extraction]]:
    """Link what was read again, in the order of the documents."""
    resolution = Resolution(identities)
    found = [(places[name], link(e, resolution)) for name, e in extractions.items()]
    return sorted(found, key=lambda pair: pair[0])


def happenings_anew(
    kept: Kept, left: frozenset[int], linked: Sequence[tuple[int, Extraction]]
) -> tuple[list[KeptTold], list[KeptTold]]:
    """Assemble again the strands in which something else is told.

    Args:
        kept: What was kept.
        left: Numbers of the documents whose claims are read again, or gone.
        linked: What is read again.

    Returns:
        What the documents read again tell; and what others tell, with a happening that
        is not the kept one.
    """
    before = {(one.place, one.n): one for one in kept.told(left)}
    told = {(one.place, one.n): one for one in told_rows(linked, {})}
    other = {
        one.strand
        for key in before.keys() | told.keys()
        if _offered(before.get(key)) != _offered(told.get(key))
        for one in (before.get(key), told.get(key))
        if one is not None
    }
    moved: list[KeptTold] = []
    for strand in sorted(other):
        rows = [row for row in kept.strand(strand) if row.place not in left]
        own = [row for row in told.values() if row.strand == strand]
        lost = [row for row in before.values() if row.strand == strand]
        found = _assembled([*rows, *own], lost, rows)
        moved += [
            row._replace(happening=found[row.claim])
            for row in rows
            if row.happening != found[row.claim]
        ]
        told |= {
            (row.place, row.n): row._replace(happening=found[row.claim]) for row in own
        }
    settled = [row if row.happening else before[key] for key, row in told.items()]
    return settled, moved


def _assembled(
    told: Sequence[KeptTold], lost: Sequence[KeptTold], same: Sequence[KeptTold]
) -> dict[str, str]:
    """Assemble a strand, comparing only what meets others than before.

    Args:
        told: All that is told in the strand.
        lost: What was told and is not, or is read again.
        same: What was told and is told unchanged.
    """
    claims = [unpack_told(row.payload) for row in told]
    before = {row.claim: row.happening for row in (*same, *lost)}
    if len(before) < len(same) + len(lost):
        return assembled(claims)  # a claim told twice says not which was where
    gone = [unpack_told(row.payload) for row in lost]
    return reassembled(claims, gone, before)


def _offered(told: KeptTold | None) -> tuple[str, str] | None:
    return told and (told.strand, told.payload)


def origins_anew(now: Standing) -> dict[str, str]:
    """Return the origin of every document."""
    sketches = {
        name: frozenset(json.loads(one.sketch)) for name, one in now.before.items()
    }
    return origins(now.documents, sketches)
