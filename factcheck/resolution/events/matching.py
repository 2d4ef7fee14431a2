"""Do two claims tell of one event? What must agree, and what may differ."""

from itertools import combinations

from factcheck.claims import DENIED, PLANNED
from factcheck.comparators.wording import stem
from factcheck.lexicons import Verdict, load_table
from factcheck.lexicons.lexicon import load_lattice
from factcheck.resolution.events.counts import (
    apart,
    counts_people,
    elsewhere,
    in_story,
    same_count,
)
from factcheck.resolution.events.features import COARSE, EventFeatures
from factcheck.resolution.events.nearness import (
    RECENT,
    days_between,
    is_news,
    likeness,
    published_within,
    timely,
)

OPENING = 300
"""Characters in which a report says what it is about."""

SHARED = 3
"""Words that the openings of two reports of one mishap have in common."""


def same(left: EventFeatures, right: EventFeatures) -> bool:
    """Say whether two claims of one kind surely tell of the same event.

    What identifies it must agree; what is left may differ, for that is what rules look
    for: one meeting at two places, one toll with two numbers.
    """
    kind = left.claim.kind
    if kind == "meeting":
        return _same_meeting(left, right)
    if kind == "visit":
        shared = left.who & right.who and left.where & right.where
        return bool(shared) and timely(left, right)
    if kind == "event":
        return _same_event(left, right)
    return left.topic == right.topic and same_count(left, right)


def _same_meeting(left: EventFeatures, right: EventFeatures) -> bool:
    shared = left.who & right.who
    if not shared:
        return False
    place = bool(left.where & right.where)
    elsewhere = bool(left.where and right.where) and not place
    gap = days_between(left, right)
    if len(shared) == 1:
        alone = min(len(left.who), len(right.who)) == 1
        dated = gap == 0 and not left.vague and not right.vague
        return alone and place and dated
    if gap is None:
        return place or (not elsewhere and published_within(left, right, 3))
    if gap == 0:
        return place or not (left.vague or right.vague)
    if place:
        return gap <= 3 or _misdated(left, right)
    return gap <= 3 and not elsewhere


