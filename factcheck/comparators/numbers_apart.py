"""Numbers and times in two sentences, as printed: can both be right?"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck.claims.day_numbers import days_of, possible_days
from factcheck.claims.intervals import ENDLESS, MODIFIERS, interval
from factcheck.claims.written_numbers import amount, is_size, number_words, scales
from factcheck.comparators.sentences import (
    Beside,
    Detail,
    Sentence,
    Token,
    words_in,
)
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import Verdict, load_table

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"(?:first|second|third|\b\d+(?:st|nd|rd)|th)$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
THOUSANDS = 2000
"""What "thousands" stands for: bare sizes from there on are a thousandfold apart."""

HOURS = 10
"""Characters around a day in which the hour may stand: "late on Sunday"."""
LISTED = 8
"""Words behind a number among which stands the list on which it is a rank."""
OPEN = ("at least", "over", "at most", "under")
"""Hedges that leave a number open on one side."""
_TIMES = ("weekdays", "months", "relative_days")


def numeric(token: Token) -> bool:
    """Ask whether a word is a number or a part of one."""
    word = token.folded
    return word[:1].isdigit() or word in _number_words()


def is_time_word(token: Token) -> bool:
    """Ask whether a word is a weekday, a month or a year."""
    word = token.key
    if word in _time_words():
        return token.is_name or word in words_in("relative_days")
    return _YEAR.fullmatch(word) is not None and "," not in token.printed


def times_apart(change: Beside) -> Verdict:
    """Say whether two times can be one."""
    days = [_days(side, place) for side, place in change.sides]
    if days[0] is not None and days[1] is not None:
        one, other = days[0], days[1]
        apart = max(one[0], other[0]) > min(one[1], other[1])
        return Verdict.CONFLICT if apart else Verdict.COMPATIBLE
    sides = [
        {t.key for t in tokens if is_time_word(t) or t.key[:1].isdigit()}
        for tokens in change.tokens
    ]
    sorts = [{_sort(word) for word in side} for side in sides]
    if "relative_days" in sorts[0] | sorts[1] or sorts[0] != sorts[1]:
        return Verdict.UNKNOWN
    return Verdict.CONFLICT if sides[0] != sides[1] else Verdict.COMPATIBLE


def _days(side: Sentence, place: slice) -> tuple[int, int] | None:
    """Return the days that the one time among some words may be."""
    numbers = {t.detail for t in side.tokens[place] if t.detail >= 0}
    times = [side.details[n] for n in numbers if side.details[n].kind == "day"]
    return days_printed(side, times[0]) if len(times) == 1 else None


def days_printed(sentence: Sentence, day: Detail) -> tuple[int, int] | None:
    """Return the days that a time may be, as the words around it say."""
    span = days_of(day.value)
    words = sentence.text[max(0, day.start - HOURS) : day.end + HOURS]
    return span and possible_days(*span, words)


def _sort(word: str) -> str:
    for sort in _TIMES:
        if word in words_in(sort):
            return sort
    return "figure"


class NumberAsPrinted(NamedTuple):
    """A number in a sentence.

    Attributes:
        value: The number.
        text: The words of the number.
        before: The text in front of it, in small letters.
        behind: The text behind it.
        total: The most it may be with what is counted beside it, or 0.
    """

    value: float
    text: str
    before: str
    behind: str
    total: float

    @property
    def adds(self) -> bool:
        """Whether it comes on top of others: "nine more people", "a further nine"."""
        if self.before.split()[-1:] and self.before.split()[-1] in words_in(
            "adding_to"
        ):
            return True
        following = self.behind.split(maxsplit=2)[:2]
        return bool(following) and (
            following[0] in words_in("adding") and following[1:] != ["than"]
        )

    @property
    def names(self) -> bool:
        """Whether it only names something: "Order 13288", "No. 7", "CA-157"."""
        return self._is_label and not self.ranks

    @property
    def ranks(self) -> bool:
        """Whether it says which of several: "third", "21st", "number 7 on the list"."""
        if self._is_label:
            return not words_in("rankings").isdisjoint(self.behind.split()[:LISTED])
        return _ORDINAL.search(self.text.lower()) is not None

    @property
    def _is_label(self) -> bool:
        words = self.before.rstrip(" .#").split()
        named = bool(words) and words[-1].strip("(") in words_in("identified")
        joined = self.before.endswith("-") or self.before.rstrip().endswith("#")
        return named or joined  # but not "+/- 4 percent"

    def counts_with(self, other: "NumberAsPrinted") -> bool:
        """Ask whether both are numbers of one kind, so that they may be compared."""
        if (self.adds, self.ranks) != (other.adds, other.ranks):
            return False
        unlike = (n.names or n.is_bound or n.is_share for n in (self, other))
        return not any(unlike)

    @property
    def is_share(self) -> bool:
        """Whether it says how much of something, in words: "half of them"."""
        return (
            self.value < 1 and self.text.isalpha() and "of" in self.behind.split()[:1]
        )

    @property
    def is_bound(self) -> bool:
        """Whether it is the end of a comparison that is no hedge: "younger than 45"."""
        return self.before.rstrip().endswith(" than") and not self._hedge[1]

    @property
    def is_open(self) -> bool:
        """Whether it says how many there are at the least or at the most."""
        return self._hedge[1] in OPEN

    @property
    def unhedged(self) -> str:
        """The text in front of it and of its hedge: "sold" of "sold more than 12"."""
        before = self.before.rstrip()
        return before.removesuffix(_hedge(before, "hedges", str.endswith)[0])

    @property
    def _hedge(self) -> tuple[str, str]:
        hedge = _hedge(self.before.rstrip(), "hedges", str.endswith)
        behind = self.behind.lstrip(" -")
        return hedge if hedge[1] else _hedge(behind, "hedges_behind", str.startswith)

    @property
    def is_vague(self) -> bool:
        """Whether it only says a size: "hundreds", "millions"."""
        return is_size(self.text)

    @property
    def range(self) -> tuple[float, float]:
        """The least and the most it may be, with the hedge beside it."""
        if self.is_vague:
            return self.value / 2, ENDLESS
        hedge = self._hedge[1]
        modifier = MODIFIERS.get(hedge, "exact")
        bounds = interval(self.value, self.text, modifier, hedge)
        low, high = bounds or (self.value, self.value)
        return low, max(high, self.total)

    def excludes(self, other: "NumberAsPrinted") -> bool:
        """Ask whether two numbers of one thing cannot both be right.

        "two sons and five daughters" may be seven of something, and so may be "three
        sons and four daughters"; where others are counted beside both, it is the sums
        that must differ as well.
        """
        ends = [number.range for number in (self, other)]
        if self.total and other.total and self.total != other.total:
            ends = [number._replace(total=0).range for number in (self, other)]
        return max(low for low, _ in ends) > min(high for _, high in ends)


def numbers_apart(change: Beside) -> Verdict:
    """Say whether two numbers, each with all of its words, can be one, as printed."""
    one, other = (printed_number(side, place) for side, place in change.sides)
    if one is None or other is None:
        return Verdict.UNKNOWN
    if one.value == other.value:
        return Verdict.COMPATIBLE
    if not one.counts_with(other):
        return Verdict.UNKNOWN
    if one.is_vague and other.is_vague and min(one.value, other.value) >= THOUSANDS:
        return Verdict.CONFLICT  # "millions" and "billions"
    return Verdict.CONFLICT if one.excludes(other) else Verdict.COMPATIBLE


def _hedge(text: str, group: str, fits: Callable[[str, str], bool]) -> tuple[str, str]:
    """Return the longest hedge that a text ends or begins with, and its sort."""
    for words, sort in _hedges(group):
        if fits(text, words) and not _inside_a_word(text, words, fits):
            return words, sort
    return "", ""


def _inside_a_word(text: str, words: str, fits: Callable[[str, str], bool]) -> bool:
    """Ask whether the hedge is only a part of a longer word: "some" in "handsome"."""
    if not words[0].isalpha():
        return False
    before, behind = text[: -len(words)][-1:], text[len(words) :][:1]
    return (before if fits is str.endswith else behind).isalnum()


def printed_number(side: Sentence, place: slice) -> NumberAsPrinted | None:
    """Read the number of which some words are part; None where they are no number."""
    first, last = place.start, place.stop
    tokens = side.tokens
    inside = [n for n in range(first, last) if numeric(tokens[n])]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    while first and numeric(tokens[first - 1]) and _joined(side, first - 1):
        first -= 1
    while last < len(tokens) and numeric(tokens[last]) and _joined(side, last - 1):
        last += 1
    value = _read([token.folded for token in tokens[first:last]])
    if value is None:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    text = side.text
    before, behind = text[:start].lower(), text[end:].lower()
    total = _total(side, tokens[first].detail)
    return NumberAsPrinted(value, text[start:end], before, behind, total)


def _total(side: Sentence, detail: int) -> float:
    """Return the most that a typed number says, 0 where it has no range."""
    if detail < 0 or side.details[detail].kind != "number":
        return 0.0
    most = side.details[detail].value.partition("..")[2]
    return float(most) if most else 0.0


def _joined(side: Sentence, n: int) -> bool:
    """Ask whether nothing but a space or a hyphen stands behind a word."""
    between = side.text[side.tokens[n].end : side.tokens[n + 1].start]
    return between.strip() in ("", "-")


def _read(words: list[str]) -> float | None:
    """Read number words: "2.5 million", "twenty-third", "two hundred"."""
    digits = [_DIGITS.match(word) for word in words]
    if sum(map(bool, digits)) > 1:
        return None
    plain = (
        read[0] if read else f"{_sizes()[word]:f}" if word in _sizes() else word
        for word, read in zip(words, digits, strict=True)
    )
    return amount(" ".join(plain))


@lru_cache(maxsize=CACHE_SIZE)
def _hedges(group: str) -> list[tuple[str, str]]:
    """Return the hedges of one side of a number with their sort, the longest first."""
    table: Any = load_table("numbers")[group]
    hedges = [(words, sort) for sort, some in table.items() for words in some]
    return sorted(hedges, key=lambda one: (-len(one[0]), one[0]))


@cache
def _sizes() -> dict[str, float]:
    """Return the words of numbers that are neither counted nor multiplied with."""
    words: Any = load_table("numbers")["vague"] | load_table("style")["ordinals"]
    return {
        word: float(n)
        for word, n in words.items()
        if " " not in word and word not in scales()
    }


@cache
def _number_words() -> frozenset[str]:
    """Return all words of numbers; "m" may be metres as well."""
    words = {*number_words(), *scales(), *_sizes()}
    return frozenset(word for word in words if len(word) > 1)


@cache
def _time_words() -> frozenset[str]:
    return frozenset().union(*(words_in(group) for group in _TIMES))
