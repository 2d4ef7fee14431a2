"""Find events: a verb or noun for what happened, its cast, and when it did.

What has a date is an event, and so is what a name takes part in. The date is the one
attached to the event's own clause: in "police said Friday that the bridge fell" the
saying is dated.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import ASSERTED, DENIED, PLANNED, Claim, ClaimTime, Mention
from factcheck.extraction.ahead import modality_at
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.events.cast import Cast, cast_of, fitting, mentions_of
from factcheck.extraction.events.causes import asked_of, cause_of, is_open
from factcheck.extraction.events.clause import EMBEDDED, clause_of
from factcheck.extraction.events.described_persons import persons_by_noun
from factcheck.extraction.events.event_place import place_of_event
from factcheck.extraction.events.lives import lives
from factcheck.extraction.events.month_parts import part_of_month
from factcheck.extraction.events.polarity import DID_NOT, polarity_of
from factcheck.extraction.events.predicates import (
    Predicate,
    group,
    is_state,
    predicate_of,
)
from factcheck.extraction.events.storyline import carried
from factcheck.extraction.modality import modality_of
from factcheck.extraction.quotes.scene import scene_of
from factcheck.extraction.time_attachment import (
    is_event_noun,
    time_of,
)
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons.lexicon import load_lattice

ATTACHED, UNDATED, CARRIED = 0.8, 0.7, 0.5
"""How sure an event is with a date of its own, with none, and with an earlier one."""
DATELINE, DASHES = 40, ("—", "--", " – ")
"""Characters that a dateline takes at most, and what ends it."""
NO_EVENT = ("amod", "case", "compound", "nmod", "poss", "prep")
"""What a word is that only describes another: "**neighbouring** Freedonia"."""
SHORTEST = 3
"""Letters of a word that may tell what happened; fewer are a part of a word."""
LONGEST = 8
"""Words that tell what comes of an event, at most."""

BARE_MONTH = re.compile(
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{1,2})?"
)


@EXTRACTORS.register("event")
def events(analysis: Analysis) -> Iterator[Claim]:
    """Yield what happened when: "troops **crossed** the border in 1950"."""
    made = set[int]()
    reported = _reported(analysis)
    analysis.called = persons_by_noun(analysis)
    yield from lives(analysis)
    times = analysis.attachments
    for host in sorted(times):
        for trigger in _candidates(analysis.doc[host]):
            if trigger.i in made or not _tells(trigger):
                continue
            time = time_of(analysis, trigger)
            if time is None or _is_birthday(trigger, time):
                continue
            if _is_dateline(analysis, trigger, time):
                continue
            time = part_of_month(time)
            made.add(trigger.i)
            told, named = (trigger.idx, time.start) in reported, predicate_of(trigger)
            if told and named is None:
                continue
            read = _read(analysis, trigger, named)
            if read.predicate or not told:
                own = trigger.pos_ != "NOUN" or trigger.i in times or _acts(trigger)
                sure = ATTACHED if own else CARRIED
                yield _event(analysis, read, time, sure)
    for trigger, time in carried(analysis):
        if trigger.i in made:
            continue
        read = _read(analysis, trigger, predicate_of(trigger))
        if read.predicate is None:
            made.add(trigger.i)
            yield _event(analysis, read, time, CARRIED)
    yield from _undated(analysis, made)


def _undated(analysis: Analysis, made: set[int]) -> Iterator[Claim]:
    """Yield what a name takes part in, outside quotations, without a date."""
    quoted = scene_of(analysis).quoted
    for trigger in analysis.parts_of_speech("VERB", "AUX", "NOUN"):
        if len(trigger) < SHORTEST or not trigger.is_alpha:
            continue
        if trigger.i in made or quoted[trigger.i] or trigger.dep_ in NO_EVENT:
            continue
        tells = trigger.pos_ == "VERB" and not is_state(analysis, trigger)
        named = predicate_of(trigger)
        if (not tells and named is None) or _is_habit(trigger):
            continue
        read = _read(analysis, trigger, named)
        if not tells and read.predicate is None:
            continue
        known = any(m.entity for m in (*read.agents, *read.patients))
        asked = not known and cause_of(analysis, trigger, read.predicate)
        if asked or (
            known and modality_of(analysis, trigger) in (ASSERTED, DENIED, PLANNED)
        ):
            made.add(trigger.i)
            brought = asked and trigger.head.lemma_ in group("bring_about")
            time = time_of(analysis, trigger.head) if brought else None
            yield _event(analysis, read, time, UNDATED)


def _is_habit(verb: Token) -> bool:
    """Ask whether a verb only says how another is done: "**used** to sing"."""
    if verb.lower_ == "acting":  # "is now acting president"
        return any(is_office_noun(c.lemma_) for c in verb.rights)
    return verb.lemma_ == "use" and any(c.dep_ == "xcomp" for c in verb.children)


class _Event(NamedTuple):
    """What a trigger says, whenever it was.

    Attributes:
        trigger: The word for it.
        last: The last word for it: "was **removed** from **office**".
        predicate: Its place in the lattice, or None.
        agents: Who did it.
        patients: Whom or what it befell.
        others: Who took part in what way is not known.
    """

    trigger: Token
    last: Token
    predicate: str | None
    agents: list[Mention]
    patients: list[Mention]
    others: list[Mention]


def _read(analysis: Analysis, trigger: Token, named: Predicate | None) -> _Event:
    """Read the cast of an event, and its place in the lattice if the cast fits."""
    cast = cast_of(trigger)
    predicate = named.name if named else None
    if predicate == "die" and not any(cast) and asked_of(trigger) is not None:
        before = reversed(trigger.doc[: trigger.i])  # "No cause of death was given"
        deaths = (cast_of(t) for t in before if t.pos_ == "VERB" and t.lemma_ == "die")
        cast = Cast([], next((death.agents for death in deaths), []))
    if predicate and load_lattice("events").is_a(predicate, "scheduled"):
        cast = Cast(list(_taking_part(analysis, trigger, cast)), [])
    elif named is not None:
        fit = fitting(analysis, trigger, named, cast)
        predicate, cast = (None, cast) if fit is None else (predicate, fit)
    last = named.last_word(trigger) if named and predicate else trigger
    agents = list(mentions_of(analysis, cast.agents))
    patients = list(mentions_of(analysis, cast.patients, {m.entity for m in agents}))
    if trigger.pos_ == "NOUN" and predicate is None:
        return _Event(trigger, last, None, [], [], [*agents, *patients])
    return _Event(trigger, last, predicate, agents, patients, [])


def _taking_part(analysis: Analysis, trigger: Token, cast: Cast) -> Iterator[Token]:
    """Yield the last word of each name in an occasion: "**Norland**'s vote"."""
    heads = [trigger] if trigger.pos_ == "NOUN" else [*cast.agents, *cast.patients]
    for token in (token for head in heads for token in head.subtree):
        if any(above.dep_ in EMBEDDED for above in _between(token, heads)):
            continue
        name = analysis.name_at(token.idx)
        ends = name is not None and token.idx + len(token) == name.span.end
        if ends or (token.dep_ == "poss" and token.pos_ == "PRON"):
            yield token


def _between(token: Token, heads: list[Token]) -> Iterator[Token]:
    """Yield a word and those it hangs on, up to one of *heads*."""
    while token not in heads and token.head is not token:
        yield token
        token = token.head


def _is_dateline(analysis: Analysis, trigger: Token, time: ClaimTime) -> bool:
    """Ask whether a date only says when the report was filed: "June 25 (Osk) — …"."""
    start = analysis.sentence_of(trigger).start_char
    if start > DATELINE:
        return False
    before = analysis.text[start : trigger.idx]
    at = before.find(time.text)
    if not 0 <= at < DATELINE:
        return False
    behind = before[at + len(time.text) :]
    return any(dash in behind[:DATELINE] for dash in DASHES)


def _acts(noun: Token) -> bool:
    """Ask whether a sentence is about an event: "the **crash** killed 12 on Friday"."""
    return noun.dep_ in ("nsubj", "nsubjpass")


def _is_birthday(trigger: Token, time: ClaimTime) -> bool:
    """Ask whether a birth is told by its month alone: "born in May" is of no year."""
    return trigger.lemma_ == "bear" and bool(BARE_MONTH.fullmatch(time.text))


def _reported(analysis: Analysis) -> set[tuple[int, str | None]]:
    """Return the words of saying that a statement dates, and when they were said."""
    doc, reported = analysis.doc, set[tuple[int, str | None]]()
    for claim in analysis.claims:
        if claim.kind in ("statement", "quote") and claim.time:
            for cue in claim.role("cue"):
                words = doc.char_span(cue.start, cue.end, alignment_mode="expand")
                reported.update((word.idx, claim.time.start) for word in words or ())
    return reported


def _candidates(host: Token) -> Iterator[Token]:
    """Yield the word a time is attached to and those that may share its time."""
    yield host
    yield host.head
    if host.lower_ == "due":  # "the vote is due on Friday"
        yield from (c for c in host.head.children if c.dep_ == "nsubj")
    if host.head.dep_ in ("prep", "agent"):
        yield host.head.head
    for child in host.children:
        if child.dep_ in ("prep", "agent"):
            yield from child.children
            continue
        yield child
        if child.dep_ == "conj":
            yield from (c for c in child.children if c.dep_ == "conj")
        for inner in child.children:
            if inner.dep_ == "prep" and inner.lower_ == "of":
                yield from inner.children


def _tells(token: Token) -> bool:
    """Ask whether a word can be what happened."""
    if token.pos_ == "VERB":
        return True
    if token.pos_ == "NOUN":
        return is_event_noun(token)
    return token.pos_ == "ADJ"


def _words_for(analysis: Analysis, read: _Event, value: str | None) -> Mention:
    """Return the words that name an event, without whom they name beside it."""
    start, end = read.trigger.idx, read.last.idx + len(read.last)
    if read.last is read.trigger or analysis.names_in(start, end):
        return analysis.mention(start, start + len(read.trigger), value=value)
    return plain(analysis, start, end, value)


def _event(
    analysis: Analysis, read: _Event, time: ClaimTime | None, confidence: float
) -> Claim:
    trigger = read.trigger
    start, end = trigger.idx, trigger.idx + len(trigger)
    value = read.predicate or _plain_value(trigger)
    everybody = {m.span: m for m in (*read.agents, *read.patients, *read.others)}
    place = place_of_event(analysis, trigger)
    if place is None and _acts(trigger):
        place = place_of_event(analysis, trigger.head)
    outcome = _outcome(analysis, trigger)
    polarity = polarity_of(analysis, trigger)
    cause = cause_of(analysis, trigger, read.predicate)
    modality = modality_at(analysis, trigger, time)
    if is_open(cause):  # it happened, only nobody says why
        modality, polarity = ASSERTED, []
    elif any(mention.value == DID_NOT for mention in polarity):
        modality = DENIED
    elif modality != ASSERTED:
        polarity = []
    first, last = clause_of(trigger) if confidence > CARRIED else (start, end)
    return analysis.claim(
        "event",
        first,
        last,
        {
            "trigger": [_words_for(analysis, read, value)],
            "agent": read.agents,
            "patient": read.patients,
            "participant": [m for m in everybody.values() if m.entity],
            "place": [place] if place else [],
            "outcome": [outcome] if outcome else [],
            "cause": cause,
            "polarity": polarity,
        },
        time=time,
        modality=modality,
        confidence=confidence,
        extractor="event",
    )


def _plain_value(trigger: Token) -> str | None:
    """Return the word for an event outside the lattice, unless it names one inside."""
    lemma = trigger.lemma_.lower()
    return None if load_lattice("events").known_as(lemma) == lemma else lemma


def _outcome(analysis: Analysis, trigger: Token) -> Mention | None:
    """Return what comes of it: "sworn in **as interim president**"."""
    for child in trigger.rights:
        last = child
        if child.dep_ == "prep" and child.lower_ == "as":
            last = next((c for c in child.children if c.dep_ == "pobj"), child)
        if last is not child or child.dep_ == "oprd":
            words = trigger.doc[child.left_edge.i : last.i + 1]
            if len(words) <= LONGEST:
                return plain(
                    analysis, words.start_char, words.end_char, words.text.lower()
                )
    return None
