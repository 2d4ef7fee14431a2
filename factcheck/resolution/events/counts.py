"""Do two numbers count one thing? Tolls, ages, votes, amounts."""

from factcheck.claims import Value
from factcheck.extraction.quantities.apart import set_apart
from factcheck.resolution.events.features import EventFeatures
from factcheck.resolution.events.figures import (
    is_main,
    looked_up,
    may_have_grown,
    numbers_in,
)
from factcheck.resolution.events.nearness import (
    days_between,
    likeness,
    published_within,
    timely,
)
from factcheck.resolution.events.sentence_words import table
from factcheck.resolution.events.topics import (
    NEAR,
    in_one_story,
    of_several,
    one_scene,
    unmet,
)

FAR = 10
"""Times by which the tolls of one event do not differ."""
ABOUT = 2
"""Things that two numbers are both of, where one story gives no main figure."""
UNDATED = 1
"""Days before the eve of its publication of which a text without a day may tell."""
LARGE = 100
"""Numbers from here on are of one thing where they are of few things at all."""


def same_count(left: EventFeatures, right: EventFeatures) -> bool:
    """Say whether two numbers of one measure are surely of one thing."""
    if left.topic == "age":
        return bool(left.whose & right.whose)
    if is_main(left.topic) and in_story(left, right):
        return left.topic not in table("tolls") or not apart(left, right)
    if left.claim.document == right.claim.document and left.topic not in table("tolls"):
        return left.things == right.things and looked_up(_number(left)) == _number(
            right
        )
    people = counts_people(left.topic)
    single = is_main(left.topic) and not people
    if not timely(left, right) or (single and left.story is not None):
        return False
    alike = likeness(left.words, right.words)
    if not people and not left.struck & right.struck:
        if left.story is not None:
            return in_story(left, right)
        return alike >= 0.6 and _much_shared(left.words, right.words, 0.3)
    if plainly(left, right):
        return True
    if apart(left, right) or left.extra != right.extra or elsewhere(left, right):
        return False
    if left.spots - right.spots and right.spots - left.spots:
        return False
    if set_apart(left.sentence) or set_apart(right.sentence):
        return False
    if left.long != right.long:
        return False
    place = left.where & right.where or left.spots & right.spots
    anybody = (left.sort or "people") == (right.sort or "people")
    shared = place and anybody and left.events & right.events
    return bool(shared) and published_within(left, right, 1) and alike >= 0.4


def counts_people(topic: str) -> bool:
    """Ask whether a topic is a toll or a part of one."""
    return topic in table("tolls") or topic.startswith("part of ")


def plainly(left: EventFeatures, right: EventFeatures) -> bool:
    """Say whether two tolls are of one event beyond likeness of place and wording.

    They are of one thing with a name, the main tolls of two reports on one event, or
    told in nearly the same words.
    """
    if left.topic != right.topic or not counts_people(left.topic):
        return False
    near = timely(left, right)
    if not near and left.story != right.story:  # neither way leads there
        return False
    if apart(left, right) or _at_other_times(left, right):
        return False
    if in_story(left, right):
        return True
    if not near:
        return False
    if left.struck & right.struck:
        return True
    if left.extra != right.extra:
        return False
    unnamed = _in_unnamed_place(left, right)
    if left.scene and right.scene and one_scene(left.scene, right.scene):
        return not unnamed
    if not _shares_place(left, right):
        return False
    alike = likeness(left.words, right.words)
    return alike >= 0.6 and _much_shared(left.words, right.words)


