"""Quantity claims: how many were killed, how old she is, what it cost."""

from collections.abc import Callable, Iterator
from itertools import chain

from spacy.tokens import Token

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.claims.day_numbers import day_number, day_of_number
from factcheck.claims.intervals import ends_of
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.meetings.participants import phrase, under
from factcheck.extraction.meetings.telling import credited
from factcheck.extraction.modality import modality_of
from factcheck.extraction.quantities.ages import (
    age_at_death,
    ages,
    deaths,
    deeds_at_ages,
    ranges,
)
from factcheck.extraction.quantities.amounts import (
    Amount,
    amount_of,
    compounds,
    singles,
    tallies,
)
from factcheck.extraction.quantities.apart import set_apart
from factcheck.extraction.quantities.counted import Counted, counted_phrases
from factcheck.extraction.quantities.extents import extents
from factcheck.extraction.quantities.firsts import firsts, titles_won
from factcheck.extraction.quantities.hours import clocks
from factcheck.extraction.quantities.measured import Measured
from factcheck.extraction.quantities.measures import (
    befalling,
    group,
    same_unit,
)
from factcheck.extraction.quantities.numbers import Number
from factcheck.extraction.quantities.parts import parts_of_tolls
from factcheck.extraction.quantities.predication import own_time, predicated
from factcheck.extraction.quantities.records import records
from factcheck.extraction.quantities.scores import scores
from factcheck.extraction.quantities.stages import correction_of, stage_of
from factcheck.extraction.quantities.tolls import fresh
from factcheck.extraction.time_attachment import place_of, time_of


@EXTRACTORS.register("quantity")
def quantities(analysis: Analysis) -> Iterator[Claim]:
    """Yield each count, amount, share and age.

    "At least **14 people** were **killed** in the **fire**" counts people killed in a
    fire; "several" has no number and makes no claim.
    """
    numbers = {analysis.token_at(n.end - 1).i: n for n in _numbers(analysis)}
    for number in list(numbers.values()):
        numbers.setdefault(analysis.token_at(number.start).i, number)
    for single in singles(analysis):
        numbers.setdefault(analysis.token_at(single.start).i, single)
    used: set[int] = set()
    dead = deaths(analysis)
    for age, number in ages(analysis):
        used.add(number.start)
        yield age
        if verb := dead.get(age.role("about")[0].entity):
            yield _of_subject(analysis, age_at_death(analysis, age, verb))
    hedges = [
        n.bound for n in numbers.values() if n.bound and n.bound != (n.start, n.end)
    ]
    every = [
        counted
        for counted in counted_phrases(analysis, numbers)
        if not any(start <= counted.head.idx < end for start, end in hedges)
    ]
    free = {n.start: n for n in numbers.values() if n.start not in used}
    parts = dict(parts_of_tolls(analysis, free.values(), every))
    every = [c for c in every if c.number is None or c.number.start not in parts]
    for counted in fresh(analysis, every):
        yield _toll(analysis, counted)
    used = {c.number.start for c in every if c.number is not None}
    amounts: list[Amount] = []
    for start, number in free.items():
        if start in used:
            continue
        if amount := parts.get(start) or amount_of(analysis, number):
            amounts.append(amount)
    amounts += (*compounds(analysis), *tallies(analysis), *scores(analysis))
    lengths = [amount for amount in amounts if amount.measure == "duration"]
    for amount in amounts:
        if amount.measure != "duration":
            yield _amount(analysis, amount)
    readers = (
        *(clocks(analysis), firsts(analysis), records(analysis)),
        *(ranges(analysis), deeds_at_ages(analysis), titles_won(analysis)),
    )
    for measured in chain(*readers, extents(analysis, lengths)):
        sentence = analysis.sentence_of(measured.verb)
        if measured.measure not in STANDING and set_apart(sentence.text):
            continue
        yield _of_subject(analysis, measured)


