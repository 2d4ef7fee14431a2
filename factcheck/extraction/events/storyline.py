"""Carry a date on: a story told in the simple past stays on its day until it moves.

"Rebels entered the town on Monday. They **burned** the bridge." Only main verbs in the
simple past take part, for a few sentences, and such a date is the less certain one.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims import ClaimTime
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.attach import time_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 8
"""Sentences for which a date is carried on."""

PERFECT = frozenset(("had", "has", "have", "'d", "'s", "'ve"))
BE = frozenset(("was", "were"))


def carried(analysis: Analysis) -> "Iterator[tuple[Token, ClaimTime]]":
    """Yield main verbs without a time of their own, and the time of the story."""
    known: tuple[int, ClaimTime] | None = None
    starts = [time.start for time in analysis.times if time.first]
    for number, sentence in enumerate(analysis.doc.sents):
        verb = sentence.root
        if verb.pos_ != "VERB" or not _simple_past(verb):
            continue
        time = time_of(analysis, verb)
        if time is not None:
            known = number, time
            continue
        near = known is not None and number - known[0] <= REACH
        if known is not None and near and not _has_date(starts, sentence):
            yield verb, known[1]
            for other in verb.conjuncts:
                if other.pos_ == "VERB" and _simple_past(other):
                    yield other, known[1]


def _has_date(starts: list[int], sentence: "Span") -> bool:
    """Ask whether a sentence names a date of its own, whatever it dates."""
    first = bisect_left(starts, sentence.start_char)
    return first < len(starts) and starts[first] < sentence.end_char


def _simple_past(verb: "Token") -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & PERFECT:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & BE))