def _shares_place(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two tolls are put in one place, in texts both with a day or without.

    Releases and bulletins are worded alike, whatever they tell of. Of the dead it is
    enough that no two places are named.
    """
    if (left.published is None) != (right.published is None):
        return False
    if left.spots - right.spots and right.spots - left.spots:
        return False
    scenes = left.scene and right.scene and left.scene.places & right.scene.places
    if left.topic == "killed":
        return not elsewhere(left, right)
    return bool(left.where & right.where or left.spots & right.spots or scenes)


def in_story(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two numbers of one story are of one thing.

    The main figures of two reports are, unless something sets their events apart;
    other numbers where the same things stand around them.
    """
    if left.story is None or left.story != right.story or _parts(left, right):
        return False
    if is_main(left.topic):
        if not left.scene or not right.scene or left.extra != right.extra:
            return False
        if (gap := days_between(left, right)) is not None and gap > NEAR:
            return False
        toll = left.topic in table("tolls")
        if counts_people(left.topic) and (
            _in_unnamed_place(left, right) or _at_other_times(left, right)
        ):
            return False
        if toll and not may_have_grown(_number(left), _number(right)):
            return False
        toll = toll or left.topic.startswith("part of ")
        return in_one_story(left.scene, right.scene, toll)
    if left.claim.document == right.claim.document or left.extra != right.extra:
        return False
    if unmet(left.sentence) or unmet(right.sentence):
        return False
    shared = left.things & right.things
    fewer = min(len(left.things), len(right.things))
    if left.topic.startswith("distance") and left.things != right.things:
        return False
    if not shared or len(shared) < fewer:
        return False
    numbers = (_number(left), _number(right))
    large = all(isinstance(n, int | float) and n >= LARGE for n in numbers)
    return len(shared) >= ABOUT or large


def apart(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two tolls count other people, or one a part of the other."""
    if not _same_sort(left.sort, right.sort) or _parts(left, right):
        return True
    if of_several(left.sentence) != of_several(right.sentence):
        return True
    return left.claim.document == right.claim.document and _number(left) != _number(
        right
    )


def _at_other_times(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two tolls are of days that are no single night.

    A text tells of nothing that another dates after the day of its publication. Of
    two days that follow each other only a place in common makes one event.
    """
    days = [_days(claim) for claim in (left, right)]
    published = right.published, left.published
    for (first, _), other in zip(days, published, strict=True):
        if first is not None and other is not None and first > other:
            return True
    (first, last), (start, end) = days
    if first is None or last is None or start is None or end is None:
        return False
    gap = max(first, start) - min(last, end)
    return gap > 1 or (gap == 1 and not _share_names(left, right))


def _days(claim: EventFeatures) -> tuple[int | None, int | None]:
    """Return the days of a toll: those it tells, or two before its publication."""
    if claim.first is not None or claim.scene is None:
        return claim.first, claim.last or claim.first
    first, last = claim.scene.first, claim.scene.last
    undated = first is not None and last == claim.published and first != last
    return (first - UNDATED if first is not None and undated else first), last


def _share_names(left: EventFeatures, right: EventFeatures) -> bool:
    if left.scene is None or right.scene is None:
        return bool(left.spots & right.spots or left.where & right.where)
    places, names = left.scene.places, right.scene.names
    return bool(places & names or right.scene.places & left.scene.names)


def _in_unnamed_place(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether one toll is of a place that the other's report never names."""
    if left.scene is None or right.scene is None:
        return False
    return bool(left.spots - right.scene.capitals or right.spots - left.scene.capitals)


def elsewhere(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two tolls are of other kinds of event, or of other places."""
    if left.events and right.events and not left.events & right.events:
        return True
    place = left.where & right.where or left.spots & right.spots
    return bool(left.where and right.where) and not place


def _number(claim: EventFeatures) -> Value:
    value = claim.claim.first("value")
    return value.value if value else None


def _much_shared(
    left: frozenset[str], right: frozenset[str], least: float = 0.45
) -> bool:
    """Ask whether likeness rests on many words, or on much of both sentences."""
    shared = len(left & right)
    return shared >= 7 or shared >= max(4.0, least * len(left | right))


def _parts(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two numbers are a whole and a part: "31 dead, 10 of them boys".

    So they are where one report gives both, in one sentence or in two.
    """
    values = [_number(left), _number(right)]
    if values[0] == values[1]:
        return False
    if looked_up(values[1]) in left.beside or looked_up(values[0]) in right.beside:
        return True
    if looked_up(values[1]) in left.totals or looked_up(values[0]) in right.totals:
        return True
    amounts = [v for v in values if isinstance(v, (int, float))]
    if len(amounts) == 2 and max(amounts) > FAR * min(amounts):
        return True
    printed = (
        numbers_in(left.sentence) - left.outdated,
        numbers_in(right.sentence) - right.outdated,
    )
    pairs = zip(values, reversed(printed), strict=True)
    return any(isinstance(v, (int, float)) and v in there for v, there in pairs)


def _same_sort(left: str, right: str) -> bool:
    """Ask whether two may count the same people; nobody said who is the same as all."""
    if "somebody" in (left, right):
        return left == right
    return left == right or not left or not right
