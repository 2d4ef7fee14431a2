"""Claims from another extractor: checked line by line, then treated like our own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from factcheck.claims.claim import Claim, ClaimTime, Mention
from factcheck.claims.interchange import LaidClaim, LaidMention, LaidSpan, faults_of
from factcheck.documents import TEXT, TITLE, Document, DocumentFault, ForeignClaim, Span


@dataclass(frozen=True, slots=True)
class Border:
    """What came over the border.

    Attributes:
        claims: In the order they came; a claim given twice is kept once.
        documents: One without text for each document that only claims tell of.
        faults: What was rejected: file and line, and every reason.
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
        try:
            laid = LaidClaim.model_validate(one.laid)
        except ValidationError as error:
            faults = "; ".join(faults_of(error))
            border.faults.append(DocumentFault(one.where, faults))
            continue
        document = known.get(one.document) or _stub(one, laid)
        claim = _claim(laid)
        if faults := "; ".join(_strangers(laid, claim, document)):
            border.faults.append(DocumentFault(one.where, faults))
            continue
        if one.document not in known:
            known[one.document] = document
            border.documents.append(document)
        if claim.id not in seen:
            seen.add(claim.id)
            border.claims.append(claim)
    return border


def _stub(one: ForeignClaim, laid: LaidClaim) -> Document:
    path, _, line = one.where.rpartition(":")
    return Document(
        one.document,
        "",
        laid.source or one.document,
        laid.published,
        path=path,
        line=int(line) if line.isdecimal() else 1,
    )


def _claim(laid: LaidClaim) -> Claim:
    time = laid.time
    roles = {
        role: tuple(map(_mention, mentions))
        for role, mentions in laid.roles.items()
        if mentions
    }
    return Claim(
        laid.kind,
        laid.document,
        _span(laid.span),
        roles,
        ClaimTime(time.start, time.end, time.text or "") if time else None,
        laid.modality,
        tuple(map(_mention, laid.attribution)),
        laid.confidence,
        laid.extractor or "external",
    )


def _span(laid: LaidSpan | LaidMention) -> Span:
    place = laid.headline or laid
    return Span(place.start, place.end, TITLE if laid.headline else TEXT)


def _mention(laid: LaidMention) -> Mention:
    span = _span(laid)
    text = laid.headline.text if laid.headline else laid.text
    return Mention(
        span.start, span.end, text, laid.value, laid.entity, laid.name, span.part
    )


def _strangers(laid: LaidClaim, claim: Claim, document: Document) -> Iterator[str]:
    """Yield the words of a claim that its document does not have at their place."""
    if laid.source and laid.source != document.source:
        yield f"source: {laid.source!r}, but {document.id} is by {document.source!r}"
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
