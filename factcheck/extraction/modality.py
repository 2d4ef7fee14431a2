"""How a clause is put: asserted, planned, denied or hypothetical.

"They met" is asserted; "plans to meet", "refused to meet" and "asked if they would
meet" are not, and only the words above the verb say so.
"""

from functools import cache

from spacy.tokens import Token

from factcheck.claims import ASSERTED, DENIED, HYPOTHETICAL, PLANNED
from factcheck.extraction.analysis import Analysis
from factcheck.lexicons import load_table

CLIMB = 8
"""Steps up the parse after which nothing more is asked."""

MODAL_GROUPS = (
    "auxiliaries", "marks", "governors", "phrasal", "adjectives", "adverbs"
)  # fmt: skip
TIMELY = ("advmod", "npadvmod")
NEGATING = ("neg", "preconj", "cc", "advmod", "det")
INFINITIVE = ("xcomp", "acl", "advcl", "ccomp", "pcomp", "prep", "oprd", "relcl")
GOVERNED = ("dobj", "nsubjpass", "attr", "pobj", "oprd")


def modality_of(analysis: Analysis, verb: Token, alone: bool = False) -> str:
    """Say how a clause is put, from the verb (or the noun) that tells what happened.

    Looks at the word's own auxiliaries, negations and conjunctions, then, unless it
    stands *alone*, at what governs it: plans, denials, suspicions, questions.
    """
    if alone:
        return _own(verb, verb) or ASSERTED
    if verb.i not in analysis.modalities:
        asked = _asks(analysis, verb)
        analysis.modalities[verb.i] = HYPOTHETICAL if asked else _governed(verb)
    return analysis.modalities[verb.i]


def _governed(verb: Token) -> str:
    """Read a clause's own words and those above it, up to who settles how it is put."""
    token = verb
    for _ in range(CLIMB):
        modality = _own(token, verb)
        if modality:
            return modality
        if token.dep_ == "ROOT" or token.head is token:
            break
        modality = _above(token)
        if modality:
            return modality
        if _settles(token):
            break
        token = token.head
    return ASSERTED


def _own(token: Token, start: Token) -> str | None:
    """Read the words that hang on one token of the way up."""
    words, carries = _words(), token is start or _carries(token)
    for child in token.children:
        low, dep = child.lower_, child.dep_
        if dep == "neg" or low in words["negations"]:
            late = any(c.lower_ == "until" for c in token.children)
            if carries and not late and dep in NEGATING:
                return DENIED
        elif dep == "det" and low == "no":
            return DENIED if carries else None
        elif dep in ("aux", "auxpass"):
            if child.tag_ == "MD" and low in ("'d", "’d"):
                low = "would"
            modality = words["auxiliaries"].get(low)
            if modality and (carries or token.pos_ in ("VERB", "AUX")):
                return _soften(token, modality, low)
        elif dep == "mark" and low in words["marks"]:
            return words["marks"][low]
        elif dep == "amod" and token is start:
            modality = words["adjectives"].get(low)
            if modality and not (modality == PLANNED and _took_place(token)):
                return modality
        elif dep in TIMELY and low in words["adverbs"] and token.pos_ != "NOUN":
            return words["adverbs"][low]
    return None


def _soften(token: Token, modality: str, auxiliary: str) -> str:
    """Read `would` under a verb of saying as the future seen from the past."""
    reported = token.dep_ == "ccomp" and token.head.pos_ == "VERB"
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in token.children)
    denied = any(c.dep_ == "neg" for c in token.children)
    if any(c.dep_ == "mark" and c.lower_ in _words()["marks"] for c in token.children):
        return HYPOTHETICAL
    if denied and modality == PLANNED:
        return DENIED
    if auxiliary == "would" and reported and not perfect:
        return PLANNED
    return modality


