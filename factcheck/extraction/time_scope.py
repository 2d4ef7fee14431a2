"""Say which words of a parse share their time: a verb and its object, a clause in it.

Also what an event noun is, since a noun for a thing has no time to share.
"""

from collections.abc import Container, Iterator

from spacy.tokens import Token

from factcheck.lexicons import load_table

WORDS = {key: frozenset(words) for key, words in load_table("attachment").items()}
EVENT_NOUNS = frozenset(load_table("events")["nouns"])
NOT_EVENTS = frozenset(load_table("events")["not_events"])
EVENT_ENDINGS = tuple(load_table("events")["endings"])
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
CLAUSES = frozenset(("VERB", "AUX"))
CARRYING = WORDS["light"] | WORDS["occur"] | WORDS["enact"] | WORDS["produce"]
CARRYING -= {"attend", "host"}
OF_OTHERS = WORDS["react"] | WORDS["report"]
"""Verbs whose object may be an event of another day: "condemned the attack"."""
CARRIERS = {"nsubj": "occur", "nsubjpass": "occur", "dobj": "light"}
CARRIERS |= {"acomp": "occur", "attr": "occur"}


def is_event_noun(token: Token) -> bool:
    """Ask whether a noun tells of something that happens."""
    if token.pos_ != "NOUN":
        return False
    if token.lemma_ in EVENT_NOUNS:
        return True
    return token.lemma_.endswith(EVENT_ENDINGS) and token.lemma_ not in NOT_EVENTS


def is_carrier(verb: Token) -> bool:
    """Ask whether a verb says no more of an event than that there is one: "held"."""
    return verb.lemma_ in CARRYING


def sharing(token: Token, dated: Container[int]) -> Iterator[Token]:
    """Yield the words whose time is also that of a token.

    Of what hangs on a verb, only the words *dated* by index are looked at.
    """
    head = token.head
    if token.pos_ in CLAUSES:
        for child in token.children:
            if child.dep_ == "agent" or (
                child.dep_ == "prep" and child.lower_ in WORDS["scene"]
            ):
                yield from (c for c in child.children if is_event_noun(c))
            elif child.i in dated and _shares(child):
                yield child
        if token.dep_ == "xcomp" or (
            token.dep_ == "advcl" and (_loose(token) or _at_once(token))
        ):
            yield head
    elif head.lemma_ in WORDS.get(CARRIERS.get(token.dep_, ""), ()):
        yield head
        yield from (c for c in head.children if c.lower_ == "due")
    if is_event_noun(token):
        verb = _verb_above(token)
        if verb is not None:
            yield verb
    if token.pos_ == "NOUN":
        for child in token.children:
            clause = child.dep_ in ("acl", "relcl") or child.lower_ == "due"
            if clause and child.lemma_ in WORDS["produce"]:
                yield child


def _shares(child: Token) -> bool:
    """Ask whether what hangs on a verb has the same time: an object, "**fleeing**"."""
    if child.dep_ == "advcl":
        loose = _loose(child) and child.tag_ != "VBN"  # "Born in 1950, she"
        return loose or _at_once(child)
    if child.dep_ == "xcomp":
        return _loose(child)
    return child.dep_ in ("dobj", "prt", "attr", "acomp", "oprd")


def _at_once(verb: Token) -> bool:
    """Ask whether a clause tells of the same moment: "fell **as** the crowd fled"."""
    if verb.head.tag_ not in ("VBD", "VBN") or verb.tag_ not in ("VBD", "VBN", "VBG"):
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    if marks.isdisjoint(WORDS["while"]):
        return False
    if verb.head.dep_ == "relcl" and "while" not in marks:
        return False
    return not any(c.lower_ in WORDS["perfect"] for c in verb.head.children)


def _verb_above(noun: Token) -> Token | None:
    """Return the verb that an event noun belongs to and shares its day with.

    Not one that speaks of another's event: "condemned the **attack**"; but what is said
    at a meeting is said on its day.
    """
    token, scene = noun, False
    while token.pos_ in NOMINAL:
        if token.dep_ in ("dobj", "conj", "nsubj", "nsubjpass"):
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ not in WORDS["order"]:
            above = token.head.head
            aims = above.pos_ in NOMINAL or above.tag_ == "VBN"
            if (aims and token.head.lower_ == "for") or above.lemma_ in WORDS[
                "prospect"
            ]:
                return None
            scene = token is noun and token.head.lower_ in WORDS["scene"]
            token = above
        else:
            return None
    shares = scene or token.lemma_ not in OF_OTHERS
    return token if token.pos_ == "VERB" and shares else None


def _loose(verb: Token) -> bool:
    """Ask whether a participle tells of the same moment: "fled, leaving his car"."""
    if verb.tag_ not in ("VBG", "VBN"):
        above = verb.head
        if verb.tag_ == "VB" and above.lemma_ in WORDS["gather"]:
            return any(c.tag_ == "TO" for c in verb.lefts)
        done = above.tag_ == "VBD" and above.lemma_ not in WORDS["plan"]
        if verb.dep_ == "advcl":
            return done and above.lemma_ in WORDS["move"]
        return verb.dep_ == "xcomp" and (done or above.lemma_ in WORDS["aspect"])
    return not any(
        c.dep_ in ("mark", "nsubj", "nsubjpass", "aux") for c in verb.children
    )
