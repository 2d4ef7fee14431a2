"""Who went where: "his first visit to Peru as chancellor"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.meetings.participants import (
    is_person,
    joined,
    objects,
    phrase,
    subgroup,
    subjects,
    takers,
    under,
    words,
)
from factcheck.extraction.meetings.telling import tell
from factcheck.extraction.time_attachment import time_of
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons import load_table

WAYS = ("object", "to", "in", "into", "for")
"""How verbs take the place that is visited: the groups of the table."""


@EXTRACTORS.register("visit")
def visits(analysis: Analysis) -> Iterator[Claim]:
    """Yield each visit that has a visitor or a destination, with its nature.

    "Duval was making **her** **first visit** to **Peru** **as chancellor**" has the
    nature "first"; an arrival or a journey to a place is a visit without one.
    """
    for verb in analysis.tokens_of(_visit_verbs()):
        if verb.pos_ == "VERB" and _visit_noun(verb) is None:
            yield from _by_verb(analysis, verb)
    for noun in analysis.tokens_of(words("visit_nouns")):
        if noun.pos_ == "NOUN":
            yield from _by_noun(analysis, noun)


@cache
def _visit_verbs() -> frozenset[str]:
    """Return the verbs that may tell of a visit, whichever way they take the place."""
    return subgroup("visit_verbs", *WAYS)


def _visit_noun(verb: Token) -> Token | None:
    """Return the noun of a visit a verb of motion leads into: "arrived on a visit"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "for"):
            for noun in child.children:
                if noun.lemma_ in words("visit_nouns"):
                    return noun
    return None


def _by_verb(analysis: Analysis, verb: Token) -> Iterator[Claim]:
    lemma = verb.lemma_
    if lemma in subgroup("visit_verbs", "object"):
        targets = objects(verb)
    elif objects(verb):
        targets = []
    else:
        ways = [way for way in WAYS if lemma in subgroup("visit_verbs", way)]
        ways += ["at"] if "in" in ways else []
        targets = under(verb, *ways)
    common = lemma in subgroup("visit_verbs", "object")
    going = [t for t in targets if _is_place(analysis, t, common)]
    if not going and common:
        going = [t for t in under(verb, "in", "at") if _is_place(analysis, t, False)]
    if not going and not common and lemma not in words("loose_visits"):
        going = [t for t in targets if _is_unknown_place(t, analysis)]
    who = [t for t in subjects(verb) if _travels(analysis, t, lemma)]
    if _in_a_title(analysis, verb):
        return
    visitors = takers(analysis, [*who, *under(verb, "alongside")])
    if not visitors:
        return
    if going:
        places = [analysis.mention(*phrase(analysis, t)) for t in going]
        time = time_of(analysis, verb)
        roles = {"visitor": visitors, "destination": places}
        yield tell(analysis, "visit", verb, roles, time, 0.9)
    elif common and (met := [t for t in targets if _is_host(analysis, t)]):
        roles = {"participant": [*visitors, *takers(analysis, met)]}
        time = time_of(analysis, verb)
        yield tell(analysis, "meeting", verb, roles, time, 0.7)


def _in_a_title(analysis: Analysis, verb: Token) -> bool:
    """Ask whether a verb is a word of a quoted title: "Mr. Duval **Goes** to Peru"."""
    start = analysis.sentence_of(verb).start
    before = verb.doc[max(start, verb.i - 5) : verb.i]
    return verb.is_title and any(t.is_quote for t in before)


def _is_host(analysis: Analysis, token: Token) -> bool:
    """Ask whether somebody in particular is visited: "visited Ana Duval".

    Not so "a community", and not a number of people without names: "the survivors".
    """
    office = is_office_noun(token.lower_) and token.tag_ != "NNS"
    named = analysis.name_at(token.idx) is not None or office
    person = named and is_person(analysis, token)
    return person and token.lemma_ not in words("bodies")


