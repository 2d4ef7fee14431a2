"""Runs of capitalised words: where names can stand in a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extraction.clean_text import Reading
from factcheck.extraction.names.name_words import fold, given_names, name_words


class NameWord(NamedTuple):
    """A capitalised word (without a possessive) and its place."""

    start: int
    end: int
    text: str
    folded: str


class Run(NamedTuple):
    """Capitalised words side by side, joined by particles at most.

    Attributes:
        words: The words, in order; particles between them are not among them.
        titled: Whether it stands in a headline, where capitals say little.
    """

    words: tuple[NameWord, ...]
    titled: bool

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.words[-1].end


WORD = re.compile(
    r"(?=[A-ZÀ-ÖØ-ÞĀ-Žadelu])"  # most places are ruled out by this alone
    r"(?<![\w@#/&’'-])(?:(?:al|el|ad|as|ar|an|at|ash|ul)-|[dl][’'])?"
    r"(?:(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Lt|Col|Gov|Sgt|Capt|Maj|Adm|Rev|Prof|Hon"
    r"|Cmdr|Brig|Cpl|Det|Supt|Messrs|Amb|Fr)\.|(?:[A-Z]\.-?)+|Ma?c[A-Z]\w*"
    r"|[A-ZÀ-ÖØ-ÞĀ-Ž]\w*)(?:[-‑](?=\w)\w+|[’'](?![sS]\b)(?=\w)\w+|\.(?=[A-Z]\.))*"
)
GAP = re.compile(r"[ \u00a0]{0,2}|\n")
NICKNAME = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=[A-Z]\. ))\(?[\"“‘'](?:[Tt]he )?[A-ZÀ-ÖØ-Þ][\w.-]{0,15}"
    r"(?: [A-Z][\w.-]{0,15})?[\"”’']\)? (?=[A-ZÀ-ÖØ-Þ])"
)
"""A name in marks amid another: Tomás | “Tom” | Duval."""


def runs(reading: Reading) -> Iterator[Run]:
    """Yield the runs of a stretch, in order."""
    text, breaks = reading.text, set(reading.breaks)
    titled = _Headlines(text)
    joined: list[NameWord] = []
    for match in WORD.finditer(text):
        nickname = NICKNAME.match(text, joined[-1].end + 1) if joined else None
        behind = nickname.end() if nickname else -1
        if match.start() < behind:
            continue
        word = NameWord(match.start(), match.end(), match[0], fold(match[0]))
        apart = joined and word.start != behind
        if apart and not _joins(text, joined[-1], word, breaks):
            yield Run(tuple(joined), titled.covers(joined[0].start))
            joined = []
        joined.append(word)
    if joined:
        yield Run(tuple(joined), titled.covers(joined[0].start))


def _joins(text: str, left: NameWord, right: NameWord, breaks: set[int]) -> bool:
    gap = text[left.end : right.start]
    if gap == " ":
        return right.start not in breaks
    if not gap:
        return left.text.endswith(".")
    if len(gap) > 14 or right.start in breaks:
        return False
    between = gap.strip()
    if not between:
        return GAP.fullmatch(gap) is not None
    if between == ",":
        return right.folded in SUFFIXES_AFTER_COMMA
    return all(part in name_words().particles for part in between.split())


SUFFIXES_AFTER_COMMA = frozenset({"jr", "sr"})


class _Headlines:
    """Which lines are headlines: nearly every word of theirs has a capital."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start, self._end, self._titled = 0, -1, False

    def covers(self, offset: int) -> bool:
        """Ask whether the line around an offset is a headline."""
        if not self._start <= offset < self._end:
            self._start = self._text.rfind("\n", 0, offset) + 1
            end = self._text.find("\n", offset)
            self._end = len(self._text) if end < 0 else end
            self._titled = is_headline(self._text[self._start : self._end])
        return self._titled


PLAIN = re.compile(r"[^\W\d_]{4,}")


def is_headline(line: str) -> bool:
    """Ask whether nearly every long word of a line has a capital.

    >>> is_headline("Minister Quill Resigns Over Harbour Deal")
    True
    >>> is_headline("Minister Ada Quill resigned over the harbour deal.")
    False
    """
    if len(line) > 160:
        return False
    words = PLAIN.findall(line)
    small = sum(1 for word in words if word[0].islower())
    return len(words) >= 4 and small <= 0.2 * len(words)


def is_given(word: NameWord) -> bool:
    """Ask whether a word is a known given name or an initial."""
    known = given_names()
    if len(word.folded) <= 2 and "." in word.text:
        return True
    first, hyphen, second = word.text.partition("-")
    double = hyphen != "" and second[:1].isupper() and first.lower() in known
    return word.folded in known or double


def is_word(word: NameWord) -> bool:
    """Ask whether a word is made of letters alone."""
    folded = word.folded
    return folded.isalpha() or folded.replace("-", "").replace("’", "").isalpha()
