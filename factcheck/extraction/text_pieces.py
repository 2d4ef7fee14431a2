"""Cut a text into what is parsed at once: at paragraphs, else where sentences end."""

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from factcheck.extraction.clean_text import Reading

LONGEST = 100_000
"""Characters of the longest piece."""

MOST = 25_000
"""Words and marks of the longest piece: each takes some 16 kB while it is parsed."""

TOGETHER = 10_000
"""Words and marks of several texts parsed together."""

WORD = re.compile(r"\w+|[^\w\s]")


def pieces(pipeline: Language, reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield ranges that tile a text, each short enough to be parsed at once.

    A piece ends with a paragraph; where one paragraph is too long, with a sentence.
    """
    text, start = reading.text, 0
    breaks = iter(reading.breaks)
    following = next(breaks, len(text))
    while (limit := _limit(text, start)) < len(text):
        last = start
        while following <= limit:
            last = max(last, following)
            following = next(breaks, len(text))
        if last == start:
            last = _within(pipeline, text, start, limit)
        yield start, last
        start = last
    yield start, len(text)


def _limit(text: str, start: int) -> int:
    """Return where a piece has to end at the latest."""
    limit = min(len(text), start + LONGEST)
    if limit - start > MOST:
        for number, match in enumerate(WORD.finditer(text, start, limit)):
            if number == MOST:
                return match.start()
    return limit


def _within(pipeline: Language, text: str, start: int, limit: int) -> int:
    """Return where to cut a paragraph: behind a sentence, a word, or anywhere."""
    *_, last = [start, *sentence_starts(pipeline, text[start:limit], start)]
    if last > start:
        return last
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > start else limit


def sentence_starts(pipeline: Language, text: str, first: int = 0) -> Iterator[int]:
    """Yield where sentences behind the first begin, told by their marks alone.

    This needs no parse, only a tokeniser, which knows that "Mr." ends no sentence. An
    opening mark goes with the words behind it; offsets count from *first*.
    """
    doc: Doc = Sentencizer()(pipeline.make_doc(text))
    for token in doc:
        if token.i and token.is_sent_start:
            start = token.idx
            while start and not text[start - 1].isspace():
                start -= 1
            if start:
                yield first + start


def grouped(docs: Iterable[Doc], count: int) -> Iterator[list[Doc]]:
    """Put texts together in order, so many at most and so many words at most."""
    group: list[Doc] = []
    words = 0
    for doc in docs:
        if group and (len(group) == count or words + len(doc) > TOGETHER):
            yield group
            group, words = [], 0
        group.append(doc)
        words += len(doc)
    if group:
        yield group
