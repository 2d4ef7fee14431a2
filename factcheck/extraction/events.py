"""Find dated events: a verb or noun for what happened, and when it did.

Only events with a date are claims of their own. The date is the one attached to the
event's own clause: in "police said Friday that the bridge fell" the saying is dated.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.attach import WORDS, attached_times, place_of, time_of
from factcheck.extraction.modality import modality_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "dobj", "poss", "agent")
EVENTFUL = frozenset(("VERB", "NOUN", "AUX", "PROPN", "ADJ"))


@EXTRACTORS.register("event")
def events(analysis: Analysis) -> Iterator[Claim]:
    """Yield what happened when: "troops **crossed** the border in 1950"."""
    seen: set[int] = set()
    for host in sorted(attached_times(analysis)):
        for trigger in _triggers(analysis.doc[host]):
            if trigger.i in seen or trigger.pos_ not in EVENTFUL:
                continue
            seen.add(trigger.i)
            time = time_of(analysis, trigger)
            if time is not None:
                yield _event(analysis, trigger, time)


def _triggers(host: "Token") -> "Iterator[Token]":
    """Yield the word a time is attached to and those that share its time."""
    yield host
    for child in host.children:
        if child.dep_ == "conj" and child.pos_ == "VERB":
            yield from _triggers(child)
        elif child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield child
        elif child.dep_ == "dobj" and host.lemma_ in WORDS["light"]:
            yield child
        elif child.dep_ in ("nsubj", "nsubjpass") and host.lemma_ in WORDS["occur"]:
            yield child
    if host.dep_ == "dobj":
        yield host.head


def _event(analysis: Analysis, trigger: "Token", time: ClaimTime) -> Claim:
    start, end = trigger.idx, trigger.idx + len(trigger)
    participants = list(_participants(analysis, trigger))
    place = place_of(analysis, trigger)
    said = [*participants, *([place] if place else [])]
    first = min([start, *(mention.start for mention in said)])
    last = max([end, *(mention.end for mention in said)])
    return analysis.claim(
        "event",
        first,
        last,
        {
            "trigger": [analysis.mention(start, end, value=trigger.lemma_.lower())],
            "participant": participants,
            "place": [place] if place else [],
        },
        time=time,
        modality=modality_of(trigger),
        confidence=0.8 if trigger.pos_ == "VERB" else 0.7,
        extractor="event",
    )


def _participants(analysis: Analysis, trigger: "Token") -> Iterator[Mention]:
    """Yield the names that are subject, object or agent of an event."""
    for child in trigger.children:
        if child.dep_ not in SUBJECTS:
            continue
        heads = [c for c in child.children if c.dep_ == "pobj"]
        for token in heads if child.dep_ == "agent" else [child]:
            for one in (token, *token.conjuncts):
                name = analysis.name_at(one.idx)
                if name:
                    yield analysis.mention(name.span.start, name.span.end)
