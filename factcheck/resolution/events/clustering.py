"""Which claims of different documents report one event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims import ASSERTED, DENIED, HYPOTHETICAL, KINDS, Claim, Value
from factcheck.claims.extraction import Extraction
from factcheck.lexicons import load_table
from factcheck.lexicons.lexicon import load_lattice
from factcheck.resolution.events.counts import counts_people, plainly
from factcheck.resolution.events.event_names import named
from factcheck.resolution.events.features import EventFeatures, Setting, features_of
from factcheck.resolution.events.figures import is_outdated
from factcheck.resolution.events.lead_figures import set_in_scenes
from factcheck.resolution.events.matching import different, keys, same
from factcheck.resolution.events.nearness import likeness

RAREST = 4
"""Words of a sentence by which others like it are looked up."""
LATEST = 12
"""Clusters of one key that a claim is compared with, the latest first."""
MEMBERS = 6
"""Claims of a cluster that a new one is compared with."""


INHERITED = 0.5
"""How sure an event is whose date is taken from an earlier sentence."""


@dataclass(slots=True)
class EventCluster:
    """Claims that report one event.

    Attributes:
        id: The id of the earliest claim, until it is named.
        members: Its claims, the earliest first.
    """

    id: str
    members: list[EventFeatures] = field(default_factory=list)


Place = tuple[str, ...]
"""Something two claims of one event have in common."""


def join_events(
    extractions: Sequence[Extraction], stories: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the event of each meeting, visit, quantity and event claim, by claim id.

    The entities of the extractions must hold across documents. Two claims are of one
    event only when that is sure; otherwise each has its own. A plan is not the meeting
    it plans, but planned events are compared with each other.
    """
    features = list(all_features(extractions, stories or {}))
    return named(assembled(features), features)


def assembled(features: Iterable[EventFeatures]) -> dict[str, str]:
    """Return the event of each claim that reports one, by claim id."""
    claims = list(features)
    index = _Index(claims)
    clusters: dict[str, EventCluster] = {}
    result: dict[str, str] = {}
    for claim in sorted(claims, key=_order):
        places = index.places(claim)
        candidates = [clusters[name] for name in dict.fromkeys(index.window(places))]
        name = _fitting(claim, candidates) or claim.claim.id
        clusters.setdefault(name, EventCluster(name)).members.append(claim)
        index.add(places, name)
        result[claim.claim.id] = name
    return result


class _Index:
    """The clusters at each place, as claims come in."""

    def __init__(self, claims: Sequence[EventFeatures]) -> None:
        self._common = Counter(word for claim in claims for word in _blocked(claim))
        self._known: dict[Place, list[str]] = {}

    def places(self, claim: EventFeatures) -> list[Place]:
        """Return where a claim is looked up."""
        return [*keys(claim), *_rare(claim, self._common)]

    def window(self, places: Iterable[Place]) -> list[str]:
        """Return the latest clusters of places."""
        return [n for place in places for n in self._known.get(place, ())[-LATEST:]]

    def add(self, places: Iterable[Place], name: str) -> None:
        """Note that a cluster is found at places."""
        for place in places:
            known = self._known.setdefault(place, [])
            if name not in known[-LATEST:]:
                known.append(name)


def all_features(
    extractions: Sequence[Extraction], stories: Mapping[str, str]
) -> Iterator[EventFeatures]:
    """Yield what claims of events offer for comparing, entities across documents."""
    for extraction in extractions:
        setting = Setting(extraction, stories.get(extraction.document.id))
        wanted = (c for c in extraction.claims if KINDS[c.kind].coreferent)
        claims = [features_of(setting, c) for c in wanted if _is_compared(c)]
        yield from set_in_scenes(setting, claims)


def _is_compared(claim: Claim) -> bool:
    """Ask whether a claim may be of an event that other documents tell of.

    An event whose date stands in another sentence is too unsure for that, and a number
    that another has replaced is of no event any more.
    """
    if claim.kind != "event":
        return claim.modality == ASSERTED and not is_outdated(claim)
    if claim.modality == HYPOTHETICAL or claim.confidence <= INHERITED:
        return False
    trigger = claim.first("trigger")
    if trigger is not None and _is_state(trigger.value):
        return False
    return claim.modality != DENIED or bool(claim.role("polarity"))


def _is_state(verb: Value) -> bool:
    """Ask whether a verb tells of no event: exports *total* something every year.

    Nor does one that says no more of an event than that there is one: "was *held*".
    """
    table = load_table("events")
    if verb not in table["states"] and verb not in table["carriers"]:
        return False
    return load_lattice("events").known_as(str(verb)) is None


def _order(claim: EventFeatures) -> tuple[int, str, str, int, str]:
    span = claim.claim.span
    where = claim.claim.document
    return claim.published or 0, where, span.part, span.start, claim.claim.id


def _blocked(claim: EventFeatures) -> Iterator[tuple[str, ...]]:
    """Yield each word of a sentence, under what the claim counts or tells."""
    if claim.claim.kind in ("quantity", "event") and claim.topic:
        for word in claim.words:
            yield claim.claim.kind, claim.topic, "word", word


def _rare(
    claim: EventFeatures, common: "Counter[tuple[str, ...]]"
) -> list[tuple[str, ...]]:
    """Return the rarest words that some other sentence has too."""
    shared = [word for word in _blocked(claim) if common[word] > 1]
    return sorted(shared, key=lambda word: (common[word], word))[:RAREST]


def _fitting(claim: EventFeatures, candidates: Iterable[EventCluster]) -> str | None:
    """Return the cluster whose members agree with a claim, the best if several.

    One that has the claim's own number is better than one that contradicts it.
    """
    fitting = [cluster for cluster in candidates if _fits(cluster, claim)]
    best = max(fitting, key=lambda cluster: _fit(cluster, claim), default=None)
    return None if best is None else best.id


def _fits(cluster: EventCluster, claim: EventFeatures) -> bool:
    """Ask whether all members are one with a claim, or half plainly and none is not.

    Two reports of one event may be worded so differently that only a third shows it.
    """
    members = cluster.members[:MEMBERS]
    if all(same(member, claim) for member in members):
        return True
    if not counts_people(claim.topic):
        return False
    plain = sum(plainly(member, claim) for member in members)
    return 2 * plain >= len(members) and not any(
        different(member, claim) for member in members
    )


def _fit(cluster: EventCluster, claim: EventFeatures) -> tuple[bool, float]:
    number = claim.claim.first("value")
    values = [member.claim.first("value") for member in cluster.members]
    agrees = number is not None and any(v and v.value == number.value for v in values)
    return agrees, max(likeness(m.words, claim.words) for m in cluster.members)
