"""The words of time by class, as `times.yaml` lists them."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.lexicons import load_table

CLASSES = {
    "M": "month",
    "W": "weekday",
    "w": "weekdays",
    "S": "season",
    "s": "seasons",
    "u": "unit",
    "U": "units",
    "P": "daypart",
    "R": "relative_day",
    "L": "last",
    "X": "next",
    "C": "this",
    "D": "that",
    "K": "latest",
    "g": "ago",
    "e": "earlier",
    "l": "later",
    "E": "part",
    "B": "edge",
    "A": "about",
    "q": "quantity",
    "d": "decade",
    "v": "often",
    "b": "each",
    "G": "holiday",
    "y": "old",
    "z": "zone",
    "m": "more",
}
"""Class letters and the key in `times.yaml` whose words they stand for; where a word
stands under several keys the first counts."""


class TimeWordClass(NamedTuple):
    """A word's class and its value."""

    code: str
    value: str


@dataclass
class TimeLexicon:
    """Words of time by their first word."""

    single: dict[str, TimeWordClass] = field(default_factory=dict)
    phrases: dict[str, list[tuple[str, TimeWordClass]]] = field(default_factory=dict)

    def add(self, words: str, entry: TimeWordClass) -> None:
        """File a word or a phrase; the first entry of a word stays."""
        first = re.match(r"[a-z]+|.", words)
        if re.fullmatch(r"[a-z]+", words):
            self.single.setdefault(words, entry)
        elif first:
            known = self.phrases.setdefault(first[0], [])
            known.append((words, entry))
            known.sort(key=lambda pair: -len(pair[0]))


def _load() -> TimeLexicon:
    lexicon = TimeLexicon()
    table = load_table("times")
    for code, key in CLASSES.items():
        entries = table[key]
        if isinstance(entries, list):
            entries = {word: word for word in entries}
        for word, value in entries.items():
            lexicon.add(word, TimeWordClass(code, value))
    for key in ("present", "past", "future"):
        for word in table[key]:
            lexicon.add(word, TimeWordClass("V", f"{key.upper()}_REF"))
    for word, code in SINGLES.items():
        lexicon.single[word] = TimeWordClass(code, word)
    return lexicon


SINGLES = {
    "second": "2",
    "year": "Z",
    "quarter": "Q",
    "period": "T",
    "half": "H",
    "century": "J",
    "fiscal": "f",
    "financial": "f",
    "the": "t",
    "a": "a",
    "an": "a",
    "of": "o",
    "in": "i",
    "at": "@",
    "to": "r",
    "through": "r",
    "until": "r",
    "till": "r",
    "and": "&",
    "or": "&",
    "before": "<",
    "after": ">",
    "ahead": ">",
    "long": "=",
    "so": "0",
    "on": "1",
    "from": "6",
}
"""Words that are a class of their own."""

TABLE = load_table("times")
CAPITAL = frozenset(TABLE["capital"])
ABBREVIATED = frozenset(TABLE["abbreviated"])
LEXICON = _load()
