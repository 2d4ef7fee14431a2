"""Go on where a text cannot be parsed or an extractor fails, and tell what is missing.

One bad document never stops the others: what could be read of it counts, the rest is
the reason why its extraction is incomplete.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from factcheck.claims.extraction import MISSED
from factcheck.documents import TITLE, Document
from factcheck.errors import Faults
from factcheck.extraction import nlp
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.clean_text import Reading, readings
from factcheck.extraction.text_pieces import sentence_starts


class Mishaps(Faults):
    """What went wrong while one document was read."""

    @property
    def reason(self) -> str | None:
        """Why the extraction is incomplete, or None where nothing went wrong."""
        return f"{MISSED}: {self}" if self else None


def parse_each(
    documents: list[Document], model: str | None
) -> Iterator[tuple[Document, list[Analysis], Mishaps]]:
    """Parse documents together; from where that fails, each by itself.

    One is held at a time, if its reader lets it go: long ones take much memory.

    Raises:
        FactcheckError: No spaCy pipeline is installed.
    """
    together = Mishaps()
    listed: list[list[Reading]] = []
    parsed: Iterator[Doc] = iter(())
    with together.survived("the parser"):
        listed += [list(readings(document)) for document in documents]
        parsed = nlp.parse([reading for each in listed for reading in each], model)
    for number, document in enumerate(documents):
        analyses: list[Analysis] = []
        if not together:
            with together.survived("the parser"):
                analyses = [Analysis(r, next(parsed)) for r in listed[number]]
        if together:
            mishaps = Mishaps()
            yield document, _parse_alone(document, model, mishaps), mishaps
        else:
            yield document, analyses, Mishaps()


def _parse_alone(
    document: Document, model: str | None, mishaps: Mishaps
) -> list[Analysis]:
    listed: list[Reading] = []
    with mishaps.survived("finding its prose"):
        listed = list(readings(document))
    analyses = []
    for reading in listed:
        attempt = Mishaps()
        with attempt.survived("the parser"):
            analyses.append(Analysis(reading, next(nlp.parse([reading], model))))
        if attempt:
            without = _without_what_breaks(reading, model, mishaps)
            with mishaps.survived("the parser"):
                analyses.append(Analysis(without, next(nlp.parse([without], model))))
    return analyses


def _without_what_breaks(
    reading: Reading, model: str | None, mishaps: Mishaps
) -> Reading:
    """Blank out the sentences that cannot be parsed; places stay what they were."""
    whole = [0, *(b for b in reading.breaks if 0 < b < len(reading.text))]
    text = []
    for start, end in pairwise([*whole, len(reading.text)]):
        paragraph = reading.text[start:end]
        if not _parses(reading, paragraph, model):
            paragraph = _readable(reading, start, end, model, mishaps)
        text.append(paragraph)
    return replace(reading, text="".join(text))


def _readable(
    reading: Reading, start: int, end: int, model: str | None, mishaps: Mishaps
) -> str:
    """Return a paragraph without its bad sentences; blank where that does not help."""
    paragraph = reading.text[start:end]
    cuts: list[int] = []
    with Mishaps().survived("the tokeniser"):
        cuts += sentence_starts(nlp.load_pipeline(model), paragraph)
    kept, bad = [], []
    for first, last in pairwise([0, *cuts, len(paragraph)]):
        sentence = paragraph[first:last]
        if not _parses(reading, sentence, model):
            bad.append(start + first)
            sentence = " " * len(sentence)
        kept.append(sentence)
    readable = "".join(kept)
    if bad and (not readable.strip() or _parses(reading, readable, model)):
        for place in bad:
            mishaps.note(
                f"the parser failed on the sentence at {_place(reading, place)}"
            )
        return readable
    mishaps.note(f"the parser failed on the paragraph at {_place(reading, start)}")
    return " " * len(paragraph)


def _place(reading: Reading, offset: int) -> str:
    return f"character {offset}{' of the headline' * (reading.part == TITLE)}"


def _parses(reading: Reading, text: str, model: str | None) -> bool:
    """Ask whether some words can be parsed by themselves."""
    attempt = Mishaps()
    with attempt.survived("the parser"):
        next(nlp.parse([replace(reading, text=text, breaks=())], model))
    return not attempt
