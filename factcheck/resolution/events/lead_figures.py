"""Which tolls of a report are those of what its head is about."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.claims import Value
from factcheck.comparators.wording import stem
from factcheck.documents import TEXT
from factcheck.documents.sentence_boundaries import SENTENCE_END
from factcheck.extraction.quantities.apart import set_apart
from factcheck.resolution.events.features import EventFeatures, Setting
from factcheck.resolution.events.figures import is_main
from factcheck.resolution.events.sentence_words import (
    BEFORE_IT,
    SEAT,
    WORD,
    idle,
    kinds_in,
    table,
    with_seat,
)
from factcheck.resolution.events.topics import (
    SENTENCES,
    ReportTopic,
    points_back,
)

SHORT = 40
"""Characters up to which a line is a dateline or a byline and no sentence."""
LATE = 7
"""Days after which an event is no longer what a report is most likely about."""
HEAD = 700
"""Characters of a text after which nothing belongs to its head."""


def set_in_scenes(
    setting: Setting, claims: Sequence[EventFeatures]
) -> list[EventFeatures]:
    """Give the main toll of each measure the scene that the report's head sets.

    Main is the toll that the head gives first, or the first behind it that points back
    to the event and names no other place and no other day. A report that tells of one
    event gives its toll in sentences that name neither: "six died in the attack".
    """
    end = _end_of_head(setting)
    scene = _scene(setting, claims, end)
    claims = _dated_alike(claims)
    main: dict[tuple[str, str], Value] = {}
    ordered = sorted(claims, key=lambda c: (c.claim.span.part != TEXT, _start(c)))
    figures = [claim for claim in ordered if _is_toll(claim)]
    for claim in figures:
        if _belongs(claim, scene, end):
            main.setdefault(_figure(claim), claim.claim.role("value")[0].value)
    for claim in figures if setting.story is not None else ():
        if _may_belong(claim, scene):
            main.setdefault(_figure(claim), claim.claim.role("value")[0].value)
    numbers = _numbers(claims)
    kept = []
    for claim in ordered:
        if _is_toll(claim) and _figure(claim) in main:
            same = main[_figure(claim)] == claim.claim.role("value")[0].value
            if same and (_belongs(claim, scene, end) or _may_belong(claim, scene)):
                claim = replace(claim, scene=scene)
        if others := numbers.get(claim.topic, frozenset()) - _number(claim):
            claim = replace(claim, beside=others)
        kept.append(claim)
    return kept


def _dated_alike(claims: Sequence[EventFeatures]) -> list[EventFeatures]:
    """Give a toll without a day that of the same toll: a headline that of its text."""
    days = {
        _toll(claim): claim
        for claim in reversed(claims)
        if claim.first is not None and claim.first <= (claim.published or claim.first)
    }
    return [
        replace(claim, first=dated.first, last=dated.last)
        if claim.first is None and (dated := days.get(_toll(claim))) and _number(claim)
        else claim
        for claim in claims
    ]


def _toll(claim: EventFeatures) -> tuple[str, str, frozenset[Value]]:
    return *_figure(claim), _number(claim)


def _figure(claim: EventFeatures) -> tuple[str, str]:
    """Return what a report gives one main number of."""
    tolls = claim.topic in table("tolls")
    return claim.topic, (claim.sort or "people") if tolls else ""


def _may_belong(claim: EventFeatures, scene: ReportTopic) -> bool:
    """Ask whether nothing sets a figure apart from what the report is about.

    In a story that is enough where the head gives no such figure.
    """
    if set_apart(claim.sentence) or _on_another_day(claim, scene):
        return False
    if claim.topic in table("tolls") and claim.spots - scene.names:
        return False
    if claim.things & _lasting():
        return False
    return not (claim.events and scene.kinds and not claim.events & scene.kinds)


def _numbers(claims: Sequence[EventFeatures]) -> dict[str, frozenset[Value]]:
    """Return the numbers of dead, of wounded … that one document gives."""
    given: dict[str, frozenset[Value]] = {}
    for claim in claims:
        if claim.claim.kind == "quantity" and claim.topic:
            given[claim.topic] = given.get(claim.topic, frozenset()) | _number(claim)
    return given


def _number(claim: EventFeatures) -> frozenset[Value]:
    """Return the number of a claim, if it is one that does not come twice by chance."""
    value = claim.claim.first("value")
    number = value.value if value else None
    single = isinstance(number, int | float) and number > FEW
    return frozenset((number,)) if single else NONE


NONE: frozenset[Value] = frozenset()
FEW = 2
"""Numbers up to this many come twice in one report by chance."""


def _is_toll(claim: EventFeatures) -> bool:
    """Ask whether a claim gives a number of dead, wounded … that stands by itself."""
    if claim.claim.kind != "quantity" or not is_main(claim.topic):
        return False
    value = claim.claim.first("value")
    return bool(value and value.value) and not claim.extra and claim.sort != "somebody"


def _start(claim: EventFeatures) -> int:
    return claim.claim.span.start


def _end_of_head(setting: Setting) -> int:
    text = setting.extraction.document.text
    ends: list[int] = []
    begun = 0
    for mark in SENTENCE_END.finditer(text, 0, HEAD):
        if mark.end() - begun >= SHORT:
            ends.append(mark.end())
        begun = mark.end()
    return ends[SENTENCES - 1] if len(ends) >= SENTENCES else min(len(text), HEAD)


def _belongs(claim: EventFeatures, scene: ReportTopic, end: int) -> bool:
    span = claim.claim.span
    if span.part != TEXT or span.start < end:
        return True
    if claim.spots - scene.names:
        return False
    if _on_another_day(claim, scene):
        return False
    if claim.events and scene.kinds and not claim.events & scene.kinds:
        return False
    if set_apart(claim.sentence):
        return False
    if claim.topic not in table("tolls"):
        return True
    return points_back(claim.sentence) and not claim.things & _lasting()


def _on_another_day(claim: EventFeatures, scene: ReportTopic) -> bool:
    if claim.first is None or scene.first is None:
        return False
    return claim.first > (scene.last or 0) or (claim.last or 0) < scene.first


def _scene(setting: Setting, claims: Sequence[EventFeatures], end: int) -> ReportTopic:
    document = setting.extraction.document
    heads = [document.text[:end], document.title or ""]
    printed = [m[0] for head in heads for m in WORD.finditer(head)]
    own = " ".join(BEFORE_IT.sub(" ", head) for head in heads)
    words = {stem(word.lower()) for word in printed if word.lower() not in idle()}
    places = setting.spots(own)
    written = {m[0].lower() for m in WORD.finditer(own) if m[0][0].isupper()}
    written -= setting.small | setting.common | idle()
    names = with_seat(frozenset(written | places & {SEAT}))
    empty = {stem(word) for word in names | setting.common} | _of_tolls()
    days = [
        (c.first, c.last)
        for c in claims
        if c.claim.span.part == TEXT and _start(c) < end
        if c.first is not None and c.last is not None and c.last - c.first <= 1
    ]
    published = next((c.published for c in claims if c.published is not None), None)
    if not days and published is not None:
        days = [(published - 1, published)]
    fresh = [d for d in days if published is not None and abs(published - d[0]) <= LATE]
    first, last = next(iter(fresh or days), (None, None))
    kinds = {kind for head in heads for kind in kinds_in(head)}
    return ReportTopic(
        frozenset(places & names),
        names,
        frozenset(kinds),
        first,
        last,
        frozenset(words - empty),
        setting.capitals,
    )


@cache
def _lasting() -> frozenset[str]:
    """Return stems of what lasts for long and has many events: "in the war"."""
    return frozenset(stem(word) for word in table("lasting"))


@cache
def _of_tolls() -> frozenset[str]:
    """Return stems of the words for dead and wounded, which any report of one has."""
    return frozenset(stem(word) for word in table("toll_words"))
