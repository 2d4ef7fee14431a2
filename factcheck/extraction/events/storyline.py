"""Carry a date on: a story told in the simple past stays on its day until it moves.

"Rebels entered the town on Monday. They **burned** the bridge." Only main verbs in the
simple past take part, for a few sentences, and only a single day is carried on; such a
date is the less certain one.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Span, Token

from factcheck.claims import ClaimTime
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.time_attachment import time_of
from factcheck.extraction.time_scope import WORDS
from factcheck.extraction.times.time_expression import DURATION

REACH = 2
"""Sentences for which a date is carried on."""

NEWS_REACH = 20
"""Sentences for which what is said is still said on the day the news is about."""

NEWS = 1
"""Days by which the day of the news may lie before the day of publication."""

PLANS = frozenset(("plan", "intend", "want", "hope", "expect", "seek", "aim", "need"))
UNITS = frozenset(("hours", "days", "weeks", "months", "years", "decades"))
PERFECT = frozenset(("had", "has", "have", "'d", "'s", "'ve"))
BE = frozenset(("was", "were"))


def carried(analysis: Analysis) -> Iterator[tuple[Token, ClaimTime]]:
    """Yield main verbs without a time of their own, and the time of the story.

    A birth tells no story, and neither does a sentence that says itself when.
    """
    known: tuple[int, ClaimTime] | None = None
    news: tuple[int, ClaimTime] | None = None
    lasting = {time.end for time in analysis.times if time.type == DURATION}
    starts = [time.start for time in analysis.times if time.first]
    for number, sentence in enumerate(analysis.sentences):
        verb = sentence.root
        news = _news_day(analysis, number, sentence) or news
        if verb.pos_ not in ("VERB", "AUX") or not _simple_past(verb):
            continue
        time = time_of(analysis, verb)
        if time is not None:
            known = None if verb.lemma_ == "bear" else (number, time)
            continue
        reports = verb.lemma_ in WORDS["report"]
        story = news if reports and news else known
        if story is None or (_has_date(starts, sentence) and not reports):
            continue
        if story[1].start != story[1].end:
            continue
        words = analysis.words[sentence.start : sentence.end]
        if not reports and not WORDS["elsewhen"].isdisjoint(words):
            continue
        if number - story[0] > (NEWS_REACH if story is news else REACH):
            continue
        for clause in (verb, *verb.conjuncts):
            if _happens(clause) and not _lasts(analysis, clause, lasting):
                yield clause, story[1]


def _happens(verb: Token) -> bool:
    """Ask whether a verb tells what happened on a day, not what was planned."""
    past = verb.pos_ == "VERB" and _simple_past(verb)
    return past and verb.lemma_ not in PLANS


def _lasts(analysis: Analysis, verb: Token, lasting: set[int]) -> bool:
    """Ask whether it is dated otherwise: "refused for months", "said weeks after"."""
    if not UNITS.isdisjoint(analysis.words[max(0, verb.i - 1) : verb.i + 4]):
        return True
    spans = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for")
    lengths = (c for span in spans for c in span.children if c.dep_ == "pobj")
    return any(c.lower_ in UNITS or c.idx + len(c) in lasting for c in lengths)


def _news_day(
    analysis: Analysis, number: int, sentence: Span
) -> tuple[int, ClaimTime] | None:
    """Return the day of publication, or the one before, if a sentence is about it."""
    dated = filter(analysis.attachments.get, range(sentence.start, sentence.end))
    times = [a.time for host in dated for a in analysis.attachments[host]]
    try:
        published = date.fromisoformat((analysis.document.published or "")[:10])
    except ValueError:
        return None
    for time in times:
        if time.first != time.last or time.first is None:
            continue
        if 0 <= (published - date.fromisoformat(time.first)).days <= NEWS:
            printed = analysis.original[time.start : time.end]
            if "night" in printed.lower():
                continue  # what happened at night was told next day
            return number, ClaimTime(time.first, time.last, printed, time.value)
    return None


def _has_date(starts: list[int], sentence: Span) -> bool:
    """Ask whether a sentence names a date of its own, whatever it dates."""
    first = bisect_left(starts, sentence.start_char)
    return first < len(starts) and starts[first] < sentence.end_char


def _simple_past(verb: Token) -> bool:
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & PERFECT:
        return False
    return verb.tag_ == "VBD" or bool(helpers & BE)
