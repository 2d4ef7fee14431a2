"""Words that announce what somebody said: *said*, *told*, *according to*, *claim*."""

from dataclasses import dataclass, fields
from functools import cache

from spacy.tokens import Token

from factcheck.extraction.quotes.scene import Scene
from factcheck.lexicons import load_table, values_by_key

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The cue table, read for looking up lemmas.

    Attributes:
        verbs: For each lemma its classes (say, tell, ask, show, think, ...).
        prepositions: For a verb the prepositions after which comes what is said.
        somebody: For a verb the prepositions that follow an addressee.
        beside: Verbs that announce a quotation next to them.
        nouns: Nouns with a clause of their own.
        relaying: Verbs of passing on what somebody else said.
        works: Nouns for works that have a title in quotation marks.
        writings: Nouns for what somebody writes, and so says.
        staff: Nouns for those who write it for somebody else.
        urging: Verbs whose content holds whoever is to act: urge *members to vote*.
        small: Words that titles of works print small.
        surveys: Nouns for what shows how things stand: *a poll*, *the figures*.
        linking: Adverbs with which the reporter links two sentences.
        gestures: What somebody does beside what is said: *nodded*.
    """

    verbs: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    somebody: dict[str, frozenset[str]]
    beside: frozenset[str]
    nouns: frozenset[str]
    relaying: frozenset[str]
    works: frozenset[str]
    writings: frozenset[str]
    staff: frozenset[str]
    urging: frozenset[str]
    small: frozenset[str]
    surveys: frozenset[str]
    linking: frozenset[str]
    gestures: frozenset[str]


@cache
def lexicon() -> CueLexicon:
    """Read the table `cues` once."""
    table = load_table("cues")
    verbs = table["verbs"].items()

    def lists(name: str) -> dict[str, frozenset[str]]:
        return {word: frozenset((p or "").split()) for word, p in table[name].items()}

    plain = [field.name for field in fields(CueLexicon) if field.name in table]
    return CueLexicon(
        verbs=values_by_key((w, sort) for sort, words in verbs for w in words.split()),
        prepositions=lists("with_preposition"),
        somebody=lists("of_somebody"),
        beside=frozenset(table["beside_quotation"].split()),
        **{name: frozenset(table[name].split()) for name in plain if name != "verbs"},
    )


def cue_tokens(scene: Scene) -> list[Token]:
    """Return the words of a stretch that may be cues, in order."""
    words = _cue_words()
    tokens = scene.analysis.tokens_of(words)
    return [t for t in tokens if t.lemma_ in words and not compounded(t)]


@cache
def _cue_words() -> frozenset[str]:
    """Return every lemma that may be a cue."""
    known = lexicon()
    return known.beside.union(
        known.verbs, known.prepositions, known.somebody, known.nouns, ["accord"]
    )


def compounded(token: Token) -> bool:
    """Ask whether a word is part of another: the so-*called* reform."""
    return token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_


def cue_span(verb: Token, last: Token | None = None) -> tuple[int, int]:
    """Return the place of a verb with its auxiliaries, and of words up to *last*.

    *has also said*; *did not address*; *called for*.
    """
    doc = verb.doc
    own = {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod")}
    first = verb.i
    while first - 1 in own and not doc[first - 1].is_punct:
        first -= 1
    while first < verb.i and doc[first].dep_ == "advmod" and doc[first].tag_ == "WRB":
        first += 1
    end = last or _saying(verb) or verb
    for child in verb.children:
        if child.dep_ == "prt" and child.i == verb.i + 1 and end.i < child.i:
            end = child
    return doc[first].idx, end.idx + len(end)


def _saying(verb: Token) -> Token | None:
    """Return the last word of *was quoted as saying*."""
    if verb.lemma_ not in lexicon().relaying:
        return None
    following = verb.doc[verb.i + 1 : verb.i + 3]
    if len(following) == 2 and following[0].lower_ == "as":
        return following[1] if following[1].tag_ == "VBG" else None
    return None
