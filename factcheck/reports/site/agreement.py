"""Who agrees with whom, who stands alone, and who contradicts itself."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from factcheck.findings import Corroborated, Finding
from factcheck.reports.report import Report
from factcheck.reports.site.in_words import long_day

MOST = 25  # sources shown; those with the most to compare
SENTENCE = 3  # a key of more words is a sentence somebody says or does
DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


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


class Tally(NamedTuple):
    """How one source stands to the others.

    Attributes:
        source: Its name.
        documents: How many documents it has.
        corroborated: What another origin says too.
        alone: What nobody else says.
        disputed: Findings in which it stands on a side.
        outnumbered: Those in which it stands alone against several.
        itself: Those in which it contradicts itself.
        rival: The source it contradicts most, and how often; None for none.
    """

    source: str
    documents: int
    corroborated: int
    alone: int
    disputed: int
    outnumbered: int
    itself: int
    rival: tuple[str, Cell] | None


def tallies(report: Report) -> list[Tally]:
    """Return one tally per source, those outnumbered most often first."""
    documents = Counter(d.source for d in report.documents.values())
    backed = Counter(s for one in report.summary.corroborated for s in one.sources)
    alone = Counter(s for one in uncorroborated(report) for s in one.sources)
    disputed = Counter(s for f in report.findings for s in sides(f))
    outnumbered = Counter(s for f in report.findings for s in _outnumbered(f))
    own = Counter(s for f in report.findings for s in _with_itself(f))
    rivals = _rivals(matrix(report))
    ranked = sorted(documents, key=lambda n: (-outnumbered[n], -disputed[n], n))
    return [
        Tally(
            name,
            documents[name],
            backed[name],
            alone[name],
            disputed[name],
            outnumbered[name],
            own[name],
            rivals.get(name),
        )
        for name in ranked
    ]


def uncorroborated(report: Report) -> list[Corroborated]:
    """Return what one source alone says, by source; what one phrase says is one."""
    merged: dict[object, Corroborated] = {}
    for one in report.material.alone:
        same = one.wordings or (one.kind, one.key, one.value)
        known = merged.get(same)
        if known is None:
            merged[same] = one
        elif one.value not in known.value.split(", "):
            key = max(known.key, one.key, key=len)
            merged[same] = replace(known, key=key, value=f"{known.value}, {one.value}")
    return sorted(merged.values(), key=lambda c: (c.sources, c.kind, c.key, c.value))


def headline(one: Corroborated) -> str:
    """Say what sources agree on in one line, with days in words.

    Whoever says or does a whole sentence comes before it: "Ana Duval: led the talks".
    """
    key = one.key.rstrip(" ,;:")
    parts = [part for part in one.value.split(", ") if part and part not in key]
    value = DAY.sub(lambda day: long_day(day[0]), ", ".join(parts))
    is_sentence = len(key.split()) > SENTENCE + 2 * key.count(", ")
    pair = (value, key) if is_sentence else (key, value)
    return ": ".join(filter(None, pair))


def sides(finding: Finding) -> set[str]:
    """Return the sources that stand on a side of a finding."""
    return {name for variant in finding.variants for name in variant.sources}


def _outnumbered(finding: Finding) -> set[str]:
    """Return the sources that stand alone where another side has several."""
    most = max((len(v.origins) for v in finding.variants), default=0)
    single = (v for v in finding.variants if len(v.sources) == len(v.origins) == 1)
    return {v.sources[0] for v in single} if most > 1 else set()


def _with_itself(finding: Finding) -> set[str]:
    return {
        name
        for left, right in combinations(finding.variants, 2)
        for name in set(left.sources) & set(right.sources)
    }


def _rivals(table: Matrix) -> dict[str, tuple[str, Cell]]:
    rivals = {}
    for name, row in zip(table.sources, table.rows, strict=True):
        cells = zip(table.sources, row, strict=True)
        rival, cell = max(cells, key=lambda one: (one[1].differ, one[0]))
        if cell.differ:
            rivals[name] = (rival, cell)
    return rivals


def _pairs(sources: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((a, b) for a in set(sources) for b in set(sources) if a != b)
