"""Claims from another extractor: checked line by line, then treated like our own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.claims.kinds import KINDS
from factcheck.claims.model import ASSERTED, MODALITIES, Claim, ClaimTime, Mention
from factcheck.documents import (
    TEXT,
    TITLE,
    Document,
    DocumentFault,
    ForeignClaim,
    Span,
    day_of,
)
from factcheck.registry import unknown

LARGEST = 2**63 - 1  # what the store can hold


@dataclass(frozen=True, slots=True)
class Border:
    """What came over the border.

    Attributes:
        claims: In the order they came; a claim given twice is kept once.
        documents: One without text for each document that only claims tell of.
        faults: What was turned back: file and line, and every reason.
    """

    claims: list[Claim] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    faults: list[DocumentFault] = field(default_factory=list)


def read_claims(
    foreign: Iterable[ForeignClaim], documents: Mapping[str, Document]
) -> Border:
    """Check claims another extractor made and turn them into ours.

    Where the document is at hand the words of every mention must stand at its place.
    An id is derived from what the claim says, whatever id it came with.
    """
    border = Border()
    known = dict(documents)
    seen: set[str] = set()
    for one in foreign:
        faults = list(_faults(one.laid))
        if not faults:
            document = known.get(one.document) or _stub(one)
            claim = _claim(one.laid)
            faults = list(_strangers(one.laid, claim, document))
        if faults:
            border.faults.append(DocumentFault(one.where, "; ".join(faults)))
            continue
        if one.document not in known:
            known[one.document] = document
            border.documents.append(document)
        if claim.id not in seen:
            seen.add(claim.id)
            border.claims.append(claim)
    return border


def _stub(one: ForeignClaim) -> Document:
    path, _, line = one.where.rpartition(":")
    return Document(
        one.document,
        "",
        one.laid.get("source") or one.document,
        day_of(one.laid.get("published") or ""),
        path=path,
        line=int(line) if line.isdecimal() else 1,
    )


def _claim(laid: dict[str, Any]) -> Claim:
    time = laid.get("time")
    return Claim(
        laid["kind"],
        laid["document"],
        _span(laid["span"]),
        {
            role: tuple(map(_mention, mentions))
            for role, mentions in laid["roles"].items()
            if mentions
        },
        _claim_time(time) if time else None,
        laid.get("modality") or ASSERTED,
        tuple(map(_mention, laid.get("attribution") or ())),
        float(laid.get("confidence", 1.0)),
        laid.get("extractor") or "external",
    )


def _claim_time(laid: dict[str, Any]) -> ClaimTime:
    start, end = laid.get("start"), laid.get("end")
    return ClaimTime(
        day_of(start) if start else None,
        day_of(end) if end else None,
        laid.get("text") or "",
    )


def _span(laid: dict[str, Any]) -> Span:
    place = laid.get("headline") or laid
    return Span(place["start"], place["end"], TITLE if "headline" in laid else TEXT)


def _mention(laid: dict[str, Any]) -> Mention:
    span = _span(laid)
    text = laid["headline"]["text"] if "headline" in laid else laid["text"]
    return Mention(
        span.start,
        span.end,
        text,
        laid.get("value"),
        laid.get("entity"),
        laid.get("name"),
        span.part,
    )


def _faults(laid: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the shape of a claim."""
    kind = laid.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        yield f"kind: {unknown('claim kind', str(kind), KINDS)}"
    if not isinstance(laid.get("document"), str) or not laid["document"]:
        yield "document: should be the id of a document"
    yield from _place("span", laid.get("span"))
    for key in ("id", "source", "published", "extractor"):
        if not isinstance(laid.get(key), str | None):
            yield f"{key}: should be a string or null"
    yield from _day("published", laid.get("published"))
    if laid.get("modality", ASSERTED) not in MODALITIES:
        yield f"modality: should be one of {', '.join(MODALITIES)}"
    confidence = laid.get("confidence", 1)
    if not _number(confidence) or not 0 <= confidence <= 1:
        yield "confidence: should be a number from 0 to 1"
    yield from _time(laid.get("time"))
    yield from _roles(laid)


