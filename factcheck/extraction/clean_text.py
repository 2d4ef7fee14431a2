"""What of a text is prose: debris is blanked out, and offsets stay what they were."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.documents import TEXT, TITLE, Document
from factcheck.extraction.boilerplate import UNBROKEN, Debris, find_debris


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of a document as extraction reads it.

    Attributes:
        document: The document.
        part: "text" or "title".
        text: The stretch with debris replaced by blanks, as long as the original.
        breaks: Offsets at which a paragraph begins: no sentence runs across them.
        debris: What was blanked out, in order.
    """

    document: Document
    part: str
    text: str
    breaks: tuple[int, ...]
    debris: tuple[Debris, ...] = ()


BLANK = re.compile(r"\S")


def readings(document: Document) -> Iterator[Reading]:
    """Yield the text, and the headline where it is not already part of the text."""
    yield read_text(document)
    title = (document.title or "").strip()
    if title and title not in document.text[: len(title) + 200]:
        headline = UNBROKEN.sub(lambda m: " " * len(m[0]), document.title or "")
        yield Reading(document, TITLE, headline, ())


def read_text(document: Document) -> Reading:
    """Blank out the debris of a document's text and find its paragraphs."""
    debris = tuple(find_debris(document.text))
    text = _repaired(_blanked(document.text, debris))
    breaks = {m.end() for m in PARAGRAPH[_wrapped(text)].finditer(text)}
    breaks |= {end for _, end, _ in debris}
    return Reading(document, TEXT, text, tuple(sorted(breaks)), debris)


def _blanked(text: str, debris: tuple[Debris, ...]) -> str:
    pieces = []
    last = 0
    for start, end, _ in debris:
        pieces += [text[last:start], BLANK.sub(" ", text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])


MOJIBAKE = {"â€œ": "  “", "â€\x9d": "”  ", "â€˜": "  ‘", "â€": "” "}
"""Marks of UTF-8 that were read as another encoding; as many characters for each."""

BROKEN = re.compile("â€(?:œ|\x9d|˜|(?![\x80-\u2fff]))")
LOST = re.compile(
    r"(?P<mark>[?\ufffd])(?<![^\s(].)(?=\w)[^\n]{2,400}?[,.!?](?P=mark)(?=\s|\Z)"
)
"""Words between two marks that an archive could not print: *?We will go,? she said*."""


def _repaired(text: str) -> str:
    """Write damaged quotation marks as what they were; every offset stays."""
    text = BROKEN.sub(lambda match: MOJIBAKE[match[0]], text)
    return LOST.sub(lambda match: f"“{match[0][1:-1]}”", text)


PARAGRAPH = {
    False: re.compile(r"[\n\u2028\u2029]\s*"),
    True: re.compile(r"\n[ \t]*\n\s*"),
}


def _wrapped(text: str) -> bool:
    """Ask whether line breaks are only where lines were full (as in old wire copy)."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > 100:
        return False
    inner = sum(1 for line in lines[1:] if line.lstrip()[:1].islower())
    return inner >= 0.3 * len(lines)
