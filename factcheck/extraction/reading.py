"""What of a text is prose: debris is blanked out, and offsets stay what they were."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.documents import TEXT, TITLE, Document


class Debris(NamedTuple):
    """A stretch that is not the article's prose, and what it is."""

    start: int
    end: int
    kind: str


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


HEADER = re.compile(r"\A\s*date\s+\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?[ \t]*", re.I)
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,30}(?:, ?[A-Z][\w.'’ -]{1,25})?)"
    r"(?:,? ?\([A-Za-z. ]{2,20}\))?"
    r"(?:, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?"
    r"(?:: |\s(?:--|—|–|-|_)\s)"
)
CREDIT = re.compile(r"(?:\n|\s)[ \t]*(?:—|–|--|-)[ \t]*(?P<name>[A-Z][\w./& -]{1,40})\s*\Z")
TEASER = re.compile(
    r"(?:(?<=\n)|(?<=[.!?”\"'’] )|\A)[ \t]*"
    r"(?:READ(?: MORE| ALSO)?|ALSO READ|WATCH|MORE|SEE ALSO|Read more|Read also|"
    r"Also read|See also|Related|RELATED|Advertisement|ADVERTISEMENT|"
    r"Story continues below advertisement|Scroll down for video|Share this|"
    r"Sign up(?: for| to)|Click here)"
    r"(?:[ \t]*[|:][^\n]*|(?=[ \t]*(?:\n|\Z))|[^\n.]{0,80}(?=\n|\Z))"
)
BLANK = re.compile(r"\S")


def readings(document: Document) -> Iterator[Reading]:
    """Yield the text, and the headline where it is not already part of the text."""
    yield read_text(document)
    title = (document.title or "").strip()
    if title and title not in document.text[: len(title) + 200]:
        yield Reading(document, TITLE, document.title or "", ())


def read_text(document: Document) -> Reading:
    """Blank out the debris of a document's text and find its paragraphs."""
    debris = tuple(sorted(find_debris(document.text)))
    text = document.text
    for start, end, _ in debris:
        text = text[:start] + BLANK.sub(" ", text[start:end]) + text[end:]
    breaks = {m.end() for m in PARAGRAPH[_wrapped(text)].finditer(text)}
    breaks |= {end for _, end, _ in debris}
    return Reading(document, TEXT, text, tuple(sorted(breaks)), debris)


PARAGRAPH = {
    False: re.compile(r"\s*[\n\u2028\u2029]\s*"),
    True: re.compile(r"[ \t]*\n[ \t]*\n\s*"),
}


def _wrapped(text: str) -> bool:
    """Ask whether line breaks are only where lines were full (as in old wire copy)."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > 100:
        return False
    inner = sum(1 for line in lines[1:] if line.lstrip()[:1].islower())
    return inner >= 0.3 * len(lines)


def find_debris(text: str) -> Iterator[Debris]:
    """Yield header, dateline, teasers and credit of a text."""
    start = 0
    if header := HEADER.match(text):
        yield Debris(header.start(), header.end(), "header")
        start = header.end()
    if dateline := DATELINE.match(text, re.compile(r"\s*").match(text, start).end()):  # type: ignore[union-attr]
        yield Debris(dateline.start(), dateline.end(), "dateline")
    for teaser in TEASER.finditer(text):
        yield Debris(teaser.start(), teaser.end(), "teaser")
    if credit := CREDIT.search(text):
        yield Debris(credit.start(), credit.end(), "credit")
