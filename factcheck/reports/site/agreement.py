"""Who agrees with whom: what each two sources say alike, and where they differ."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from factcheck.findings import Finding
from factcheck.reports.model import Report

MOST = 25  # sources shown; those with the most to compare


class Cell(NamedTuple):
    """How often two sources agree, and how often they contradict each other."""

    agree: int
    differ: int


class Matrix(NamedTuple):
    """The sources, and a row of cells for each; how many sources are left out."""

    sources: list[str]
    rows: list[list[Cell]]
    left_out: int


def matrix(report: Report) -> Matrix:
    """Count agreement from what is corroborated, difference from the findings."""
    agree: Counter[tuple[str, str]] = Counter()
    differ: Counter[tuple[str, str]] = Counter()
    for one in report.summary.corroborated:
        agree.update(_pairs(one.sources))
    for finding in report.findings:
        differ.update(apart(finding))
    weight: Counter[str] = Counter()
    for (left, _), number in (*agree.items(), *differ.items()):
        weight[left] += number
    ranked = sorted(weight, key=lambda source: (-weight[source], source))
    shown = sorted(ranked[:MOST])
    rows = [[Cell(agree[a, b], differ[a, b]) for b in shown] for a in shown]
    return Matrix(shown, rows, max(0, len(ranked) - MOST))


def apart(finding: Finding) -> set[tuple[str, str]]:
    """Return the pairs of sources a finding sets apart, each both ways round."""
    return {
        pair
        for left, right in combinations(finding.variants, 2)
        for a in left.sources
        for b in right.sources
        if a != b
        for pair in ((a, b), (b, a))
    }


def _pairs(sources: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((a, b) for a in set(sources) for b in set(sources) if a != b)
