"""Do two claims tell of one happening? What must agree, and what may differ."""

from itertools import combinations

from factcheck.claims import DENIED, PLANNED, Value
from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import load_lattice
from factcheck.resolution.events.features import (
    COARSE,
    Told,
    numbers_in,
    table,
)
from factcheck.resolution.events.figures import is_main, looked_up, may_have_grown
from factcheck.resolution.events.topics import NEAR, in_one_story, one_scene, unmet

FAR = 10
"""Times by which the tolls of one event do not differ."""
ABOUT = 2
"""Things that two numbers are both of, where one story gives no main figure."""
LARGE = 100
"""Numbers from here on are of one thing where they are of few things at all."""
RECENT = 7
"""Days between two publications within which an undated happening may be the same."""


def same(left: Told, right: Told) -> bool:
    """Say whether two claims of one kind surely tell of the same happening.

    What identifies it must agree; what is left may differ, for that is what rules look
    for: one meeting at two places, one toll with two numbers.
    """
    kind = left.claim.kind
    if kind == "meeting":
        return _same_meeting(left, right)
    if kind == "visit":
        shared = left.who & right.who and left.where & right.where
        return bool(shared) and _timely(left, right)
    if kind == "event":
        return _same_event(left, right)
    return left.topic == right.topic and _same_count(left, right)


def _same_meeting(left: Told, right: Told) -> bool:
    shared = left.who & right.who
    if not shared:
        return False
    place = bool(left.where & right.where)
    elsewhere = bool(left.where and right.where) and not place
    gap = _gap(left, right)
    if len(shared) == 1:
        alone = min(len(left.who), len(right.who)) == 1
        dated = gap == 0 and not left.vague and not right.vague
        return alone and place and dated
    if gap is None:
        return place or (not elsewhere and _published(left, right, 3))
    if gap == 0:
        return place or not (left.vague or right.vague)
    if place:
        return gap <= 3 or _misdated(left, right)
    return gap <= 3 and not elsewhere


def _misdated(left: Told, right: Told) -> bool:
    """Ask whether two times of one thing look like one with a wrong year."""
    if left.first is None or right.first is None:
        return False
    years = abs(left.first - right.first)
    return 360 <= years <= 370 and left.vague == right.vague


def _same_event(left: Told, right: Told) -> bool:
    """Say whether two event claims tell of one event: same kind, cast, time, place.

    Two predicates that exclude each other ("resigned", "was dismissed") may be told of
    one event; a denial and what it denies are one as well.
    """
    if left.topic != right.topic or not _published(left, right, RECENT):
        return False
    if DENIED in (left.claim.modality, right.claim.modality):
        return _same_denial(left, right)
    if left.predicate is None or right.predicate is None:
        return _same_unclassified(left, right)
    if left.claim.modality == PLANNED and not _published(left, right, 1):
        return False
    lattice = load_lattice("events")
    verdict = lattice.relation(left.predicate, right.predicate)
    if verdict is Verdict.UNKNOWN:
        return False
    if verdict is Verdict.CONFLICT and lattice.is_a(left.predicate, "in turn"):
        return False
    if not _same_cast(left, right):
        return False
    alike = likeness(left.words, right.words)
    if verdict is Verdict.CONFLICT and not left.principals:
        shared = len(left.words & right.words)
        if shared < 0.4 * min(len(left.words), len(right.words)):
            return False
    once = bool(lattice.is_a(left.predicate, "once"))
    gap = _gap(left, right)
    if _elsewhere_named(left, right) and not (once and gap in (None, 0, 1)):
        return False
    if left.topic not in LIFE and left.story != right.story:
        return gap == 0 and not (left.vague or right.vague)
    if gap is None or gap == 0:
        return once or _published(left, right, 2)
    if once:
        return gap <= COARSE or _misdated(left, right) or left.topic in LIFE
    if verdict is Verdict.CONFLICT or alike < 0.5:
        return False
    whole = left.who == right.who and left.things == right.things
    return gap <= (COARSE if whole and left.where & right.where else 3)


LIFE = frozenset(("bear", "end or keep life", "found"))
"""What comes about once and is told for years."""


