"""Name events by what they are, so that an edited or added report renames none."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.claims.day_numbers import day_of_number
from factcheck.resolution.events.features import EventFeatures

FACET = "|"
"""Stands between the parts of a name, each begun by its facet."""

WHO, WHERE, WHAT = "who=", "where=", "what="


def named(events: Mapping[str, str], claims: Iterable[EventFeatures]) -> dict[str, str]:
    """Return the event of each claim under a name that lasts.

    A name says the kind, the measure, and who, where and what most reports give. Of two
    events with one name, the later one's has its month besides.
    """
    members: dict[str, list[EventFeatures]] = defaultdict(list)
    for claim in claims:
        members[events[claim.claim.id]].append(claim)
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for event in sorted(members, key=lambda one: _order(members[one])):
        for name in _names(members[event]):
            taken[name] += 1
            names[event] = name if taken[name] == 1 else f"{name}-{taken[name]}"
            if taken[name] == 1:
                break
    return {claim: names[event] for claim, event in events.items()}


def _order(members: Sequence[EventFeatures]) -> tuple[bool, int, str, int, str]:
    """Sort what several documents report first, and the earliest of these."""
    alone = len({claim.claim.document for claim in members}) == 1
    first = min(members, key=lambda claim: (_day(claim), claim.claim.document))
    claim = first.claim
    return alone, _day(first), claim.document, claim.span.start, claim.id


def _day(claim: EventFeatures) -> int:
    return claim.first or claim.published or 0


def _names(members: Sequence[EventFeatures]) -> Iterator[str]:
    """Yield the name, and the name with the month."""
    kind = members[0].claim.kind
    topic = members[0].topic if kind == "quantity" else ""
    facets = {
        WHO: _common(members, lambda m: m.who | m.principals | m.whose | _things(m)),
        WHERE: _common(members, lambda m: m.where)
        or _common(members, lambda m: m.spots),
        WHAT: _common(members, lambda m: m.events),
    }
    parts = [f"{facet}{value}" for facet, value in facets.items() if value]
    name = FACET.join([f"{kind}:{topic}", *parts])
    yield name
    days = [day for claim in members if (day := _day(claim))]
    yield f"{name}{FACET}{day_of_number(min(days))[:7]}" if days else name


def _things(claim: EventFeatures) -> frozenset[str]:
    return frozenset(entity for _, entity in claim.struck)


def _common(
    members: Sequence[EventFeatures], offered: Callable[[EventFeatures], frozenset[str]]
) -> str:
    """Return what most of the documents that give a facet have in common."""
    by_document: dict[str, set[str]] = defaultdict(set)
    for claim in members:
        by_document[claim.claim.document] |= offered(claim)
    counted = Counter(word for words in by_document.values() for word in words)
    return min(counted, key=lambda word: (-counted[word], word), default="")
