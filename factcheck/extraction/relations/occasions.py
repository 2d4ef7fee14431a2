"""Read what befell somebody or something once, when and where: born, founded, released.

Told in a sentence of its own ("Red Harbour was released in October"), behind a
description ("a film by Bo Okoro, released in May 2014"), before one ("Born in Lisbon,
Ana Duval is a painter") or in brackets behind a name ("(born 3 May 1961)").
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.countries import places_behind
from factcheck.extraction.descriptions.mentions import is_person, named, plain
from factcheck.extraction.descriptions.natures import PERSON, sort_of
from factcheck.extraction.descriptions.subjects import Subject, name_in
from factcheck.extraction.relations.relation_table import occasion_of, occasion_verbs
from factcheck.extraction.relations.voice import undergoer
from factcheck.extraction.times import Time
from factcheck.lexicons import word_list
from factcheck.lexicons.places import known_place

DATED = re.compile(r"\d\d|\d{3}X|\d{4}(?:-(?P<month>\d\d)(?:-\d\d)?)?")
MONTH = re.compile(r"XXXX-(?P<month>\d\d)(?:-\d\d)?")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WORK = re.compile(
    r"\b(?P<title>[A-Z][\w'’-]{0,30}"
    r"(?: (?:[A-Z][\w'’-]{0,30}|a|an|and|at|for|from|in|of|on|the|to|with)){2,9})"
    r"['’\"”]? \((?P<year>1[5-9]\d\d|20\d\d)\)"
)
"""A title of three words or more, and a year in brackets."""
AT = ("at", "during", "in", "of", "on")
DONE = ("VBD", "VBG", "VBZ", "VBN")
DEEP = 6
"""Steps from a time up to the verb that it dates, at most."""


def occasions(analysis: Analysis) -> Iterator[Claim]:
    """Yield what befell a name once: "Red Harbour was **released in October**"."""
    yield from _in_brackets(analysis)
    yield from _works(analysis)
    for verb in analysis.tokens_of(occasion_verbs()):
        done = verb.tag_ in DONE or (verb.dep_ == "acl" and verb.tag_ == "NN")
        if not done or not (occasion := _occasion(verb)):
            continue  # "a novel set in Osk": the parser may take *set* for a noun
        times = [t for t in analysis.times if _dates(analysis, verb, t)]
        places = list(_places(analysis, verb)) or list(_of_event(analysis, verb))
        if len(times) > 1 or not (times or places):
            continue
        subject = undergoer(analysis, verb, alone=False)
        if subject is None:
            continue
        yield _claim(
            analysis,
            named(analysis, subject, _is_somebody(analysis, subject, verb, occasion)),
            plain(analysis, verb.idx, verb.idx + len(verb), occasion),
            times[0] if times else None,
            places,
        )


def _works(analysis: Analysis) -> Iterator[Claim]:
    """Yield the year in brackets behind a work: "The Edge of Winter **(1985)**".

    Names of persons and places, and titles of two words, may be anything else.
    """
    text = analysis.text
    for match in WORK.finditer(text) if "(1" in text or "(2" in text else ():
        title, year = match.span("title"), match.span("year")
        opening = analysis.token_at(title[0])
        words = analysis.doc[opening.i : analysis.token_at(title[1] - 1).i + 1]
        work = name_in(words)
        named = analysis.names_in(*title, "person", "place")
        if work is None or any(n.span.end == title[1] for n in named):
            continue
        time = next((t for t in analysis.times if t.start == year[0]), None)
        if time is not None:
            subject = plain(analysis, work.start, work.end, work.value)
            yield _claim(analysis, subject, plain(analysis, *year, "work"), time, [])


def _is_somebody(
    analysis: Analysis, subject: Subject, verb: Token, occasion: str
) -> bool:
    """Ask whether it befell a person, and not a work with a name like a person's."""
    described = verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "attr"
    if occasion in word_list("relations", "of_things") or (
        described and sort_of(verb.head) not in (None, PERSON)
    ):
        return False
    return is_person(analysis, subject)


