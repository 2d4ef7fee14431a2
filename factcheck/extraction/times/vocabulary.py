"""The words of time by class, as `times.yaml` lists them."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.lexicons import load_table


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
    for code, key in table["classes"].items():
        entries = table[key]
        if isinstance(entries, list):
            entries = {word: word for word in entries}
        for word, value in entries.items():
            lexicon.add(word, TimeWordClass(code, value))
    for key in ("present", "past", "future"):
        for word in table[key]:
            lexicon.add(word, TimeWordClass("V", f"{key.upper()}_REF"))
    for word, code in table["singles"].items():
        lexicon.single[word] = TimeWordClass(code, word)
    return lexicon


TABLE = load_table("times")
CAPITAL = frozenset(TABLE["capital"])
ABBREVIATED = frozenset(TABLE["abbreviated"])
LEXICON = _load()
