"""Go on where a text cannot be parsed or an extractor fails, and tell what is missing.

One bad document never stops the others: what could be read of it counts, the rest is
the reason why its extraction is incomplete.
"""

import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from factcheck.claims.extraction import MISSED
from factcheck.documents import Document
from factcheck.errors import FactcheckError
from factcheck.extraction import nlp
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.reading import Reading, readings

DEBUG = "FACTCHECK_DEBUG"
"""Set it in the environment, and each failure shows where in the code it happened."""

LONGEST = 120
"""Characters told of what an error says of itself."""


class Mishaps:
    """What went wrong while one document was read."""

    def __init__(self) -> None:
        self._told: list[str] = []

    @contextmanager
    def survived(self, what: str) -> Iterator[None]:
        """Go on behind a failure inside, and note it; what a user can mend is raised.

        Raises:
            FactcheckError: As it came.
        """
        try:
            yield
        except FactcheckError:
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                traceback.print_exc()
            said = " ".join(str(error).split())[:LONGEST]
            self.note(f"{what} failed ({type(error).__name__}{said and f': {said}'})")

    def note(self, told: str) -> None:
        """Note what is missing, once."""
        if told not in self._told:
            self._told.append(told)

    def __bool__(self) -> bool:
        return bool(self._told)

    @property
    def reason(self) -> str | None:
        """Why the extraction is incomplete, or None where nothing went wrong."""
        if not self._told:
            return None
        hint = f"to see where, set {DEBUG}=1"
        return f"{MISSED}: {'; '.join(self._told)}; {hint}"


def parse_each(
    documents: list[Document], model: str | None
) -> Iterator[tuple[Document, list[Analysis], Mishaps]]:
    """Parse documents together; where that fails, each by itself.

    Raises:
        FactcheckError: No spaCy pipeline is installed.
    """
    together = Mishaps()
    analyses: list[Analysis] = []
    with together.survived("the parser"):
        listed = [reading for document in documents for reading in readings(document)]
        docs = nlp.parse(listed, model)
        analyses = [Analysis(*pair) for pair in zip(listed, docs, strict=True)]
    for document in documents:
        if together:
            mishaps = Mishaps()
            yield document, _parse_alone(document, model, mishaps), mishaps
        else:
            ours = [a for a in analyses if a.document is document]
            yield document, ours, Mishaps()


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
            without = _without_bad_paragraphs(reading, model, mishaps)
            with mishaps.survived("the parser"):
                analyses.append(Analysis(without, next(nlp.parse([without], model))))
    return analyses


def _without_bad_paragraphs(
    reading: Reading, model: str | None, mishaps: Mishaps
) -> Reading:
    """Blank out the paragraphs that cannot be parsed; places stay what they were."""
    text = reading.text
    ends = [*(b for b in reading.breaks if 0 < b < len(text)), len(text)]
    start = 0
    for end in ends:
        attempt = Mishaps()
        with attempt.survived("the parser"):
            next(nlp.parse([replace(reading, text=text[start:end], breaks=())], model))
        if attempt:
            mishaps.note(f"the parser failed on the paragraph at character {start}")
            text = text[:start] + " " * (end - start) + text[end:]
        start = end
    return replace(reading, text=text)
