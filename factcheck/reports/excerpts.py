"""The sentence a claim stands in, with the words in question marked."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.claims import KINDS, Claim
from factcheck.documents import Document, Span
from factcheck.documents.sentence_boundaries import sentence_around
from factcheck.findings import Finding, Variant
from factcheck.reports.escape import inert

WORD = re.compile(r"\d+(?:[.,]\d+)+|\w[\w'’-]*")
LONGEST = 280  # characters of a sentence shown whole
AROUND = 70  # characters shown on either side where it is longer
ELLIPSIS = " … "


class ExcerptPiece(NamedTuple):
    """A stretch of an excerpt, safe to print, and whether it is marked."""

    text: str
    marked: bool


def marks(
    claim: Claim, document: Document, finding: Finding, variant: Variant | None = None
) -> list[Span]:
    """Return the spans of the words in question, in order; the claim where none are."""
    mentions = [
        mention
        for role in KINDS[claim.kind].names(marked=True)
        for mention in claim.role(role)
    ]
    labelled = [m for m in claim.mentions() if variant and _is(m.text, variant.label)]
    changed = [
        Span(mention.start + start, mention.start + end, mention.part)
        for mention in mentions
        for start, end in _changed(document.quote(mention.span), finding, variant)
    ]
    spans = changed or [m.span for m in labelled or mentions] or [claim.span]
    spans += _times(claim, document, finding)
    part = claim.span.part
    length = len(document.stretch(part))
    return sorted(
        {s for s in spans if s.part == part and s.end <= length and s.start < s.end}
    )


def _times(claim: Claim, document: Document, finding: Finding) -> list[Span]:
    """Return where the time of a claim is printed, where times are what differs."""
    printed = claim.time.text if claim.time else ""
    if not printed or not any(printed in pair for pair in finding.diff):
        return []
    text, span = document.stretch(claim.span.part), claim.span
    first, last = max(0, span.start - AROUND), span.end + AROUND
    places = [
        match.start()
        for match in re.compile(re.escape(printed)).finditer(text, first, last)
    ]
    if not places:
        return []
    start = min(places, key=lambda at: abs(at - span.start))
    return [Span(start, start + len(printed), span.part)]


def excerpt(
    claim: Claim, document: Document, finding: Finding, variant: Variant
) -> tuple[list[ExcerptPiece], Span]:
    """Return the sentence of a claim, and the first of the words in question.

    Where only claims tell of a document the words are all there is to show.
    """
    spans = marks(claim, document, finding, variant)
    pieces = cut(document.stretch(claim.span.part), spans)
    if not pieces and not document.text:
        roles = KINDS[claim.kind].names(marked=True)
        words = [m.text for role in roles for m in claim.role(role)]
        pieces = [ExcerptPiece(inert(" … ".join(words)), True)] if words else []
    return pieces, spans[0] if spans else claim.span


def cut(text: str, spans: Iterable[Span]) -> list[ExcerptPiece]:
    """Cut the sentence around some spans out of a text; long ones in the middle."""
    spans = _apart(spans)
    if not spans:
        return []
    start, end = sentence_around(text, spans[0].start, spans[-1].end)
    windows = [(start, end)] if end - start <= LONGEST else []
    for span in () if windows else spans:
        left = max(start, _word_edge(text, span.start - AROUND, start))
        right = min(end, _word_edge(text, span.end + AROUND, end))
        if windows and left - windows[-1][1] < AROUND // 2:
            left = windows.pop()[0]
        windows.append((left, right))
    return list(_pieces(text, windows, spans, (start, end)))


def _changed(
    words: str, finding: Finding, variant: Variant | None
) -> Iterator[tuple[int, int]]:
    """Yield where words of the diff stand in a quotation.

    They are found by laying it beside another version: "and" alone may be anywhere. The
    diff is of the first two versions; of a third all is shown that differs inside it.
    """
    other = next((v for v in finding.variants if v != variant), None)
    if not finding.diff or other is None:
        return
    from difflib import SequenceMatcher  # slow to import

    here = list(WORD.finditer(words))
    left = [word[0].casefold() for word in here]
    right = [word.casefold() for word in WORD.findall(other.label)]
    pairs = {tuple(map(_folded, pair)) for pair in finding.diff}
    pairs |= {(after, before) for before, after in pairs}
    compared = variant in finding.variants[:2]
    aligned = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for kind, i, j, k, m in aligned:
        pair = " ".join(left[i:j]), " ".join(right[k:m])
        inside = not compared and i > 0 and j < len(left)
        if kind == "equal":
            continue
        if j > i and (pair in pairs or inside):
            yield here[i].start(), here[j - 1].end()
        elif pair in pairs and 0 < i < len(left):  # the words around what is not there
            yield here[i - 1].start(), here[i].end()
        elif inner := _inside(left[i:j], pairs):
            yield here[i + inner[0]].start(), here[i + inner[1] - 1].end()


def _inside(
    words: list[str], pairs: Iterable[tuple[str, ...]]
) -> tuple[int, int] | None:
    """Find the first changed words among some that differ for other reasons too."""
    from factcheck.comparators.wording import is_content  # slow to import

    for changed in sorted({before for before, _ in pairs if before}, key=len)[::-1]:
        part = changed.split()
        if not any(map(is_content, part)):
            continue
        for n in range(len(words) - len(part) + 1):
            if words[n : n + len(part)] == part:
                return n, n + len(part)
    return None


def _folded(words: str) -> str:
    return " ".join(word.casefold() for word in WORD.findall(words))


def _is(text: str, label: str) -> bool:
    return " ".join(text.casefold().split()) == " ".join(label.casefold().split())


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Sort spans and join those that overlap."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            last = apart.pop()
            span = Span(last.start, max(last.end, span.end), last.part)
        apart.append(span)
    return apart


def _word_edge(text: str, at: int, limit: int) -> int:
    """Move an offset out of the middle of a word, away from the limit."""
    if at <= 0 or at >= len(text):
        return limit
    step = 1 if limit < at else -1
    for moved in range(at, at + 30 * step, step):
        if not 0 < moved < len(text) or text[moved - 1].isspace():
            return moved
    return at


def _pieces(
    text: str,
    windows: list[tuple[int, int]],
    spans: list[Span],
    sentence: tuple[int, int],
) -> Iterator[ExcerptPiece]:
    if windows[0][0] > sentence[0]:
        yield ExcerptPiece("… ", False)
    for number, (start, end) in enumerate(windows):
        if number:
            yield ExcerptPiece(ELLIPSIS, False)
        at = start
        first = True
        for span in (s for s in spans if start <= s.start < end):
            yield from _piece(text[at : span.start], False, first)
            yield from _piece(text[span.start : span.end], True)
            at, first = span.end, False
        yield from _piece(text[at:end], False, first, True)
    if windows[-1][1] < sentence[1]:
        yield ExcerptPiece(" …", False)


def _piece(
    text: str, marked: bool, first: bool = False, last: bool = False
) -> Iterator[ExcerptPiece]:
    """Yield one stretch with the blanks at its edges kept, but those of the excerpt."""
    shown = inert(text)
    if not marked:
        if text[:1].isspace() and not first:
            shown = " " + shown
        if text[-1:].isspace() and not last and shown.strip():
            shown += " "
    if shown:
        yield ExcerptPiece(shown, marked)
