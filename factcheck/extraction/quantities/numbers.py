"""Numbers in a text and what they are: digits, words, ranges, bounds, vague plurals."""

import re
from functools import cache
from typing import Any, NamedTuple

from factcheck.claims import Value
from factcheck.lexicons import load_table


class Number(NamedTuple):
    """A number at a place.

    Attributes:
        start: Offset of its first character, without the words that bound it.
        end: Offset behind the last.
        value: The number, or [least, most].
        modifier: "exact", "about", "at least" or "at most".
        bound: Where the words that bound it stand, or None.
        unit: "percent", a currency (ISO 4217), or None.
    """

    start: int
    end: int
    value: Value
    modifier: str = "exact"
    bound: tuple[int, int] | None = None
    unit: str | None = None


SPACED = re.compile(
    r"\d, 000\b|\d - \w|\w - \w+ - \w|[$£€] \d|` \w"
    r"|[a-z] - (?:day|year|old|week|month)|\d\. \d+ (?:per|k[gm]|[mbt]r?illion)"
)
"""What shows that a text was taken apart into words: "about 3, 800 km", "$ 5"."""


def find_numbers(text: str) -> list[Number]:
    """Find the numbers of a text, in order; ordinals and parts of names are none.

    >>> [(n.value, n.modifier) for n in find_numbers("at least 1,200 of two dozen")]
    [(1200, 'at least'), (24, 'exact')]
    >>> find_numbers("25 to 35 men")[0].value
    [25, 35]
    >>> find_numbers("the 20 - year - old paid $ 3, 800")[-1].value
    3800
    """
    pattern = _pattern(SPACED.search(text) is not None)
    return [n for m in pattern.finditer(text) if (n := _read(m))]


def _read(match: "re.Match[str]") -> Number | None:
    start, end = match.span("number")
    if match["pair"]:
        return Number(start, end, 2, "about", match.span("pair"))
    if match["vague"]:
        vague: Any = _table()["vague"]
        value: Value = int(vague[" ".join(match["vague"].lower().split())])
        bounded = match.span("bound") if match["bound"] else None
        modifier = "at least" if not bounded else _modifier(match["bound"])
        return Number(start, end, value, modifier, bounded)
    least = amount(match["low"])
    most = amount(match["high"]) if match["high"] else None
    if least is None or (match["high"] and most is None):
        return None
    if most is not None and most < 1000 <= least * 1000 and match["high"]:
        scale = _scale_of(match["high"])
        least = least * scale if scale > 1 and least < most / scale * 10 else least
    if most is not None and (match["cut"] or match["parted"]):
        least = _completed(least, most)
    value = least if most is None else [least, most]
    if isinstance(value, list) and value[0] >= value[1]:
        return None
    modifier, bound = "exact", None
    if match["bound"]:
        modifier, bound = _modifier(match["bound"]), match.span("bound")
    elif match["plus"] or match["ormore"]:
        modifier, bound = "at least", match.span("plus" if match["plus"] else "ormore")
    unit = None
    if match["percent"]:
        unit = "percent"
    elif match["sign"]:
        unit = _currency(match["sign"])
    elif match["money"]:
        unit = _currency(match["money"])
    return Number(start, end, value, modifier, bound, unit)


def _completed(least: float, most: float) -> float:
    """Return a number cut short by a hyphen: 50,000 of "50- and 60,000"."""
    fitting = [scale for scale in (1000, 10**6, 10**9) if least * scale < most]
    return least * max(fitting, default=1)


def _currency(sign: str) -> str:
    return str(_table()["currencies"][sign.lower().strip()])


def _modifier(words: str) -> str:
    return _bounds()[" ".join(words.lower().split())]


LARGEST = 1e15
"""What no article counts: longer rows of digits are something else."""