def _misdated(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two times of one thing look like one with a wrong year."""
    if left.first is None or right.first is None:
        return False
    years = abs(left.first - right.first)
    return 360 <= years <= 370 and left.vague == right.vague


def _same_event(left: EventFeatures, right: EventFeatures) -> bool:
    """Say whether two event claims tell of one event: same kind, cast, time, place.

    Two predicates that exclude each other ("resigned", "was dismissed") may be told of
    one event; a denial and what it denies are one as well.
    """
    if left.topic != right.topic or not published_within(left, right, RECENT):
        return False
    if DENIED in (left.claim.modality, right.claim.modality):
        return _same_denial(left, right)
    if _numbered(left) != _numbered(right):
        return False
    if left.predicate is None or right.predicate is None:
        return _same_unclassified(left, right)
    if left.claim.modality == PLANNED and not published_within(left, right, 1):
        return False
    lattice = load_lattice("events")
    verdict = lattice.relation(left.predicate, right.predicate)
    if _same_mishap(left, right):
        return True
    if verdict is Verdict.UNKNOWN:
        return False
    if verdict is Verdict.CONFLICT and lattice.is_a(left.predicate, "in turn"):
        return False
    if lattice.is_a(left.predicate, "scheduled"):
        return verdict is Verdict.COMPATIBLE and _same_occasion(left, right)
    if not _same_cast(left, right):
        return False
    alike = likeness(left.words, right.words)
    if verdict is Verdict.CONFLICT and not left.principals:
        shared = len(left.words & right.words)
        if shared < 0.4 * min(len(left.words), len(right.words)):
            return False
    once = bool(lattice.is_a(left.predicate, "once"))
    gap = days_between(left, right)
    if _elsewhere_named(left, right) and not (once and gap in (None, 0, 1)):
        return False
    if left.topic not in LIFE and left.story != right.story:
        return gap == 0 and not (left.vague or right.vague)
    if (
        gap is None
        and left.topic not in LIFE
        and not (is_news(left) and is_news(right))
    ):
        return False
    unnamed = left.topic in LIFE and not (left.principals and right.principals)
    unnamed = unnamed and not _called(left) & _called(right)
    if gap and (unnamed or _is_several(left) or _is_several(right)):
        return False
    if gap is None or gap == 0:
        return once or published_within(left, right, 2)
    if once:
        return gap <= COARSE or _misdated(left, right) or left.topic in LIFE
    if verdict is Verdict.CONFLICT or alike < 0.5:
        return False
    whole = left.who == right.who and left.things == right.things
    return gap <= (COARSE if whole and left.where & right.where else 3)


def _called(claim: EventFeatures) -> set[str]:
    """Return names of what an event befell, known or not: "**Osk** was founded"."""
    befell = claim.claim.role("patient")
    return {mention.text for mention in befell if mention.text[:1].isupper()}


def _is_several(claim: EventFeatures) -> bool:
    """Ask whether nothing but its day tells what it was: "**attacks** in the city"."""
    trigger = claim.claim.first("trigger")
    if trigger is None or claim.principals or claim.claim.role("agent"):
        return False
    return trigger.text.islower() and trigger.text.endswith(("ks", "gs", "ns", "ts"))


def _numbered(claim: EventFeatures) -> frozenset[str]:
    """Return the words that set something ahead apart from others: "second round"."""
    if claim.claim.modality != PLANNED:
        return frozenset()
    return claim.words & frozenset(map(stem, load_table("events")["numbered"]))


def _same_occasion(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two elections or summits are one: all names of one agree."""
    ours, theirs = (
        {m.entity or m.text for r in ("agent", "place") for m in side.claim.role(r)}
        for side in (left, right)
    )
    if ours or theirs:
        if not ours & theirs or ours & theirs not in (ours, theirs):
            return False
    elif left.story != right.story or likeness(left.words, right.words) < 0.5:
        return False
    gap = days_between(left, right)
    return gap is None or gap <= (COARSE if left.claim.modality == PLANNED else 3)


def _same_mishap(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether both tell of the one crash or fire that a story is about.

    Both give its cause, or both begin with it and share words.
    """
    if left.topic != "accident" or left.story is None or left.story != right.story:
        return False
    causes = left.claim.role("cause"), right.claim.role("cause")
    opening = all(side.claim.span.start < OPENING for side in (left, right))
    opening = opening and len(left.words & right.words) >= SHARED
    named = left.principals and right.principals
    if named and not left.principals & right.principals:
        return False
    if not (all(causes) or opening):
        return False
    near = published_within(left, right, 1) and days_between(left, right) in (
        None,
        0,
        1,
    )
    news = near and is_news(left) and is_news(right)
    return news and not _elsewhere_named(left, right)


LIFE = frozenset(("bear", "end or keep life", "found"))
"""What comes about once and is told for years."""


def _same_cast(left: EventFeatures, right: EventFeatures) -> bool:
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


def _same_contest(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether two results are of one contest: both sides, or one and the prize."""
    shared = left.who & right.who
    if len(shared) >= 2:
        return True
    return bool(shared and left.things & right.things)


def _same_denial(left: EventFeatures, right: EventFeatures) -> bool:
    """Ask whether one claim denies what the other tells, word for word.

    Every content word of what is denied stands in the other sentence.
    """
    if not published_within(left, right, 2) or not left.who & right.who:
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


def _same_unclassified(left: EventFeatures, right: EventFeatures) -> bool:
    elsewhere = bool(left.where and right.where) and not left.where & right.where
    gap, alike = days_between(left, right), likeness(left.words, right.words)
    if alike >= 0.6:
        return gap in (None, 0) or gap <= 3 or _misdated(left, right)
    if len(left.who & right.who) < min(2, len(left.who), len(right.who)) or elsewhere:
        return False
    dated = gap == 0 and not (left.vague or right.vague)
    return bool(left.who & right.who) and dated and alike >= 0.3


def _elsewhere_named(left: EventFeatures, right: EventFeatures) -> bool:
    return bool(left.where and right.where) and not left.where & right.where


def keys(claim: EventFeatures) -> list[tuple[str, ...]]:
    """Return what two claims of one event must have in common at least once.

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
        shared: list[tuple[str, ...]] = [(kind, claim.topic, one) for one in named]
        told = claim.claim.role("cause") or claim.claim.span.start < OPENING
        if claim.topic == "accident" and told and claim.story:
            shared.append((kind, claim.topic, "story", claim.story))
        return shared
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


def different(left: EventFeatures, right: EventFeatures) -> bool:
    """Say whether two claims of one kind surely tell of two events.

    Of tolls it is known what keeps them apart: the sort of people, the day, the place,
    the kind of event, a whole and its part. Of all else, what is not surely one is two.
    """
    if left.claim.kind != "quantity" or not counts_people(left.topic):
        return not same(left, right)
    if left.topic != right.topic or left.extra != right.extra:
        return True
    if in_story(left, right):
        return apart(left, right)
    return not timely(left, right) or apart(left, right) or elsewhere(left, right)
