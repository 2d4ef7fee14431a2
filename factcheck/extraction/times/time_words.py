"""Turn a text into a string of one-letter word classes, for the grammar to match.

A stretch of words that say nothing of time is one `_`; the end of a paragraph is `|`.
"""

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


_TABLE = load_table("times")
CARDINALS = {word: int(value) for word, value in _TABLE["number"].items()}
ORDINALS = {word: int(value) for word, value in _TABLE["ordinal"].items()}
ORDINALS["second"] = 2

_WORDS = "|".join(sorted([*CARDINALS, *ORDINALS], key=len, reverse=True))
_JOINT = r"(?:\s|-|(?<=hundred)\sand\s|(?<=thousand)\sand\s)"
NUMBER_RUN = re.compile(rf"(?:{_WORDS})\b(?:{_JOINT}(?:{_WORDS})\b){{0,9}}", re.I)

NUMBER_WORD = re.compile(rf"(?:{_WORDS})\b", re.I)


def read_number(printed: str) -> tuple[int | None, bool]:
    """Return the number a run of number words says, and whether it is an ordinal.

    >>> read_number("nineteen ninety-six"), read_number("twenty-first")
    ((1996, False), (21, True))
    >>> read_number("two thousand and ten"), read_number("one two")
    ((2010, False), (None, False))
    """
    words = re.findall(r"[a-z]+", printed.lower())
    words = [word for word in words if word != "and"]
    ordinal = words[-1] in ORDINALS
    if any(word in ORDINALS for word in words[:-1]):
        return None, False
    numbers = [CARDINALS.get(word, ORDINALS.get(word, 0)) for word in words]
    if (
        len(numbers) > 1
        and numbers[0] in range(10, 21)
        and numbers[1] in range(10, 100)
    ):
        low = _below_thousand(numbers[1:])
        return (None if low is None else numbers[0] * 100 + low), ordinal
    total = 0
    if 1000 in numbers:
        place = numbers.index(1000)
        high = _below_thousand(numbers[:place]) if place else 1
        if high is None:
            return None, False
        total, numbers = high * 1000, numbers[place + 1 :]
    rest = _below_thousand(numbers) if numbers else 0
    return (None if rest is None else total + rest), ordinal


def _below_thousand(numbers: list[int]) -> int | None:
    total = 0
    if 100 in numbers:
        place = numbers.index(100)
        if place > 1:
            return None
        total, numbers = 100 * (numbers[0] if place else 1), numbers[place + 1 :]
    if len(numbers) == 2 and numbers[0] == 0:
        numbers = numbers[1:]
    if len(numbers) == 2 and numbers[0] in range(20, 100, 10) and numbers[1] < 10:
        return total + sum(numbers)
    if len(numbers) > 1:
        return None
    return total + sum(numbers)


class TimeWord(NamedTuple):
    """One classified word or sign of the text."""

    code: str
    start: int
    end: int
    value: str


UNKNOWN = TimeWord("_", 0, 0, "")
"""All words between two words of time; no expression reads where it stands."""


@dataclass
class TimeWords:
    """The classified words of a text; `codes[i]` is the class of `words[i]`."""

    codes: str
    words: list[TimeWord]


ZONES = "|".join(zone for zone in TABLE["zone"] if re.fullmatch(r"[a-z]{3,5}", zone))