def _of_subject(analysis: Analysis, measured: Measured) -> Claim:
    """Make a claim of a number that says something of a subject."""
    place = measured.start, measured.end
    roles = {
        "value": [analysis.mention(*place, measured.value)],
        "measure": [analysis.mention(*place, measured.measure)],
        "modifier": [analysis.mention(*(measured.bound or place), measured.modifier)],
        "about": [*measured.about],
        "subject": [measured.subject],
        "predicate": [measured.predicate],
    }
    dated = measured.measure in ("clock", "duration", "sentence")
    time = _time(analysis, measured.verb) if dated else None
    ends = ends_of(measured.value) if measured.measure == "clock" else []
    late = bool(ends) and ends[-1] > LATE
    if time is not None and late:
        first, last = day_number(time.start), day_number(time.end)
        if first is not None and last is not None:
            days = day_of_number(first - 1), day_of_number(last + 1)
            time = ClaimTime(*days, time.text)
    return _tell(analysis, roles, measured.verb, time, 0.7)


STANDING = frozenset(("clock", "minute", "rank", "record"))
"""Measures of which a sentence may well speak of other events: "since 1998"."""
LATE = 21 * 60
"""Minutes of the day from which on what happens at night is of this day or the next."""


def _numbers(analysis: Analysis) -> Iterator[Number]:
    """Yield the numbers that are no part of a date, a duration's age or a name."""
    times = [t for t in analysis.times if t.type in ("DATE", "TIME", "SET")]
    following = 0
    for number in analysis.numbers:
        while following < len(times) and times[following].end <= number.start:
            following += 1
        if following < len(times) and times[following].start < number.end:
            continue
        if not analysis.name_at(number.start):
            yield number


def _toll(analysis: Analysis, counted: Counted) -> Claim:
    head, trigger, number = counted.head, counted.trigger, counted.number
    roles: dict[str, list[Mention]] = {}
    start, end = phrase(analysis, head)
    if number is not None:
        roles["value"] = [analysis.mention(number.start, number.end, number.value)]
        roles["modifier"] = _modifier(analysis, number)
        if noun := _noun_of(head):
            unit = same_unit(noun)
            roles["unit"] = [analysis.mention(noun.idx, noun.idx + len(noun), unit)]
    else:
        roles["value"] = [analysis.mention(start, end, counted.value)]
        roles["modifier"] = [analysis.mention(start, end, "exact")]
    roles["measure"] = [_word(analysis, trigger, counted.measure)]
    roles["about"] = _about(analysis, trigger)
    if counted.measure in group("tolls"):
        place = roles["value"][0].start
        roles["stage"] = _stage(analysis, trigger, place, stage_of)
    time = _time(analysis, trigger)
    if number is not None and counted.measure not in group("tolls"):
        amount = Amount(number, counted.measure, None, counted.measure, head)
        time = own_time(analysis, time, _clause(head))
        roles |= predicated(analysis, amount, time)
    return _tell(analysis, roles, trigger, time, 0.9)


ReadStage = Callable[[str, int], tuple[str, int, int] | None]


def _stage(
    analysis: Analysis, trigger: Token, place: int, read_stage: ReadStage
) -> list[Mention]:
    """Return the words that tell of a number that it has changed, if any do."""
    sentence = analysis.sentence_of(trigger)
    first = sentence.start_char
    read = read_stage(analysis.text[first : sentence.end_char], place - first)
    if read is None:
        return []
    stage, start, end = read
    return [analysis.mention(first + start, first + end, stage)]


def _noun_of(head: Token) -> Token | None:
    """Return the noun that says what is counted; None for "two were killed"."""
    of = under(head, "of")
    if of and (
        head.like_num or head.lemma_ in group("total") | group("heaps") | MEMBERS
    ):
        return None if _is_no_unit(of[0]) else of[0]
    if head.like_num or head.pos_ not in ("NOUN", "PROPN"):
        return None
    return None if _is_no_unit(head) else head


MEMBERS = frozenset(("member",))
"""Nouns for those of a body, which says who they are: "members of the staff"."""


