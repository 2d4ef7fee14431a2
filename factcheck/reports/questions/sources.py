"""Who agrees with whom, who stands alone, and who corrects itself."""

from factcheck.reports.questions.answer import Answer, Cell
from factcheck.reports.report import Report, plural
from factcheck.reports.site.agreement import Tally, tallies

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
    rows: list[tuple[Cell, ...]] = [
        (*tally[:-1], _rival(tally)) for tally in tallies(report)
    ]
    title = f"{plural(len(rows), 'source')} in {report.summary.scope}"
    return Answer("sources", title, COLUMNS, rows, COLUMNS[-1])


def _rival(tally: Tally) -> str:
    if tally.rival is None:
        return ""
    name, cell = tally.rival
    return f"{name} ({cell.differ} differ, {cell.agree} agree)"