def _roles(laid: dict[str, Any]) -> Iterator[str]:
    roles = laid.get("roles")
    if not isinstance(roles, dict):
        yield 'roles: should be an object of lists: {"person": [{"text", ...}]}'
        return
    kind = laid.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        declared = KINDS[kind]
        for role in roles:
            if role not in declared.roles:
                yield f"roles: {unknown(f'role of {kind}', role, declared.roles)}"
        for role in declared.names(needed=True):
            if not roles.get(role):
                yield f"roles: a {kind} claim needs a {role}"
    if not any(roles.values()):
        yield "roles: should hold at least one mention"
    for name, mentions in {**roles, "attribution": laid.get("attribution", [])}.items():
        if not isinstance(mentions, list):
            yield f"{name}: should be a list of mentions"
            continue
        for number, mention in enumerate(mentions):
            yield from _mention_faults(f"{name}[{number}]", mention)


def _mention_faults(where: str, laid: object) -> Iterator[str]:
    if not isinstance(laid, dict):
        yield f'{where}: should be {{"text", "start", "end"}}'
        return
    if not isinstance(laid.get("text"), str):
        yield f"{where}.text: should be a string"
    elif not _has_word(laid):
        yield f"{where}.text: holds no word"
    yield from _place(where, laid)
    headline = laid.get("headline")
    if isinstance(headline, dict) and "text" not in headline:
        yield f"{where}.headline.text: is missing"
    for key in ("entity", "name"):
        if not isinstance(laid.get(key), str | None):
            yield f"{where}.{key}: should be a string"
    value = laid.get("value")
    pair = (
        isinstance(value, list)
        and len(value) == 2
        and all(map(_number, value))
        and value[0] <= value[1]
    )
    if not (value is None or isinstance(value, str) or _number(value) or pair):
        yield f"{where}.value: should be a string, a number or [least, most]"


def _has_word(laid: dict[str, Any]) -> bool:
    """Ask whether a mention prints, or stands for, anything that can be read."""
    headline = laid.get("headline")
    places = [laid, headline] if isinstance(headline, dict) else [laid]
    said = [place.get("text") for place in places] + [laid.get("name")]
    return any(isinstance(text, str) and any(map(str.isalnum, text)) for text in said)


def _place(where: str, laid: object) -> Iterator[str]:
    place = laid.get("headline", laid) if isinstance(laid, dict) else None
    if not isinstance(place, dict):
        yield f'{where}: should hold "start" and "end"'
        return
    start, end = place.get("start"), place.get("end")
    whole = all(isinstance(n, int) and not isinstance(n, bool) for n in (start, end))
    if not whole or not 0 <= start <= end:  # type: ignore[operator]
        yield f"{where}: start and end should be whole numbers, 0 <= start <= end"
    if place is not laid and not isinstance(place.get("text", ""), str):
        yield f"{where}.headline.text: should be a string"


def _time(laid: object) -> Iterator[str]:
    if laid is None:
        return
    if not isinstance(laid, dict):
        yield 'time: should be {"start", "end", "text"} or null'
        return
    ends = [laid.get(key) for key in ("start", "end")]
    faults = [*_day("time.start", ends[0]), *_day("time.end", ends[1])]
    yield from faults
    first, last = ("" if faults else day_of(end or "") or "" for end in ends)
    if first > last > "":
        yield "time: ends before it starts"
    if not isinstance(laid.get("text"), str | None):
        yield "time.text: should be a string"


def _day(where: str, value: object) -> Iterator[str]:
    if value is None:
        return
    if not isinstance(value, str) or not day_of(value):
        yield f"{where}: should be a day, YYYY-MM-DD, or null"


def _strangers(laid: dict[str, Any], claim: Claim, document: Document) -> Iterator[str]:
    """Yield the words of a claim that its document does not have at their place."""
    source = laid.get("source")
    if source and source != document.source:
        yield f"source: {source!r}, but {document.id} is by {document.source!r}"
    if not document.text:
        return
    if claim.span.end > len(document.stretch(claim.span.part)):
        yield f"span: ends behind the end of document {document.id}"
    for mention in claim.mentions():
        there = document.quote(mention.span)
        if there != mention.text:
            yield (
                f"{mention.text[:40]!r}: document {document.id} has "
                f"{there[:40]!r} at {mention.start}-{mention.end}"
            )


def _number(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and -LARGEST <= value <= LARGEST
    )
