"""Amounts as they are written: in digits, in words, or both."""

import re
from functools import cache

from factcheck.lexicons import load_table

BLANKS = " \u00a0\u2009\u202f"
"""What may stand between groups of three digits."""

_MILLIONS = re.compile(r"\d{1,3}(?:\.\d{3}){2,5}(?!\d)")
"""A number with full stops between its groups of digits: 4.000.000."""

_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}\s?(?:[mb]illion|trillion|[mb]n|lakh|crore)\b)")
"""A decimal comma: 1,4 million."""

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}

LONG = 16
"""Digits of a number that may be too large."""
LARGEST = 1e15
"""What no article counts: longer rows of digits are something else."""


def amount(text: str) -> int | float | None:
    """Read a number in digits, words or both; None where it is none.

    >>> amount("1.5 million"), amount("one hundred and forty-two"), amount("a dozen")
    (1500000, 142, 12)
    >>> amount("4.000.000"), amount("a quarter million"), amount("half-a-million")
    (4000000, 250000, 500000)
    >>> amount("half a million"), amount("one and a half million"), amount("2'300")
    (500000, 1500000, 2300)
    >>> amount("three quarters of a million"), amount("a thousand four hundred")
    (750000, 1400)
    >>> amount("800k"), amount("1,4 million")
    (800000, 1400000)
    """
    if text.isdecimal() and len(text) < LONG:
        return int(text)
    total: float = 0
    part: float | None = None
    scale, joined = 1, False
    text = _COMMA.sub(".", text)
    text = _MILLIONS.sub(lambda number: number[0].replace(".", ""), text)
    folded = re.sub(
        rf"(?<=\d)(?:[.,] ?|['’{BLANKS}])(?=\d(?!/\d))", _closed, text.lower()
    )
    for word in re.findall(r"\d/\d|\d[\d.]*|[½¼¾]|[a-z]+", folded):
        if word in ("and", "a", "an", "of"):
            joined = joined or word == "and"
            continue
        share = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}.get(word)
        share = share or FRACTIONS.get(word)
        if share is not None:
            if part is not None and word.startswith("quarter") and not joined:
                part *= share
            elif part is None and scale > 1 and joined:
                total += share * scale
            else:
                part = (part or 0) + share
        elif word in number_words():
            part = (part or 0) + number_words()[word]
        elif word in scales() or word in suffixes():
            times, before = scales().get(word) or suffixes()[word], scale
            scale = times
            if times in (100, 12):
                part = (part if part is not None else 1) * times
            elif part is None and before > 1:
                total *= times
            else:
                total += (part if part is not None else 1) * times
                part = None
        else:
            try:
                part = (part or 0) + float(word)
            except ValueError:
                return None
        joined = False
    number = total + (part or 0)
    if number > LARGEST:
        return None
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _closed(match: "re.Match[str]") -> str:
    return "." if match[0].startswith(".") else ""


@cache
def number_words() -> dict[str, int]:
    """Return the words for numbers below a hundred."""
    return {word: int(n) for word, n in load_table("numbers")["words"].items()}


@cache
def scales() -> dict[str, int]:
    """Return the words that multiply a number: hundred, million, dozen."""
    return {word: int(n) for word, n in load_table("numbers")["scales"].items()}


def is_size(text: str) -> bool:
    """Ask whether words only tell a size: "dozens", "hundreds of thousands".

    >>> is_size("Tens of thousands"), is_size("two thousand"), is_size("")
    (True, False, False)
    """
    return (
        not load_table("numbers")["vague"].keys().isdisjoint(text.lower().split()[-1:])
    )


@cache
def suffixes() -> dict[str, int]:
    """Return the letters that multiply the digits in front of them: 800k."""
    return {word: int(n) for word, n in load_table("numbers")["suffixes"].items()}
