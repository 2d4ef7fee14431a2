"""Who agrees with whom, who stands alone, and who corrects itself."""

from collections import Counter
from itertools import combinations

from factcheck.findings import Finding
from factcheck.reports.model import Report
from factcheck.reports.questions.answer import Answer, Cell
from factcheck.reports.site.agreement import matrix
from factcheck.reports.summary import plural

COLUMNS = (
    "source",
    "documents",
    "corroborated",
    "alone",
    "disputed",
    "outnumbered",
    "self",
    "differs most from",
)


def sources(report: Report) -> Answer:
    """Return one row per source, those that stand alone in most disputes first.

    `corroborated` counts what another origin says too, `alone` what nobody else does,
    `disputed` findings in which the source stands on a side, `outnumbered` those in
    which it stands alone against several, `self` those in which it contradicts itself.
    """
    documents = Counter(d.source for d in report.documents.values())
    backed = Counter(s for one in report.summary.corroborated for s in one.sources)
    alone = Counter(s for one in report.material.alone for s in one.sources)
    disputed = Counter(s for f in report.findings for s in _sides(f))
    outnumbered = Counter(s for f in report.findings for s in _outnumbered(f))
    own = Counter(s for f in report.findings for s in _with_itself(f))
    rivals = _rivals(report)
    rows: list[tuple[Cell, ...]] = [
        (
            name,
            documents[name],
            backed[name],
            alone[name],
            disputed[name],
            outnumbered[name],
            own[name],
            rivals.get(name, ""),
        )
        for name in sorted(documents, key=lambda n: (-outnumbered[n], -disputed[n], n))
    ]
    title = f"{plural(len(rows), 'source')} in {report.summary.scope}"
    return Answer("sources", title, COLUMNS, rows, COLUMNS[-1])


def _sides(finding: Finding) -> set[str]:
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


def _rivals(report: Report) -> dict[str, str]:
    """Return for each source the one it contradicts most, with the counts."""
    table = matrix(report)
    found = {}
    for name, row in zip(table.sources, table.rows, strict=True):
        cells = zip(table.sources, row, strict=True)
        rival, cell = max(cells, key=lambda one: (one[1].differ, one[0]))
        if cell.differ:
            found[name] = f"{rival} ({cell.differ} differ, {cell.agree} agree)"
    return found
