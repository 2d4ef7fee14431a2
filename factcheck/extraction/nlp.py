"""The spaCy pipeline: loading it, and how a text is parsed."""

import ctypes
import gc
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.extraction.clean_text import Reading
from factcheck.extraction.models import (
    BATCH,
    describe_model,
    model_name,
    refuse_changed,
)
from factcheck.extraction.text_pieces import grouped, pieces
from factcheck.extraction.word_attributes import STEPS, word_attributes
from factcheck.lazy import CACHE_SIZE

DICTIONARY = "lemma_index"
"""The lemmatizer's table of English words by part of speech, made from WordNet."""

LONGEST_SENTENCE = 400
"""Words and marks of the longest sentence: a list without an end is not a sentence."""


@lru_cache(maxsize=CACHE_SIZE)
def load_pipeline(name: str | None = None) -> Language:
    """Load the pipeline once, after a look at whether it is the one published.

    Raises:
        UsageError: It is not installed, or not as it was published.
    """
    refuse_changed(describe_model(name))
    pipeline = spacy.load(model_name(name))
    if "lemmatizer" in pipeline.pipe_names:
        lemmas: Any = pipeline.get_pipe("lemmatizer")
        if DICTIONARY in lemmas.lookups:
            known = lemmas.lookups.get_table(DICTIONARY)
            for part, words in known.items():  # lists of tens of thousands of words
                known[part] = frozenset(words)
            pipeline.vocab.lookups.set_table(DICTIONARY, known)
    return pipeline


def is_english_word(token: Token) -> bool:
    """Ask whether the dictionary of the pipeline has a word; True where it has none."""
    lookups = token.vocab.lookups
    if DICTIONARY not in lookups:
        return True
    lemma, known = token.lemma_.lower(), lookups.get_table(DICTIONARY)
    return any(lemma in words for words in known.values())


def is_verb_form(token: Token) -> bool:
    """Ask whether the dictionary has a word as a form of a verb: "wins", "winning"."""
    lookups, word = token.vocab.lookups, token.lower_
    if DICTIONARY not in lookups or not word.endswith(("s", "ing")):
        return False
    verbs = lookups.get_table(DICTIONARY).get("verb", {})
    bare = word.removesuffix("ing")
    forms = (word.removesuffix("s"), word.removesuffix("es"), bare, f"{bare}e")
    return any(form in verbs for form in forms if form != word)


def release_pipeline() -> None:
    """Give back what the pipeline holds, where nothing more is to be parsed."""
    load_pipeline.cache_clear()
    _steps.cache_clear()
    gc.collect()
    with suppress(OSError, AttributeError):  # only the GNU library has this
        ctypes.CDLL(None).malloc_trim(0)


def parse(readings: Iterable[Reading], name: str | None = None) -> Iterator[Doc]:
    """Parse texts in order; a sentence never runs across a paragraph's end.

    A very long text is parsed in pieces and put together again. Memory is bounded by
    what is parsed at once, not by what a caller gives.
    """
    pipeline = load_pipeline(name)
    listed = list(readings)
    cut = [list(pieces(pipeline, reading)) for reading in listed]
    docs = (
        _prepare(pipeline, reading, start, end)
        for reading, ranges in zip(listed, cut, strict=True)
        for start, end in ranges
    )
    parsed = (d for group in grouped(docs, BATCH) for d in _parsed(pipeline, group))
    for ranges in cut:
        parts = [next(parsed) for _ in ranges]
        yield parts[0] if len(parts) == 1 else _join(parts)


def _parsed(pipeline: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Run the pipeline; sentences are bounded as soon as they are told apart.

    What comes behind the parser is half of the work, and would be done twice.
    """
    names = pipeline.pipe_names
    late = names[names.index("parser") + 1 :] if "parser" in names else []
    parsed = pipeline.pipe(docs, batch_size=BATCH, disable=late)
    done: Iterator[Doc] = (_bounded(pipeline, doc, late) for doc in parsed)
    for step in _steps(pipeline, tuple(late)):
        piped = hasattr(step, "pipe")
        done = step.pipe(done, batch_size=BATCH) if piped else map(step, done)
    return done


@lru_cache(maxsize=CACHE_SIZE)
def _steps(pipeline: Language, names: tuple[str, ...]) -> list[Any]:
    """Return steps of the pipeline, with one that remembers words in place of two."""
    steps = {name: pipeline.get_pipe(name) for name in names}
    remembered = word_attributes(*map(steps.get, STEPS))
    if remembered:
        steps |= dict.fromkeys(STEPS, remembered)
    return list(dict.fromkeys(steps.values()))


def _bounded(pipeline: Language, doc: Doc, late: list[str]) -> Doc:
    """Cut what the parser takes for one endless sentence, and parse the text again.

    Extractors look from every word of a sentence at the others.
    """
    if all(len(sentence) <= LONGEST_SENTENCE for sentence in doc.sents):
        return doc
    starts = {
        start
        for sentence in doc.sents
        for start in range(sentence.start, sentence.end, LONGEST_SENTENCE)
    }
    return pipeline(
        Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=[token.i in starts or None for token in doc],
        ),
        disable=late,
    )


def _join(parts: list[Doc]) -> Doc:
    """Put pieces together, without the vectors: nobody reads them."""
    joined = Doc.from_docs(  # type: ignore[call-arg]  # the stub knows no exclude
        parts, ensure_whitespace=False, exclude=["tensor"]
    )
    return joined if joined is not None else parts[0]


def _prepare(pipeline: Language, reading: Reading, first: int, last: int) -> Doc:
    """Tokenise a piece and mark where its paragraphs begin."""
    doc: Any = pipeline.make_doc(reading.text[first:last])
    starts = (b - first for b in reading.breaks if first <= b < last)
    following = next(starts, None)
    for token in doc:
        if following is None:
            break
        if token.idx >= following and not token.is_space:
            token.is_sent_start = True
            while following is not None and following <= token.idx:
                following = next(starts, None)
    return doc  # type: ignore[no-any-return]
