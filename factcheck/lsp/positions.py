"""Offsets in a text and the positions editors count: lines, and units in a line."""

import re
from bisect import bisect_right
from typing import NamedTuple

LINE_END = re.compile(r"\r\n|\n|\r")
WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""How a unit is encoded, and how many bytes it has."""


class At(NamedTuple):
    """A position: the line from 0, and units of the encoding before it."""

    line: int
    character: int


class Lines:
    r"""Where the lines of a text begin.

    Python counts characters. Editors count UTF-16 units unless they agree on another
    encoding: a character outside the first plane, such as an emoji, is two of them.

    >>> Lines("one\n😀 two").at(6)
    At(line=1, character=3)
    >>> Lines("one\n😀 two").offset(At(1, 3))
    6
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._codec, self._size = WIDTHS.get(encoding, WIDTHS["utf-16"])
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def at(self, offset: int) -> At:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return At(line, self._units(before))

    def offset(self, at: At) -> int:
        """Return the offset of a position; one past its line's end is that end."""
        if at.line >= len(self._starts):
            return len(self._text)
        start = self._starts[at.line]
        end = self._starts[at.line + 1] if at.line + 1 < len(self._starts) else None
        units = 0
        for place, character in enumerate(self._text[start:end], start):
            if units >= at.character or character in "\r\n":
                return place
            units += self._units(character)
        return len(self._text) if end is None else end

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size
