"""What the documents say happened, day by day; claims of one event are one row."""

from factcheck.reports.questions.answer import Answer
from factcheck.reports.questions.entity_names import plain
from factcheck.reports.report import Report, plural
from factcheck.reports.site.timeline_page import timeline as dated_claims

COLUMNS = ("day", "kind", "sources", "sentence", "where")


def timeline(report: Report) -> Answer:
    """Return what is dated to a day or a stretch of days, the earliest first."""
    by_sentence: dict[tuple[str, str], tuple[dict[str, None], set[str], str]] = {}
    for one in dated_claims(report):
        first = one.shown[0]
        row_key = (one.when, plain(first.pieces))
        kinds, sources, _ = by_sentence.setdefault(row_key, ({}, set(), first.where))
        kinds[one.kind] = None
        sources |= {shown.source for shown in one.shown}
    rows = [
        (when, ", ".join(kinds), ", ".join(sorted(sources)), sentence, where)
        for (when, sentence), (kinds, sources, where) in by_sentence.items()
    ]
    title = f"{plural(len(rows), 'dated event')} in {report.summary.scope}"
    return Answer("timeline", title, COLUMNS, rows, "sentence", blocks=True)
