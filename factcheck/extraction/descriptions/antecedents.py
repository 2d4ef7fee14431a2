"""What "it" and "the film" mean in a text about one thing.

Only where grammar leaves no choice: the sentence before is about it, and so is every
one between that and the sentence that says what it is ("Red Harbour is a film. **It**
…"); or the text begins so, and its headline is nothing but a name.
"""

import re
from functools import partial

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import is_person
from factcheck.extraction.descriptions.subjects import (
    NOISE,
    Subject,
    sort_nouns,
    subject_noun,
    subject_of,
)
from factcheck.extraction.quotes.pronouns import resolve_pronoun
from factcheck.lexicons import word_list

_works = partial(word_list, "descriptions", "stands_for")
CHAIN = 4
"""Sentences back to the one that names what a text is about, at most."""
PERSONAL = ("he", "she")
DEFINITE = ("the", "this")
NAME = re.compile(
    r"(?:[A-Z\d][^\s(]*|of|the|and|in|for|a|on)(?: (?:[A-Z\d&][^\s(]*|of|the"
    r"|and|in|for|a|on)){0,6}"
)
BRACKETS = re.compile(r"\s\([^()]*\)\Z")


def subject_or_topic(analysis: Analysis, verb: Token) -> Subject | None:
    """Return the name that is the subject of a verb, or what stands in its place."""
    return (
        subject_of(analysis, verb)
        or _meant(analysis, verb, CHAIN)
        or _person_meant(analysis, verb)
    )


def _person_meant(analysis: Analysis, verb: Token) -> Subject | None:
    """Return the person whom a surname the parser does not know or *she* stands for."""
    subject = subject_noun(verb)
    if subject is None:
        return None
    start, end = subject.left_edge.idx, subject.idx + len(subject)
    name = analysis.name_at(subject.idx)
    if name is not None and name.kind == "person" and name.span.end == end:
        entity: str | None = name.entity
        start = name.span.start
    elif subject.lower_ in PERSONAL:
        entity = resolve_pronoun(analysis, subject)
    else:
        return None
    if entity is None:
        return None
    return Subject(start, end, analysis.entities[entity].name.casefold(), entity)


def _meant(analysis: Analysis, verb: Token, depth: int) -> Subject | None:
    """Return what a pronoun or a description that is the subject of a verb means."""
    subject = subject_noun(verb)
    if subject is None or not depth:
        return None
    personal = subject.lower_ in PERSONAL
    described = any(c.lower_ in DEFINITE for c in subject.lefts)
    described = described and subject.pos_ == "NOUN" and len(list(subject.lefts)) == 1
    if not (personal or described or subject.lower_ == "it"):
        return None
    first = analysis.sentence_of(verb).start
    if first == 0:
        if described and subject.lower_ not in sort_nouns() | _works():
            return None
        topic = _headline(analysis)
    else:
        before = analysis.sentence_of(verb.doc[first - 1])
        topic = _topic(analysis, before.root, depth, subject)
    if topic is None:
        return None
    place = subject.left_edge.idx, subject.idx + len(subject)
    match = Subject(*place, topic.value, topic.entity)
    if personal:
        known = analysis.entities.get(match.entity or "")
        return match if known is None or known.kind == "person" else None
    return None if is_person(analysis, match) else match


def _topic(
    analysis: Analysis, verb: Token, depth: int, subject: Token
) -> Subject | None:
    """Return what the sentence before is about, if it says what that is."""
    known = subject_of(analysis, verb)
    nouns = [c for c in verb.rights if c.dep_ == "attr"]
    if known is None:
        return _meant(analysis, verb, depth - 1)
    headline = _headline(analysis) if subject.pos_ == "PRON" else None
    if headline and f" {headline.value}".endswith(f" {known.value}"):
        return headline  # a text under a name tells of whoever bears it
    if verb.lemma_ != "be" or not nouns:
        return None
    kinds = {t.lemma_.lower() for noun in nouns for t in (noun, *noun.conjuncts)}
    if subject.pos_ == "NOUN" and subject.lemma_.lower() not in kinds:
        return None
    return known._replace(entity=analysis.entity_of(known.start, known.end))


def _headline(analysis: Analysis) -> Subject | None:
    """Return what a text with a headline that is only a name is about."""
    title = BRACKETS.sub("", analysis.document.title or "")
    if analysis.reading.part != "text" or not NAME.fullmatch(title):
        return None
    value = NOISE.sub("", title).casefold().strip().removeprefix("the ")
    entity = next((e.id for e in analysis.entities.values() if e.name == title), None)
    return Subject(0, 0, value, entity) if value else None
