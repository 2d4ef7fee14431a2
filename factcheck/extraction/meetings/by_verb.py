"""Meetings told by a verb: "met", "sat down with", "discussed the dam with"."""

import itertools

from spacy.tokens import Token

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.phrases import (
    COMPANY,
    is_person,
    many,
    objects,
    subgroup,
    subjects,
    takers,
    under,
    words,
)
from factcheck.extraction.meetings.telling import tell_meeting
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons import load_table


def meeting_verbs() -> frozenset[str]:
    """Return the verbs (lemmas) that can tell of a meeting."""
    groups = ("reciprocal", "object", "speaking", "joint", "gathering")
    known = (subgroup("verbs", group) for group in groups)
    return frozenset(load_table("meetings")["idioms"]).union(*known)


def by_verb(analysis: Analysis, verb: Token, lemma: str) -> Claim | None:
    """Make the meeting a verb tells of; None where it tells of none."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    who = takers(analysis, subjects(verb))
    company = takers(analysis, _beside(verb))
    if lemma in subgroup("verbs", "speaking"):
        company = company if _speaks_with(verb) else _spoken_to(analysis, verb)
        if not (company or (_by_phone(verb) and _several(verb))):
            return None
    elif not _known(verb, lemma):
        return None
    if passive and not (who and lemma in subgroup("verbs", "object")):
        return None
    if lemma in subgroup("verbs", "object"):
        if _figurative(verb):
            return None
        met = objects(verb)
        personal = lemma in words("personal") | words("reached")
        if personal and not all(_can_be_received(analysis, t) for t in met):
            return None
        company += takers(analysis, met)
        if passive:
            company += takers(analysis, under(verb, "by"))
        if met and not company:
            return None
    if not company and not _among_themselves(verb, lemma):
        return None
    if lemma in words("personal") and not (who and company):
        return None
    beside = [t for t in (*_beside(verb), *objects(verb)) if t.pos_ != "PRON"]
    return tell_meeting(analysis, verb, [*who, *company], (verb, *beside))


def _beside(verb: Token) -> list[Token]:
    """Return with whom somebody meets: behind the verb or what belongs to it."""
    inner = [c for c in verb.children if c.dep_ in ("prt", "advmod", "dobj")]
    close = [c for c in inner if verb.i < c.i and c.lemma_ in _idiom(verb)]
    return [t for word in (verb, *close) for t in under(word, *COMPANY)]


def _idiom(verb: Token) -> tuple[str, ...]:
    idioms = load_table("meetings")["idioms"].get(verb.lemma_.lower(), ())
    return tuple(idioms)


def _known(verb: Token, lemma: str) -> bool:
    """Ask whether a verb tells of a meeting by itself, by its idiom or its purpose."""
    if any(c.lemma_ in _idiom(verb) for c in verb.children):
        return True
    if lemma in subgroup("verbs", "gathering"):
        reciprocal = lemma in subgroup("verbs", "reciprocal")
        return reciprocal or (many(verb) and _to_talk(verb))
    groups = ("reciprocal", "object", "joint")
    return any(lemma in subgroup("verbs", group) for group in groups)


def _to_talk(verb: Token) -> bool:
    """Ask whether people come together for a meeting: "gathered to discuss it"."""
    aims = (c for c in verb.children if c.dep_ in ("xcomp", "advcl"))
    if any(aim.lemma_ in words("talking") for aim in aims):
        return True
    return any(
        t.lemma_ in words("nouns")
        for noun in under(verb, "for")
        for t in (noun, *under(noun, "of"))
    )


def _among_themselves(verb: Token, lemma: str) -> bool:
    """Ask whether the subject of a verb met each other: "the two leaders conferred"."""
    if lemma in subgroup("verbs", "reciprocal") | subgroup("verbs", "gathering"):
        return many(verb)
    own = any(c.dep_ == "nsubj" for c in verb.children)
    return own and _several(verb)


def _several(verb: Token) -> bool:
    """Ask whether the subject is two or more who are named or counted."""
    takers = subjects(verb)
    if len(takers) > 1 or not takers:
        return len(takers) > 1
    counted = any(c.dep_ == "nummod" for c in takers[0].children)
    return takers[0].lower_ in ("both",) or (takers[0].tag_ == "NNS" and counted)


def _figurative(verb: Token) -> bool:
    """Ask whether nobody is met: "meet people where they are", "met a deadline"."""
    if verb.lemma_ != "meet":
        return False
    after = verb.doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)]
    things = words("met_things")
    phrase = itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX", "PART"), after)
    return any(t.lower_ == "where" for t in after[:4]) or any(
        t.lemma_ in things for t in phrase
    )


def _can_be_received(analysis: Analysis, token: Token) -> bool:
    """Ask whether somebody may be received: not "received **the Osk Medal**"."""
    before = list(token.lefts)
    titled = any(is_office_noun(c.lemma_.lower()) for c in before)
    definite = any(c.dep_ == "det" for c in before) and not titled
    if definite and token.pos_ == "PROPN":
        return False
    return is_person(analysis, token) and token.lemma_ not in words("bodies") | words(
        "press"
    )


def _speaks_with(verb: Token) -> bool:
    return _by_phone(verb) or any(
        c.lower_ == "with" for c in verb.children if c.dep_ == "prep"
    )


def _by_phone(verb: Token) -> bool:
    by_phone = subgroup("verbs", "by_phone")
    under_it = (c for c in verb.children if c.dep_ == "prep")
    return any(g.lemma_ in by_phone for c in under_it for g in c.children)


def _spoken_to(analysis: Analysis, verb: Token) -> list[Mention]:
    """Return the persons that are named behind "to": "talked to **Ana Duval**"."""
    names = (analysis.name_at(t.idx) for t in under(verb, "to"))
    if _by_phone(verb):
        return takers(analysis, under(verb, "to"))
    persons = [name.span for name in names if name and name.kind == "person"]
    return [analysis.mention(span.start, span.end) for span in persons]