def _occasion(verb: Token) -> str | None:
    """Return what a verb tells of, where it is put as such a thing is."""
    particle = next((c.lower_ for c in verb.rights if c.tag_ == "RP"), "")
    lemma = f"{verb.lemma_.lower()} {particle}".strip()
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if passive or (
        verb.dep_ in ("acl", "advcl", "csubj") and verb.tag_ in ("VBN", "NN")
    ):
        return _first(verb, "done") or occasion_of("done").get(lemma)
    if thing := next((c for c in verb.rights if c.dep_ == "dobj"), None):
        return occasion_of("with").get(f"{lemma} {thing.lemma_.lower()}")
    if verb.tag_ in ("VBG", "VBZ"):
        return None if verb.dep_ == "advcl" else occasion_of("goes_on").get(lemma)
    return _first(verb, "does") or occasion_of("does").get(lemma)


def _first(verb: Token, group: str) -> str | None:
    """Return what a verb tells of beside "first": "**first aired** in May"."""
    if any(c.lower_ in ("first", "originally") for c in verb.children):
        return occasion_of(group).get(f"first {verb.lemma_.lower()}")
    return None


def _in_brackets(analysis: Analysis) -> Iterator[Claim]:
    """Yield what brackets behind a name give: there the date stands for a word."""
    for claim in analysis.claims:
        trigger, time = claim.first("trigger"), claim.time
        if claim.kind != "event" or trigger is None or time is None:
            continue
        occasion = {"bear": "birth", "die": "death"}.get(str(trigger.value))
        if occasion and trigger.text == time.text:
            inside = next((t for t in analysis.times if t.start == trigger.start), None)
            for person in claim.role("participant"):
                word = plain(analysis, trigger.start, trigger.end, occasion)
                yield _claim(analysis, person, word, inside, [])


def _dates(analysis: Analysis, verb: Token, time: Time) -> bool:
    """Ask whether a time says when a verb befell."""
    if not (DATED.fullmatch(time.value) or MONTH.fullmatch(time.value)):
        return False
    sentence, token = analysis.sentence_of(verb), analysis.token_at(time.start)
    if not sentence.start <= token.i < sentence.end:
        return False
    before = analysis.text[sentence.start_char : time.start]
    if before.rfind("(") > before.rfind(")"):
        return False  # "Red Harbour (2005 film) was released in May"
    for _ in range(DEEP):
        if token == verb:
            return True
        if token.dep_ == "prep" and token.lower_ not in AT:
            return False
        if token.head == token or (token.pos_ in ("VERB", "AUX") and token != verb):
            return False
        token = token.head
    return False


def _places(analysis: Analysis, verb: Token) -> Iterator[Mention]:
    for link in verb.rights:
        from_there = link.lower_ == "from" and verb.lemma_ in occasion_of("goes_on")
        if link.dep_ == "prep" and (from_there or link.lower_ in ("in", "at")):
            for span, known in places_behind(analysis, link):
                yield plain(analysis, span.start, span.end, known)


def _of_event(analysis: Analysis, verb: Token) -> Iterator[Mention]:
    """Yield the known place of the event that a verb tells of."""
    for claim in analysis.claims:
        trigger, place = claim.first("trigger"), claim.first("place")
        here = trigger and claim.kind == "event" and trigger.start == verb.idx
        known = known_place(place.text) if here and place else None
        if known and place:
            yield plain(analysis, place.start, place.end, known)


def _claim(
    analysis: Analysis,
    subject: Mention,
    occasion: Mention,
    time: Time | None,
    places: list[Mention],
) -> Claim:
    roles = {"subject": [subject], "relation": [occasion], "place": places}
    valid = None
    if time is not None:
        dated = DATED.fullmatch(time.value)
        match = dated or MONTH.fullmatch(time.value)
        month = match["month"] if match else None
        place = (time.start, time.end)
        printed = analysis.original[time.start : time.end]
        if printed in MONTHS:
            dated = None  # a year counted from the day of publication says little here
        if dated:
            century = len(time.value) == len("19")
            value = f"{time.value}XX" if century else time.value
            roles["day"] = [plain(analysis, *place, value)]
            valid = ClaimTime(time.first, time.last, printed, time.value)
        if month:
            roles["month"] = [plain(analysis, *place, MONTHS[int(month) - 1])]
        year = "with a year" if dated else "without one"
        roles["dated"] = [plain(analysis, *place, year)]
    return analysis.claim_over(
        "relation", roles, time=valid, confidence=0.8, extractor="relation"
    )
