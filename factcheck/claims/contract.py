"""Claims and mentions as the JSON the contract promises.

A claim from a headline has no place in the text. Its spans are the empty range at 0,
which quotes nothing, and `headline` holds the words and their place in the title.
"""

from typing import Any

from factcheck.claims.model import Claim, Mention
from factcheck.documents import TEXT, Document, Span


def mention_to_json(mention: Mention) -> dict[str, Any]:
    """Lay out one mention; `value`, `entity` and `name` only where there is one."""
    laid: dict[str, Any] = {"text": mention.text, **_place(mention.span, mention.text)}
    for key in ("value", "entity", "name"):
        known = getattr(mention, key)
        if known is not None:
            laid[key] = known
    return laid


def claim_to_json(claim: Claim, document: Document) -> dict[str, Any]:
    """Lay out one claim as `factcheck extract --format jsonl` prints it."""
    place = _place(claim.span, document.quote(claim.span))
    place.pop("text", None)
    time = claim.time
    return {
        "id": claim.id,
        "kind": claim.kind,
        "document": document.id,
        "source": document.source,
        "published": document.published,
        "span": place,
        "roles": {
            role: [mention_to_json(m) for m in mentions]
            for role, mentions in claim.roles.items()
            if mentions
        },
        "time": time and {"start": time.start, "end": time.end, "text": time.text},
        "modality": claim.modality,
        "attribution": [mention_to_json(m) for m in claim.attribution],
        "confidence": claim.confidence,
        "extractor": claim.extractor,
    }


def _place(span: Span, text: str) -> dict[str, Any]:
    if span.part == TEXT:
        return {"start": span.start, "end": span.end}
    headline = {"start": span.start, "end": span.end, "text": text}
    return {"text": "", "start": 0, "end": 0, "headline": headline}
