"""Stretches of reported words: from tokens to characters, quotations kept whole."""

import re

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.scene import Scene

Places = tuple[tuple[int, int], ...]

JOINED = re.compile(r"[ \t\u00a0]*(?:(?:,|and|but|or|then|that|to)[ \t\u00a0]*){0,3}")
"""What may stand between two quotations of one report: “...” and then “...”."""
STOPS = ",;:."
FINAL = ",.?!"
APART = ".?!:'’"
DASH = re.compile(r"(?:[—–]|(?<=\s)--?|(?<=\s-)-)[ \t\u00a0]+[^\W_]|(?<=\s)-(?=-\s)")
LOOSE = frozenset({"and", "but", "so", "yet", "or"})


def stretch(scene: Scene, first: int, last: int) -> Places:
    """Return the place of a range of tokens (both ends included), or nothing."""
    doc = scene.analysis.doc
    while first <= last and (doc[first].is_space or doc[first].text in STOPS):
        first += 1
    while first < last and doc[first].lower_ in LOOSE:
        first += 1
    links = first + 1 < last and doc[first + 1].text == ","
    if links and doc[first].lower_ in lexicon().linking:
        first += 2
    if first > last:
        return ()
    return trimmed(scene, doc[first].idx, doc[last].idx + len(doc[last]))


def trimmed(scene: Scene, start: int, end: int) -> Places:
    """Shrink a stretch past blanks and commas, but keep a quotation in it whole."""
    text = scene.analysis.text
    while start < end and _loose(text, start):
        start += 1
    while end > start and _loose(text, end - 1):
        end -= 1
    if start >= end:
        return ()
    first, last = scene.quotation_at(start), scene.quotation_at(end - 1)
    if first is not None and first != last and start > first.inner_start:
        if text[first.inner_end - 1] in FINAL:
            return ()  # the parse runs on from speech into the words around it
        start = first.start
    elif first is not None and start <= first.inner_start:
        start = first.start
    if last is not None and end >= last.inner_end - 1:
        end = last.end
    elif last is not None and first != last:
        before = text[start : last.start].rstrip()
        if before[-1] in APART:  # the parse runs on into a sentence of speech
            return trimmed(scene, start, start + len(before))
        end = last.end
    return ((start, _with_next(scene, end)),)


def _loose(text: str, place: int) -> bool:
    """Ask whether a character at an end belongs to the sentence around.

    A dash does, unless speech breaks off there and its line ends.
    """
    mark = text[place]
    return mark.isspace() or mark in STOPS or bool(DASH.match(text, place))


def _with_next(scene: Scene, end: int) -> int:
    """Go on over a quotation that the parse has cut off from what it belongs to."""
    text = scene.analysis.text
    for _ in range(4):
        between = JOINED.match(text, end)
        after = between.end() if between else end
        following = scene.quotation_at(after)
        if following is None or following.start != after:
            return end
        inside = scene.quotation_at(end - 1) is not None
        if not inside and text[end:after].strip():
            return end
        if inside and text[end - 2] in ".?!":
            return end
        end = following.end
    return end


def around(scene: Scene, outer: tuple[int, int], inner: tuple[int, int]) -> Places:
    """Return what is left of a range of tokens without a range inside it."""
    before = stretch(scene, outer[0], inner[0] - 1)
    return before + stretch(scene, inner[1] + 1, outer[1])


def sentence_bounds(token: Token) -> tuple[int, int]:
    """Return first and last token of a sentence, without blanks at its ends."""
    doc, sentence = token.doc, token.sent
    first, last = sentence.start, sentence.end - 1
    while last > first and doc[last].is_space:
        last -= 1
    while first < last and doc[first].is_space:
        first += 1
    return first, last
