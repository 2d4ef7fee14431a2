"""The numbers, days, names and words of a sentence, each with what it belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.comparators.counted_nouns import CountedNoun, counted
from factcheck.comparators.numbers_apart import (
    NumberAsPrinted,
    days_printed,
    is_time_word,
    numeric,
    printed_number,
)
from factcheck.comparators.quotation_words import is_currency
from factcheck.comparators.sentences import Sentence, Token, words_in
from factcheck.comparators.synonyms import concept
from factcheck.comparators.wording import is_denying, stem

NEAR = 3
"""Words before or behind a detail among which stands what it belongs to."""

DENIED = "not "
"""Stands before the stem of a word that is denied."""

CUT_OFF = re.compile(r"(?:\d[,'’/-]?\s?|\d\.\s|\.)$")
"""What stands before a number that began earlier: "3, 500", ".5"."""
GROUPED = re.compile(r"[.,'’]?\s?\d")
"""What follows a number that goes on: "3, 500", "2'300", "2023/24" are one."""

UNDATED = re.compile(r"XXXX-(?:WXX-(\d)|(\d\d))")
"""A weekday or a month of a text without a day: the weeks and years are not known."""

Range = tuple[float, float]


class PrintedDetail(NamedTuple):
    """A number, a day or a name in a sentence, and the words it belongs to.

    Attributes:
        sort: number, day, weekday, month, person, place, or word.
        place: Where in the words of the sentence.
        range: The least and the most a number can be, the first and last day of a time;
            None for a name.
        words: The words of a name in small letters; the stem of any other word, behind
            "not " where it is denied.
        link: The preposition in front of a name or time, or ""; the unit of a sum of
            money or a share, or ""; another word itself.
        before: The stem of the telling word before it, or "".
        behind: The stem of the telling word behind it, or "".
        number: The number as printed, for a number.
        noun: What a number counts, or a place describes: "the Peruvian coast".
    """

    sort: str
    place: slice
    range: Range | None
    words: frozenset[str]
    link: str
    before: str
    behind: str
    number: NumberAsPrinted | None = None
    noun: CountedNoun | None = None

    def shares_noun(self, other: "PrintedDetail") -> bool:
        """Ask whether both count or describe one thing."""
        return bool(self.noun and other.noun and self.noun.agrees(other.noun))


def printed_details(sentence: Sentence) -> tuple[PrintedDetail, ...]:
    """Return the numbers, names and words of a sentence, and its day if it has one."""
    return (*_numbers(sentence), *_typed(sentence), *_words(sentence))


def _numbers(sentence: Sentence) -> Iterator[PrintedDetail]:
    tokens, n = sentence.tokens, 0
    while n < len(tokens):
        end = n + 1
        if numeric(tokens[n]) and not _is_part(sentence, tokens[n]):
            while end < len(tokens) and numeric(tokens[end]):
                end += 1
            number = printed_number(sentence, slice(n, end))
            if number is not None and _is_whole(sentence, n, number):
                yield _number(sentence, slice(n, end), number)
        n = end


def _is_whole(sentence: Sentence, first: int, printed: NumberAsPrinted) -> bool:
    """Ask whether words are all of a number, not "eight" of "one hundred and eight"."""
    if GROUPED.match(printed.behind) or CUT_OFF.search(printed.before):
        return False
    detail = sentence.tokens[first].detail
    if detail < 0 or sentence.details[detail].kind != "number":
        return True
    value = sentence.details[detail].value.partition("..")[0]
    return not value or float(value) == printed.value


def _number(
    sentence: Sentence, place: slice, printed: NumberAsPrinted
) -> PrintedDetail:
    """Return a number: what is counted stands behind the unit, where there is one."""
    unit = sentence.tokens[place.stop : place.stop + 1]
    name = unit[0].key if unit else ""
    name = name if name == "percent" or is_currency(name) else ""
    noun = counted(sentence, place.stop + bool(name))
    fact = _fact(sentence, "number", place, printed.range)
    front = sentence.tokens[: place.start]
    unhedged = [token for token in front if token.end <= len(printed.unhedged)]
    before = _nearest(unhedged[: -NEAR - 1 : -1], names=False)
    return fact._replace(number=printed, link=name, noun=noun, before=before)


def _is_part(sentence: Sentence, token: Token) -> bool:
    """Ask whether a number belongs to a time or a name."""
    if is_time_word(token):
        return True
    kind = sentence.details[token.detail].kind if token.detail >= 0 else "number"
    return kind not in ("number", "title")


def _typed(sentence: Sentence) -> Iterator[PrintedDetail]:
    """Yield the names of a sentence, and its day where it names just one."""
    days = [detail.kind for detail in sentence.details].count("day")
    places: dict[int, list[int]] = defaultdict(list)
    for k, token in enumerate(sentence.tokens):
        places[token.detail].append(k)
    for n, detail in enumerate(sentence.details):
        if n not in places:
            continue
        place = slice(places[n][0], places[n][-1] + 1)
        printed = sentence.text[detail.start : detail.end + 3]
        if detail.kind == "day" and (days > 1 or not _is_one_day(printed)):
            continue
        if detail.kind == "day" and (span := days_printed(sentence, detail)):
            yield _fact(sentence, "day", place, span)
        elif detail.kind == "day" and (undated := UNDATED.fullmatch(detail.value)):
            number = float(undated[1] or undated[2])
            sort = "weekday" if undated[1] else "month"
            yield _fact(sentence, sort, place, (number, number))
        elif detail.kind == "place":
            noun = _described(sentence, place)
            yield _fact(sentence, detail.kind, place, None)._replace(noun=noun)
        elif detail.kind == "person":
            yield _fact(sentence, detail.kind, place, None)


def _words(sentence: Sentence) -> Iterator[PrintedDetail]:
    """Yield the words that are no names, numbers or times, denied or not."""
    for n, token in enumerate(sentence.tokens):
        if _tells(token) and not token.is_name and not _is_in_number(sentence, n):
            denied = _denied(sentence.tokens[max(0, n - NEAR) : n])
            if denied is not None:
                fact = _fact(sentence, "word", slice(n, n + 1), None)
                words = frozenset({DENIED * denied + stem(token.key)})
                yield fact._replace(words=words, link=token.folded)


def _is_in_number(sentence: Sentence, n: int) -> bool:
    """Ask whether a word is part of a detail or a measure: "10 years old"."""
    token, before = sentence.tokens[n], sentence.tokens[max(0, n - 2) : n]
    if token.detail >= 0 or numeric(token):
        return True
    return token.folded in words_in("measuring") and any(map(numeric, before))


def _denied(before: Sequence[Token]) -> bool | None:
    """Ask whether the words before one deny it; None where they do in part."""
    for token in reversed(before):
        if token.folded in words_in("denying"):
            return True
        if token.folded in words_in("denied_in_part") or is_denying(token.folded):
            return None
        if token.content or token.folded in words_in("clauses"):
            break
    return False


def _is_one_day(printed: str) -> bool:
    """Ask whether a time, with three characters behind it, is no list or range."""
    return not re.search(r"/|\d\s?[,–—-]\s?\d", printed)


def _described(sentence: Sentence, place: slice) -> CountedNoun | None:
    """Return the noun that a place describes: "the Peruvian coast"."""
    last, after = sentence.tokens[place.stop - 1], sentence.tokens[place.stop :][:1]
    if not after or not after[0].printed.islower() or numeric(after[0]):
        return None
    if after[0].folded in words_in("linking") | words_in("clauses"):
        return None
    adjoins = sentence.text[last.end : after[0].start] == " "
    return counted(sentence, place.stop) if adjoins else None


def _fact(
    sentence: Sentence, sort: str, place: slice, range_: Range | None
) -> PrintedDetail:
    tokens = sentence.tokens
    before = tokens[max(0, place.start - NEAR) : place.start]
    if sort == "word":  # "the ferry **had not been** inspected"
        passed = words_in("helping") | words_in("denying")
        wide = tokens[max(0, place.start - 2 * NEAR) : place.start]
        before = tuple(token for token in wide if token.folded not in passed)[-NEAR:]
    behind = tokens[place.stop : place.stop + NEAR]
    link = before[-1].folded if before else ""
    names = sort in ("person", "place")
    return PrintedDetail(
        sort,
        place,
        range_,
        frozenset(token.folded for token in tokens[place] if token.content),
        link if link in words_in("linking") else "",
        _nearest(before[::-1], names),
        _nearest(behind, names),
    )


def _nearest(tokens: Sequence[Token], names: bool) -> str:
    """Return the stem of the first telling word of the clause, or "".

    Args:
        tokens: The words beside a detail, the nearest first.
        names: Whether it is a name, to which a number beside it does not belong.
    """
    for token in tokens:
        if token.folded in words_in("clauses") or (names and numeric(token)):
            break
        if _tells(token) and not numeric(token):
            return "" if token.folded in words_in("denying") else concept(token.key)
    return ""


def _tells(token: Token) -> bool:
    """Ask whether a word says something, and does not only link others: "after"."""
    return token.content and token.folded not in words_in("linking")
