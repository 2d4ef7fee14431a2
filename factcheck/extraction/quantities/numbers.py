"""Numbers in a text and what they are: digits, words, ranges, hedges, vague plurals."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck.claims import Value
from factcheck.claims.intervals import modifier_of
from factcheck.claims.written_numbers import (
    BLANKS,
    amount,
    number_words,
    scales,
    suffixes,
)
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import alternatives, load_table


class Number(NamedTuple):
    """A number at a place.

    Attributes:
        start: Offset of its first character, without the words that hedge it.
        end: Offset behind the last.
        value: The number, or [least, most].
        modifier: "exact", "about", "at least" or "at most".
        bound: Where the words that hedge it stand, or None.
        unit: "percent", a currency (ISO 4217), or None.
        sign: Where the unit stands: "$", "per cent"; None where there is none.
    """

    start: int
    end: int
    value: Value
    modifier: str = "exact"
    bound: tuple[int, int] | None = None
    unit: str | None = None
    sign: tuple[int, int] | None = None


SPACED = re.compile(
    r"[,.$£€`-] (?:(?<=\d, )000\b|(?<=[$£€] )\d|(?<=` )\w|(?<=\d - )\w"
    r"|(?<=\w - )\w+ - \w|(?<=[a-z] - )(?:day|year|old|week|month)"
    r"|(?<=\d\. )\d+ (?:per|k[gm]|[mbt]r?illion))"
)
"""What shows that a text was taken apart into words: "about 3, 800 km", "$ 5"."""

PARTED = re.compile(rf"\d{{1,3}}[{BLANKS}](?=\d)")
SHARES = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10000, 100000}
"""Of how many a share is told: "one in five"."""


FRACTION = 20
"""Characters in front of a number in which it may have begun."""

CUT_BEHIND = re.compile(
    r" \. \d|[\s-](?:thirds|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths)\b"
    r"|\s{1,4}of\s{1,4}(?:dozen|hundred|thousand)\b"
)
"""What follows a part of a number: "5 . 9", "two thirds", "a couple of dozen"."""


def find_numbers(text: str) -> list[Number]:
    """Find the numbers of a text, in order; ordinals, shares, parts of names are none.

    >>> [(n.value, n.modifier) for n in find_numbers("at least 1,200 of two dozen")]
    [(1200, 'at least'), (24, 'exact')]
    >>> find_numbers("25 to 35 men")[0].value, find_numbers("one in five people")
    ([25, 35], [])
    >>> find_numbers("the 20 - year - old paid $ 3, 800")[-1].value
    3800
    """
    return [n for m in _matches(text) for n in _read(text, m)]


def _matches(text: str) -> "Iterator[re.Match[str]]":
    """Yield what may be numbers, looking only where a word or sign begins one."""
    pattern, end = _pattern(SPACED.search(text) is not None), 0
    words, beginnings = _beginnings()
    for word in words.finditer(text):
        begins = word[0].lower() in beginnings or not word[0][0].isalpha()
        if not begins or word.start() < end:
            continue
        if match := pattern.match(text, word.start()):
            end = match.end()
            yield match


def _read(text: str, match: "re.Match[str]") -> list[Number]:
    start, end = match.span("number")
    before = _cut_before().search(text[max(0, start - FRACTION) : start + 2])
    if before or CUT_BEHIND.match(text, end):
        return []
    if match["pair"]:
        return [Number(start, end, 2, "about", match.span("pair"))]
    hedge, bound = "", None
    for name in ("bound", "behind"):
        if match[name]:
            hedge, bound = modifier_of(match[name]), match.span(name)
            break
    if match["plus"] and not hedge:
        hedge, bound = "at least", match.span("plus")
    if match["vague"]:
        value = int(_table()["vague"][" ".join(match["vague"].lower().split())])
        return [Number(start, end, value, hedge or "at least", bound)]
    if match["of"]:
        return _parts(match, bound, hedge)
    if (cut := _misread_space(text, match)) is not None:
        start = cut
    least = amount(text[start : match.end("low")])
    most = amount(match["high"]) if match["high"] else None
    if least is None or (match["high"] and most is None):
        return []
    unit, sign = _unit(match)
    read: Value = least
    if most is not None and _moving().search(text, max(0, start - 60), start):
        ends = (least, start, match.end("low")), (most, *match.span("high"))
        return [Number(i, j, value, unit=unit, sign=sign) for value, i, j in ends]
    if most is not None:
        least = _scaled(least, match["low"], most, match["high"])
        if match["cut"] or match["parted"]:
            least = _completed(least, most)
        if least >= most:
            return []
        read = [least, most]
    return [Number(start, end, read, hedge or "exact", bound, unit, sign)]


def _unit(match: "re.Match[str]") -> tuple[str | None, tuple[int, int] | None]:
    """Return the unit that a number is printed with, and where it stands."""
    for name in ("percent", "sign", "money"):
        if printed := match[name]:
            end = match.start(name) + len(printed.rstrip())
            sign = end - len(printed.strip()), end
            return "percent" if name == "percent" else _currency(printed), sign
    return None, None


def _currency(sign: str) -> str:
    plain = sign.lower().strip(" .")
    known = {**_table()["prefixes"], **_table()["currencies"]}
    return str(known.get(plain) or known[sign.lower().strip()])


def _parts(
    match: "re.Match[str]", bound: tuple[int, int] | None, hedge: str
) -> list[Number]:
    """Read "one in five" as no number, "killed 9 in 14 raids" as two."""
    first, second = amount(match["low"]), amount(match["of"])
    if first is None or second is None or (first < second and second in SHARES):
        return []
    low, of = match.span("low"), match.span("of")
    return [Number(*low, first, hedge or "exact", bound), Number(*of, second)]


def _misread_space(text: str, match: "re.Match[str]") -> int | None:
    """Return where the number begins if a blank parts two: "Flight 370 239 dead"."""
    parted = PARTED.match(match["low"])
    before = text[max(0, match.start() - 20) : match.start()].split()
    if parted is None or not before or not before[-1][:1].isupper():
        return None
    return match.start("low") + parted.end()


def _scaled(least: float, low: str, most: float, high: str) -> float:
    """Give the first number of a range the scale of the second: "1.6-1.9 million".

    "Two to three thousand" begins at 2,000.
    """
    words = high.lower().split()
    scale = scales().get(re.sub(r"[\d.,-]", "", words[-1]), 1)
    scaled = any(word in scales() for word in re.findall(r"[a-z]+", low.lower()))
    return least * scale if not scaled and least < most / scale else least


def _completed(least: float, most: float) -> float:
    """Return a number cut short by a hyphen: 50,000 of "50- and 60,000"."""
    fitting = [scale for scale in (1000, 10**6, 10**9) if least * scale < most]
    return least * max(fitting, default=1)


@cache
def _table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = load_table("numbers")
    return table


def _hedges(group: str) -> tuple[str, str]:
    """Return the patterns of hedges in words and in signs."""
    every = [word for words in _table()[group].values() for word in words]
    signs = [word for word in every if not word[0].isalpha()]
    return alternatives(set(every) - set(signs)), alternatives(signs)


@cache
def _beginnings() -> "tuple[re.Pattern[str], frozenset[str]]":
    """Match words and signs; return the words with which a number may begin."""
    printed = ["between", "a", "an", "half", *number_words(), *_table()["vague"]]
    printed += [word for words in _table()["hedges"].values() for word in words]
    printed += [*_table()["prefixes"], *_table()["currencies"]]
    words = [re.split(r"\W", word)[0] for word in printed]
    signs = "".join(word for word in printed if not word[0].isalpha())
    return re.compile(rf"\w+|[{re.escape(signs)}]"), frozenset(words)


@lru_cache(maxsize=CACHE_SIZE)
def _pattern(spaced: bool) -> "re.Pattern[str]":
    """Compile one pattern that reads a number with what stands around it."""
    tens = alternatives(w for w, n in number_words().items() if n >= 20)
    units = alternatives(w for w, n in number_words().items() if 0 < n < 10)
    races = alternatives(_table()["measured_in_k"])
    simple, scaled = alternatives(number_words()), alternatives(scales())
    suffix = rf"(?<=\d\d)(?:{alternatives(suffixes())})\b(?![ -](?:{races})\b)"
    signs = [c for c in _table()["currencies"] if not c[-1].isalpha()]
    names = [c for c in _table()["currencies"] if c[-1].isalpha()]
    gap = " ?" if spaced else ""
    thousands = rf"(?:,{gap}\d{{3}})+(?!\d)|(?:['’]\d{{3}})+(?!\d)"
    thousands += r"|(?:\.\d{3}){2,5}(?!\d)"
    thousands += rf"|(?:[{BLANKS}]\d{{3}})+(?!\d)(?!,\d|[{BLANKS}]\d)"
    comma = r"\d{1,3},\d{1,2}(?=\s(?:[mb]illion|trillion|lakh|crore)\b)"
    digits = rf"(?:{comma}|(?:\d{{1,3}}(?:{thousands})|\d+)(?:\.{gap}\d+)?)"
    lakhs = r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    word = rf"(?:(?:{tens})[\s-](?:{units})\b|(?:{simple})\b)"
    scale = rf"(?:[\s-](?:{scaled})\b|(?<=\d)(?:bn|mn|tn|m)\b|{suffix})"
    half = r"(?:[\s-]and[\s-]a[\s-]half\b|\s?[½¼¾]|\s[13]/[24](?!\d))"
    after = "|".join(rf"(?<={s})" for s in scales() if len(s) > 3 and s != "dozen")
    rest = rf"(?:(?:{after})(?:\s+and\s+|\s+(?!one\b)){word}{scale}*)"
    share = r"(?:half(?:\s+of)?[\s-]+an?[\s-]+"
    share += r"|(?:a|one|three)[\s-]quarters?(?:\s+of)?\s+(?:an?\s+)?)"
    one = (
        rf"(?:{share}(?:million|dozen|billion|trillion|crore|lakh)\b"
        rf"|an?\s+(?:{scaled})\b{scale}*+{half}?{rest}*"
        rf"|(?:{lakhs}|{digits}|{word}){half}?{scale}*+{rest}*)"
    )
    vague = alternatives(_table()["vague"])
    before, symbols = _hedges("hedges")
    behind, plus = _hedges("hedges_behind")
    prefixes = alternatives(_table()["prefixes"])
    sign, name = alternatives(signs), alternatives(names)
    return re.compile(
        rf"(?P<both>\bbetween\s+)?"
        rf"(?P<bound>\b(?:{before})(?:(?<=\.)|\b)(?=\s)|(?:{symbols})(?=\s?[$£€\d]))?"
        rf"(?(bound)\s*(?:the\s+|an?\s+(?=estimated))?)"
        rf"(?P<sign>(?<!\w)(?:{sign}|(?:{prefixes})\b\.?)\s?)?"
        rf"(?P<number>(?<![\w.,/-])(?<!\d:)(?<![\d:]-)(?:(?P<vague>(?:{vague})\b)"
        r"|(?P<pair>a\s+(?:couple|pair)(?=\s+(?:of|more)\b))"
        rf"|(?P<low>{one})"
        r"(?:(?:(?P<cut>-)?\s+(?:to|or)\s+|\s?[–-]\s?"
        r"|(?(both)(?P<parted>-)?\s+and\s+|(?!)))"
        rf"(?:{sign})?(?P<high>{one}))?"
        rf"(?:\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<of>{one})(?![\w/]|[.,:]\d))?))"
        r"(?P<plus>\+)?(?:(?=(?:km|kg|cm|mm|mph|kph|kmh|ft|lbs?)\b)|(?![\w/]))"
        r"(?![.,:]\d)(?!-(?:(?!odd\b|plus\b|some\b)[^\W_]|\s+(?:and|or|to)\b))"
        r"(?P<percent>\s?%|[\s-]per\s?cent\b|\s+percentage\s+points?)?"
        rf"(?:\s+(?:US\s+|Canadian\s+|Australian\s+)?(?P<money>{name})\b)?"
        rf"(?P<behind>[\s-](?:{behind})\b|(?:{plus}))?",
        re.I,
    )


@cache
def _cut_before() -> "re.Pattern[str]":
    """Match what stands before a part of a number: "5 . 9", "a third of a million"."""
    parts = "|".join(ordinals())
    return re.compile(rf"\d \. \d.?$|\b(?:{parts})s?\s{{1,3}}of\s{{1,3}}an?\s?$", re.I)


@cache
def _moving() -> "re.Pattern[str]":
    """Match what makes "from 12 to 15" two numbers and no range: "rose **from**"."""
    words = alternatives(load_table("quantities")["stages"]["moving"])
    return re.compile(rf"\b(?:{words})\b[^.;\d]{{0,30}}\bfrom\s{{1,3}}\W?$", re.I)


@cache
def ordinals() -> dict[str, int]:
    """Return the ordinals in words, "second" too, which may be a time."""
    table: dict[str, Any] = load_table("times")["ordinal"]
    return {"second": 2, **{word: int(n) for word, n in table.items()}}
