"""The day on which a text was written: "today" counts from there."""

from datetime import date, timedelta

from factcheck.documents import day_of
from factcheck.extraction.clean_text import Reading
from factcheck.extraction.times import find_times

LATE = timedelta(4)
"""How long after its dateline a text may be published."""


def written_on(reading: Reading) -> str | None:
    """Return the day of a text's dateline, else its day of publication.

    "ORSA, March 12 (KNA) —" in a text published on the 13th: yesterday is the 11th.
    """
    published = day_of(reading.document.published or "")
    dateline = next((d for d in reading.debris if d.kind == "dateline"), None)
    if published is None or dateline is None:
        return published
    words = reading.document.text[dateline.start : dateline.end]
    for time in find_times(words, published):
        if time.first and time.first == time.last and any(map(str.isdigit, words)):
            late = date.fromisoformat(published) - date.fromisoformat(time.first)
            return time.first if timedelta(0) <= late <= LATE else published
    return published