def _is_no_unit(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in group("unitless") or lemma in group("heaps")


def _modifier(analysis: Analysis, number: Number) -> list[Mention]:
    start, end = number.bound or (number.start, number.end)
    return [analysis.mention(start, end, number.modifier)]


def _word(analysis: Analysis, token: Token, value: str) -> Mention:
    return analysis.mention(token.idx, token.idx + len(token), value)


def _about(analysis: Analysis, trigger: Token) -> list[Mention]:
    """Return what a toll is of: the event, else the place it happened at."""
    for token in (trigger, trigger.head):
        for noun in (*under(token, "in", "by", "during", "after", "from", "of"),):
            if noun.lemma_.lower() in group("events"):
                return [_event(analysis, noun)]
        for child in token.children:
            if child.dep_ == "nsubj" and child.lemma_.lower() in group("events"):
                return [_event(analysis, child)]
    if named := _struck(analysis, trigger):
        return [named]
    place = place_of(analysis, trigger)
    return [place] if place else []


def _struck(analysis: Analysis, verb: Token) -> Mention | None:
    """Return what something befell: "The **Orla**, which sank, killed 17"."""
    for child in verb.children:
        if child.dep_ != "nsubj" or not analysis.name_at(child.idx):
            continue
        for clause in child.children:
            event = befalling().get(clause.lemma_)
            if event and clause.dep_ in ("relcl", "acl"):
                return analysis.mention(*phrase(analysis, child), event)
    return None


def _event(analysis: Analysis, noun: Token) -> Mention:
    return analysis.mention(*phrase(analysis, noun), noun.lemma_.lower())


def _time(analysis: Analysis, trigger: Token) -> ClaimTime | None:
    """Return the time of a verb, or of the verb whose result it tells.

    "A blast **hit** the town on Monday, **killing** 12": Monday is the day of both. A
    lone day that no other verb of the sentence has is that of the toll.
    """
    token = trigger
    for _ in range(3):
        if time := time_of(analysis, token):
            return time
        result = token.tag_ == "VBG" and token.dep_ in ("advcl", "conj", "xcomp")
        part = token.dep_ in ("acl", "conj", "oprd", "amod", "acomp")
        if not (result or part or token.pos_ not in ("VERB", "AUX")):
            break
        token = token.head
    return _lone_day(analysis, trigger)


def _lone_day(analysis: Analysis, trigger: Token) -> ClaimTime | None:
    sentence = analysis.sentence_of(trigger)
    days = [
        time
        for time in analysis.times
        if sentence.start_char <= time.start < sentence.end_char
        and time.type in ("DATE", "TIME")
    ]
    if len(days) != 1 or days[0].first is None or days[0].first != days[0].last:
        return None
    (day,) = days
    for host, attached in analysis.attachments.items():
        verb = analysis.doc[host].pos_ in ("VERB", "AUX")
        if verb and any(a.time == day for a in attached):
            return None
    before = analysis.text[max(0, day.start - 12) : day.start].lower().split()
    if before and before[-1] in ("after", "before", "since", "until", "by"):
        return None
    text = analysis.original[day.start : day.end]
    return ClaimTime(day.first, day.last, text, day.value)


def _amount(analysis: Analysis, amount: Amount) -> Claim:
    """Make a claim of a number that counts something else than a toll's people."""
    number, head = amount.number, amount.head
    start, end = amount.unit or (number.start, number.end)
    governor = _clause(head)
    about = [_thing(analysis, token) for token in amount.about]
    roles = {
        "value": [analysis.mention(number.start, number.end, number.value)],
        "measure": [analysis.mention(start, end, amount.measure)],
        "modifier": _modifier(analysis, number),
        "about": about,
        "stage": _stage(analysis, head, number.start, correction_of),
    }
    if amount.part_of:
        of, word = amount.part_of
        roles["part_of"] = [_word(analysis, word, of)]
    if amount.unit:
        roles["unit"] = [analysis.mention(start, end, amount.unit_value)]
    time = own_time(analysis, _time(analysis, governor), governor)
    roles |= predicated(analysis, amount, time)
    return _tell(analysis, roles, governor, time, 0.7)


def _thing(analysis: Analysis, token: Token) -> Mention:
    """Return what a number is of: a name, or a noun by its lemma."""
    if name := analysis.name_at(token.idx):
        return analysis.mention(name.span.start, name.span.end)
    return _word(analysis, token, token.lemma_.lower())


def _clause(token: Token) -> Token:
    """Return the verb a phrase belongs to, or the highest word above it."""
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX") or token.head is token:
            return token
        token = token.head
    return token


def _tell(
    analysis: Analysis,
    roles: dict[str, list[Mention]],
    trigger: Token,
    time: ClaimTime | None,
    confidence: float,
) -> Claim:
    return analysis.claim_around(
        "quantity",
        trigger,
        roles,
        time=time,
        modality=modality_of(analysis, trigger),
        attribution=credited(analysis, trigger),
        confidence=confidence,
        extractor="quantities",
    )