def _same_cast(left: Told, right: Told) -> bool:
    """Ask whether two events have one principal, and nothing else that differs."""
    if left.topic == "result":
        return _same_contest(left, right)
    if left.topic == "strike a place":
        named = left.principals & right.principals
        return bool(named) and likeness(left.words, right.words) >= 0.5
    if left.principals and right.principals:
        shared = left.principals & right.principals
        unlike = left.things and right.things and not left.things & right.things
        return bool(shared) and not unlike
    if left.principals or right.principals:
        return False
    if left.things and right.things:
        agents = left.who & right.who
        return bool(left.things & right.things and agents)
    place = left.where & right.where or left.spots & right.spots
    return bool(place) and likeness(left.words, right.words) >= 0.5


def _same_contest(left: Told, right: Told) -> bool:
    """Ask whether two results are of one contest: both sides, or one and the prize."""
    shared = left.who & right.who
    if len(shared) >= 2:
        return True
    return bool(shared and left.things & right.things)


def _same_denial(left: Told, right: Told) -> bool:
    """Ask whether one claim denies what the other tells, word for word.

    Every content word of what is denied stands in the other sentence.
    """
    if not _published(left, right, 2) or not left.who & right.who:
        return False
    if left.predicate and right.predicate:
        lattice = load_lattice("events")
        if not left.principals & right.principals:
            return False
        if lattice.relation(left.predicate, right.predicate) is not Verdict.COMPATIBLE:
            return False
    if left.claim.modality == right.claim.modality:
        return left.denied == right.denied
    other = right if left.claim.modality == DENIED else left
    denied = left.denied | right.denied
    return denied <= other.clause and (bool(denied) or left.predicate is not None)


def _same_unclassified(left: Told, right: Told) -> bool:
    elsewhere = bool(left.where and right.where) and not left.where & right.where
    gap, alike = _gap(left, right), likeness(left.words, right.words)
    if alike >= 0.6:
        return gap in (None, 0) or gap <= 3 or _misdated(left, right)
    if len(left.who & right.who) < min(2, len(left.who), len(right.who)) or elsewhere:
        return False
    dated = gap == 0 and not (left.vague or right.vague)
    return bool(left.who & right.who) and dated and alike >= 0.3


def _elsewhere_named(left: Told, right: Told) -> bool:
    return bool(left.where and right.where) and not left.where & right.where


def _same_count(left: Told, right: Told) -> bool:
    if left.topic == "age":
        return bool(left.whose & right.whose)
    if is_main(left.topic) and _in_story(left, right):
        return left.topic not in table("tolls") or not _apart(left, right)
    if left.claim.document == right.claim.document and left.topic not in table("tolls"):
        return left.things == right.things and looked_up(_number(left)) == _number(
            right
        )
    single = is_main(left.topic) and left.topic not in table("tolls")
    if not _timely(left, right) or (single and left.story is not None):
        return False
    alike = likeness(left.words, right.words)
    if left.topic not in table("tolls") and not left.struck & right.struck:
        if left.story is not None:
            return _in_story(left, right)
        return alike >= 0.6 and _much_shared(left.words, right.words, 0.3)
    if plainly(left, right):
        return True
    if _apart(left, right) or left.extra != right.extra or _elsewhere(left, right):
        return False
    place = left.where & right.where or left.spots & right.spots
    anybody = (left.sort or "people") == (right.sort or "people")
    shared = place and anybody and left.events & right.events
    return bool(shared) and _published(left, right, 1) and alike >= 0.4


def plainly(left: Told, right: Told) -> bool:
    """Say whether two tolls are of one event beyond likeness of place and wording.

    They are of one thing with a name, the main tolls of two reports on one event, or
    told in nearly the same words.
    """
    tolls = left.topic == right.topic and left.topic in table("tolls")
    if not tolls or _apart(left, right):
        return False
    if _in_story(left, right):
        return True
    if not _timely(left, right):
        return False
    if left.struck & right.struck:
        return True
    if left.extra != right.extra:
        return False
    if left.scene and right.scene and one_scene(left.scene, right.scene):
        return True
    alike = likeness(left.words, right.words)
    return alike >= 0.6 and _much_shared(left.words, right.words)


def _in_story(left: Told, right: Told) -> bool:
    """Ask whether two numbers of one story are of one thing.

    The main figures of two reports are, unless something sets their events apart;
    other numbers where the same things stand around them.
    """
    if left.story is None or left.story != right.story or _parts(left, right):
        return False
    if is_main(left.topic):
        if not left.scene or not right.scene or left.extra != right.extra:
            return False
        if (gap := _gap(left, right)) is not None and gap > NEAR:
            return False
        toll = left.topic in table("tolls")
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