TOKEN = re.compile(
    r"(?! )(?:"  # where most words end nothing else needs to be tried
    r"(?P<coded>\b(?:[QH][1-4]|[1-4][QH])(?:['’]?\d\d)?\b)"
    r"|(?P<fiscal>\bFY\s?['’]?(?P<fy>\d{4}|\d\d)(?:[/–-]\d\d)?\b)"
    r"|(?P<anno>\bA\.?D\.?\s?(?P<ad>\d{1,4})\b)"
    r"|(?P<word>(?:o['’]clock\b|[A-Za-z]+))"
    r"|(?P<iso>(?<![\d./-])\d{4}-[01]\d-[0-3]\d"
    r"(?:[T ][0-2]\d:[0-5]\d(?::\d\d)?(?:\.\d{1,6})?(?:Z\b|[+-]\d\d:?\d\d)?)?"
    r"(?![\d/-]))"
    r"|(?P<numeric>(?<![\d./-])(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?)"
    r"(?![\d/-]))"
    r"|(?P<dotted>(?<![\d./-])[0-3]?\d\.[01]?\d\.(?:1[5-9]|20)\d\d(?!\.?\d))"
    r"|(?P<military>(?<![\d:.,])(?:(?<=\bat )|(?<=\bAt )|(?=0)|(?=\d{4} GMT))"
    rf"(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?i:{ZONES})\b))"
    r"|(?P<clock>(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?<![\d:.,])[0-2]?\d\.[0-5]\d(?=\s?(?:[ap]\.?\s?m\b|local time\b|hrs\b)))"
    r"|(?P<decade>(?:\b[1-2]\d\d0|['’]?\b[1-9]0)['’]?s\b)"
    r"|(?P<short>(?<!\w)['’]\d\d\b(?!['’]))"
    r"|(?P<amount>[$£€¥#]\s?\d[\d,.]*|\d{1,15}\.\d[\d.,]*|\d{1,15}(?:,\d{3})*\s?%)"
    r"|(?P<ordinal>\d{1,9}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<dash>[-–—])"
    r"|(?P<comma>,)"
    r"|(?P<end>\n[^\S\n]*\n)"
    r"|(?P<other>[^\s\w]))"
)
OF_LIFE = re.compile(
    r"\b(?:his|her|their|my|your|our|its|whose|teens)\b"
    r"(?:\s(?:early|mid|late|very|\w+ies|teens|\d0s|and|or|to))*[\s-]$",
    re.I,
)
"""What stands before a decade of somebody's life: "a woman in **her late** 40s"."""
HALF_DAY = re.compile(r"\s?(?:([ap])\.?\s?m\b\.?|(o['’]clock)\b)", re.I)
ERA = re.compile(r"\s?(?:B\.C\.(?:E\.)?|BCE?\b|C\.E\.|CE\b|A\.D\.|AD\b)")
HALF = re.compile(r"[\s-]{1,9}and[\s-]{1,9}a[\s-]{1,9}half\b|(?:\s|-)1/2\b|½", re.I)
_LOWER = {
    **{c: c + 32 for c in range(65, 91)},
    ord("’"): ord("'"),
    10: 32,
    13: 32,
    9: 32,
}
_LOWER[0xA0] = 32


def classify(text: str) -> TimeWords:
    """Lay out a text as word classes."""
    words: list[TimeWord] = []
    singles, phrases = LEXICON.single, LEXICON.phrases
    done = 0
    for match in TOKEN.finditer(text):
        start = match.start()
        if start < done:
            continue
        word = None
        if match.lastgroup != "word":
            word = _sign(text, match, match.lastgroup or "")
        elif (lower := match[0].lower()) in TIMELY:
            if lower in phrases:
                word = _phrase(text, start, phrases[lower])
            if word is None:
                entry = singles.get(lower)
                if entry is not None:
                    word = _in_its_era(text, _single(text, match, lower, entry))
                elif lower in NUMBERS:
                    word = _number_words(text, start, words)
        if word is None:
            if not words or words[-1] is not UNKNOWN:
                words.append(UNKNOWN)
            continue
        words.append(word)
        done = word.end
    return TimeWords("".join(word.code for word in words), words)


NUMBERS = frozenset(TABLE["number"]) | frozenset(TABLE["ordinal"])
TIMELY = NUMBERS | LEXICON.single.keys() | LEXICON.phrases.keys()
"""The words that are, or begin, a word of time."""


def _phrase(
    text: str, start: int, known: list[tuple[str, TimeWordClass]]
) -> TimeWord | None:
    """Return the longest of the phrases, longest first, that begins at an offset."""
    low = text[start : start + len(known[0][0])].translate(_LOWER)
    for words, entry in known:
        end = start + len(words)
        if low.startswith(words) and not text[end : end + 1].isalnum():
            return TimeWord(entry.code, start, end, entry.value)
    return None


