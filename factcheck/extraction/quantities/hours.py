"""At which hour something happened: "voting **began** at **10.15 p.m.**"."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import subject_noun
from factcheck.extraction.quantities.measured import Measured, event_noun
from factcheck.extraction.quantities.measures import group, table
from factcheck.extraction.times import Time
from factcheck.lexicons import load_table

HOUR = re.compile(r"T(\d\d):(\d\d)")
ROUND = 20
"""Minutes by which an hour without minutes, or with *about*, may be off."""
FIVES = 4
"""Minutes by which a time that ends in a five or a nought may be off."""
NEAR = 9
"""Words between a verb and its hour, at most."""
DAY, DAWN = 24 * 60, 3 * 60
"""Minutes of a day, and those of its beginning that belong to the night before."""


def clocks(analysis: Analysis) -> Iterator[Measured]:
    """Yield the hours of what begins, ends or happens; none of another time zone."""
    for time in analysis.times:
        minutes = _minutes(analysis, time)
        verb = _dated(analysis, time) if minutes else None
        if (
            verb is None
            or (predicate := _predicates().get(verb.lemma_.lower())) is None
        ):
            continue
        if subject := _subject(analysis, verb):
            mention = plain(analysis, verb.idx, verb.idx + len(verb), predicate)
            span = time.start, time.end
            yield Measured("clock", *span, minutes, verb, subject, mention)


def _dated(analysis: Analysis, time: Time) -> Token | None:
    """Return the verb that an hour dates, None where it stands in another relation."""
    first = analysis.token_at(time.start)
    begin = max(analysis.sentence_of(first).start, first.i - NEAR)
    for token in reversed(first.doc[begin : first.i]):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.pos_ in ("PUNCT", "CCONJ", "SCONJ"):
            return None
        if token.lower_ in group("clock_breaks"):
            return None
        if token.lower_ in group("clock_ends") and token.i + 1 == first.i:
            return None
        near = token.i > 0 and token.nbor(-1).lower_ in group("about_an_hour")
        if token.lower_ in ("before", "after") and not near:
            return None
    return None


@cache
def _predicates() -> dict[str, str]:
    rows = table()["timed"]
    return {verb: name for name, *others in rows for verb in (name, *others)}


def _elsewhere(analysis: Analysis, time: Time) -> bool:
    """Ask whether a time is that of another place: "11:00 GMT"."""
    zones = {z.lower() for z in load_table("times")["zone"]} - {"local time", "local"}
    behind = re.match(r"[ (]{0,3}([A-Za-z]{2,5})\b", analysis.text[time.end :][:10])
    words = analysis.text[time.start : time.end].lower().split()
    return any(word in zones for word in (*words, behind[1].lower() if behind else ""))


def _minutes(analysis: Analysis, time: Time) -> list[float]:
    """Return between which minutes of the day a time lies, [] for no hour."""
    match = HOUR.search(time.value)
    if match is None or _elsewhere(analysis, time):
        return []
    minutes = int(match[1]) * 60 + int(match[2])
    printed = analysis.text[max(0, time.start - 16) : time.end].lower()
    about = any(word in printed.split() for word in group("about_an_hour"))
    bare = not re.search(r"\d[.:]\d\d", printed)
    slack = ROUND if about or bare else 0 if minutes % 5 else FIVES
    late = minutes + DAY if minutes < DAWN else minutes
    return [float(late - slack), float(late + slack)]


def _subject(analysis: Analysis, verb: Token) -> Mention | None:
    noun = subject_noun(verb)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "VERB"):
        return None
    if name := analysis.name_at(noun.idx):
        return analysis.mention(name.span.start, name.span.end)
    if noun.pos_ == "VERB":
        return plain(analysis, noun.idx, noun.idx + len(noun), noun.lemma_.lower())
    return event_noun(analysis, noun)
