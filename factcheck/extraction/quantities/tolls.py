"""One count once: what a document repeats, sums up or splits is not counted again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.claims import ASSERTED
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.modality import modality_of
from factcheck.extraction.quantities.counted import Counted
from factcheck.extraction.quantities.measures import group


@dataclass(slots=True)
class Story:
    """What one measure has counted so far in one place of a document."""

    counts: list[Counted] = field(default_factory=list)
    places: frozenset[str] = frozenset()
    entities: set[str] = field(default_factory=set)


def fresh(analysis: Analysis, found: Iterable[Counted]) -> list[Counted]:
    """Leave out what only repeats, sums up or names what was counted before.

    "killed a rebel and two guards … **the rebel** was killed … **three men** were
    killed": the second and third add nobody. In doubt a count is taken for a repeat.
    """
    stories: dict[str, list[Story]] = {}
    kept: list[Counted] = []
    for counted in found:
        if modality_of(counted.trigger) != ASSERTED:
            if counted.value is not None and counted.number is not None:
                kept.append(counted)
            continue
        if _is_statistic(counted):
            continue
        told = stories.setdefault(counted.measure, [])
        story = _story(told, analysis, counted)
        if _repeats(analysis, told, story, counted):
            continue
        if vaguer := _vaguer(story, counted):
            kept.remove(vaguer)
            story.counts.remove(vaguer)
        story.counts.append(counted)
        if entity := _entity(analysis, counted):
            story.entities.add(entity)
        if counted.value is not None:
            kept.append(counted)
    return kept


def _vaguer(story: Story, counted: Counted) -> Counted | None:
    """Return the bound that an exact count makes good: "at least 10 … the 11 men"."""
    number, value = counted.number, counted.value
    if (
        number is None
        or number.modifier != "exact"
        or not isinstance(value, (int, float))
    ):
        return None
    for before in story.counts:
        least = before.value
        bounded = before.number is not None and before.number.modifier == "at least"
        if bounded and isinstance(least, (int, float)) and _same_head(before, counted):
            if least <= value <= 1.5 * least:
                return before
    return None


def _is_statistic(counted: Counted) -> bool:
    """Ask whether a count covers a long time: "have killed 80 since January"."""
    if counted.number is None:
        return False
    sentence = counted.trigger.sent
    if not any(t.lower_ in group("period") for t in sentence):
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


def _story(told: list[Story], analysis: Analysis, counted: Counted) -> Story:
    """Return the story a count belongs to: that of its place, else the last one."""
    sentence = counted.trigger.sent
    places = frozenset(
        n.entity
        for n in analysis.names_in(sentence.start_char, sentence.end_char, "place")
    )
    for story in reversed(told):
        if not places or not story.places or places & story.places:
            story.places |= places
            return story
    told.append(Story(places=places))
    return told[-1]


def _repeats(
    analysis: Analysis, told: list[Story], story: Story, counted: Counted
) -> bool:
    entity = _entity(analysis, counted)
    if entity and any(entity in other.entities for other in told):
        return True
    everywhere = [c for other in told for c in other.counts]
    before = [c for c in story.counts if c.value is not None]
    if counted.value == 0:
        return any(c.value == 0 for c in before)
    if counted.value is None:
        return counted.definite and bool(everywhere)
    if counted.number is None:
        if counted.definite or entity:
            return bool(everywhere) and not _new_companion(counted)
        return any(_same_count(c, counted) for c in before)
    if any(_same_count(c, counted) for c in before):
        return True
    singles = [c.value for c in before if isinstance(c.value, (int, float))]
    total = sum(singles)
    if counted.definite and everywhere and isinstance(counted.value, (int, float)):
        known = [c.value for c in everywhere if isinstance(c.value, (int, float))]
        return counted.value <= sum(known)
    return len(singles) > 1 and total == counted.value and not counted.additional


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
