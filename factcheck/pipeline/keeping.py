"""Keep a whole judgement, so that the next check judges only what a change touches."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.claims import Claim
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.pipeline.check_cache import pack_agreed, pack_finding
from factcheck.pipeline.corroboration import Teller, tellers_of, told_alike
from factcheck.pipeline.judging import Result
from factcheck.pipeline.packing import pack_portrait, pack_told
from factcheck.pipeline.said import said_name, said_rows
from factcheck.resolution.entities import Identity, Portrait, portrait
from factcheck.resolution.events.clustering import all_told, strand
from factcheck.resolution.origins import sketch
from factcheck.resolution.relating import Related
from factcheck.store.kept import Kept, KeptDocument, KeptTold
from factcheck.store.working_tables import numbered

Identities = Mapping[tuple[str, str], Identity]

Numbered = Sequence[tuple[int, Extraction]]
"""Documents with what was found in them, and their numbers."""


def keep(
    kept: Kept,
    ways: str,
    found: Sequence[Extraction],
    related: Related,
    result: Result,
) -> None:
    """Keep what is laid out for this check, and all that the next needs besides.

    Args:
        kept: Where, in a turn of its own.
        ways: What the judgement depends on besides documents.
        found: What was extracted, entities local to their documents.
        related: The same, linked.
        result: What came of judging it.
    """
    kept.clear()
    kept.copy_laid_out()
    linked = list(numbered(related.extractions))
    portraits = [portrait(one) for one in found]
    kept.keep_documents(
        documents_kept(linked, portraits, related.identities, related.origins)
    )
    kept.keep_told(told_rows(linked, related.happenings))
    claims = claims_numbered(linked)
    kept.keep_said(said_rows(claims, related.happenings, result.rules))
    kept.keep_findings(finding_rows(result.findings))
    tellers = tellers_of((e.document for _, e in linked), related.origins)
    kept.keep_agreed(agreed_rows(claims, tellers, related.happenings))
    kept.sign(ways)


def documents_kept(
    linked: Numbered,
    portraits: Iterable[Portrait],
    identities: Identities,
    origins: Mapping[str, str],
) -> Iterator[KeptDocument]:
    """Yield what is kept of documents besides their claims."""
    for (place, extraction), one in zip(linked, portraits, strict=True):
        document = extraction.document
        yield KeptDocument(
            place,
            document.id,
            looks_of(document),
            pack_portrait(one),
            linked_as(one, identities),
            json.dumps(sorted(sketch(document.text))),
            origins[document.id],
            extraction.skipped,
            len(extraction.claims),
        )


def linked_as(one: Portrait, identities: Identities) -> str:
    """Write what the entities of a document were resolved to."""
    found = (identities[one.document, local] for local in one.entities)
    return json.dumps([(identity.entity, identity.name) for identity in found])


def looks_of(document: Document) -> str:
    """Return what tells whether judging would read a document as it was."""
    return repr((document.digest, document.group, document.credit, document.url))


def told_rows(linked: Numbered, happenings: Mapping[str, str]) -> Iterator[KeptTold]:
    """Yield what documents tell of happenings; one not known yet is empty."""
    for place, extraction in linked:
        for n, one in enumerate(all_told([extraction])):
            uid = one.claim.id
            happening = happenings.get(uid, "")
            yield KeptTold(place, n, uid, strand(one), pack_told(one), happening)


def claims_numbered(linked: Numbered) -> dict[int, Claim]:
    """Return claims by their number, in order."""
    return {
        number: claim
        for place, extraction in linked
        for number, claim in enumerate(extraction.claims, place + 1)
    }


def finding_rows(findings: Iterable[Finding]) -> Iterator[tuple[str, str, str]]:
    """Yield rule, slot and payload of findings."""
    for finding in findings:
        slot = json.dumps(finding.slot)
        yield finding.rule, slot, json.dumps(pack_finding(finding))


def agreed_rows(
    claims: Mapping[int, Claim],
    tellers: Mapping[str, Teller],
    happenings: Mapping[str, str],
) -> Iterator[tuple[str, int, str]]:
    """Yield name, first claim and payload of what several origins say alike."""
    numbers: dict[str, int] = {}
    for number, claim in claims.items():
        numbers.setdefault(claim.id, number)
    for said, told in told_alike(claims.values(), tellers, happenings):
        if len(told.origins) > 1:
            first = numbers[told.claims[0]]
            yield said_name(said), first, json.dumps(pack_agreed(told))
