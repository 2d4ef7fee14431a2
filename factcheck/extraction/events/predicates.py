"""Which event of the lattice a verb or noun names: "step down", "lose the vote"."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import DENIED
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.modality import modality_of
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table
from factcheck.lexicons.lexicon import load_lattice

MODIFIERS = ("compound", "amod", "nmod", "det", "poss")
COMPLEMENTS = ("acomp", "oprd", "advmod", "prt", "ccomp")
REACH = 6
"""Words behind a verb among which stand the others of its phrase."""
LINKS = ("prep", "prt", "dative")
WORDS = 4
"""Words of a noun phrase that are looked up with a verb, at most."""


class Predicate(NamedTuple):
    """An event of the lattice.

    Attributes:
        name: The first word of its row.
        phrase: The words by which it was told, in the forms of a dictionary.
    """

    name: str
    phrase: str

    def last_word(self, verb: Token) -> Token:
        """Return the last word of the phrase; the verb where the order is another."""
        words, last = self.phrase.replace("-", " ").split()[1:], verb
        for token in verb.doc[verb.i + 1 : verb.i + 1 + REACH]:
            if words and words[0] in (token.lower_, token.lemma_.lower()):
                last, words = token, words[1:]
        return verb if words else last


def predicate_of(token: Token) -> Predicate | None:
    """Return the event of the lattice that a word names, or None.

    The longest phrase counts: "was removed from office" before "was removed".
    """
    if token.lemma_.lower() not in _first_words() and token.pos_ != "AUX":
        return None
    if token.pos_ in ("VERB", "AUX"):
        phrases: Iterator[str] = _verb_phrases(token)
    elif token.pos_ == "NOUN":
        phrases = chain((f"the {token.lemma_.lower()}",), noun_phrases(token))
    else:
        return None
    lattice = load_lattice("events")
    known = ((lattice.known_as(phrase), phrase) for phrase in phrases)
    return next((Predicate(name, phrase) for name, phrase in known if name), None)


def is_state(analysis: Analysis, token: Token) -> bool:
    """Ask whether a verb tells of being, thought or speech and so of no event.

    Whoever "is survived by two sons" did not survive.
    """
    lemma = token.lemma_.lower()
    if lemma in group("without_object", "without_person") and is_passive(token):
        return True
    if lemma in group("attitudes"):
        return modality_of(analysis, token) != DENIED
    return lemma in group("states")


@lru_cache(maxsize=CACHE_SIZE)
def group(*names: str) -> frozenset[str]:
    """Return the words of one or more lists of the table of events."""
    return frozenset().union(*(load_table("events")[name] for name in names))


@cache
def _first_words() -> frozenset[str]:
    """Return the first word of every phrase, so that most verbs are soon done with."""
    return frozenset(phrase.split()[0] for phrase in load_lattice("events").phrases)


@cache
def _last_words() -> frozenset[str]:
    """Return the last word of every phrase: no other noun is worth a closer look."""
    return frozenset(phrase.split()[-1] for phrase in load_lattice("events").phrases)


def is_passive(verb: Token) -> bool:
    """Ask whether the subject of a verb is whom it befalls: "was arrested".

    A participle that shares the subject of a passive, or describes a noun, is passive
    too: "was charged and **sentenced**", "a man **shot** in the street".
    """
    helpers = {c.dep_ for c in verb.children}
    if "auxpass" in helpers or "nsubjpass" in helpers:
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and "dobj" not in helpers:
        name = load_lattice("events").known_as(verb.lemma_.lower())
        befalls = name in group("befalls") and "nsubj" not in helpers
        return befalls and is_passive(verb.head)
    if verb.tag_ != "VBN" or "aux" in helpers:
        return False
    if verb.dep_ == "conj" and not helpers & {"nsubj", "auxpass"}:
        return verb.head.pos_ == "VERB" and is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "xcomp") and "dobj" not in helpers


def _verb_phrases(verb: Token) -> Iterator[str]:
    """Yield what a verb may be looked up by, longest first."""
    lemma, ends, children = verb.lemma_.lower(), _last_words(), list(verb.children)
    objects = [c for c in children if c.dep_ in ("dobj", "attr")]
    particles = [_with_denial(c) for c in children if c.dep_ in COMPLEMENTS]
    links = [c for c in children if c.dep_ in LINKS and not _leads_to_day(c)]
    for noun in objects:
        for prep in (c for c in noun.children if c.dep_ == "prep"):
            for inner in (c for c in prep.children if c.dep_ == "pobj"):
                end = f"{prep.lower_} {inner.lemma_.lower()}"
                yield f"{lemma} {noun.lemma_.lower()} {end}"
        for phrase in noun_phrases(noun) if noun.lemma_.lower() in ends else ():
            yield f"{lemma} {phrase}"
        for particle in particles:
            yield f"{lemma} {noun.lower_} {particle}"
            yield f"{lemma} {particle} {noun.lemma_.lower()}"
        for prep in links:
            yield f"{lemma} {noun.lemma_.lower()} {prep.lower_}"
    for particle in particles:
        for prep in links:
            for noun in (c for c in prep.children if c.dep_ == "pobj"):
                yield f"{lemma} {particle} {prep.lower_} {noun.lemma_.lower()}"
            yield f"{lemma} {particle} {prep.lower_}"
    for prep in links:
        for noun in (c for c in prep.children if c.dep_ in ("pobj", "pcomp")):
            for phrase in noun_phrases(noun) if noun.lemma_.lower() in ends else ():
                yield f"{lemma} {prep.lower_} {phrase}"
                yield f"be {verb.lower_} {prep.lower_} {phrase}"
    for noun in (c for c in children if c.dep_ == "xcomp" and c.pos_ == "NOUN"):
        yield f"{lemma} to {noun.lemma_.lower()}"  # misread: "rushed to hospital"
    for word in particles:
        yield f"{lemma} {word}"
    for prep in links:
        yield f"{lemma} {prep.lower_}"
    if verb.lower_ in ends and is_passive(verb):
        yield f"be {verb.lower_}"
    if verb.pos_ == "VERB":
        yield lemma


def _leads_to_day(preposition: Token) -> bool:
    """Ask whether a day follows: what "went **on** Friday" did not go on."""
    days = (c for c in preposition.children if c.ent_type_ == "DATE")
    return preposition.lower_ == "on" and any(days)


def _with_denial(word: Token) -> str:
    """Return a complement with what denies it: "found **not guilty**"."""
    before = word.doc[word.i - 1].lower_ if word.i else ""
    return f"not {word.lower_}" if before == "not" else word.lower_


def noun_phrases(noun: Token) -> Iterator[str]:
    """Yield a noun with ever fewer of the words before it: "no-confidence vote"."""
    doc, head = noun.doc, noun.lemma_.lower()
    first = min([c.left_edge.i for c in noun.lefts if c.dep_ in MODIFIERS] + [noun.i])
    for start in range(max(first, noun.i - WORDS), noun.i):
        before = doc[start : noun.i]
        yield f"{before.text.lower()}{before[-1].whitespace_}{head}"
    yield head
