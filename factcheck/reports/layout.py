"""Lines of styled words, broken to a width, with marks under words where wanted."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.lazy import CACHE_SIZE

BREAKABLE = re.compile(r"[^ ]* +|[^ ]+")
STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "rule": "bold",
    "dim": "bright_black",
    "mark": "bold",
    "under": "red",
    "before": "red",
    "after": "green",
    "good": "green",
    "head": "bold",
}


class StyledWord(NamedTuple):
    """Characters of one style; an empty style is plain."""

    text: str
    style: str = ""


Line = tuple[StyledWord, ...]


def line(*words: StyledWord | str) -> Line:
    """Make a line of words and plain strings."""
    return tuple(StyledWord(w) if isinstance(w, str) else w for w in words)


def width_of(text: str) -> int:
    """Return how many columns a terminal needs for a text."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=CACHE_SIZE)
def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(
    words: Iterable[StyledWord], width: int, indent: str, hang: str = ""
) -> list[Line]:
    """Break words into lines of at most *width* columns, each behind an indent.

    *hang* is the indent of the lines that follow the first; the same where not given.
    """
    lines: list[list[StyledWord]] = [[StyledWord(indent)]]
    used = width_of(indent)
    empty = True
    for cluster in _clusters(words, max(8, width - width_of(hang or indent))):
        columns = sum(width_of(word.text) for word in cluster)
        blank = width_of(cluster[-1].text) - width_of(cluster[-1].text.rstrip())
        if used + columns - blank > width and not empty:
            lines.append([StyledWord(hang or indent)])
            used, empty = width_of(hang or indent), True
        lines[-1] += cluster
        used, empty = used + columns, False
    return [tuple(one) for one in lines]


def underline(marked: Line, sign: str = "^") -> Line | None:
    """Return the line of signs that goes under the marked words; None for none."""
    shown = _without_last_blanks(marked)
    signs = [
        StyledWord((sign if w.style == "mark" else " ") * width_of(w.text), "under")
        for w in shown
    ]
    if not any(w.text.strip() for w in signs):
        return None
    while not signs[-1].text.strip():
        signs.pop()
    merged = "".join(w.text for w in signs)
    start = len(merged) - len(merged.lstrip())
    return (StyledWord(merged[:start]), StyledWord(merged[start:], "under"))


def _without_last_blanks(words: Line) -> Line:
    """Drop the blanks at the end of a line: no sign belongs under them."""
    kept = list(words)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return tuple(kept)


def write(lines: Iterable[Line], colour: bool) -> str:
    """Return the lines as text, with ANSI colours or plain."""
    ink = _ink if colour else _plain
    return "".join(f"{''.join(map(ink, one)).rstrip()}\n" for one in lines)


def _plain(word: StyledWord) -> str:
    return word.text


def _ink(word: StyledWord) -> str:
    if not word.style or not word.text.strip():
        return word.text
    from rich.color import ColorSystem
    from rich.style import Style  # only a terminal pays for it

    style = Style.parse(STYLES[word.style])
    return style.render(word.text, color_system=ColorSystem.STANDARD)


def _clusters(words: Iterable[StyledWord], most: int) -> Iterator[list[StyledWord]]:
    """Yield what may not be broken: up to and with the next blank."""
    cluster: list[StyledWord] = []
    for word in words:
        for part in BREAKABLE.findall(word.text):
            piece = StyledWord(part, word.style)
            if cluster and sum(len(w.text) for w in cluster) + len(part) > most:
                yield cluster
                cluster = []
            for at in range(0, max(len(part) - most, 0), most):
                yield [StyledWord(part[at : at + most], word.style)]
                piece = StyledWord(part[at + most :], word.style)
            cluster.append(piece)
            if part.endswith(" "):
                yield cluster
                cluster = []
    if cluster:
        yield cluster
