"""What changed between two versions of one text, sentence by sentence."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.comparators.aligned import Alignment, lay_beside
from factcheck.comparators.sentences import Detail, Sentence
from factcheck.documents import Document
from factcheck.errors import UsageError
from factcheck.reports.questions.answer import Answer, Cell
from factcheck.reports.report import Report, plural

COLUMNS = ("change", "old place", "new place", "words", "old", "new")
NEAR = 0.4
"""The share of words by which a sentence is another one, rewritten."""


class _VersionSentence(NamedTuple):
    """A sentence of one version: where it stands, its words, as printed."""

    place: str
    sentence: Sentence
    text: str


def diff(report: Report) -> Answer:
    """Return one row per sentence that changed, in the order of the texts.

    `change` says what changed: a fact by its sort (number, day, place, name, title,
    negation, opposite, roles), style, or words; or that a sentence is new or gone.

    Raises:
        UsageError: There are not exactly two documents with sentences.
    """
    documents = list(dict.fromkeys(c.document for c in report.material.claims))
    if len(documents) != 2:
        raise UsageError(
            f"diff needs two texts with sentences, OLD and NEW, not {len(documents)}"
        )
    old, new = (_lines(report, report.documents[name]) for name in documents)
    rows: list[tuple[Cell, ...]] = [_row(*pair) for pair in _pairs(old, new)]
    facts = sum(change not in ("style", "words", "new", "gone") for change, *_ in rows)
    title = f"{plural(len(rows), 'changed sentence')}, {facts} in fact"
    return Answer("diff", title, COLUMNS, rows, "new", blocks=True)


def _lines(report: Report, document: Document) -> list[_VersionSentence]:
    claims = sorted(
        (
            claim
            for claim in report.material.claims
            if claim.kind == "assertion" and claim.document == document.id
        ),
        key=lambda claim: (claim.span.part != "title", claim.span.start),
    )
    return [
        _VersionSentence(
            _place(document, claim), _sentence(claim), document.quote(claim.span)
        )
        for claim in claims
    ]


def _place(document: Document, claim: Claim) -> str:
    name = document.path or document.id
    if claim.span.part == "title":
        return f"{name} (headline)"
    line = document.line + document.text.count("\n", 0, claim.span.start)
    return f"{name}:{line}"


def _sentence(claim: Claim) -> Sentence:
    start = claim.span.start
    details = [
        Detail(role, m.start - start, m.end - start, str(m.value or ""), m.entity)
        for role, mentions in claim.roles.items()
        if role not in ("words", "polarity")
        for m in mentions
    ]
    return Sentence(claim.roles["words"][0].text, details)


Matched = tuple[_VersionSentence | None, _VersionSentence | None, Alignment | None]


def _pairs(
    old: list[_VersionSentence], new: list[_VersionSentence]
) -> Iterator[Matched]:
    """Yield the sentences that changed, each with its other version if it has one."""
    matcher = SequenceMatcher(
        None, [one.text for one in old], [one.text for one in new], autojunk=False
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from _matched(old[i:j], new[k:m])


def _matched(
    old: list[_VersionSentence], new: list[_VersionSentence]
) -> Iterator[Matched]:
    """Match the sentences of one changed stretch, the most alike first."""
    partners: dict[int, tuple[int, Alignment]] = {}
    laid = [
        (lay_beside(old[a].sentence, new[b].sentence), a, b)
        for a, b in product(range(len(old)), range(len(new)))
    ]
    for alignment, a, b in sorted(laid, key=lambda one: -one[0].agreed):
        free = a not in partners and b not in {to for to, _ in partners.values()}
        if free and alignment.share >= NEAR and alignment.agreed:
            partners[a] = b, alignment
    taken = {b for b, _ in partners.values()}
    for a, line in enumerate(old):
        if a in partners:
            b, alignment = partners[a]
            yield line, new[b], alignment
        else:
            yield line, None, None
    yield from ((None, line, None) for b, line in enumerate(new) if b not in taken)


def _row(
    old: _VersionSentence | None,
    new: _VersionSentence | None,
    alignment: Alignment | None,
) -> tuple[Cell, ...]:
    if old is None or new is None or alignment is None:
        one = old or new
        words = one.text if one else ""
        if old is None:
            return "new", "", one.place if one else "", "", "", words
        return "gone", old.place, "", "", words, ""
    conflicts = alignment.conflicts
    if conflicts:
        change = ", ".join(dict.fromkeys(d.sort for d in conflicts))
    else:
        change = "words" if alignment.differences else "style"
    words = "; ".join(
        f"{old.sentence.phrase(old.sentence.tokens[d.left]) or '∅'} → "
        f"{new.sentence.phrase(new.sentence.tokens[d.right]) or '∅'}"
        for d in conflicts or alignment.differences
    )
    return change, old.place, new.place, words, old.text, new.text
