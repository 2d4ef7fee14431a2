"""The spaCy pipeline: loading it, and how a text is parsed."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.extraction.models import model_name
from factcheck.extraction.reading import Reading

BATCH = 16
"""Documents parsed together; memory is bounded by this, not by the corpus."""


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Load the pipeline once."""
    return spacy.load(model_name(name))


def parse(readings: Iterable[Reading], name: str | None = None) -> Iterator[Doc]:
    """Parse texts in order; a sentence never runs across a paragraph's end."""
    pipeline = load_pipeline(name)
    docs = (_prepare(pipeline, reading) for reading in readings)
    yield from pipeline.pipe(docs, batch_size=BATCH)


def _prepare(pipeline: Language, reading: Reading) -> Doc:
    doc: Any = pipeline.make_doc(reading.text)
    starts = iter(sorted(reading.breaks))
    following = next(starts, None)
    for token in doc:
        if following is None:
            break
        if token.idx >= following and not token.is_space:
            token.is_sent_start = True
            while following is not None and following <= token.idx:
                following = next(starts, None)
    return doc  # type: ignore[no-any-return]
