"""How much happened when: bars that one far-off year does not flatten.

Most dates of a story lie close together; a birth or an old war lies far from them. The
bars are fine where most dates are and coarse elsewhere, and a gap stands between them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.reports.site.in_words import long_day
from factcheck.reports.site.timeline_page import Dated

MOST_BARS = 40
"""Fine bars over the days between which most dates lie."""

EDGE = 0.1
"""Share of the dates at either end that may be far off."""


class Bar(NamedTuple):
    """How much happened in one stretch of time.

    Attributes:
        label: The stretch in words.
        number: How much happened.
        height: The square root of that, in percent of the highest bar: a busy day
            leaves the quiet ones visible.
        first: The place in the list of the first thing that happened.
        gap: Whether time is left out before it.
    """

    label: str
    number: int
    height: float
    first: int
    gap: bool


class Scale(NamedTuple):
    """A way to cut time into stretches: the number of the one a day is in, its name."""

    step: Callable[[str], int]
    name: Callable[[str], str]


SCALES = (
    Scale(lambda day: date.fromisoformat(day).toordinal(), long_day),
    Scale(
        lambda day: int(day[:4]) * 12 + int(day[5:7]),
        lambda day: long_day(day).partition(" ")[2],
    ),
    Scale(lambda day: int(day[:4]), lambda day: day[:4]),
    Scale(lambda day: int(day[:3]), lambda day: f"{day[:3]}0s"),
    Scale(lambda day: int(day[:2]), lambda day: f"{day[:2]}00s"),
)
"""Days, months, years, decades, centuries."""


def bars(dated: Sequence[Dated]) -> list[Bar]:
    """Return the bars of what is dated, in order."""
    if not dated:
        return []
    off = int(len(dated) * EDGE)
    low, high = dated[off].day, dated[len(dated) - 1 - off].day
    fine = next(n for n, scale in enumerate(SCALES) if _span(scale, low, high))
    around = (
        SCALES[fine].step(low) - MOST_BARS // 2,
        SCALES[fine].step(high) + MOST_BARS // 2,
    )
    counted: dict[tuple[int, int], list[int]] = {}
    for place, one in enumerate(dated):
        step = SCALES[fine].step(one.day)
        near = around[0] <= step <= around[1]
        near = near and step == SCALES[fine].step(one.until or one.day)
        used = fine if near else min(max(fine + 1, 2), len(SCALES) - 1)
        counted.setdefault((used, SCALES[used].step(one.day)), []).append(place)
    most = max(map(len, counted.values()))
    chart: list[Bar] = []
    last: tuple[int, int] | None = None
    for (used, step), places in counted.items():
        chart.append(
            Bar(
                SCALES[used].name(dated[places[0]].day),
                len(places),
                round(100 * (len(places) / most) ** 0.5, 1),
                places[0],
                last is not None and last != (used, step - 1),
            )
        )
        last = used, step
    return chart


def _span(scale: Scale, low: str, high: str) -> bool:
    whole = scale is SCALES[-1]
    return whole or scale.step(high) - scale.step(low) < MOST_BARS
