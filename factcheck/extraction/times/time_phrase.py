"""The words of one time expression, asked for by class."""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.time_words import TimeWord

ONE_UNIT = {"Z": "Y", "Q": "Q", "J": "CE", "2": "TS"}


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """One expression: the rule that found it and its words, in order."""

    rule: str
    words: list[TimeWord]
    day: list[TimeWord] | None = None
    """The words of the day behind a clock time: "noon **on 4 May**"."""

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.words[-1].end

    def with_year(self, year: TimeWord) -> "TimePhrase":
        """Return the phrase as if a year printed further on were part of it."""
        return TimePhrase(self.rule, [*self.words, year])

    @property
    def codes(self) -> str:
        """The classes of its words."""
        return "".join(word.code for word in self.words)

    def first(self, codes: str) -> TimeWord | None:
        """Return the first word of one of some classes, or None."""
        for word in self.words:
            if word.code in codes:
                return word
        return None

    def last(self, codes: str) -> TimeWord | None:
        """Return the last word of one of some classes, or None."""
        return next((word for word in reversed(self.words) if word.code in codes), None)

    def has(self, codes: str) -> bool:
        """Ask whether there is a word of one of some classes."""
        return self.first(codes) is not None

    def unit(self) -> str | None:
        """Return the last unit of time named, as in durations."""
        word = self.last("uUZQJ2")
        return word and ONE_UNIT.get(word.code, word.value)

    def count(self) -> str | None:
        """Return the first number named: digits, `X`, or None."""
        word = self.first("cqNnY")
        if word is not None:
            return word.value
        return "1" if self.has("a") else None

    def direction(self) -> int | None:
        """Return -1 for last and this past, 0 for this, 1 for next, or None."""
        word = self.first("LXCDK")
        if word is not None and "CL" in self.codes:
            return -1
        return None if word is None else {"L": -1, "X": 1}.get(word.code, 0)

    def year(self) -> str | None:
        """Return the last year named with figures, as TIMEX3 writes it."""
        word = self.last("Yh!")
        if word is None:
            return None
        if word.code == "h":
            return f"{'19' if word.value > '30' else '20'}{word.value}"
        return word.value.removeprefix("AD")


Meaning = tuple[str, str] | None
"""Type and value; None where the words are no time expression after all."""

Reader = Callable[[TimePhrase, Anchor], Meaning]

MEANINGS: dict[str, Reader] = {}
"""What reads the phrases of each rule of the grammar."""


def means(*rules: str) -> Callable[[Reader], Reader]:
    """Return a decorator that files what reads the phrases of some rules."""

    def file(reader: Reader) -> Reader:
        MEANINGS.update(dict.fromkeys(rules, reader))
        return reader

    return file
