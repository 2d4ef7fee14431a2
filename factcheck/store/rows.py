"""Claims and mentions as rows of the store, and back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import Any

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.documents import Span

Row = tuple[Any, ...]
ATTRIBUTION = "@attribution"
"""The role name under which whom a claim is credited to is kept."""

MENTION_COLUMNS = "part, start, stop, text, value, entity, name"
CLAIM_COLUMNS = (
    "uid, document, kind, part, start, stop, modality, time_start, time_end, "
    "time_text, time_value, confidence, extractor"
)


def mention_row(mention: Mention) -> Row:
    """Lay out a mention in the order of `MENTION_COLUMNS`."""
    value = None if mention.value is None else json.dumps(mention.value)
    return (
        mention.part,
        mention.start,
        mention.end,
        mention.text,
        value,
        mention.entity,
        mention.name,
    )


def mention_of(row: Sequence[Any]) -> Mention:
    """Read a mention back."""
    part, start, stop, text, value, entity, name = row
    known = None if value is None else as_shared(json.loads(value))
    printed, who, called = as_shared(text), as_shared(entity), as_shared(name)
    return Mention(start, stop, printed, known, who, called, intern(part))


def claim_row(claim: Claim, document: int) -> Row:
    """Lay out a claim without its roles in the order of `CLAIM_COLUMNS`."""
    time = claim.time
    times = (time.start, time.end, time.text, time.value) if time else (None,) * 4
    return (
        claim.id,
        document,
        claim.kind,
        claim.span.part,
        claim.span.start,
        claim.span.end,
        claim.modality,
        *times,
        claim.confidence,
        claim.extractor,
    )


def claim_of(
    row: Sequence[Any], document: str, filled: Iterable[tuple[str, Mention]]
) -> Claim:
    """Read a claim back, with what fills its roles in order."""
    uid, _, kind, part, start, stop, modality, *times, confidence, extractor = row
    roles: dict[str, tuple[Mention, ...]] = {}
    for role, mention in filled:
        roles[intern(role)] = (*roles.get(role, ()), mention)
    attribution = roles.pop(ATTRIBUTION, ())
    first, last, words, value = times
    time = None if words is None else ClaimTime(first, last, as_text(words), value)
    span = Span(start, stop, intern(part))
    return Claim(
        intern(kind),
        document,
        span,
        roles,
        time,
        intern(modality),
        attribution,
        confidence,
        intern(extractor),
        id=uid,
    )


def filled_roles(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """Yield role and mention in order; the attribution is a role of its own."""
    for role, mentions in claim.roles.items():
        for mention in mentions:
            yield role, mention
    for mention in claim.attribution:
        yield ATTRIBUTION, mention


def storable(rows: Sequence[Row]) -> Sequence[Row]:
    """Write half characters (lone surrogates) as bytes: SQLite cannot hold them."""
    try:
        "".join([cell for row in rows for cell in row if type(cell) is str]).encode()
    except UnicodeEncodeError:
        return [tuple(_storable(cell) for cell in row) for row in rows]
    return rows


def as_text(cell: Any) -> Any:
    """Read back what `storable` wrote."""
    return cell.decode("utf-8", "surrogatepass") if isinstance(cell, bytes) else cell


def as_shared(cell: Any) -> Any:
    """Read back what `storable` wrote, and hold it once however often it is read."""
    known = as_text(cell)
    return intern(known) if type(known) is str else known


def _storable(cell: Any) -> Any:
    if isinstance(cell, str):
        try:
            cell.encode()
        except UnicodeEncodeError:
            return cell.encode("utf-8", "surrogatepass")
    return cell
