"""Who did it and whom it befell: subjects, objects, owners of an event."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import names_beside, plain
from factcheck.extraction.events.described_persons import described
from factcheck.extraction.events.predicates import Predicate, group, is_passive
from factcheck.extraction.meetings.participants import (
    joined,
    objects,
    phrase,
    subjects,
    under,
    words,
)
from factcheck.extraction.quotes.pronouns import resolve_pronoun
from factcheck.extraction.time_scope import WORDS
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons import load_table

DONE = ("VBD", "VBN")


class Cast(NamedTuple):
    """Whom an event is about.

    Attributes:
        agents: Who did it.
        patients: Whom or what it befell.
    """

    agents: list[Token]
    patients: list[Token]


def cast_of(trigger: Token) -> Cast:
    """Return the heads of the phrases that take part in an event."""
    if trigger.pos_ == "NOUN":
        return _of_noun(trigger)
    if is_passive(trigger):
        if trigger.dep_ == "acl" and trigger.tag_ == "VBN":
            befallen = [trigger.head, *joined(trigger.head)]
        else:
            befallen = subjects(trigger)
        return Cast(under(trigger, "by"), befallen)
    return Cast([_measured(t) for t in subjects(trigger)], objects(trigger))


def _measured(noun: "Token") -> "Token":
    """Return the noun whose strength stands before it: "a magnitude 6.4 **quake**"."""
    if noun.lemma_.lower() not in group("strengths"):
        return noun
    behind = noun.doc[noun.i + 1 : noun.i + 4]
    return next((t for t in behind if t.lemma_.lower() in group("nature")), noun)


def _of_noun(noun: Token) -> Cast:
    """Read the owner of a noun as whom it is about: "the **arrest** of Ana Duval"."""
    owners = [c for c in noun.lefts if c.dep_ == "poss" and not _is_day(c)]
    about = [token for c in owners for token in (c, *joined(c))] or under(noun, "of")
    return Cast(under(noun, "by"), about)


def _is_day(token: Token) -> bool:
    """Ask whether an owner is a time: "**yesterday**'s attack"."""
    times = load_table("times")
    return token.lower_ in group("days") or token.lower_ in (
        *times["month"],
        *times["weekday"],
    )


def fitting(
    analysis: Analysis, trigger: Token, predicate: Predicate, cast: Cast
) -> Cast | None:
    """Return the cast of a predicate in its own order; None where it does not fit.

    "The shot was fired" dismisses nobody, and "lost 40 customers" is no defeat.
    """
    name, (agents, patients) = predicate.name, cast
    befallen = name in group("befalls", "either")
    acts = name in group("owners_act") and not under(trigger, "of")
    owned = trigger.pos_ == "NOUN" and (acts or not befallen)
    goes_on = any(c.dep_ == "xcomp" for c in trigger.children)  # "began singing"
    words = predicate.phrase.split()[1:]  # "took **office**" befalls no office
    others = [
        token
        for token in patients
        if token.lemma_.lower() not in words or is_person(analysis, token)
    ]
    headline = name in group("of_persons") and not patients and trigger.tag_ in DONE
    if befallen:
        patients = others
    if name in group("befalls") and not patients:
        patients = under(trigger, *words[-1:])  # "opened fire **on** them"
    if owned or (name in group("either") and not patients and not goes_on):
        agents, patients = patients, agents
    elif name in group("by_persons") and is_passive(trigger):
        return None
    if headline:
        agents, patients = patients, agents  # "Duval Arrested in Lima"
    alone = name in group("without_object", "without_person")
    if name in group("without_person"):
        others = [token for token in others if is_person(analysis, token)]
    if alone and others and trigger.pos_ != "NOUN":
        return None
    known = patients if befallen else agents
    if befallen and not patients:
        return Cast(agents, patients) if trigger.pos_ == "NOUN" else None
    persons = name in group("of_persons" if befallen else "by_persons")
    if persons and not any(is_person(analysis, token) for token in known):
        return None
    forces = {token.lemma_.lower() for token in agents} & group("nature")
    if name in group("by_nature") and not forces:
        return None
    if name in group("by_vehicles") and not is_vehicle(agents):
        return None
    if name in group("by_things"):
        if not known or any(is_person(analysis, token) for token in known):
            return None
        if any(c.dep_ == "xcomp" for c in trigger.children):
            return None
    return Cast(agents, patients)


def is_vehicle(agents: Iterable[Token]) -> bool:
    """Ask whether somebody who acts is a bus, a plane or the like."""
    return any(token.lemma_.lower() in group("vehicles") for token in agents)


def is_person(analysis: Analysis, token: Token) -> bool:
    """Ask whether a phrase means a person or several."""
    name = next(names_beside(analysis, token), None)
    if name is not None:
        return name.kind == "person"
    lemma = token.lemma_.lower()
    if not group("people").isdisjoint((lemma, token.lower_)) or lemma in words(
        "people"
    ):
        return True
    if token.tag_ == "CD" or token.pos_ == "NUM":
        return True
    return token.pos_ in ("NOUN", "PROPN") and is_office_noun(lemma)


def mentions_of(
    analysis: Analysis, tokens: Iterable[Token], acting: Iterable[str | None] = ()
) -> Iterator[Mention]:
    """Make a mention of each phrase; its entity is set only where that is sure.

    "Duval, who treated **her**": the object is none of those *acting*.
    """
    for token in tokens:
        if token.lower_ in group("nobody") or _is_nobody(token):
            continue
        if not token.is_alpha and not any(map(str.isalnum, token.text)):
            continue
        mention = _mention(analysis, token)
        own = token.pos_ == "PRON" and not token.lower_.endswith(("self", "selves"))
        if own and mention.entity is not None and mention.entity in acting:
            mention = plain(analysis, mention.start, mention.end, None)
        yield mention
        if token.tag_ == "NNS":  # "two Democrats, Duval and **Okoro**"
            for beside in (c for c in token.rights if c.dep_ == "appos"):
                yield from (_mention(analysis, other) for other in joined(beside))


def _is_nobody(token: Token) -> bool:
    return any(
        c.lower_ in group("nobody") for c in token.lefts if c.dep_ in ("det", "amod")
    )


def _mention(analysis: Analysis, token: Token) -> Mention:
    name = next(names_beside(analysis, token), None)
    beside = name is not None and analysis.name_at(token.idx) is None
    if name is not None and not (beside and name.kind == "place"):
        return analysis.mention(name.span.start, name.span.end, entity=name.entity)
    start, end = phrase(analysis, token)
    if token.pos_ == "PRON":
        meant = resolve_pronoun(analysis, token)
        if meant is None or _is_of_speaker(token):
            return plain(analysis, start, end, None)
        return analysis.mention(start, end, entity=meant)
    if (place := _named_place(analysis, token)) is not None:
        return place
    meant = described(analysis, token)
    if meant is not None:
        return analysis.mention(start, end, token.lemma_.lower(), entity=meant)
    return plain(analysis, start, end, token.lemma_.lower())


def _is_of_speaker(pronoun: Token) -> bool:
    """Ask whether somebody unnamed says it: "a witness said **she** survived"."""
    for verb in (t for t in pronoun.ancestors if t.lemma_ in WORDS["report"]):
        speakers = [c for c in verb.children if c.dep_ == "nsubj"]
        if speakers:
            lemma = speakers[0].lemma_.lower()
            return speakers[0].pos_ == "NOUN" and lemma in words("people") | group(
                "people"
            )
    return False


def _named_place(analysis: Analysis, noun: Token) -> Mention | None:
    """Return the place a noun only introduces: "the Greek city of **Patras**"."""
    if noun.lemma_.lower() not in group("places"):
        return None
    for token in under(noun, "of"):
        name = analysis.name_at(token.idx)
        if name is not None and name.kind == "place":
            return analysis.mention(name.span.start, name.span.end, entity=name.entity)
    return None
