"""Ask of many stretches at once whether one of them holds another, or meets it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Covered:
    """Stretches by their first character, and how far any up to there reaches."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        placed = sorted(stretches)
        self._starts = [start for start, _ in placed]
        self._reaches = list(accumulate((end for _, end in placed), max))

    def hold(self, start: int, end: int) -> bool:
        """Ask whether one stretch holds a range as a whole.

        >>> covered = Covered([(0, 4), (6, 9)])
        >>> covered.hold(1, 3), covered.hold(3, 7)
        (True, False)
        """
        before = bisect_right(self._starts, start)
        return before > 0 and self._reaches[before - 1] >= end

    def meet(self, start: int, end: int) -> bool:
        """Ask whether one stretch has a character in common with a range.

        >>> covered = Covered([(0, 4), (6, 9)])
        >>> covered.meet(3, 7), covered.meet(4, 6)
        (True, False)
        """
        before = bisect_left(self._starts, end)
        return before > 0 and self._reaches[before - 1] > start
