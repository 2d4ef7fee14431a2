"""Parts of speech, morphology and lemmas, remembered for words met before.

The pipeline's attribute ruler tries some 180 patterns at every word, a seventh of the
parse. What it and the lemmatizer say of a word follows from the word, its tag and its
dependency alone, except for a few patterns of several words ("there is", "let's").
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import numpy
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from factcheck.lazy import CACHE_SIZE

STEPS = ("attribute_ruler", "lemmatizer")
"""The two steps of the pipeline, in the order in which they run."""
READ: list[Any] = [ORTH, TAG, DEP]
WRITTEN: list[Any] = [POS, MORPH, LEMMA, TAG, DEP]
ASKED_OF_A_WORD = {"ORTH", "LOWER", "IS_SPACE", "TAG", "DEP"}
"""What a pattern may ask of a word so that its answer follows from READ."""

Row = tuple[int, ...]
"""Attributes of a word, as numbers of the vocabulary."""


class WordAttributes:
    """Do what the two steps do to a text, asking them once for each different word."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: EnglishLemmatizer) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._of_words = AttributeRuler(ruler.vocab)
        self._of_phrases = AttributeRuler(ruler.vocab)
        rules: Any = ruler.patterns
        for rule in rules:
            alone = all(map(_is_of_a_word, rule["patterns"]))
            (self._of_words if alone else self._of_phrases).add(**rule)
        self._known: dict[Row, Row] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a parsed text."""
        words: list[Row] = [*map(tuple, doc.to_array(READ).tolist())]
        if len(self._known) > CACHE_SIZE:
            self._known.clear()
        new = list(dict.fromkeys(word for word in words if word not in self._known))
        self._known.update(zip(new, self._ask(self._of_words, new), strict=True))
        rows = [self._known[word] for word in words]
        for start, end in _together(self._of_phrases.match(doc)):
            rows[start:end] = self._ask(self._ruler, words[start:end])
        _write(doc, WRITTEN, rows)
        return doc

    def _ask(self, ruler: AttributeRuler, words: list[Row]) -> list[Row]:
        """Return the attributes of words that follow one another."""
        doc = Doc(ruler.vocab, [ruler.vocab.strings[orth] for orth, _, _ in words])
        _write(doc, READ[1:], [word[1:] for word in words])
        done = self._lemmatizer(ruler(doc))
        return [*map(tuple, done.to_array(WRITTEN).tolist())]


def word_attributes(ruler: object, lemmatizer: object) -> WordAttributes | None:
    """Return what stands for the two steps, or None where a pipeline has others."""
    if isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, EnglishLemmatizer):
        return WordAttributes(ruler, lemmatizer)
    return None


def _is_of_a_word(pattern: list[dict[str, object]]) -> bool:
    return len(pattern) == 1 and ASKED_OF_A_WORD.issuperset(pattern[0])


def _write(doc: Doc, attributes: list[Any], rows: list[Row]) -> None:
    numbers: Any = numpy.array(rows, dtype="uint64")
    if rows:
        doc.from_array(attributes, numbers)


def _together(matches: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges that matches cover, as one where they touch."""
    covered = sorted({at for *_, start, end in matches for at in range(start, end)})
    for _, run in groupby(enumerate(covered), lambda pair: pair[1] - pair[0]):
        places = [at for _, at in run]
        yield places[0], places[-1] + 1
