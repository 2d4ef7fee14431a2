"""Noun phrases that take part: who a verb's subject is, who stands beside whom."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.modality import is_ranked
from factcheck.extraction.quotes.pronouns import resolve_pronoun
from factcheck.extraction.time_attachment import place_of
from factcheck.extraction.time_scope import WORDS, is_event_noun
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
COMPANY = ("with", "alongside", "between", "among")
PLURAL = frozenset(("they", "we", "both", "who", "leaders"))
ASKING = frozenset(("who", "whom", "what", "which"))
GOVERNING = WORDS["report"] | WORDS["plan"] | set(load_table("events")["states"])
RELATIVE = frozenset(("who", "that", "which", "whom"))


@lru_cache(maxsize=CACHE_SIZE)
def words(*groups: str) -> frozenset[str]:
    """Return the words of one or more groups of the table of meetings."""
    return frozenset().union(*(load_table("meetings")[group] for group in groups))


@lru_cache(maxsize=CACHE_SIZE)
def subgroup(group: str, *names: str) -> frozenset[str]:
    """Return the words of one or more lists inside a group of the table."""
    return frozenset().union(*(load_table("meetings")[group][name] for name in names))


def subjects(verb: Token) -> list[Token]:
    """Return the heads of the phrases that do what a verb says, wherever they stand.

    "Duval flew to Bern to **meet** Riel", "Riel, who **met** Duval", "after **meeting**
    Duval, Riel left": the subject is not beside the verb.
    """
    token = verb
    if (name := _before(verb)) is not None:
        return [name]
    for _ in range(6):
        own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        doers = [c for c in own if not _is_relative(c) and c.lower_ not in ASKING]
        if doers and not is_aim(token):
            return [doers[0], *joined(doers[0])]
        if (event := _session(token)) is not None:
            return [event]
        if token.dep_ == "acl" and token.tag_ == "VB" and is_ranked(token.head):
            return [token.head]
        if token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ == "VBG"):
            return [token.head, *joined(token.head)]
        head = token.head
        if head is token:
            return []
        if token.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_ in words(
            "control"
        ):
            given = [c for c in head.children if c.dep_ in ("dobj", "nsubjpass")]
            if given and _is_relative(given[0]):
                return [head.head]
            if given:
                return [given[0], *joined(given[0])]
        if token.dep_ == "ccomp" and token.tag_ != "VB":
            return []
        if token.dep_ == "acl":
            if owners := [c for c in head.children if c.dep_ == "poss"]:
                return owners
            if givers := under(head, "by", "from"):
                return givers
            if head.lemma_ in words("of_others"):
                return []
            if given := [c for c in head.head.children if c.dep_ == "dative"]:
                return given  # "gave **Riel** the chance to win"
            head = head.head if head.dep_ in ("dobj", "attr") else head
        if token.dep_ == "pcomp" and (meant := _thanked(head)):
            return meant
        if token.dep_ == "prep" or token.dep_ in ("pcomp", "pobj"):
            token = head
            continue
        if token.dep_ not in ("conj", "xcomp", "advcl", "acl", "aux", "ccomp", "acomp"):
            return []
        token = head
    return []


def _session(verb: Token) -> Token | None:
    """Return what began in "a session of the **council**, which began on Monday"."""
    if verb.dep_ != "relcl" or verb.lemma_ not in WORDS["occur"]:
        return None
    of, above = verb.head.head, verb.head.head.head
    under_it = verb.head.dep_ == "pobj" and of.lower_ == "of"
    return above if under_it and is_event_noun(above) else None


def is_aim(verb: Token) -> bool:
    """Ask whether an infinitive says what for: "Duval stops Riel **to retain** titles".

    The parser takes Riel for its subject, as in "asks Riel to retain them".
    """
    if verb.dep_ not in ("ccomp", "xcomp") or verb.lemma_ == "be":
        return False
    if not any(c.tag_ == "TO" for c in verb.lefts):
        return False
    above = verb.head.lemma_
    governs = above in GOVERNING or above in words("control")
    return verb.head.pos_ == "VERB" and not governs


def _before(verb: Token) -> Token | None:
    """Return the name right before a verb that the parser joins to another name.

    "Duval wins the support of the party and **Riel** recovers".
    """
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.i < 2:
        return None
    name, link = verb.doc[verb.i - 1], verb.left_edge
    finite = verb.tag_ in ("VBD", "VBZ", "VBP")
    joins = name.pos_ == "PROPN" and name.dep_ in ("compound", "conj", "nmod")
    while link.i > 0 and link.i > name.i - 4 and link.dep_ != "cc":
        link = link.nbor(-1)
    return name if finite and joins and link.lower_ in ("and", "while") else None


def _thanked(prep: Token) -> list[Token]:
    """Return who did what they are thanked for: "thanked **Riel** for coming"."""
    judging = prep.head
    if judging.lemma_ not in words("judging"):
        return []
    whom = [c for c in judging.children if c.dep_ in ("dobj", "nsubjpass")]
    whom = whom or under(judging, "to")
    return [whom[0], *joined(whom[0])] if whom else []


def _is_relative(token: Token) -> bool:
    return token.lower_ in RELATIVE and token.head.dep_ == "relcl"


def joined(token: Token) -> list[Token]:
    """Return the phrases joined to one by "and", from left to right."""
    joined_tokens = []
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL:
            joined_tokens += [child, *joined(child)]
    return joined_tokens


def objects(token: Token) -> list[Token]:
    """Return the direct objects of a verb with all that is joined to them.

    "Riel, **whom** Duval met": the object is whom the clause is about.
    """
    tokens = []
    for child in token.children:
        if child.dep_ in ("dobj", "dative"):
            meant = token.head if _is_relative(child) and child.head is token else child
            tokens += [meant, *joined(child)]
    return tokens


def under(token: Token, *prepositions: str) -> list[Token]:
    """Return the phrases that hang on a word by some prepositions."""
    tokens: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    tokens += [noun, *joined(noun)]
    return tokens


def is_someone(analysis: Analysis, token: Token) -> bool:
    """Ask whether a phrase can meet or travel: a name, a pronoun, a noun for people."""
    if token.lower_ in words("pronouns"):
        return True
    if token.pos_ == "PRON" or token.lemma_.lower() in words("nouns"):
        return False
    if analysis.name_at(token.idx) or token.lemma_.lower() in words("people"):
        return True
    return _is_unknown_name(token)


def _is_unknown_name(token: Token) -> bool:
    """Ask whether a word is written as a name of two words that nobody recognised."""
    if token.tag_ not in ("NNP", "NNPS") or token.text.isupper():
        return False
    first = token.doc[token.i - 1] if token.i else token
    return first.head.i == token.i and first.tag_ == "NNP" and first.dep_ == "compound"


def is_person(analysis: Analysis, token: Token) -> bool:
    """Ask whether a phrase is a person or several, not a country or a company."""
    name = analysis.name_at(token.idx)
    if name:
        return name.kind == "person"
    return is_someone(analysis, token)


def phrase(analysis: Analysis, token: Token) -> tuple[int, int]:
    """Return the place of a phrase: the name it is, or its words up to the head."""
    name = analysis.name_at(token.idx)
    if name:
        return name.span.start, name.span.end
    start = token
    for left in token.lefts:
        if left.dep_ not in ("cc", "punct", "preconj", "advmod") and left.i < start.i:
            start = left.left_edge
    return start.idx, _of_end(token)


def _of_end(token: Token) -> int:
    """Return where a noun ends with its "of": "leaders of the party"."""
    end = token.idx + len(token)
    if token.pos_ != "NOUN" and token.lemma_.lower() not in words("people"):
        return end
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.i - token.i < 8:
                    return _of_end(noun)
    return end


def takers(analysis: Analysis, tokens: Iterable[Token]) -> list[Mention]:
    """Make a mention of each phrase that can take part, no place twice.

    A plural noun explained by names ("her counterparts, Ana Duval and Tomas Riel")
    gives the names.
    """
    mentions: dict[tuple[int, int], Mention] = {}
    for token in tokens:
        if not is_someone(analysis, token) or _is_anybody(token):
            continue
        named = [*_explained(analysis, token), *_titled(analysis, token)]
        meant = resolve_pronoun(analysis, token) if token.pos_ == "PRON" else None
        for start, end in named or [phrase(analysis, token)]:
            mention = analysis.mention(start, end, entity=meant)
            mentions.setdefault((start, end), mention)
    return list(mentions.values())


def _is_anybody(token: Token) -> bool:
    """Ask whether nobody in particular is meant: "we talk with the people"."""
    if token.lemma_.lower() not in words("anybody"):
        return False
    lefts = [c.lower_ for c in token.lefts]
    counted = any(c.dep_ == "nummod" for c in token.lefts)
    return not counted and (not lefts or "the" in lefts)


def everybody(analysis: Analysis, mentions: list[Mention]) -> list[Mention]:
    """Put the two persons of the sentence before in place of *they* and *their*.

    The words stay "They"; each mention says which of the persons it means, beside
    whoever else takes part. Where the sentence before does not name exactly two
    persons, nothing is known.
    """
    they = next((m for m in mentions if m.text.lower() in THEY), None)
    if they is None or they.entity:
        return mentions
    sentence = analysis.sentence_of(analysis.token_at(they.start))
    if sentence.start == 0:
        return mentions
    before = analysis.sentence_of(analysis.doc[sentence.start - 1])
    persons = analysis.names_in(before.start_char, before.end_char, "person")
    entities = list(dict.fromkeys(name.entity for name in persons))
    others = [m for m in mentions if m is not they]
    if len(entities) != 2 or {m.entity for m in others} & set(entities):
        return mentions
    meant = [analysis.mention(they.start, they.end, entity=e) for e in entities]
    return [*meant, *others]


THEY = frozenset(("they", "their", "both"))


def _explained(analysis: Analysis, token: Token) -> Iterator[tuple[int, int]]:
    """Yield the persons named right behind a plural noun, whatever the parse says."""
    if token.tag_ != "NNS" or analysis.name_at(token.idx):
        return
    sentence = analysis.sentence_of(token)
    place = token.idx + len(token)
    if not analysis.text.startswith(",", place):
        return
    for name in analysis.names_in(place, sentence.end_char, "person"):
        if not TITLES.fullmatch(analysis.text, place, name.span.start):
            return
        yield name.span.start, name.span.end
        place = name.span.end


def _titled(analysis: Analysis, token: Token) -> Iterator[tuple[int, int]]:
    """Yield the person whose office was read as the head: "President **Ana Duval**".

    Also behind the office: "the envoy to Peru, **Tomas Riel**".
    """
    if token.tag_ not in ("NN", "NNP") or analysis.name_at(token.idx):
        return
    for child in token.children:
        name = child.dep_ == "appos" and analysis.name_at(child.idx)
        if name and name.kind == "person" and name.span.start > token.idx:
            yield name.span.start, name.span.end
            return


TITLES = re.compile(
    r"(?:,?\s+(?:and\s+)?|,\s+)(?:(?:[A-Z][\w.'’-]*|of|the|for|and)\s+)*"
)


def where(analysis: Analysis, *tokens: Token) -> list[Mention]:
    """Return the place of some words: a name, else a common noun for a place."""
    for token in tokens:
        if place := place_of(analysis, token):
            return [place]
    for token in tokens:
        for noun in under(token, "in", "at", "inside"):
            name = analysis.name_at(noun.idx)
            if (name and name.kind != "person") or noun.lemma_ in words("places"):
                return [analysis.mention(*phrase(analysis, noun))]
    return []


def many(verb: Token) -> bool:
    """Ask whether the subject of a verb is more than one."""
    tokens = subjects(verb)
    if len(tokens) > 1:
        return True
    return bool(tokens) and (
        tokens[0].tag_ in ("NNS", "NNPS")
        or tokens[0].lower_ in PLURAL
        or verb.lemma_ in ("convene", "reconvene", "deliberate", "negotiate")
    )