def _travels(analysis: Analysis, token: Token, lemma: str) -> bool:
    """Ask whether somebody in particular travels; "we'll go to Ana" is no journey."""
    if token.lower_ == "people" and not list(token.lefts):
        return False
    if lemma == "go" and token.lower_ in ("we", "i", "you", "let", "us"):
        return False
    return is_person(analysis, token)


def _is_place(analysis: Analysis, token: Token, common: bool) -> bool:
    name = analysis.name_at(token.idx)
    if name:
        if name.kind == "place":
            return common or token.lemma_.lower() not in words("no_places")
        return common and name.kind == "organization"
    return common and token.lemma_ in words("places")


def _is_unknown_place(token: Token, analysis: Analysis) -> bool:
    """Ask whether a word is a name that nobody recognised: "flew to Zuro"."""
    if analysis.name_at(token.idx) or token.tag_ != "NNP":
        return False
    lemma = token.lemma_.lower()
    return token.text.istitle() and lemma not in words("people", "bodies", "no_places")


def _by_noun(analysis: Analysis, noun: Token) -> Iterator[Claim]:
    before = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")}
    if before & words("not_visits") or noun.dep_ == "compound":
        return
    verb = _carrier(noun)
    hosts = (noun,) if verb is None else (noun, verb)
    going = [t for h in hosts for t in under(h, "to")]
    going += [t for h in hosts for t in under(h, "in", "at", "into")]
    going += [t for t in under(noun, "of") if noun.lemma_ == "tour"]
    known = [t for t in going if _is_place(analysis, t, True)]
    known = known or [t for t in under(noun, "to") if _is_unknown_place(t, analysis)]
    places = [analysis.mention(*phrase(analysis, t)) for t in known]
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for t in under(noun, "by") if is_person(analysis, t)]
    who = [t for o in owners for t in (o, *joined(o))]
    only_pronouns = all(t.pos_ == "PRON" for t in who)
    if only_pronouns and verb is not None:
        who = subjects(verb) or who
    who = [t for t in who if is_person(analysis, t) or t.dep_ == "poss"]
    if verb is not None:
        who += [*under(verb, "alongside")]
    visitors, natures = takers(analysis, who), list(_natures(analysis, noun))
    if not places or not (visitors or natures):
        return
    roles = {"visitor": visitors, "destination": places[:3], "nature": natures}
    time = next((t for h in hosts if (t := time_of(analysis, h))), None)
    sure = 0.9 if visitors else 0.6
    yield tell(analysis, "visit", noun, roles, time, sure)


def _carrier(noun: Token) -> Token | None:
    """Return the verb whose subject visits: "made a visit", "is here on a visit"."""
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "conj") and head.pos_ in ("VERB", "AUX"):
        return head if head.lemma_ in words("visit_carriers") else None
    if noun.dep_ == "pobj" and head.lower_ in ("on", "for", "during", "after"):
        verb = head.head
        return verb if verb.pos_ in ("VERB", "AUX") else None
    return None


def _natures(analysis: Analysis, noun: Token) -> Iterator[Mention]:
    """Yield the words that say what sort of visit it was, one mention a nature."""
    values = load_table("meetings")["natures"]
    for child in noun.lefts:
        value = values.get(child.lower_)
        if value is None or child.dep_ not in ("amod", "compound", "nmod"):
            continue
        end = noun.idx + len(noun)
        if value.isalpha() and value in ORDINALS and (office := _office(noun)):
            end = office
        yield analysis.mention(child.idx, end, value)


ORDINALS = frozenset(("first", "second", "third", "fourth", "last"))


def _office(noun: Token) -> int | None:
    """Return where "as chancellor" ends behind "first visit to Peru"."""
    for host in (noun, *(c for c in noun.children if c.dep_ == "prep"), noun.head):
        for child in host.rights:
            near = noun.i < child.i < noun.i + 12
            if near and child.dep_ == "prep" and child.lower_ in ("as", "since"):
                last = max(child.subtree, key=lambda t: t.i)
                return last.idx + len(last) if last.i - child.i < 8 else None
    return None