def _single(
    text: str, match: re.Match[str], lower: str, entry: TimeWordClass
) -> TimeWord | None:
    start, end = match.span()
    if lower in CAPITAL and not text[start].isupper():
        return None
    if lower in ABBREVIATED and text[end : end + 1] == "." and entry.code in "MW":
        end += 1
    return TimeWord(entry.code, start, end, entry.value)


def _number_words(text: str, start: int, before: list[TimeWord]) -> TimeWord | None:
    run = NUMBER_RUN.match(text, start)
    if not run:
        return None
    number, ordinal = read_number(run[0])
    if number is None:
        run = NUMBER_WORD.match(text, start) or run
        number, ordinal = read_number(run[0])
    if number is None:
        return None
    end = run.end()
    if ordinal:
        return TimeWord("O", start, end, str(number))
    dated = bool(before) and before[-1].code == "Z"
    if 1000 <= number <= 2100 and (number % 1000 or dated):
        return TimeWord("Y", start, end, str(number))
    if half := HALF.match(text, end):
        return TimeWord("c", start, half.end(), f"{number}.5")
    return TimeWord("c", start, end, str(number))


def _sign(text: str, match: re.Match[str], kind: str) -> TimeWord | None:
    start, end = match.span()
    printed = match[0]
    if kind == "other":
        return TimeWord(".", start, end, printed) if printed in ".;:!?()" else None
    if kind == "number":
        return _number(text, start, end, printed.replace(",", ""))
    if kind == "ordinal":
        return TimeWord("O", start, end, printed[:-2])
    if kind == "decade":
        if len(printed.lstrip("'’")) < 5 and OF_LIFE.search(
            text, max(0, start - 40), start
        ):
            return None
        return TimeWord("d", start, end, re.sub(r"\D", "", printed))
    if kind == "coded":
        letter, digit = sorted(printed[:2], key=str.isdigit)
        short = printed[2:].lstrip("'’")
        return TimeWord("x", start, end, f"{letter}{digit} {short}")
    if kind == "fiscal":
        year = match["fy"]
        return TimeWord("Y", start, end, year if len(year) == 4 else f"20{year}")
    if kind == "anno":
        return TimeWord("!", start, end, match["ad"].zfill(4))
    if kind == "dotted":
        return TimeWord("/", start, end, "/".join(reversed(printed.split("."))))
    if kind == "military":
        return TimeWord("k", start, end, f"{printed[:2]}:{printed[2:]}")
    if kind == "short":
        return TimeWord("h", start, end, printed[1:])
    code = SIGNS.get(kind)
    if code == "k":
        printed = printed.replace(".", ":")
    if code == "k" and (half := HALF_DAY.match(text, end)):
        return TimeWord("k", start, half.end(), printed + " " + (half[1] or "").lower())
    return TimeWord(code, start, end, printed) if code else None


SIGNS = {
    "iso": "I",
    "numeric": "/",
    "clock": "k",
    "amount": "#",
    "possessive": "p",
    "dash": "-",
    "comma": ",",
    "end": "|",
}


def _in_its_era(text: str, word: "TimeWord | None") -> "TimeWord | None":
    """Take the era behind a century with it: "the fifth **century BC**"."""
    if word is None or word.code != "J" or not (era := ERA.match(text, word.end)):
        return word
    return TimeWord("J", word.start, era.end(), "BC" if "B" in era[0].upper() else "AD")


def _number(text: str, start: int, end: int, digits: str) -> TimeWord:
    if len(digits) > 9 or (
        text[start - 1 : start] == "." and text[start - 2 : start - 1].isdigit()
    ):
        return TimeWord("#", start, end, digits)
    number = int(digits)
    if era := ERA.match(text, end):
        before = "B" in era[0].upper()
        return TimeWord("!", start, era.end(), f"{'BC' if before else ''}{number:04d}")
    if number <= 24 and (half := HALF_DAY.match(text, end)):
        value = f"{number}:00 {(half[1] or '').lower()}"
        return TimeWord("k", start, half.end(), value)
    if half := HALF.match(text, end):
        return TimeWord("n", start, half.end(), f"{number}.5")
    if len(digits) == 4 and 1000 <= number <= 2100 and end - start == 4:
        return TimeWord("Y", start, end, digits)
    return TimeWord("N" if 1 <= number <= 31 else "n", start, end, str(number))