def _above(token: Token) -> str | None:
    """Read what the governor of a token says about it."""
    words, head, dep = _words(), token.head, token.dep_
    lemma = head.lemma_.lower()
    if dep in ("pobj", "pcomp", "prep") and head.lower_ in words["prepositions"]:
        return words["prepositions"][head.lower_]
    infinitive = _is_infinitive(token)
    if infinitive and lemma in ("have", "be") and _yet(head):
        return DENIED
    if infinitive and _is_hearsay(token):
        return HYPOTHETICAL
    if lemma == "be" and token.tag_ == "VB" and not infinitive:
        return _wished(head)
    if infinitive and dep in ("acl", "relcl") and is_ranked(head):
        return ASSERTED
    if infinitive and _was_given(head):
        return None
    if dep == "prep" and token.lower_ not in words["leading"]:
        return None
    if dep == "prep" and lemma in words["speaking"] and token.lower_ != "for":
        ahead = lemma in ("head", "go") and token.lower_ == "into"
        if ahead and head.tag_ in ("VBG", "VBP", "VBZ"):
            return PLANNED
        return PLANNED if _phrasal(head) in words["phrasal"] else None
    if dep in INFINITIVE and (infinitive or dep in ("ccomp", "pcomp", "prep")):
        if dep == "relcl" and not infinitive:
            return None
        modality = words["governors"].get(lemma)
        if lemma == "able" and head.head.lemma_ == "be" and _negated(head.head):
            return DENIED
        if modality == PLANNED and _did_succeed(head):
            return None
        if modality and (infinitive or dep != "ccomp" or lemma not in LOOSE):
            if dep == "ccomp" and not infinitive and modality == PLANNED:
                return PLANNED if lemma in ("expect", "hope", "plan") else None
            return DENIED if modality != DENIED and _negated(head) else modality
        if infinitive and lemma == "be":
            return PLANNED
        if infinitive and dep in ("xcomp", "acl", "advcl", "relcl"):
            return None if lemma in words["factive"] else PLANNED
        if dep == "ccomp" and _negated(head):
            return HYPOTHETICAL
    gerund = dep == "xcomp" and token.tag_ == "VBG"
    if gerund and words["governors"].get(lemma) == DENIED and not _negated(head):
        return DENIED
    if dep in GOVERNED and head.pos_ != "ADP":
        modality = words["phrasal"].get(_phrasal(head))
        if not modality and lemma not in words["speaking"]:
            modality = words["governors"].get(lemma)
        if modality and not _passive_agent(token):
            return modality if not _negated(head) else DENIED
    return None


def _did_succeed(able: Token) -> bool:
    """Ask whether it came about: "**was able** to win", "**went** on to win"."""
    if able.lemma_ == "go" and any(c.lower_ == "on" for c in able.children):
        return True
    past = able.head.lemma_ == "be" and able.head.tag_ == "VBD"
    return able.lower_ == "able" and past and not _negated(able.head)


def _yet(verb: Token) -> bool:
    """Ask whether it has not happened so far: "has **yet** to appear"."""
    return any(c.lower_ == "yet" for c in verb.children)


def _is_hearsay(token: Token) -> bool:
    """Ask whether an infinitive is only hearsay: "is said to **host** them"."""
    head = token.head
    reported = token.dep_ == "xcomp" and head.lemma_.lower() in _words()["hearsay"]
    passive = any(c.dep_ == "auxpass" for c in head.children)
    return reported and passive and not any(c.lower_ == "have" for c in token.children)


def _wished(verb: Token) -> str | None:
    """Say how the subject of *be* is put: "all she **wanted** to do was meet him"."""
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "csubj"))
    governors = _words()["governors"]
    within = (t.lemma_.lower() for c in subjects for t in c.subtree if t.pos_ == "VERB")
    return next((governors[lemma] for lemma in within if lemma in governors), None)


LOOSE = ("tell", "announce", "agree", "warn", "suggest", "say", "find", "decide")