def different(left: Told, right: Told) -> bool:
    """Say whether two claims of one kind surely tell of two happenings.

    Of tolls it is known what keeps them apart: the sort of people, the day, the place,
    the kind of event, a whole and its part. Of all else, what is not surely one is two.
    """
    if left.claim.kind != "quantity" or left.topic not in table("tolls"):
        return not same(left, right)
    if left.topic != right.topic or left.extra != right.extra:
        return True
    if _in_story(left, right):
        return _apart(left, right)
    return not _timely(left, right) or _apart(left, right) or _elsewhere(left, right)


def _apart(left: Told, right: Told) -> bool:
    """Ask whether two tolls count other people, or one a part of the other."""
    if not _same_sort(left.sort, right.sort) or _parts(left, right):
        return True
    return left.claim.document == right.claim.document and _number(left) != _number(
        right
    )


def _elsewhere(left: Told, right: Told) -> bool:
    """Ask whether two tolls are of other kinds of event, or of other places."""
    if left.events and right.events and not left.events & right.events:
        return True
    place = left.where & right.where or left.spots & right.spots
    return bool(left.where and right.where) and not place


def _number(claim: Told) -> Value:
    value = claim.claim.first("value")
    return value.value if value else None


def _much_shared(
    left: frozenset[str], right: frozenset[str], least: float = 0.45
) -> bool:
    """Ask whether likeness rests on many words, or on much of both sentences."""
    shared = len(left & right)
    return shared >= 7 or shared >= max(4.0, least * len(left | right))


def _parts(left: Told, right: Told) -> bool:
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
    printed = numbers_in(left.sentence), numbers_in(right.sentence)
    pairs = zip(values, reversed(printed), strict=True)
    return any(isinstance(v, (int, float)) and v in there for v, there in pairs)


def _same_sort(left: str, right: str) -> bool:
    """Ask whether two may count the same people; nobody said who is the same as all."""
    if "somebody" in (left, right):
        return left == right
    return left == right or not left or not right


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Say how much of the shorter of two sentences the other shares, 0 to 1."""
    shared = len(left & right)
    return shared / min(len(left), len(right)) if shared >= 3 else 0.0


def _gap(left: Told, right: Told) -> int | None:
    """Count the days between two times; 0 when they meet, None when one is missing."""
    if left.first is None or right.first is None:
        return None
    first, last = max(left.first, right.first), min(_end(left), _end(right))
    return max(0, first - last)


def _end(claim: Told) -> int:
    return claim.last or claim.first or 0


def _timely(left: Told, right: Told) -> bool:
    gap = _gap(left, right)
    return gap <= 1 if gap is not None else _published(left, right, RECENT)


def _published(left: Told, right: Told, days: int) -> bool:
    """Ask whether two texts were published near enough; unknown days are near."""
    if left.published is None or right.published is None:
        return True
    return abs(left.published - right.published) <= days


def keys(claim: Told) -> list[tuple[str, ...]]:
    """Return what two claims of one happening must have in common at least once.

    Rare words are added by whoever knows how rare they are.
    """
    kind = claim.claim.kind
    if kind == "meeting":
        pairs = combinations(sorted(claim.who)[:8], 2)
        alone = [(kind, w, p) for w in claim.who for p in claim.where]
        return [*((kind, *pair) for pair in pairs), *alone]
    if kind == "visit":
        return [(kind, w, p) for w in sorted(claim.who) for p in sorted(claim.where)]
    if kind == "event":
        named = sorted(claim.who) or sorted(claim.where | claim.spots)
        return [(kind, claim.topic, one) for one in named]
    if claim.topic == "age":
        return [(kind, "age", w) for w in sorted(claim.whose)]
    things: list[tuple[str, ...]]
    things = [(kind, claim.topic, *struck) for struck in sorted(claim.struck)]
    if claim.story is not None and claim.scene:
        things.append((kind, claim.topic, "story", claim.story))
    elif claim.story is not None:
        of = sorted(claim.things)
        things += [(kind, claim.topic, "story", claim.story, thing) for thing in of]
    places = sorted(
        claim.where | claim.spots | (claim.scene.places if claim.scene else set())
    )
    return [*things, *((kind, claim.topic, p) for p in places)]
