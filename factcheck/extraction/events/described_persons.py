"""Whom "the attacker" or "the prime minister" means, where one person is called so."""

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.events.predicates import group
from factcheck.extraction.meetings.participants import under

IDENTIFYING = frozenset(("identify", "name"))
DEFINITE = frozenset(("the", "this", "that"))


def described(analysis: Analysis, noun: Token) -> str | None:
    """Return the local entity that a definite description means, or None.

    Exactly one person of the text must be called so: by title ("President Ana Duval"),
    in apposition ("the suspect, Bo Okoro") or by name ("was identified as Bo Okoro").
    """
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return None
    if not any(c.lower_ in DEFINITE for c in noun.lefts):
        return None
    behind = (c for c in noun.rights if c.dep_ in ("relcl", "acl", "prep"))
    if any(c.lemma_ not in IDENTIFYING for c in behind):
        return None
    before = [c.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod")]
    if noun.lower_ in group("bodies") or not group("others").isdisjoint(before):
        return None
    called = analysis.called
    meant = called.get(" ".join([*before, noun.lower_])) or called.get(noun.lower_)
    return next(iter(meant)) if meant is not None and len(meant) == 1 else None


def persons_by_noun(analysis: Analysis) -> dict[str, set[str]]:
    """Return the persons that each noun of the text is said of."""
    persons: dict[str, set[str]] = {}
    for claim in analysis.claims:
        title, person = claim.first("title"), claim.first("person")
        if claim.kind == "title" and title and person and person.entity:
            words = title.text.lower().split()
            for start in range(len(words)):
                persons.setdefault(" ".join(words[start:]), set()).add(person.entity)
    for name in analysis.names:
        if name.kind == "person":
            head = analysis.token_at(name.span.end - 1)
            for noun in _nouns_of(head):
                persons.setdefault(noun.lower_, set()).add(name.entity)
    return persons


def _nouns_of(name: Token) -> list[Token]:
    """Return the common nouns that say what a named person is."""
    nouns = [c for c in name.children if c.dep_ in ("appos", "compound")]
    if name.dep_ == "appos":
        nouns.append(name.head)
    if name.dep_ == "pobj" and name.head.lower_ == "as":
        verb = name.head.head
        if verb.lemma_ in IDENTIFYING:
            nouns += [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
            nouns += [verb.head] if verb.dep_ == "acl" else []
    for verb in (name.head,) if name.dep_ == "nsubjpass" else ():
        if verb.lemma_ in IDENTIFYING:
            nouns += under(verb, "as")
    return [noun for noun in nouns if noun.pos_ == "NOUN"]
