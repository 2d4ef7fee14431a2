"""Stretches of time that must meet."""

from factcheck.claims.intervals import ENDLESS
from factcheck.comparators.comparator import (
    Comparator,
    Held,
    Options,
    Properties,
    comparator,
)
from factcheck.lexicons import Verdict, load_table


@comparator("interval")
class Interval(Comparator):
    """Two times conflict when they do not meet; a vaguer one agrees.

    `abs` days may lie between them (time zones, a night session).

    | left | right | |
    |---|---|---|
    | 2018 | 2018-06-12 | compatible |
    | 2018-06-12 | 2018-06-13 | conflict, compatible with `abs: 1` |
    | 2019 | (none) | unknown |
    """

    OPTIONS = frozenset({"abs"})
    PROPERTIES = Properties(bounded=True)

    def __init__(self, options: Options) -> None:
        self.slack = _number(options, "abs")

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two times meet."""
        if left.low is None or left.high is None:
            return Verdict.UNKNOWN
        if right.low is None or right.high is None:
            return Verdict.UNKNOWN
        between = max(left.low, right.low) - min(left.high, right.high)
        apart = between > self.slack * (1 + 1e-9)
        return Verdict.CONFLICT if apart else Verdict.COMPATIBLE

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort the shortest time, or the narrowest number, first."""
        if held.low is None or held.high is None:
            return 0.0, held.value
        return held.high - held.low, held.value


@comparator("day")
class Day(Interval):
    """Two times conflict when no day is in both: days and years are exact as printed.

    Where the words explain the day beside it (the night, a time zone, "yesterday"),
    rules report a note (`rules.checks.neighbouring_days`).

    | left | right | |
    |---|---|---|
    | 17 March | 18 March | conflict |
    | the night of 17 March | 18 March | conflict, reported as a note |
    | 1927 | 1928 | conflict |
    | 2018 | 2018-06-12 | compatible |
    | 2019 | (none) | unknown |
    """

    OPTIONS = frozenset()


@comparator("number")
class NumberComparator(Interval):
    """Two numbers conflict when, as they are printed, they cannot be one.

    A count is exact as printed. A number with a decimal or a scale, or that ends in two
    zeros, stands for half its last printed digit up and down, 5 % at most; *about*,
    *nearly*, *over* and *at least* widen it. `abs` may lie between two numbers besides.
    With `differ` lower bounds that are not one are unknown and not compatible.

    | left | right | |
    |---|---|---|
    | 10 | 11 | conflict, compatible with `abs: 1` |
    | 300 | 304 | compatible |
    | $7.78 billion | $7.87 billion | conflict |
    | over 100 | 180 | conflict |
    | at least 100 | 180 | compatible |
    | a few | 3 | unknown |
    | dozens | at least 81 | compatible, with `differ` too |
    """

    OPTIONS = frozenset({"abs", "differ"})

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.differ = "differ" in options

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two numbers are near enough."""
        verdict = super().compare(left, right)
        unlike = self.differ and left.low != right.low
        if verdict is Verdict.COMPATIBLE and unlike:
            return Verdict.UNKNOWN if all(map(_is_bound, (left, right))) else verdict
        return verdict


def _is_bound(held: Held) -> bool:
    """Ask whether a number has a least value only: "at least 40", and not "dozens"."""
    sizes = load_table("numbers")["vague"].keys()
    endless = held.high is not None and held.high >= ENDLESS
    return endless and sizes.isdisjoint(held.label.lower().split())


def _number(options: Options, name: str) -> float:
    try:
        number = float(options.get(name, "0"))
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise ValueError(f"{name}: should be a number of at least 0")
    return number
