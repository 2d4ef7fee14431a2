"""Meetings told by a noun: "held talks", "a summit between", "the Duval-Riel talks"."""

from spacy.tokens import Token

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.phrases import (
    COMPANY,
    joined,
    many,
    subjects,
    takers,
    under,
    words,
)
from factcheck.extraction.meetings.telling import tell_meeting

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
