"""Read when somebody was born and died from the brackets behind a name.

"Ana Duval (born 20 July 1961)", "Bo Okoro (3 May 1901 – 9 June 1979)", "Eva Lind
(1901–79)" is left out: two digits are no year.
"""

import re
from collections.abc import Iterator

from factcheck.claims import Claim, ClaimTime
from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.times import Time

BORN, DIED = "bear", "die"
CONFIDENCE = 0.9
OPENING = re.compile(r"(?:, [^(),.\n]{2,60},)?\s?\((?P<inside>[^()]{4,200})\)")
BEGUN = re.compile(r"\b(?:born|b\.|née|né)(?=\W)[^–—−;]*;?[^–—−;]*\Z", re.I)
ENDED = re.compile(r"(?:\b(?:died|d\.)(?=\W)\D*|†\s*)\Z", re.I)
DASH = re.compile(r"\s{0,9}(?:[-–—−]|to)\s{0,9}")
YEAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def lives(analysis: Analysis) -> Iterator[Claim]:
    """Yield births and deaths told in brackets: "Ana Duval (born 20 July 1961)"."""
    for name in analysis.names:
        if name.kind != "person" or " " not in name.text:
            continue
        opened = OPENING.match(analysis.text, name.span.end)
        if opened:
            start, end = opened.span("inside")
            times = [t for t in analysis.times if start <= t.start and t.end <= end]
            yield from _life_events(analysis, name, start, end, times)


def _life_events(
    analysis: Analysis, name: NameMention, start: int, end: int, times: list[Time]
) -> Iterator[Claim]:
    dated = [time for time in times if time.first and YEAR.fullmatch(time.value)]
    if not dated or len(dated) > 2 or len(dated) != len(times):
        return
    first, last = dated[0], dated[-1]
    before = analysis.text[start : first.start]
    if len(dated) == 2:
        between = analysis.text[first.end : last.start]
        spans = DASH.fullmatch(between) and analysis.text[last.end : end].strip() == ""
        days = len(first.value) > 4 and len(last.value) > 4
        if spans and (days or BEGUN.search(before)):
            yield _event(analysis, name, first, BORN)
            yield _event(analysis, name, last, DIED)
        return
    if BEGUN.search(before):
        yield _event(analysis, name, first, BORN)
    elif ENDED.search(before):
        yield _event(analysis, name, first, DIED)


def _event(analysis: Analysis, name: NameMention, time: Time, verb: str) -> Claim:
    """Make the event; its date stands for a word that is not printed."""
    printed = analysis.original[time.start : time.end]
    return analysis.claim_over(
        "event",
        {
            "trigger": [analysis.mention(time.start, time.end, value=verb)],
            "participant": [analysis.mention(name.span.start, name.span.end)],
        },
        time=ClaimTime(time.first, time.last, printed, time.value),
        confidence=CONFIDENCE,
        extractor="event",
    )
