"""One fact in two sentences of different length: a summary beside what it sums up.

The sentences need not follow each other word by word. They share most words of the
shorter one, and what is printed at the same place in each, a number of the same things,
the only day, a name behind the same words, cannot both be right.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.claims.days import days_of
from factcheck.comparators.differences import Difference, stem
from factcheck.comparators.names_apart import names_apart
from factcheck.comparators.numbers_apart import (
    NumberAsPrinted,
    is_time_word,
    numeric,
    printed_number,
)
from factcheck.comparators.opposites import are_opposites
from factcheck.comparators.sentences import Sentence, Token, words_in
from factcheck.comparators.words import is_currency
from factcheck.lexicons import Verdict

LEAST = 3
"""Words that say something which two sentences must have in common."""

SHARED = 0.6
"""The share of the shorter sentence's words that the longer one has."""

NEAR = 3
"""Words before or behind a detail among which stands what it belongs to."""

DENIED = "not "
"""Stands before the stem of a word that is denied."""

Range = tuple[float, float]


class PrintedDetail(NamedTuple):
    """A number, a day or a name in a sentence, and the words it belongs to.

    Attributes:
        sort: number, day, person, place, or word.
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
    """

    sort: str
    place: slice
    range: Range | None
    words: frozenset[str]
    link: str
    before: str
    behind: str
    number: NumberAsPrinted | None = None


class CondensedSentence(NamedTuple):
    """What is compared of a sentence with those that tell the same at other length.

    Attributes:
        stems: Its telling words without endings, numbers and times left out.
        facts: Its numbers, days, names and words.
        days: The first and the last day of each time it names.
    """

    stems: frozenset[str]
    facts: tuple[PrintedDetail, ...]
    days: tuple[Range, ...]


def condensed(sentence: Sentence) -> CondensedSentence:
    """Read what one sentence is compared by."""
    stems = frozenset(
        stem(token.key)
        for token in sentence.tokens
        if token.content and not numeric(token) and not is_time_word(token)
    )
    facts = (*_numbers(sentence), *_typed(sentence), *_words(sentence))
    times = (days_of(d.value) for d in sentence.details if d.kind == "day")
    return CondensedSentence(stems, facts, tuple(time for time in times if time))


def shared_words(left: CondensedSentence, right: CondensedSentence) -> int:
    """Count the words two sentences share; 0 where they are too few to tell one thing.

    >>> read = lambda text: condensed(Sentence(text))
    >>> shared_words(read("The old bridge in Freetown has 12 lamps"),
    ...     read("All 14 lamps of the bridge in old Freetown were broken"))
    4
    """
    both = len(left.stems & right.stems)
    least = SHARED * min(len(left.stems), len(right.stems))
    return both if both >= max(LEAST, least) else 0


def differences(
    left: Sentence, right: Sentence, ours: CondensedSentence, theirs: CondensedSentence
) -> Iterator[tuple[PrintedDetail, PrintedDetail, Difference]]:
    """Yield what two sentences that share enough words print differently.

    What is told of two days, 12 ships in 2012 and 14 in 2019, is two things.
    """
    found = list(_differences(left, right, ours, theirs))
    apart = bool(ours.days and theirs.days) and not any(
        _overlap(one, other) for one in ours.days for other in theirs.days
    )
    if not apart or all(difference.sort == "day" for _, _, difference in found):
        yield from found


def _differences(
    left: Sentence, right: Sentence, ours: CondensedSentence, theirs: CondensedSentence
) -> Iterator[tuple[PrintedDetail, PrintedDetail, Difference]]:
    denied = left.denies != right.denies
    for one in ours.facts:
        for other in theirs.facts:
            if one.sort != other.sort or not _linked(one, other):
                continue
            if one.sort == "word":
                sort = _word_apart(one, other, denied)
            else:
                sort = "" if denied else _apart(left, right, one, other)
            if sort:
                found = Difference(sort, Verdict.CONFLICT, one.place, other.place)
                yield one, other, found


def is_printed(fact: PrintedDetail, others: Sequence[PrintedDetail]) -> bool:
    """Ask whether a document prints the same somewhere among its *others*."""
    return any(
        _meet(fact, other)
        for other in others
        if other.sort == fact.sort or fact.range is None
    )


def _meet(one: PrintedDetail, other: PrintedDetail) -> bool:
    if one.range is None or other.range is None:
        return bool(one.words & other.words)
    return _overlap(one.range, other.range)


def _overlap(left: Range, right: Range) -> bool:
    return max(left[0], right[0]) <= min(left[1], right[1])


def _linked(one: PrintedDetail, other: PrintedDetail) -> bool:
    """Ask whether two facts stand at the same place: beside the same words."""
    behind = bool(one.behind) and one.behind == other.behind
    before = bool(one.before) and one.before == other.before
    if one.sort == "word":
        return behind or before
    if one.number:
        return one.link == other.link and (behind or (before and bool(one.link)))
    if behind and (one.range or one.link == other.link):
        return True
    return bool(one.before and (one.link or one.range)) and (one.link, one.before) == (
        other.link,
        other.before,
    )


