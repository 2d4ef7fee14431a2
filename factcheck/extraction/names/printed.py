"""A name found in a text, before it is decided who or what it stands for."""

from typing import NamedTuple

from factcheck.extraction.names.runs import NameWord


class NameSpan(NamedTuple):
    """A name at a place.

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last.
        kind: "person", "organization" or "place".
        text: The name as printed.
        part: The part of the document, "text" or "title".
        country: ISO code of the state that is named or stood for, or None.
        before: The courtesy title, word of office or of kinship that stands beside a
            person, folded.
    """

    start: int
    end: int
    kind: str
    text: str
    part: str
    country: str | None = None
    before: str = ""


class Piece(NamedTuple):
    """Words of one run that may be one name, and what stands before them.

    Attributes:
        words: The words.
        lead: "honorific", "title", "office" (a word of office in small letters),
            "portfolio" (an office "of …") or "".
        before: The word that leads, folded.
        titled: Whether it stands in a headline.
    """

    words: tuple[NameWord, ...]
    lead: str
    before: str
    titled: bool


class Label(NamedTuple):
    """What the parser takes a stretch for."""

    start: int
    end: int
    label: str