def _settles(token: Token) -> bool:
    """Ask whether the words above no longer say anything about this token."""
    dep, head = token.dep_, token.head
    if dep in ("relcl", "parataxis", "ccomp", "appos", "intj", "csubj"):
        return True
    if dep == "advcl":
        return not _is_infinitive(token)
    if dep == "conj":
        tensed = token.tag_ in ("VBD", "VBZ", "VBP")
        return tensed and head.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
    if dep == "prep":
        if token.lower_ in _words()["settled"]:
            return not (_future(head) and token.i > head.i)
        return head.lemma_.lower() in _words()["accounts"]
    if dep in ("nsubj", "nsubjpass", "dobj", "csubj", "agent"):
        return not _carries(head) and not (dep.startswith("nsubj") and _future(head))
    return dep == "poss"


def _carries(token: Token) -> bool:
    """Ask whether a verb only carries its noun, as in "held talks"."""
    return token.pos_ not in ("VERB", "AUX") or token.lemma_ in _words()["carriers"]


def _future(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in FUTURE for c in verb.children)


FUTURE = frozenset(("will", "'ll", "’ll", "shall"))


def _negated(token: Token) -> bool:
    return any(c.dep_ == "neg" for c in token.children)


def _took_place(noun: Token) -> bool:
    """Ask whether a verb tells that a plan came about: "attended a planned visit"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return verb.tag_ == "VBD" and verb.lemma_ in _words()["attended"]


def is_ranked(noun: Token) -> bool:
    """Ask whether an infinitive tells what was done: "the first envoy to visit"."""
    ranks = _words()["ranks"]
    return any(c.lower_ in ranks or c.tag_ == "JJS" for c in noun.children)


def _was_given(noun: Token) -> bool:
    """Ask whether a chance was had, and so taken: "had the **opportunity** to meet"."""
    verb = noun.head
    had = verb.lemma_ in ("have", "get", "take") and verb.tag_ in ("VBD", "VBN")
    return had and noun.dep_ == "dobj" and noun.lemma_ in _words()["chances"]


def _phrasal(verb: Token) -> str:
    """Write a verb with its particle: "call off", "look forward"."""
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")]
    phrases = [f"{verb.lemma_} {particle}" for particle in particles]
    return next((phrase for phrase in phrases if phrase in _words()["phrasal"]), "")


def _passive_agent(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.dep_ == "agent"


def _is_infinitive(token: Token) -> bool:
    return token.tag_ in ("VB", "VBN", "VBG") and any(
        c.dep_ == "aux" and c.tag_ == "TO" for c in token.children
    )


def _asks(analysis: Analysis, token: Token) -> bool:
    """Ask whether the sentence is a question."""
    sentence = analysis.sentence_of(token)
    if "?" not in analysis.words[sentence.start : sentence.end]:
        return False
    for i in range(sentence.end - 1, max(sentence.start, sentence.end - 4) - 1, -1):
        word = analysis.doc[i]
        if word.text == "?":
            return True
        if not (word.is_quote or word.is_space):
            break
    return False


@cache
def _words() -> dict[str, dict[str, str]]:
    """Turn the table round: what each word says."""
    table = load_table("modality")
    turned: dict[str, dict[str, str]] = {}
    for group in MODAL_GROUPS:
        turned[group] = {
            word: modality
            for modality in (PLANNED, HYPOTHETICAL, DENIED)
            for word in table[group].get(modality, ())
        }
    leads = table["prepositions"]
    turned["prepositions"] = {w: m for m in (PLANNED, DENIED) for w in leads.get(m, ())}
    for group in ("settled", "leading"):
        turned[group] = dict.fromkeys(leads[group], "")
    for group in (
        "attended",
        "negations",
        "factive",
        "carriers",
        "ranks",
        "speaking",
        "hearsay",
        "accounts",
        "chances",
    ):
        turned[group] = dict.fromkeys(table[group], "")
    return turned
