"""What relating reads of one document, as text that a store keeps, and back."""

import json
from typing import Any

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Entity
from factcheck.documents import Span
from factcheck.resolution.entities import Portrait
from factcheck.resolution.events.features import Told
from factcheck.resolution.events.topics import Scene

SETS = ("who", "where", "spots", "whose", "events", "words", "beside")
"""What a claim tells as words in no order."""

SINGLE = ("first", "last", "published", "topic", "sort", "extra", "sentence")


def pack_portrait(one: Portrait) -> str:
    """Write what resolution reads of a document; its id is kept elsewhere."""
    entities = [
        [e.id, e.kind, e.name, e.forms, e.country] for e in one.entities.values()
    ]
    offices = [
        {local: sorted(said) for local, said in some.items()}
        for some in (one.titles, one.current, one.countries)
    ]
    return _written([entities, *offices])


def unpack_portrait(document: str, packed: str) -> Portrait:
    """Read what `pack_portrait` wrote."""
    entities, *offices = json.loads(packed)
    known = {
        local: Entity(local, kind, name, tuple(forms), country)
        for local, kind, name, forms, country in entities
    }
    return Portrait(document, None, known, *offices)


def pack_told(one: Told) -> str:
    """Write what a claim offers for comparing, and nothing else of the claim."""
    claim, value = one.claim, one.claim.first("value")
    scene = [
        sorted(held) if isinstance(held, frozenset) else held
        for held in one.scene or ()
    ]
    about = [claim.kind, claim.document, *claim.span, claim.id]
    said = [value.value] if value else []
    sets = [sorted(getattr(one, name)) for name in SETS]
    return _written(
        [
            about,
            said,
            sets,
            sorted(one.struck),
            scene,
            [getattr(one, n) for n in SINGLE],
        ]
    )


def unpack_told(packed: str) -> Told:
    """Read what `pack_told` wrote."""
    about, said, sets, struck, scene, single = json.loads(packed)
    kind, document, start, end, part, uid = about
    value = {"value": tuple(Mention(0, 0, "", one) for one in said)}
    claim = Claim(kind, document, Span(start, end, part), value, id=uid)
    told: dict[str, Any] = dict(zip(SINGLE, single, strict=True))
    told |= {name: frozenset(some) for name, some in zip(SETS, sets, strict=True)}
    if scene:
        told["scene"] = Scene._make(
            frozenset(held) if isinstance(held, list) else held for held in scene
        )
    return Told(claim, struck=frozenset((a, b) for a, b in struck), **told)


def _written(told: Any) -> str:
    return json.dumps(told, separators=(",", ":"))
