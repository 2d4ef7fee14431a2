"""How many of the dead or injured were children, women, foreigners."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.quantities.amounts import Amount, head_of
from factcheck.extraction.quantities.counted import Counted
from factcheck.extraction.quantities.measures import is_sort, table, wholes
from factcheck.extraction.quantities.numbers import Number


def parts_of_tolls(
    analysis: Analysis, numbers: Iterable[Number], counted: Iterable[Counted]
) -> Iterator[tuple[int, Amount]]:
    """Yield the numbers of those among the dead or injured, by where they stand.

    "killed 23, including **seven** children", "**97** of the dead were women".
    """
    tolls = sorted(
        (c for c in counted if c.measure in wholes()), key=lambda toll: toll.trigger.i
    )
    for number in numbers:
        if part := _part(analysis, number, tolls):
            yield number.start, part


def _part(analysis: Analysis, number: Number, tolls: list[Counted]) -> Amount | None:
    token = analysis.token_at(number.end - 1)
    head = head_of(token)
    sentence, text = analysis.sentence_of(token), analysis.text
    first = number.bound[0] if number.bound else number.start
    first = min(first, number.start)
    before = text[sentence.start_char : first]
    behind = text[number.end : sentence.end_char]
    told = text[sentence.start_char : sentence.end_char].lower()
    for of, placed in _parts().items():
        if not any(word in told for word in placed.words):
            continue
        for pattern in placed.after:
            if match := pattern.search(before):
                whole = analysis.token_at(sentence.start_char + match.start("whole"))
                return _counted_part(number, head, of, whole)
        if match := placed.of.match(behind):
            whole = analysis.token_at(number.end + match.start("whole"))
            noun = analysis.token_at(number.end + match.start("noun"))
            return _counted_part(number, noun, of, whole)
        if match := placed.joined.search(before + ENDED + behind):
            whole = analysis.token_at(sentence.start_char + match.start("whole"))
            gap = number.end - sentence.start_char - len(before) - len(ENDED)
            noun = analysis.token_at(sentence.start_char + match.start("noun") + gap)
            return _counted_part(number, noun, of, whole)
        if match := placed.among.match(behind):
            whole = analysis.token_at(number.end + match.start("whole"))
            return _counted_part(number, head, of, whole)
    included = "including" in told or "among them" in told
    if included and INCLUDING.search(before):
        here = [t for t in tolls if sentence.start <= t.head.i < token.i]
        earlier = [t for t in here if t.trigger.i < token.i]
        later = [t for t in here if token.i < t.trigger.i < sentence.end]
        for toll in (earlier[-1:] or later)[:1]:
            return _counted_part(number, head, toll.measure, toll.trigger)
    return None


ENDED = "\0"
INCLUDING = re.compile(
    r"\b(?:including|among them)\s+(?:[\w-]+\s+[\w-]+(?:,\s+|\s+and\s+))?$", re.I
)


def _counted_part(number: Number, noun: Token, of: str, whole: Token) -> Amount | None:
    word = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or not is_sort(noun):
        return None
    span = noun.idx, noun.idx + len(noun)
    return Amount(number, "part", span, word, noun, (), (of, whole))


class Placed(NamedTuple):
    """Where the number of a part stands: patterns of what is before and behind it.

    In each of them is one of the words for the whole.
    """

    words: "tuple[str, ...]"
    after: "tuple[re.Pattern[str], ...]"
    of: "re.Pattern[str]"
    joined: "re.Pattern[str]"
    among: "re.Pattern[str]"


@cache
def _parts() -> dict[str, Placed]:
    """Return how a part of the dead and of the injured is printed."""
    parts = {}
    for of, words in table()["wholes"].items():
        whole = rf"(?P<whole>{'|'.join(words)})"
        noun = r"(?P<noun>[a-z]{3,})\b"
        be = r"(?:were|are|was|is)"
        before = (
            rf"\b{whole}\b(?: \w+){{0,4}}? includ(?:e|ed|es|ing)"
            r" (?:[\w-]+ [\w-]+ and )?$",
            rf"\bamong the {whole} {be} (?:also )?$",
        )
        patterns = (
            tuple(re.compile(p, re.I) for p in before),
            rf" of the (?:\w+ )?{whole} {be} (?:\w+ )??{noun}",
            rf"\b{whole} (?:were|are) \w+ and {ENDED} {be} {noun}",
            rf"[^.;]{{0,60}}? {be} (?:also )?among the {whole}\b",
        )
        after, *rest = patterns
        parts[of] = Placed(tuple(words), after, *(re.compile(p, re.I) for p in rest))
    return parts
