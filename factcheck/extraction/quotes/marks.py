"""Quotation marks: what stands between an opening mark and the one that closes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

MARK = re.compile(r"``|''|[\"“”„‟«»″‶〝〞＂ʺ]|[‘’‚‛'`′]")
"""Anything that may open or close a quotation; apostrophes are told apart later."""

SINGLE = "‘’‚‛'`′"
STRAIGHT = '"″‶〝〞＂ʺ'
"""Marks that open and close alike, seconds and inches among them."""

ALWAYS_OPENS = ("``", "„", "«")
ALWAYS_CLOSES = ("»",)
ELISION = re.compile(
    r"['’‘](?:em|til|tis|twas|cause|bout|round|n|s|re|ve|ll|d|m|t|nother|neath|"
    r"\d\ds?)\b",
    re.I,
)
"""Words that begin with an apostrophe: 'em, 'til, '90s."""
BEFORE_OPENING = re.compile(r"[\s(\[{—–\-/“\"‘'`…]")
AFTER_CLOSING = re.compile(r"[\s)\]}—–\-/.,;:?!”\"’'…*]")
LABEL = re.compile(r"\(?[A-Z][A-Z.'’ -]{0,80}[A-Z.)]:?(?=[ \t]|\Z)(?<=[:)])")
"""How the lines of a transcript begin: `MR. DUVAL:`, `(APPLAUSE)`."""
MEASURE = re.compile(r"\d\Z")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks; offsets count in the stretch.

    Attributes:
        start: Offset of the opening mark.
        end: Offset behind the closing mark (or of the paragraph's end).
        inner_start: Offset of the first word inside the marks.
        inner_end: Offset behind the last one.
        closed: Whether a closing mark was found in the paragraph.
        resumes: Whether it goes on with the quotation the paragraph before left open.
        depth: 0, or 1 for a quotation inside another.
        doubled: Whether its marks are doubled apostrophes, which some archives print
            for any mark they could not read.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    resumes: bool = False
    depth: int = 0
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def find_quotations(text: str, breaks: Sequence[int] = ()) -> list[Quotation]:
    """Find what stands between quotation marks, in order; the outer one comes first.

    A mark that is never closed ends with its paragraph: it is kept where the next
    paragraph reopens it or where it began as speech does, and dropped otherwise.

    >>> text = "“No,” she said. It’s the ‘best’ offer, she 'feared'."
    >>> [text[q.inner_start : q.inner_end] for q in find_quotations(text)]
    ['No,', 'best', 'feared']
    """
    if not MARK.search(text):
        return []
    edges = [0, *(b for b in breaks if 0 < b < len(text)), len(text)]
    quotations: list[Quotation] = []
    left_open: Quotation | None = None
    transcript = False
    for start, end in pairwise(edges):
        here = _paragraph(text, start, end)
        if not here and not text[start:end].strip():
            continue
        begins = bool(here) and _begins(text, start, here[0])
        transcript = begins and (transcript or _labelled(text, here[0]))
        if transcript and not here[0].closed:
            here = []
        resumed = bool(here and left_open) and begins
        if left_open and not resumed and not _like_speech(text, left_open):
            quotations = [q for q in quotations if not _inside(q, left_open)]
        if resumed:
            here[0] = replace(here[0], resumes=True)
        quotations += here
        left_open = next((q for q in here if not q.closed), None)
    if left_open and not _like_speech(text, left_open):
        quotations = [q for q in quotations if not _inside(q, left_open)]
    return [q for q in quotations if q.inner_end > q.inner_start]


def _labelled(text: str, quotation: Quotation) -> bool:
    """Ask whether a transcript's line begins behind the mark: `"MR. DUVAL: ...`."""
    return bool(LABEL.match(text, quotation.inner_start))


def _begins(text: str, start: int, quotation: Quotation) -> bool:
    return not text[start : quotation.start].strip()


def _inside(quotation: Quotation, outer: Quotation) -> bool:
    return outer.start <= quotation.start and quotation.end <= outer.end


def _like_speech(text: str, quotation: Quotation) -> bool:
    """Ask whether an unclosed mark stands where speech begins: `He said: "We ...`."""
    before = text[: quotation.start].rstrip(" \t")
    return not before or before[-1] in "\n:," or before.endswith("\u2029")


def _paragraph(text: str, start: int, end: int) -> list[Quotation]:
    """Pair the marks of one paragraph."""
    quotations: list[Quotation] = []
    outer: _Mark | None = None
    inner: _Mark | None = None
    nested: list[Quotation] = []
    marks = list(_marks(text, start, end))
    for place, mark in enumerate(marks):
        if outer is None:
            if mark.opens and (not mark.single or _closing(marks, place)):
                outer, inner, nested = mark, None, []
        elif inner is not None and mark.single == inner.single and mark.closes:
            nested.append(_between(text, inner, mark, depth=1))
            inner = None
        elif mark.single == outer.single and mark.closes and not _nests(mark, inner):
            quotations += [_between(text, outer, mark), *nested]
            outer = None
        elif mark.opens and inner is None:
            if mark.single != outer.single and _closing(marks, place):
                inner = mark
            elif mark.single == outer.single and not outer.single:
                inner = _reopened(text, marks, place, outer)
    if outer is not None and not outer.single:
        inner_end = start + len(text[start:end].rstrip())
        doubled = text.startswith("''", outer.start)
        whole = Quotation(
            outer.start, inner_end, outer.end, inner_end, closed=False, doubled=doubled
        )
        quotations += [whole, *nested]
    return quotations


def _nests(mark: _Mark, inner: _Mark | None) -> bool:
    return inner is not None and inner.single == mark.single


def _reopened(text: str, marks: list[_Mark], place: int, outer: _Mark) -> _Mark | None:
    """Take a “ inside a quotation for a nested one where marks enough follow.

    Inside straight marks the next ” is its own; inside curly ones two must follow.
    """
    mark = marks[place]
    if text[mark.start] != "“":
        return None
    following = next((m for m in marks[place + 1 :] if not m.single), None)
    if text[outer.start] == '"' and following is not None:
        return mark if text[following.start] == "”" else None
    closing = 0
    for later in marks[place + 1 :]:
        if later.single:
            continue
        closing += 1 if later.closes else -1
        if closing == 2:
            return mark
        if closing < 0:
            return None
    return None


def _closing(marks: list[_Mark], place: int) -> bool:
    """Ask whether a single mark that seems to open is closed before another opens."""
    if not marks[place].single:
        return True
    for later in marks[place + 1 :]:
        if later.single and later.closes:
            return True
        if later.single and later.opens:
            return False
    return False


def _between(text: str, left: _Mark, right: _Mark, depth: int = 0) -> Quotation:
    start, end = left.end, right.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    doubled = text.startswith("''", left.start)
    return Quotation(left.start, right.end, start, end, depth=depth, doubled=doubled)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield the marks of a paragraph with the way each may face."""
    inside = False
    marks = list(MARK.finditer(text, start, end))
    for place, match in enumerate(marks):
        shape = '"' if match[0] in STRAIGHT else match[0]
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        may_open = bool(BEFORE_OPENING.match(before)) and not after.isspace()
        may_close = bool(AFTER_CLOSING.match(after)) and not before.isspace()
        if before == "=" or (inside and after == ">" and shape == '"'):
            continue  # an attribute left over from HTML
        single = len(shape) == 1 and shape in SINGLE
        if single:
            mark = _single(text, match, may_open, may_close)
            if mark:
                yield mark
            continue
        inches = shape == '"' and MEASURE.match(before) and not may_open
        if inches and (not inside or _closes_later(text, marks[place + 1 :], end)):
            continue
        if shape in ALWAYS_OPENS or shape in ALWAYS_CLOSES:
            opens = shape in ALWAYS_OPENS
        elif shape == "“" or shape == "‟":
            opens = may_open or not may_close or not inside
        elif shape == "”" or shape == "''":
            opens = may_open and not may_close and not inside
        elif may_open != may_close:
            opens = may_open
        else:
            opens = not inside
        inside = opens
        yield _Mark(match.start(), match.end(), False, opens, not opens)


def _closes_later(text: str, later: list[re.Match[str]], end: int) -> bool:
    """Ask whether the next double mark closes, so that the one before is of inches."""
    for match in later:
        if match[0] in SINGLE:
            continue
        after = text[match.end()] if match.end() < end else " "
        before = text[match.start() - 1]
        ends = before.isalpha() or before in ",.?!…"
        return ends and match[0] in STRAIGHT and bool(AFTER_CLOSING.match(after))
    return False


def _single(
    text: str, match: re.Match[str], may_open: bool, may_close: bool
) -> _Mark | None:
    """Tell a single mark from an apostrophe; None for the latter."""
    start = match.start()
    if match[0] == "′" and text[start - 1 : start].isdigit():
        return None  # minutes or feet
    opens = may_open and not ELISION.match(text, start) and match[0] not in "’"
    closes = may_close and match[0] not in "‘‚`"
    if closes and match[0] in "'’" and _possessive(text, start):
        closes = False
    if not opens and not closes:
        return None
    return _Mark(start, match.end(), True, opens, closes and not opens)


def _possessive(text: str, start: int) -> bool:
    """Ask whether an apostrophe after an s belongs to a plural: the voters' choice."""
    after = text[start + 1 : start + 3]
    return (
        text[start - 1 : start] in ("s", "x", "z")
        and len(after) == 2
        and after[0] == " "
        and after[1].isalpha()
    )
