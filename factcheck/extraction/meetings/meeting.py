"""Who met whom: "Duval met Riel in Bern", "talks between the two governments"."""

import itertools
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.meetings.participants import (
    COMPANY,
    is_person,
    joined,
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


@EXTRACTORS.register("meeting")
def meetings(analysis: Analysis) -> Iterator[Claim]:
    """Yield each meeting, call or round of talks that has somebody or some place in it.

    "Ana **Duval** met **the rebels** in **Bern** on Friday" has two participants and a
    place. What was planned, denied or asked about is told as such.
    """
    claimed: set[int] = set()
    for verb in analysis.tokens_of(meeting_verbs()):
        if verb.pos_ in ("VERB", "AUX") and (claim := by_verb(analysis, verb)):
            claimed.add(verb.i)
            yield claim
    for noun in analysis.tokens_of(words("nouns")):
        if noun.pos_ not in ("NOUN", "PROPN"):
            continue
        if is_meeting(analysis, noun) and not _is_part_of(noun, claimed):
            claimed.add(noun.i)
            if claim := by_noun(analysis, noun):
                yield claim


def _is_part_of(noun: Token, claimed: set[int]) -> bool:
    """Ask whether a verb that governs the noun has already told of the meeting."""
    token = noun
    for _ in range(4):
        token = token.head
        if token.i in claimed:
            return True
    return False


DASHES = frozenset(("-", "–", "—"))


def is_meeting(analysis: Analysis, noun: Token) -> bool:
    """Ask whether a noun of the table means a meeting where it stands."""
    before = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")}
    if before & words("not_meetings"):
        return False
    if noun.dep_ == "compound" and noun.head.lemma_ not in words("rounds"):
        return False
    if noun.tag_ == "NNS" and noun.dep_ == "pobj" and not list(noun.children):
        return False
    lemma = noun.lemma_.lower()
    if lemma == "statement":
        company = under(noun, *COMPANY) or under(noun.head, "with")
        return "joint" in before and bool(company)
    if lemma in ("call", "phone"):
        on = under(noun, "on") if "courtesy" in before else []
        return bool(before & words("calls")) and bool(under(noun, *COMPANY) or on)
    if lemma == "talk" and noun.tag_ != "NNS":
        return bool(under(noun, *COMPANY))
    return not analysis.name_at(noun.idx)


def by_noun(analysis: Analysis, noun: Token) -> Claim | None:
    """Make the meeting a noun tells of; None where nobody in particular met."""
    whole = noun.head if noun.dep_ == "compound" else noun
    inside = takers(analysis, _company(whole))
    owners = [c for c in whole.children if c.dep_ == "poss"]
    owners += [j for c in owners for j in joined(c)]
    verb = _carrier(whole)
    who = takers(analysis, owners) or _compound(analysis, noun)
    if verb is not None and not (under(whole, "between", "among") or len(who) > 1):
        doing = takers(analysis, subjects(verb))
        if any(c.pos_ == "PRON" for c in owners):
            arranged = verb.lemma_ in words("arranging")
            who = who if arranged else doing or who
        elif not owners or verb.lemma_ not in words("arranging"):
            who += doing
    elif under(whole, "between", "among") and verb is not None:
        mediating = noun.lemma_.lower() == "mediation"
        who += takers(analysis, subjects(verb)) if mediating else []
    if verb is not None and not inside:
        inside = takers(analysis, under(verb, *COMPANY))
    everybody = [*who, *inside]
    weak = noun.lemma_.lower() in words("weak_nouns")
    single = bool(owners) and noun.lemma_.lower() in words("single")
    plural = verb is not None and verb.lemma_ in words("holding") and many(verb)
    plural = plural and noun.dep_ != "conj"
    if weak and not inside and len(everybody) < 2 and not (single or plural):
        return None
    return tell_meeting(
        analysis, noun, everybody, (whole,) if verb is None else (whole, verb)
    )


def _company(noun: Token) -> list[Token]:
    """Return with whom a meeting is, or to whom a welcome or a dinner is given."""
    company = [] if noun.lemma_ == "welcome" else under(noun, *COMPANY)
    if not company and noun.lemma_ in words("opposed"):
        company = under(noun, "against")
    if not company and noun.lemma_ in words("of_whom"):
        company = under(noun, "of")
    if not company and noun.lemma_ == "call":
        company = under(noun, "on")
    verb = noun.head
    given = verb.pos_ == "VERB" and verb.lemma_ in words("giving")
    if company or noun.lemma_ not in words("meals") or not given:
        return company
    return under(noun, "to", "for") or under(verb, "to", "for")


def _compound(analysis: Analysis, noun: Token) -> list[Mention]:
    """Return who stands before the noun: "the Duval-Riel summit"."""
    parts = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod")]
    if not parts:
        return []
    left, right = min(t.i for c in parts for t in c.subtree), noun.i
    for dash in noun.doc[left + 1 : right - 1]:
        pair = dash.nbor(-1), dash.nbor()
        if dash.text in DASHES and all(t.tag_ == "NNP" for t in pair):
            pair_names = [_named(analysis, token) for token in pair]
            return pair_names if pair_names[0].span != pair_names[1].span else []
    names = analysis.names_in(noun.doc[left].idx, noun.idx, "person")
    return [analysis.mention(n.span.start, n.span.end) for n in names]


def _named(analysis: Analysis, token: Token) -> Mention:
    name = analysis.name_at(token.idx)
    if name:
        return analysis.mention(name.span.start, name.span.end)
    return analysis.mention(token.idx, token.idx + len(token))


def _carrier(noun: Token) -> Token | None:
    """Return the verb whose subject takes part: "held talks", "said at a meeting"."""
    head = noun.head
    if noun.dep_ == "conj":
        return _carrier(head) if head.pos_ in ("NOUN", "PROPN") else None
    if noun.dep_ in ("dobj", "attr"):
        joint = noun.lemma_ == "statement"
        return head if joint or head.lemma_ in words("carriers") else None
    if noun.dep_ == "pobj" and head.lower_ in words("attending"):
        verb = head.head
        joint = noun.lemma_ == "statement"
        if verb.pos_ == "VERB" and (joint or verb.lemma_ in words("carriers")):
            return verb
    return None


@cache
def meeting_verbs() -> frozenset[str]:
    """Return the verbs (lemmas) that can tell of a meeting."""
    groups = ("reciprocal", "object", "speaking", "joint", "gathering")
    return subgroup("verbs", *groups).union(load_table("meetings")["idioms"])


def by_verb(analysis: Analysis, verb: Token) -> Claim | None:
    """Make the meeting a verb tells of; None where it tells of none."""
    lemma = verb.lemma_.lower()
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
        if _figurative(analysis, verb):
            return None
        met = objects(verb)
        personal = lemma in words("personal", "reached")
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
    return lemma in subgroup("verbs", "reciprocal", "object", "joint")


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
    if lemma in subgroup("verbs", "reciprocal", "gathering"):
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


def _figurative(analysis: Analysis, verb: Token) -> bool:
    """Ask whether nobody is met: "meet people where they are", "met a deadline"."""
    if verb.lemma_ != "meet":
        return False
    end = analysis.sentence_of(verb).end
    after = verb.doc[verb.i + 1 : min(verb.i + 12, end)]
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
    first = token.left_edge.i
    if first and token.doc[first - 1].is_quote:
        return False  # what stands in quotation marks is a thing: an award
    return is_person(analysis, token) and token.lemma_ not in words("bodies", "press")


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
