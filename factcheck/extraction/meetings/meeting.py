"""Who met whom: "Duval met Riel in Bern", "talks between the two governments"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.attach import time_of
from factcheck.extraction.meetings.phrases import (
    everybody,
    is_person,
    joined,
    objects,
    subgroup,
    subjects,
    takers,
    tell,
    under,
    where,
    words,
)
from factcheck.extraction.modality import modality_of

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPANY = ("with", "alongside", "between", "among")
PLURAL = frozenset(("they", "we", "both", "who", "leaders"))
SPEAKING = frozenset(("i", "we", "you", "us", "me", "my", "our", "your"))
PERSONAL = frozenset(("host", "receive", "welcome", "greet", "summon", "fete", "phone"))


@EXTRACTORS.register("meeting")
def meetings(analysis: Analysis) -> Iterator[Claim]:
    """Yield each meeting, call or round of talks that has somebody or some place in it.

    "Ana **Duval** met **the rebels** in **Bern** on Friday" has two participants and a
    place. What was planned, denied or asked about is told as such.
    """
    told: set[int] = set()
    nouns = []
    for token in analysis.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            if lemma in _verbs() and (claim := _by_verb(analysis, token, lemma)):
                told.add(token.i)
                yield claim
        elif token.pos_ in ("NOUN", "PROPN") and lemma in words("nouns"):
            nouns.append(token)
    for noun in nouns:
        if _is_meeting(analysis, noun) and not _told_by(noun, told):
            told.add(noun.i)
            if claim := _by_noun(analysis, noun):
                yield claim


def _verbs() -> frozenset[str]:
    return (
        subgroup("verbs", "reciprocal")
        | subgroup("verbs", "object")
        | subgroup("verbs", "speaking")
    )


def _by_verb(analysis: Analysis, verb: "Token", lemma: str) -> Claim | None:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    who = takers(analysis, subjects(verb))
    company = takers(analysis, under(verb, *COMPANY))
    if lemma in subgroup("verbs", "speaking"):
        company = company if _speaks_with(verb) else []
        if not company:
            return None
    if lemma in subgroup("verbs", "object"):
        if _figurative(verb):
            return None
        met = objects(verb)
        if lemma in PERSONAL:
            met = met if all(_can_be_received(analysis, t) for t in met) else []
        company += takers(analysis, met)
        if passive:
            company += takers(analysis, under(verb, "by"))
        if met and not company:
            return None
    if not company and not (lemma in subgroup("verbs", "reciprocal") and _many(verb)):
        return None
    if lemma in PERSONAL and not (who and company):
        return None
    beside = [t for t in (*under(verb, *COMPANY), *objects(verb)) if t.pos_ != "PRON"]
    return _tell(analysis, verb, [*who, *company], (verb, *beside))


def _figurative(verb: "Token") -> bool:
    """Ask whether it is the idiom "meet people where they are"."""
    after = verb.doc[verb.i + 1 : verb.i + 5]
    return verb.lemma_ == "meet" and any(t.lower_ == "where" for t in after)


def _can_be_received(analysis: Analysis, token: "Token") -> bool:
    return is_person(analysis, token) and token.lemma_ not in words("bodies")


def _speaks_with(verb: "Token") -> bool:
    by_phone = subgroup("verbs", "by_phone")
    return any(
        c.lower_ == "with" or any(g.lemma_ in by_phone for g in c.children)
        for c in verb.children
        if c.dep_ == "prep"
    )


def _many(verb: "Token") -> bool:
    """Ask whether the subject of a verb is more than one."""
    found = subjects(verb)
    if len(found) > 1:
        return True
    return bool(found) and (
        found[0].tag_ in ("NNS", "NNPS")
        or found[0].lower_ in PLURAL
        or verb.lemma_ in ("convene", "reconvene", "deliberate", "negotiate")
    )


def _is_meeting(analysis: Analysis, noun: "Token") -> bool:
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
        return bool(before & words("calls")) and bool(under(noun, *COMPANY))
    if lemma == "talk" and noun.tag_ != "NNS":
        return bool(under(noun, *COMPANY))
    return not analysis.name_at(noun.idx)


def _told_by(noun: "Token", told: set[int]) -> bool:
    """Ask whether a verb that governs the noun has already told of the meeting."""
    token = noun
    for _ in range(4):
        token = token.head
        if token.i in told:
            return True
    return False


def _by_noun(analysis: Analysis, noun: "Token") -> Claim | None:
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
    found = [*who, *inside]
    weak = noun.lemma_.lower() in words("weak_nouns")
    single = bool(owners) and noun.lemma_.lower() in words("single")
    plural = verb is not None and verb.lemma_ in words("holding") and _many(verb)
    plural = plural and noun.dep_ != "conj"
    if weak and not inside and len(found) < 2 and not (single or plural):
        return None
    return _tell(analysis, noun, found, (whole,) if verb is None else (whole, verb))


def _company(noun: "Token") -> "list[Token]":
    """Return with whom a meeting is, or to whom a welcome is given."""
    if noun.lemma_ != "welcome":
        return under(noun, *COMPANY)
    verb = noun.head
    return under(noun, "to", "for") or under(verb, "to") if verb.pos_ == "VERB" else []


def _compound(analysis: Analysis, noun: "Token") -> list[Mention]:
    """Return who stands before the noun: "the Duval-Riel summit"."""
    parts = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod")]
    if not parts:
        return []
    left, right = min(t.i for c in parts for t in c.subtree), noun.i
    for dash in noun.doc[left + 1 : right - 1]:
        pair = dash.nbor(-1), dash.nbor()
        if dash.text in DASHES and all(t.tag_ == "NNP" for t in pair):
            found = [_named(analysis, token) for token in pair]
            return found if found[0].span != found[1].span else []
    names = analysis.names_in(noun.doc[left].idx, noun.idx, "person")
    return [analysis.mention(n.span.start, n.span.end) for n in names]


def _named(analysis: Analysis, token: "Token") -> Mention:
    name = analysis.name_at(token.idx)
    if name:
        return analysis.mention(name.span.start, name.span.end)
    return analysis.mention(token.idx, token.idx + len(token))


DASHES = frozenset(("-", "–", "—"))


def _carrier(noun: "Token") -> "Token | None":
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


def _tell(
    analysis: Analysis,
    trigger: "Token",
    who: list[Mention],
    hosts: "tuple[Token, ...]",
) -> Claim | None:
    found = everybody(analysis, list({m.span: m for m in who}.values()))
    place = where(analysis, *hosts)
    if not found and not place:
        return None
    if all(m.text.lower() in SPEAKING for m in found) and not place:
        return None
    time = next((t for h in hosts if (t := time_of(analysis, h))), None)
    return tell(
        analysis,
        "meeting",
        trigger,
        {"participant": found, "place": place},
        time,
        modality_of(trigger),
        0.9 if len(found) > 1 else 0.6,
    )
