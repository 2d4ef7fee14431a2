"""How a match ended: "Kessel United **beat** Orsa Rovers **2-1**"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.quantities.amounts import Amount, voting
from factcheck.extraction.quantities.measures import group
from factcheck.extraction.quantities.numbers import Number

SCORE = re.compile(r"(?<![\w.,/–-])(\d{1,3})\s?[–-]\s?(\d{1,3})(?![\w–%/]|-\w|[.,]\d)")
NEAR = 10
"""Words between a verb that tells of a result and the score, at most."""
BEHIND = 3
"""Words behind a score that tell of penalties, at most."""


def scores(analysis: Analysis) -> Iterator[Amount]:
    """Yield the results of matches, whoever won; no lead, no set, no range.

    The value is both numbers, the higher one first: "lost 1-2" and "a 2-1 win" are one.
    """
    for match in SCORE.finditer(analysis.text):
        first, last = (analysis.token_at(match.start(n)) for n in (1, 2))
        if any(t.start <= match.start() < t.end for t in analysis.times):
            continue
        if voting().search(analysis.sentence_of(first).text):
            continue
        if _is_one_of_several(analysis.text, match):
            continue
        if not _tells_result(analysis, first, last):
            continue
        low, high = sorted((int(match[1]), int(match[2])))
        number = Number(*match.span(), f"{high}-{low}")
        behind = {t.lemma_.lower() for t in last.doc[last.i + 1 : last.i + 1 + BEHIND]}
        measure = "shoot-out" if behind & group("shootouts") else "score"
        yield Amount(number, measure, None, measure, first)


def _is_one_of_several(text: str, match: "re.Match[str]") -> bool:
    """Ask whether more follow or went before: the sets of "won 6-4, 7-5"."""
    around = text[max(0, match.start() - 3) : match.start()], text[match.end() :][:3]
    return any(re.search(r"\d", part) for part in around)


def _tells_result(analysis: Analysis, first: Token, last: Token) -> bool:
    """Ask whether a verb before a score or the noun behind it says how it ended.

    "Had beaten" tells of an earlier match.
    """
    following = last.doc[last.i + 1 : last.i + 2]
    if any(t.lemma_.lower() in group("results") for t in following):
        return True
    if any(t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") for t in following):
        return False
    begin = max(analysis.sentence_of(first).start, first.i - NEAR)
    for token in reversed(first.doc[begin : first.i]):
        if token.pos_ in ("VERB", "NOUN") and token.lemma_.lower() in group("winning"):
            return not any(c.lower_ in ("had", "having") for c in token.lefts)
        if token.pos_ == "VERB" or token.text in (";", ":", "(", ")"):
            return False
    return False
