"""One count once: what a document repeats, sums up or splits is not counted again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from factcheck.claims import ASSERTED
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.modality import modality_of
from factcheck.extraction.quantities.counted import Counted
from factcheck.extraction.quantities.measures import group


@dataclass(slots=True)
class CountsOfPlace:
    """What one measure has counted so far in one place of a document."""

    counts: list[Counted] = field(default_factory=list)
    places: frozenset[str] = frozenset()
    entities: set[str] = field(default_factory=set)


def fresh(analysis: Analysis, tolls: Iterable[Counted]) -> list[Counted]:
    """Leave out what only repeats, sums up or names what was counted before.

    "killed a rebel and two guards … **the rebel** was killed … **three men** were
    killed": the second and third add nobody. In doubt a count is taken for a repeat.
    """
    by_measure: dict[str, list[CountsOfPlace]] = {}
    kept: list[Counted] = []
    every = list(tolls)
    for counted in every:
        if modality_of(analysis, counted.trigger) != ASSERTED:
            if counted.value is not None and counted.number is not None:
                kept.append(counted)
            continue
        if _is_statistic(analysis, counted):
            continue
        tallies = by_measure.setdefault(counted.measure, [])
        tally = _tally(tallies, analysis, counted)
        beside = [c for c in every if c.trigger.i == counted.trigger.i]
        if _repeats(analysis, tallies, tally, counted) or _resumes(tally, beside):
            _hedge(tallies, kept, counted)
            continue
        for other in tallies:
            elsewhere = tally.places and tally.places.isdisjoint(other.places)
            summed_up = other is tallies[0] and not counted.additional and not elsewhere
            vaguer = _vaguer(other, counted) if other is tally or summed_up else None
            replaced = (vaguer, _included(analysis, other, counted))
            for before in (*replaced, *_gathered(other, counted)):
                if before and before in other.counts:
                    kept.remove(before)
                    other.counts.remove(before)
        tally.counts.append(counted)
        if entity := _entity(analysis, counted):
            tally.entities.add(entity)
        if counted.value is not None:
            kept.append(counted)
    return kept


def _hedge(tallies: list[CountsOfPlace], kept: list[Counted], counted: Counted) -> None:
    """Give a count the bound under which it is repeated: "31 dead … at least 31"."""
    number = counted.number
    if number is None or number.modifier == "exact" or number.bound is None:
        return
    for tally in tallies:
        for place, before in enumerate(tally.counts):
            bare = before.number is not None and before.number.modifier == "exact"
            if before.number is None or not bare or not _same_count(before, counted):
                continue
            bounded = before.number._replace(
                modifier=number.modifier, bound=number.bound
            )
            hedged = before._replace(number=bounded)
            tally.counts[place] = kept[kept.index(before)] = hedged


def _resumes(tally: CountsOfPlace, beside: list[Counted]) -> bool:
    """Ask whether all that one verb counts was counted before as a total.

    "detained two rebels … detained **the leader** along with **an aide**": two in all.
    """
    triggers = {c.trigger.i for c in beside}
    numbers = [c.value for c in beside if isinstance(c.value, (int, float))]
    pointing = any(c.definite for c in beside)
    return (
        len(numbers) > 1
        and pointing
        and any(
            c.value == sum(numbers) and c.trigger.i not in triggers
            for c in tally.counts
        )
    )


def _vaguer(tally: CountsOfPlace, counted: Counted) -> Counted | None:
    """Return the bound that an exact count makes good: "at least 10 … the 11 men"."""
    number, value = counted.number, counted.value
    if (
        number is None
        or number.modifier != "exact"
        or not isinstance(value, (int, float))
    ):
        return None
    for before in tally.counts:
        least = before.value
        bounded = before.number is not None and before.number.modifier == "at least"
        if not (bounded and isinstance(least, (int, float))):
            continue
        if least <= value <= 1.5 * least and _same_head(before, counted):
            return before
    return None


def _included(
    analysis: Analysis, tally: CountsOfPlace, counted: Counted
) -> Counted | None:
    """Return the one whom a number includes: "Rebel held … two, including a rebel".

    He was counted by himself before; now he is one of the two.
    """
    if counted.number is None or counted.value == 1:
        return None
    if "including" not in analysis.words_around(counted.trigger):
        return None
    parts = {
        part.lemma_.lower()
        for token in analysis.sentence_of(counted.trigger)
        if token.lower_ == "including" and token.i > counted.head.i
        for part in token.children
        if part.dep_ == "pobj"
    }
    for before in tally.counts:
        single = before.value == 1 and before.number is None
        if single and before.head.lemma_.lower() in parts:
            return before
    return None


def _gathered(tally: CountsOfPlace, counted: Counted) -> list[Counted]:
    """Return the single ones that "both" takes in: "held a forger … **both men**"."""
    if counted.value != 2 or counted.number is None or counted.additional:
        return []
    if "both" not in {counted.head.lower_, *(c.lower_ for c in counted.head.children)}:
        return []
    return [c for c in tally.counts if c.value == 1 and c.number is None][-2:]


def _is_statistic(analysis: Analysis, counted: Counted) -> bool:
    """Ask whether a count covers a long time: "have killed 80 since January"."""
    if counted.number is None:
        return False
    if group("period").isdisjoint(analysis.words_around(counted.trigger)):
        return False
    token = counted.trigger
    for _ in range(4):
        if any(c.lower_ in PERFECT for c in token.children):
            return True
        token = token.head
    return False


PERFECT = frozenset(("have", "has", "'ve", "’ve"))


def _entity(analysis: Analysis, counted: Counted) -> str | None:
    name = analysis.name_at(counted.head.idx)
    return name.entity if name else None


def _tally(
    tallies: list[CountsOfPlace], analysis: Analysis, counted: Counted
) -> CountsOfPlace:
    """Return the tally a count belongs to: that of its place, else the last one."""
    sentence = analysis.sentence_of(counted.trigger)
    places = frozenset(
        _bare_place(name.text)
        for name in analysis.names_in(sentence.start_char, sentence.end_char, "place")
        if analysis.entities[name.entity].country is None
    )
    for tally in reversed(tallies):
        if not places or not tally.places or places & tally.places:
            tally.places |= places
            return tally
    tallies.append(CountsOfPlace(places=places))
    return tallies[-1]


def _bare_place(name: str) -> str:
    """Drop what sort of place it is: "Korvia province" is Korvia."""
    words = name.lower().split()
    return " ".join(w for w in words if w not in group("regions")) or name.lower()


def _repeats(
    analysis: Analysis,
    tallies: list[CountsOfPlace],
    tally: CountsOfPlace,
    counted: Counted,
) -> bool:
    entity = _entity(analysis, counted)
    if entity and any(entity in other.entities for other in tallies):
        return True
    everywhere = [c for other in tallies for c in other.counts]
    known = [c for c in everywhere if c.value is not None]
    before = [c for c in tally.counts if c.value is not None]
    if counted.value == 0:
        return any(c.value == 0 for c in before)
    if counted.value is None:
        return counted.definite and bool(everywhere)
    if known and _is_confirmed(counted.trigger):
        return True
    if counted.number is None:
        if counted.definite or entity:
            alike = [c for c in everywhere if _same_head(c, counted)]
            return bool(known or alike) and not _new_companion(counted)
        return any(_same_count(c, counted) for c in before)
    if any(_same_count(c, counted) for c in before):
        return True
    if counted.head.like_num and any(_same_count(c, counted) for c in known):
        return True
    if _is_large(analysis, counted) and any(_same_count(c, counted) for c in known):
        return True
    singles = [c.value for c in before if isinstance(c.value, (int, float))]
    if counted.definite and known and isinstance(counted.value, (int, float)):
        total = [c.value for c in known if isinstance(c.value, (int, float))]
        return counted.value <= sum(total)
    summed = len(singles) > 1 and sum(singles) == counted.value
    return summed and not counted.additional


def _is_large(analysis: Analysis, counted: Counted) -> bool:
    """Ask whether a number is too large to come twice, unless the sentence says so."""
    value = counted.value
    large = isinstance(value, (int, float)) and value > OFTEN
    return large and APART.isdisjoint(analysis.words_around(counted.trigger))


OFTEN = 5
"""Up to here two places of one report often have the same toll."""
APART = group("separate") | {"also"}


def _is_confirmed(trigger: Token) -> bool:
    """Ask whether a count is only confirmed: "confirmed the capture of a leader"."""
    token = trigger
    for _ in range(3):
        if token.dep_ not in ("ccomp", "dobj", "pobj", "prep", "nsubjpass"):
            return False
        token = token.head
        if token.lemma_ in ("confirm", "verify"):
            return True
    return False


def _new_companion(counted: Counted) -> bool:
    """Ask whether a phrase adds somebody: "killed Duval and **his driver**"."""
    possessed = any(c.lower_ in group("possessive") for c in counted.head.children)
    return counted.additional and (possessed or not counted.definite)


def _same_count(left: Counted, right: Counted) -> bool:
    if left.value != right.value or (right.additional and not left.additional):
        return False
    return _same_head(left, right)


def _same_head(left: Counted, right: Counted) -> bool:
    """Ask whether two phrases can mean the same people."""
    first, second = left.head.lemma_.lower(), right.head.lemma_.lower()
    numbered = left.number is not None and right.number is not None
    if first == second or left.head.like_num or right.head.like_num:
        return True
    return numbered and (first in GENERIC or second in GENERIC)


GENERIC = frozenset(("people", "person", "man", "individual", "victim", "suspect"))