def amount(text: str) -> int | float | None:
    """Read a number in digits, words or both; None where it is none.

    >>> amount("1.5 million"), amount("one hundred and forty-two"), amount("a dozen")
    (1500000, 142, 12)
    >>> amount("half a million")
    500000
    """
    total: float = 0
    part: float | None = None
    halved = False
    closed = re.sub(r"(?<=\d)([.,]) (?=\d)", r"\1", text.lower().strip())
    for word in re.split(r"[\s-]+|(?<=\d)(?=[a-z])", closed):
        if word in ("and", "a", "an", "of"):
            continue
        if word == "half":
            halved = True
        elif word in _words():
            part = (part or 0) + _words()[word]
        elif word in _scales():
            scale = _scales()[word]
            if scale in (100, 12):
                part = (part if part is not None else 1) * scale
            else:
                total += (part if part is not None else 1) * scale
                part = None
        else:
            try:
                part = (part or 0) + float(word.replace(",", ""))
            except ValueError:
                return None
    found = total + (part or 0)
    if halved:
        found = found / 2 if total or part else found
    if found > LARGEST:
        return None
    rounded = round(found, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _scale_of(text: str) -> int:
    last = text.lower().split()[-1]
    return _scales().get(last, 1) if last != "dozen" else 1


@cache
def _table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = load_table("numbers")
    return table


@cache
def _words() -> dict[str, int]:
    return {word: int(value) for word, value in _table()["words"].items()}


@cache
def _scales() -> dict[str, int]:
    return {word: int(value) for word, value in _table()["scales"].items()}


@cache
def _bounds() -> dict[str, str]:
    bounds = _table()["bounds"]
    return {words: modifier for modifier, found in bounds.items() for words in found}


def _alternatives(words: "Any") -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _pattern(spaced: bool) -> "re.Pattern[str]":
    """Compile one pattern that reads a number with what stands around it."""
    simple, scales = _alternatives(_words()), _alternatives(_scales())
    signs = [c for c in _table()["currencies"] if not c[-1].isalpha()]
    names = [c for c in _table()["currencies"] if c[-1].isalpha()]
    gap = " ?" if spaced else ""
    digits = rf"(?:\d{{1,3}}(?:,{gap}\d{{3}})+(?!\d)|\d+)(?:\.{gap}\d+)?"
    word = rf"(?:{simple})(?:[\s-](?:{simple}))?"
    scale = rf"(?:[\s-](?:{scales})\b|(?<=\d)(?:bn|mn|m)\b)"
    one = (
        rf"(?:half\s+a\s+(?:million|dozen|billion)|an?\s+(?:{scales})\b{scale}?"
        rf"|(?:{digits}|{word}\b){scale}*(?:(?<=hundred)\s+and\s+{word}\b)?)"
    )
    bounds, vague = _alternatives(_bounds()), _alternatives(_table()["vague"])
    sign, name = _alternatives(signs), _alternatives(names)
    return re.compile(
        rf"(?P<both>\bbetween\s+)?(?:\b(?P<bound>{bounds})\s+(?:the\s+)?)?"
        rf"(?P<sign>(?<!\w)(?:{sign})\s?)?"
        rf"(?P<number>(?<![\w.,/-])(?<!\d:)(?<![\d:]-)(?:(?P<vague>{vague})"
        r"|(?P<pair>a\s+(?:couple|pair)(?=\s+(?:of|more)\b))"
        rf"|(?P<low>{one})"
        r"(?:(?:(?P<cut>-)?\s+(?:to|or)\s+|\s?[–-]\s?"
        r"|(?(both)(?P<parted>-)?\s+and\s+|(?!)))"
        rf"(?:{sign})?(?P<high>{one}))?))"
        r"(?P<plus>\+)?(?![\w/])(?![.,:]\d)(?!-(?:[^\W_]|\s+(?:and|or|to)\b))"
        r"(?P<percent>\s?%|[\s-]per\s?cent\b|\s+percentage\s+points?)?"
        rf"(?:\s+(?:US\s+|Canadian\s+|Australian\s+)?(?P<money>{name})\b)?"
        r"(?P<ormore>\s+or\s+more\b)?",
        re.I,
    )
