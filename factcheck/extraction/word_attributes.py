"""Parts of speech, morphology and lemmas, remembered for words met before.

The pipeline's attribute ruler tries some 180 patterns at every word, a seventh of the
parse. What it and the lemmatizer say of a word follows from the word, its tag and its
dependency alone, except for a few patterns of several words ("there is", "let's").
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import numpy
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

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
        self._of_phrases = Matcher(ruler.vocab)
        for rule in _rules(ruler):
            alone = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            joined = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if alone:
                self._of_words.add(**{**rule, "patterns": alone})
            if joined:
                self._of_phrases.add("word", [[w] for words in joined for w in words])
        self._known: dict[Row, Row] = {}
        self._in_phrases: set[Row] = set()

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a parsed text."""
        words: list[Row] = [*map(tuple, doc.to_array(READ).tolist())]
        if len(self._known) > CACHE_SIZE:
            self._known.clear()
        self._learn([w for w in dict.fromkeys(words) if w not in self._known])
        rows = [self._known[word] for word in words]
        for start, end in self._phrases(words):
            rows[start:end] = self._ask(self._ruler, _doc(doc.vocab, words[start:end]))
        _write(doc, WRITTEN, rows)
        return doc

    def _learn(self, words: list[Row]) -> None:
        doc = _doc(self._ruler.vocab, words)
        matches = self._of_phrases(doc, allow_missing=True)
        self._in_phrases.update(words[start] for _, start, _ in matches)
        self._known.update(zip(words, self._ask(self._of_words, doc), strict=True))

    def _ask(self, ruler: AttributeRuler, doc: Doc) -> list[Row]:
        done = self._lemmatizer(ruler(doc))
        return [*map(tuple, done.to_array(WRITTEN).tolist())]

    def _phrases(self, words: list[Row]) -> Iterator[tuple[int, int]]:
        """Yield the ranges of words that follow one another and may be a phrase."""
        places = [at for at, word in enumerate(words) if word in self._in_phrases]
        for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            first, *others = (at for _, at in run)
            if others:
                yield first, others[-1] + 1


def word_attributes(ruler: object, lemmatizer: object) -> WordAttributes | None:
    """Return what stands for the two steps, or None where a pipeline has others."""
    if not isinstance(ruler, AttributeRuler):
        return None
    patterns = [pattern for rule in _rules(ruler) for pattern in rule["patterns"]]
    asked = {key for pattern in patterns for word in pattern for key in word}
    if isinstance(lemmatizer, EnglishLemmatizer) and asked <= ASKED_OF_A_WORD:
        return WordAttributes(ruler, lemmatizer)
    return None


def _rules(ruler: AttributeRuler) -> list[dict[str, Any]]:
    rules: Any = ruler.patterns
    return list(rules)


def _doc(vocab: Vocab, words: list[Row]) -> Doc:
    """Make a text of words that have their tags and dependencies."""
    doc = Doc(vocab, [vocab.strings[orth] for orth, _, _ in words])
    _write(doc, READ[1:], [word[1:] for word in words])
    return doc


def _write(doc: Doc, attributes: list[Any], rows: list[Row]) -> None:
    numbers: Any = numpy.array(rows, dtype="uint64")
    if rows:
        doc.from_array(attributes, numbers)
