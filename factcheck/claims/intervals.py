"""The interval a number stands for as it is printed: "about 300", "$1.4 billion"."""

import re
from functools import cache

from factcheck.claims.claim import Value
from factcheck.claims.written_numbers import scales
from factcheck.lexicons import load_table

ENDLESS = 1e300
"""The upper end of "at least"."""

ROUNDED = 0.05
"""How far a rounded number may be from what it stands for, at most, as a share."""

HEDGED = 0.1
"""How far "about" reaches on either side, and "nearly" down, as a share."""

OVER = 1.5
"""How many times its number "over" may mean; "under" means as much of it at least."""

DOZEN = 0.25
"""How far "a dozen" may be from twelve, as a share."""

OPEN = 1e-9
"""The share of a half unit by which intervals end early: 6.3 and 6.4 never meet."""

MODIFIERS = {
    "at least": "at least",
    "over": "at least",
    "at most": "at most",
    "under": "at most",
    "nearly": "at most",
    "about": "about",
}
"""The modifier a claim carries, by the sort of hedge."""

_DECIMALS = re.compile(r"\d\.(\d+)")
_WORDS = re.compile(r"[a-z]+")


def modifier_of(words: str) -> str:
    """Return the modifier that some words make: "nearly" says "at most".

    >>> modifier_of("more  than"), modifier_of("roughly"), modifier_of("exactly")
    ('at least', 'about', 'exact')
    """
    return MODIFIERS.get(hedge_of(words), "exact")


def hedge_of(words: str) -> str:
    """Return the sort of hedge that some words are, "" for none."""
    folded = " ".join(words.lower().strip(" -").split())
    return _hedges().get(folded, "")


def interval(
    value: Value, text: str, modifier: str, hedge: str = "", measured: bool = False
) -> tuple[float, float] | None:
    """Return the least and most that a printed number stands for; None for no number.

    A number with a decimal or a scale ("million"), or that ends in two zeros, stands
    for half its last printed digit up and down, five per cent at most. Any other is a
    count and exact, unless it is *measured*: 46 km are 45.5 to 46.5. *About* reaches a
    tenth further on both sides, *nearly* a tenth down, *over* half as much again up.

    >>> interval(12, "12", "exact"), interval(6.4, "6.4", "exact")[1] < 6.45
    ((12.0, 12.0), True)
    >>> interval(100, "100", "at least", "over")
    (100.0, 150.0)
    """
    if not (ends := ends_of(value)):
        return None
    low, high = min(ends), max(ends)
    slack_low, slack_high = (_slack(end, text, measured) for end in (low, high))
    slack_high *= 1 - OPEN
    sort = hedge if MODIFIERS.get(hedge) == modifier else modifier
    match sort:
        case "at least":
            return low, max(high, ENDLESS)
        case "over":
            return low, high * OVER
        case "at most":
            return min(low, 0.0), high
        case "under":
            return low / 2, high
        case "nearly":
            return low * (1 - HEDGED), high + slack_high
        case "about":
            low, high = low - abs(low) * HEDGED, high + abs(high) * HEDGED
    return low - slack_low, high + slack_high


def ends_of(value: Value) -> list[float]:
    """Return the numbers between which a value lies, [] for words."""
    if value is None or isinstance(value, str):
        return []
    return [float(end) for end in (value if isinstance(value, list) else [value])]


def _slack(value: float, text: str, measured: bool) -> float:
    """Return half the last digit printed of a number, and no more than may be."""
    words = _WORDS.findall(text.lower())
    last = words[-1] if words else ""
    if last == "dozen":
        return abs(value) * DOZEN
    scale = scales().get(last, 1)
    scale = scale if abs(value) >= scale else 1
    if decimals := _DECIMALS.findall(text):
        unit = scale / 10.0 ** len(decimals[-1])
    else:
        zeros = _last_digit(value / scale)
        unit = scale * (zeros if zeros >= 100 else 1.0)
    if unit == 1:
        return 0.5 if measured else 0.0
    return min(unit / 2, abs(value) * ROUNDED / (1 - OPEN))


def _last_digit(value: float) -> float:
    """Return the place of the last digit of a number that is not zero: 100 of 4,300."""
    unit = 1.0
    while value and not value % (unit * 10):
        unit *= 10
    return unit


@cache
def _hedges() -> dict[str, str]:
    table = load_table("numbers")
    return {
        word: sort
        for group in ("hedges", "hedges_behind")
        for sort, words in table[group].items()
        for word in words
    }
