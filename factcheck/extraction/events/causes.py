"""Why somebody died or something crashed: "died of cancer", or that it is not known."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.events.predicates import group, noun_phrases
from factcheck.extraction.meetings.participants import phrase
from factcheck.extraction.quotes.scene import scene_of
from factcheck.lexicons.lexicon import load_lattice

NOT_KNOWN, OTHER = "not known", "some other cause"
CLIMB = 5
"""Words from *cause* up to the one that says whether it is known."""


def cause_of(
    analysis: Analysis, trigger: Token, predicate: str | None
) -> list[Mention]:
    """Return what is said to have brought an event about, or that it is not known.

    None of what happens without anybody asking why: a win, a visit.
    """
    if not predicate or not load_lattice("events").is_a(predicate, "has a cause"):
        return []
    if (asked := asked_of(trigger)) is not None:
        return _answer(analysis, asked)
    quoted = scene_of(analysis).quoted
    for noun, stated in _named(trigger, predicate):
        if not quoted[noun.i] and (causes := _mention(analysis, noun, stated)):
            return causes
    return []


def asked_of(trigger: Token) -> Token | None:
    """Return the word *cause* that an event stands under: "the **cause** of death"."""
    above = trigger.head.head if trigger.dep_ == "pobj" else trigger.head
    is_cause = above.lemma_.lower() in group("cause") and above.pos_ == "NOUN"
    return above if is_cause and trigger.i > above.i else None


def is_open(mentions: list[Mention]) -> bool:
    """Ask whether a cause is said not to be known."""
    return any(mention.value == NOT_KNOWN for mention in mentions)


def _named(trigger: Token, predicate: str) -> Iterator[tuple[Token, bool]]:
    """Yield the nouns that an event is put down to, and whether plainly so.

    "Crashed due to **fog**", "**a leak** caused the fire"; "died after **a fall**" only
    says what came before.
    """
    died = load_lattice("events").root(predicate) == "end or keep life"
    happens = trigger.dep_ == "nsubj" and trigger.head.lemma_ in group("occur_verbs")
    for child in (*trigger.children, *(trigger.head.children if happens else ())):
        links: list[Token] = []
        if child.lower_ in group("why"):
            links = [child, *(c for c in child.children if c.dep_ in ("prep", "pcomp"))]
        elif died and child.lower_ in group("why_died", "followed"):
            links = [child]
        elif died and child.dep_ == "prep":  # "died on Monday of cancer", misparsed
            below = [c for noun in child.children for c in noun.children]
            nouns = [c for of in below if of.lower_ == "of" for c in of.children]
            yield from ((noun, False) for noun in nouns if noun.dep_ == "pobj")
        elif child.dep_ == "acl" and child.lemma_ in group("bring_about"):
            links = [c for c in child.children if c.dep_ == "agent"]
        for noun in (c for link in links for c in link.children if c.dep_ == "pobj"):
            stated = child.lower_ not in group("followed") and trigger.pos_ == "VERB"
            yield noun, stated
    verb = trigger.head
    if verb.lemma_ in group("bring_about"):
        role = {"dobj": "nsubj", "nsubjpass": "agent"}.get(trigger.dep_, "")
        for child in (c for c in verb.children if c.dep_ == role):
            yield from ((c, False) for c in (child, *child.children))


def _answer(analysis: Analysis, cause: Token) -> list[Mention]:
    """Read what is said of a cause: what it is, or that nobody says."""
    token, none = cause, any(c.lower_ == "no" for c in cause.children)
    for _ in range(CLIMB):
        if token.lemma_ in group("not_known"):
            return _unknown(analysis, cause, token)
        children = [c.lemma_.lower() for c in token.children]
        open_ = none or not {"not", "n't", "will", "yet"}.isdisjoint(children)
        if token.lemma_ in group("made_known") and open_:
            return _unknown(analysis, cause, token)
        if token.lemma_ in ("be", "have", "remain"):
            known = group("not_known", *(("made_known",) if open_ else ()))
            under = (c for c in token.children if c.lower_ == "under")
            children += [c.lemma_.lower() for link in under for c in link.children]
            if not known.isdisjoint(children):
                return _unknown(analysis, cause, token)
            named = [c for c in token.children if c.dep_ == "attr" and c.i > cause.i]
            if named and cause.dep_ == "nsubj" and not open_:
                return _mention(analysis, named[0], True)
        if token.head.i == token.i:
            return []
        token = token.head
    return []


def _unknown(analysis: Analysis, cause: Token, verdict: Token) -> list[Mention]:
    first, last = sorted((cause, verdict), key=lambda token: token.i)
    start = phrase(analysis, cause)[0] if first is cause else first.idx
    end = last.idx + len(last)
    return [plain(analysis, start, end, NOT_KNOWN)]


def _mention(analysis: Analysis, noun: Token, stated: bool) -> list[Mention]:
    """Make a mention of a cause that the lattice knows, or is plainly *stated*."""
    lattice, start_end = load_lattice("causes"), phrase(analysis, noun)
    for words in (*noun_phrases(noun), noun.lower_):
        if (name := lattice.known_as(words)) is not None:
            return [plain(analysis, *start_end, name)]
    return (
        [plain(analysis, *start_end, OTHER)] if stated and noun.pos_ == "NOUN" else []
    )
