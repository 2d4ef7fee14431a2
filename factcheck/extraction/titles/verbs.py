"""Say whom a verb makes the holder of an office: was, became, was named, serves as."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc, Token

from factcheck.claims import ASSERTED
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.modality import modality_of
from factcheck.extraction.titles.holders import Holder, named, opening
from factcheck.extraction.titles.name_index import NameIndex
from factcheck.extraction.titles.title_phrase import HONORIFICS, TitlePhrase
from factcheck.lexicons import load_table

if TYPE_CHECKING:
    from factcheck.claims.extraction import NameMention

SUBJECTS = ("nsubj", "nsubjpass")
PERSONS = ("he", "she")

Titled = dict[int, Holder]
"""Holders found already, by the head of their office."""


def holder_by_verb(
    analysis: Analysis, names: NameIndex, phrase: TitlePhrase, titled: Titled
) -> Holder | None:
    """Return who is, became, was named or serves as the holder of an office.

    *titled* gives the persons behind heads: "Mayor Bo Lind became governor".
    """
    ruled = _RuledOffice(analysis, names, titled, phrase)
    head = analysis.doc[phrase.head]
    if follows_as(analysis, names, phrase):
        return ruled.before_as(analysis.doc[phrase.outer_begin - 1])
    if head.dep_ in ("attr", "oprd", "dobj", "acomp", "ccomp", "xcomp"):
        return ruled.by_complement(head, head.head)
    if head.dep_ == "pobj" and head.head.lower_ == "as":
        return ruled.by_as(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        return ruled.by_inverse(head.head)
    return None


def follows_as(analysis: Analysis, names: NameIndex, phrase: TitlePhrase) -> bool:
    """Ask whether an office stands behind a name and "as": "with Bo Lind as mayor"."""
    at = phrase.outer_begin - 1
    return at > 0 and analysis.doc[at].lower_ == "as" and at in names.person_end


class _RuledOffice(NamedTuple):
    """An office that a verb may ascribe to somebody."""

    analysis: Analysis
    names: NameIndex
    titled: Titled
    phrase: TitlePhrase

    def by_inverse(self, verb: Token) -> Holder | None:
        """Read "the band's singer is Ana Bell"."""
        attributes = [c for c in verb.children if c.dep_ == "attr"]
        if not self.phrase.determiner or len(attributes) != 1:
            return None
        at = attributes[0].i
        known = at in self.names.inside_person or at in self.titled
        return self._held(attributes[0], verb) if known else None

    def by_complement(self, head: Token, verb: Token) -> Holder | None:
        """Read "Ana Bell became mayor", "they elected Ana Bell mayor"."""
        lemma = verb.lemma_.lower()
        if lemma in ("be", "become", "remain", "stay"):
            if any(c.dep_ == "expl" for c in verb.children) or head.dep_ == "dobj":
                return None
            return self._held(_bracketed(self.names, verb) or _subject(verb), verb)
        if lemma not in _verbs()["make"]:
            return None
        if _is_passive(verb):
            return self._held(_subject(verb), verb)
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i < head.i]
        if head.dep_ == "dobj" or not objects:
            return None
        return self._held(objects[0], verb)

    def by_as(self, particle: Token) -> Holder | None:
        """Read "serves as", "was appointed as", "his first visit as", "with Bo as"."""
        over = particle.head
        if self.names.person_end.get(particle.i) is not None:
            return self.before_as(particle)
        lemma = over.lemma_.lower()
        if over.pos_ in ("NOUN", "PROPN"):
            return self._held(_owner(over), None, "as")
        if over.pos_ not in ("VERB", "AUX"):
            return None
        objects = [c for c in over.children if c.dep_ == "dobj"]
        if lemma in _verbs()["make"] and not _is_passive(over):
            return self._held(objects[0] if objects else None, over, "as")
        serves = lemma in _verbs()["serve"] or lemma in _verbs()["leave"]
        if serves or (lemma in _verbs()["make"] and _is_passive(over)):
            return self._held(_subject(over), over, "as")
        if objects and objects[0].i < particle.i:
            return self._held(_owner(objects[0]), None, "as")
        return None

    def before_as(self, particle: Token) -> Holder | None:
        """Read "with Bo Lind as chairman" and "named Bo Lind as chairman"."""
        name, doc = self.names.person_end[particle.i], self.analysis.doc
        begin = self.names.first[name.span.start]
        while begin and doc[begin - 1].lower_ in HONORIFICS:
            begin -= 1
        before = doc[begin - 1] if begin else None
        if before is None:
            return None
        held = named(self.phrase, name, "as")
        lemma = before.lemma_.lower()
        if lemma in _verbs()["make"] and before.pos_ == "VERB":
            return held._replace(modality=modality_of(self.analysis, before))
        if before.lower_ == "with":
            return held
        if lemma in _verbs()["follow"]:
            return held._replace(status="former", verb=before.i)
        return None

    def _held(
        self, person: Token | None, verb: Token | None, pattern: str = "copula"
    ) -> Holder | None:
        """Give the office to the person a token stands for, or to nobody."""
        if person is None:
            return None
        if person.lower_ in ("who", "that") and person.head.dep_ == "relcl":
            person = person.head.head
        holder = self._holder(person)
        return holder and holder._replace(
            phrase=self.phrase,
            pattern=pattern,
            modality=modality_of(self.analysis, verb) if verb is not None else ASSERTED,
            status=_status_of(verb) if verb is not None else None,
            verb=verb.i if verb is not None else None,
        )

    def _holder(self, person: Token) -> Holder | None:
        """Return who a token stands for: a name, the holder of an office, *he*."""
        names = self.names
        for i in (person.i, *(c.i for c in person.children if c.dep_ == "appos")):
            if i in names.inside_person:
                name = born_before(self.analysis.doc, names, i) or names.inside[i]
                return named(self.phrase, name, "")
        if person.i == self.phrase.head:
            return None
        if person.i in self.titled:
            return self.titled[person.i]
        pronoun = person.lower_ in (*PERSONS, "his", "her")
        entity = _resolve(self.analysis, person) if pronoun else None
        end = person.idx + len(person)
        return Holder(self.phrase, person.idx, end, entity, "") if entity else None


def _owner(noun: Token) -> Token | None:
    return next((c for c in noun.children if c.dep_ == "poss"), None)


def born_before(doc: Doc, names: NameIndex, at: int) -> "NameMention | None":
    """Return the later name where one is that of birth: "Bo Lind, born Jo Moe, is"."""
    begin = names.begin_of(at)
    if begin < 2 or doc[begin - 1].lower_ not in ("born", "née", "né", "nee"):
        return None
    opened = begin - 1
    if doc[opened - 1].text == ")":
        clause = opening(doc, opened - 1)
        opened = clause if clause is not None else opened
    elif doc[opened - 1].text in (",", "("):
        opened -= 1
    return names.person_end.get(opened)


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb it is joined to."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
            verb = verb.head
        elif verb.dep_ not in ("conj", "xcomp", "advcl"):
            return None
        below, verb = verb, verb.head
        if any(child.lower_ == "to" for child in below.lefts):
            ruled = [c for c in verb.rights if c.dep_ == "dobj" and c.i < below.i]
            if ruled:
                return ruled[0]
    return None


def _bracketed(names: NameIndex, verb: Token) -> Token | None:
    """Return the person before brackets before a verb: "Bo Lind (born 1950) was"."""
    doc = verb.doc
    if verb.i < 3 or doc[verb.i - 1].text != ")":
        return None
    opened = opening(doc, verb.i - 1)
    return doc[opened - 1] if opened in names.person_end and opened else None


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "conj", "advcl")


def begins(verb: Token) -> bool:
    """Ask whether an office begins with what a verb tells: "was elected in 2011"."""
    lemma = verb.lemma_.lower()
    return lemma == "become" or lemma in _verbs()["make"]


def _status_of(verb: Token) -> str | None:
    """Say what a verb tells of the office: "was mayor" is over, "became" is not."""
    if verb.lemma_.lower() in _verbs()["leave"]:
        return "former"
    if verb.lemma_.lower() not in ("be", "serve", "work", "act"):
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"has", "have", "'s", "'ve"} and verb.tag_ == "VBN":
        return None
    return "former" if verb.tag_ in ("VBD", "VBN") else None


def _resolve(analysis: Analysis, token: Token) -> str | None:
    """Ask who *he* or *she* is."""
    pronouns = import_module("factcheck.extraction.quotes.pronouns")
    person: str | None = pronouns.resolve_pronoun(analysis, token)
    return person


@cache
def _verbs() -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in load_table("title-verbs").items()}
