"""Read numbers written as words: "twenty-one", "nineteen ninety-six"."""

import re

from factcheck.lexicons import load_table

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