def _apart(
    left: Sentence, right: Sentence, one: PrintedDetail, other: PrintedDetail
) -> str:
    """Return what sort of facts exclude each other at one place; "" if none do."""
    if one.number and other.number:
        if one.number.adds != other.number.adds:
            return ""
        if one.number.names or other.number.names:
            return ""
    if one.range:
        alike = one.words == other.words or _meet(one, other)
        return "" if alike else one.sort
    places = (left, one.place.stop - 1), (right, other.place.stop - 1)
    if one.sort == "place" and _describes(*places[0]) != _describes(*places[1]):
        return ""
    held = _held(left, one.place), _held(right, other.place)
    found = names_apart(left, right, held, one.place, other.place)
    return found[0] if found is not None and found[1] is Verdict.CONFLICT else ""


def _word_apart(one: PrintedDetail, other: PrintedDetail, denied: bool) -> str:
    """Return "negation" for a word that is *denied* in one sentence alone.

    "found no trace" and "did not find a trace" both deny, and differ in nothing. Return
    "opposite" for words that exclude each other before the same word, or behind it.
    """
    (left,), (right,) = one.words, other.words
    if denied:
        same = left != right and left.removeprefix(DENIED) == right.removeprefix(DENIED)
        return "negation" if same else ""
    if one.behind and other.behind and one.behind != other.behind:
        return ""
    return "opposite" if left != right and are_opposites(one.link, other.link) else ""


def _held(side: Sentence, place: slice) -> set[int]:
    return {token.detail for token in side.tokens[place]} - {-1}


def _numbers(sentence: Sentence) -> Iterator[PrintedDetail]:
    tokens, n = sentence.tokens, 0
    while n < len(tokens):
        end = n + 1
        if numeric(tokens[n]) and not _is_part(sentence, tokens[n]):
            while end < len(tokens) and numeric(tokens[end]):
                end += 1
            found = printed_number(sentence, slice(n, end))
            if found is not None and _is_whole(sentence, n, found):
                yield _number(sentence, slice(n, end), found)
        n = end


CUT_OFF = re.compile(r"\d[.,'’/-]?\s?$")
"""What stands before a number that began earlier: "3, 500"."""
GROUPED = re.compile(r"[.,'’]?\s?\d")
"""What follows a number that goes on: "3, 500", "2'300", "2023/24" are one."""


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
    fact = _fact(sentence, "number", place, printed.range)
    unit = sentence.tokens[place.stop : place.stop + 1]
    name = unit[0].key if unit else ""
    if name != "percent" and not is_currency(name):
        return fact._replace(number=printed, link="")
    rest = sentence.tokens[place.stop + 1 : place.stop + 1 + NEAR]
    return fact._replace(number=printed, link=name, behind=_nearest(rest))


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
        if detail.kind == "day" and (span := days_of(detail.value)):
            yield _fact(sentence, "day", place, span)
        elif detail.kind in ("person", "place"):
            yield _fact(sentence, detail.kind, place, None)


def _words(sentence: Sentence) -> Iterator[PrintedDetail]:
    """Yield the words that are no names, numbers or times, denied or not."""
    for n, token in enumerate(sentence.tokens):
        if token.content and not token.is_name and token.detail < 0:
            denied = _denied(sentence.tokens[max(0, n - NEAR) : n])
            if denied is not None and not numeric(token):
                fact = _fact(sentence, "word", slice(n, n + 1), None)
                words = frozenset({DENIED * denied + stem(token.key)})
                yield fact._replace(words=words, link=token.folded)


def _denied(before: Sequence[Token]) -> bool | None:
    """Ask whether the words before one deny it; None where they do in part."""
    for token in reversed(before):
        if token.folded in words_in("denying"):
            return True
        if token.folded in words_in("denied_in_part"):
            return None
        if token.content or token.folded in words_in("clauses"):
            break
    return False


def _is_one_day(printed: str) -> bool:
    """Ask whether a time is no part of a list or range, and not only in figures.

    Args:
        printed: The words of the time and the three characters behind them.
    """
    return not re.search(r"/|\d\s?[,–—-]\s?\d", printed)


def _describes(sentence: Sentence, n: int) -> bool:
    """Ask whether a word stands before the noun it describes: "the Peruvian coast"."""
    after = sentence.tokens[n + 1 : n + 2]
    return bool(after) and (
        after[0].content
        and after[0].printed.islower()
        and after[0].folded not in words_in("linking") | words_in("clauses")
        and sentence.text[sentence.tokens[n].end : after[0].start] == " "
        and not numeric(after[0])
    )


def _fact(
    sentence: Sentence,
    sort: str,
    place: slice,
    range_: Range | None,
) -> PrintedDetail:
    tokens = sentence.tokens
    before = tokens[max(0, place.start - NEAR) : place.start]
    behind = tokens[place.stop : place.stop + NEAR]
    link = before[-1].folded if before else ""
    return PrintedDetail(
        sort,
        place,
        range_,
        frozenset(token.folded for token in tokens[place] if token.content),
        link if link in words_in("linking") else "",
        _nearest(before[::-1]),
        _nearest(behind),
    )


def _nearest(tokens: Sequence[Token]) -> str:
    """Return the stem of the first telling word of the clause."""
    for token in tokens:
        if token.folded in words_in("clauses"):
            break
        if token.content and not numeric(token):
            return "" if token.folded in words_in("denying") else stem(token.key)
    return ""
