"""One count once: what a document repeats, sums up or splits is not counted again."""

from collections.abc import Iterable, Iterator
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


def fresh(analysis: Analysis, found: Iterable[Counted]) -> Iterator[Counted]:
    """Leave out what only repeats, sums up or names what was counted before.

    "killed a rebel and two guards … **the rebel** was killed … **three men** were
    killed": the second and third add nobody. In doubt a count is taken for a repeat.
    """
    stories: dict[str, list[Story]] = {}
    for counted in found:
        if modality_of(counted.trigger) != ASSERTED or _is_statistic(counted):
            continue
        told = stories.setdefault(counted.measure, [])
        story = _story(told, analysis, counted)
        if _repeats(analysis, story, counted):
            continue
        story.counts.append(counted)
        if entity := _entity(analysis, counted):
            story.entities.add(entity)
        if counted.value is not None:
            yield counted


def _is_statistic(counted: Counted) -> bool:
    """Ask whether a count covers a long time: "have killed 80 since January"."""
    sentence = counted.trigger.sent
    perfect = any(c.lower_ in ("have", "has") for c in counted.trigger.children)
    period = any(t.lower_ in group("period") for t in sentence)
    return period and (perfect or (counted.trigger.dep_ != "ROOT" and perfect))


def _entity(analysis: Analysis, counted: Counted) -> str | None:
    name = analysis.name_at(counted.head.idx)
    return name.entity if name else None


def _story(told: list[Story], analysis: Analysis, counted: Counted) -> Story:
    """Return the story a count belongs to: that of its place, else the last one."""
    sentence = counted.trigger.sent
    places = frozenset(
        n.entity
        for n in analysis.names_in(sentence.start_char, sentence.end_char)
        if n.kind == "place"
    )
    for story in reversed(told):
        if not places or not story.places or places & story.places:
            story.places |= places
            return story
    told.append(Story(places=places))
    return told[-1]


def _repeats(analysis: Analysis, story: Story, counted: Counted) -> bool:
    before = [c for c in story.counts if c.value is not None]
    entity = _entity(analysis, counted)
    if entity and entity in story.entities:
        return True
    if not story.counts:
        return False
    if counted.value == 0:
        return any(c.value == 0 for c in before)
    if counted.number is None and counted.value == 1:
        if counted.definite or entity:
            return not counted.additional
        return any(
            _same_head(c, counted) for c in before if c.additional == counted.additional
        )
    if counted.value is None:
        return counted.definite
    if any(_same_count(c, counted) for c in before):
        return True
    singles = [c.value for c in before if isinstance(c.value, (int, float))]
    return len(singles) > 1 and sum(singles) == counted.value and not counted.additional


def _same_count(left: Counted, right: Counted) -> bool:
    if left.value != right.value or left.additional != right.additional:
        return False
    return _same_head(left, right)


def _same_head(left: Counted, right: Counted) -> bool:
    """Ask whether two phrases can mean the same people."""
    first, second = left.head.lemma_.lower(), right.head.lemma_.lower()
    loose = left.number is not None and right.number is not None
    if first == second or left.head.like_num or right.head.like_num:
        return True
    return loose and (first in GENERIC or second in GENERIC)


GENERIC = frozenset(("people", "person", "man", "individual", "victim", "suspect"))
