"""Say how something with a date is put: what lies ahead of publication is planned."""

from spacy.tokens import Token

from factcheck.claims import ASSERTED, DENIED, PLANNED, ClaimTime
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.modality import modality_of
from factcheck.extraction.time_scope import is_carrier

DEFINITE = ("the", "this", "that")


def modality_at(analysis: Analysis, trigger: Token, time: ClaimTime | None) -> str:
    """Say how what happens is put; what lies ahead is planned if no past verb has it.

    "A vote on 9 June" and "they meet on 9 June" are plans in May; "they met on 9 June"
    asserts what cannot be.
    """
    modality = modality_of(analysis, trigger)
    if modality == ASSERTED and trigger.tag_ == "VB" and trigger.dep_ == "conj":
        modality = _of_first(analysis, trigger)
    if modality == DENIED and _stands_anyway(trigger):
        modality = modality_of(analysis, trigger, alone=True)
    published = (analysis.document.published or "")[:10]
    ahead = time is not None and bool(published) and (time.start or "") > published
    if modality != ASSERTED or time is None or not ahead:
        return modality
    verbs = [trigger]
    if trigger.pos_ not in ("VERB", "AUX") and trigger.head.pos_ in ("VERB", "AUX"):
        verbs.append(trigger.head)
    over = any(_is_past(verb) and _has(analysis, verb, time) for verb in verbs)
    return ASSERTED if over else PLANNED


def _of_first(analysis: Analysis, verb: Token) -> str:
    """Read how the first of several infinitives is put: "wants to cut and **save**"."""
    first = (c for c in verb.head.children if c.dep_ == "xcomp" and c.i < verb.i)
    return next((modality_of(analysis, c) for c in first if c.tag_ == "VB"), ASSERTED)


def _stands_anyway(noun: Token) -> bool:
    """Ask whether an event is not what is denied: "did not attend **the debate**"."""
    if noun.pos_ != "NOUN" or noun.head.pos_ != "VERB" or is_carrier(noun.head):
        return False
    return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in noun.lefts)


def _is_past(verb: Token) -> bool:
    helpers = (c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers)


def _has(analysis: Analysis, verb: Token, time: ClaimTime) -> bool:
    own = analysis.attachments.get(verb.i, [])
    return any(a.time.first == time.start for a in own)
