"""Rules about one quotation in two wordings: the slot is the quotation itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from factcheck.claims.days import EARLIEST
from factcheck.comparators import Comparator
from factcheck.comparators.near import Shared, align, candidates
from factcheck.comparators.wording import is_slight, join_parts
from factcheck.findings import Finding, Severity
from factcheck.rules.compile import passing
from factcheck.rules.given import JOINT, Filling, Given, Slot, read_slots
from factcheck.rules.model import Rule
from factcheck.rules.report import Reporter
from factcheck.rules.transcripts import transcripts
from factcheck.store import FactStore, Witness

SURE_WORDS = 8
SURE_SHARE = 0.7
"""Two speakers may be one when so much of the words agrees."""


def altered(
    rule: Rule,
    store: FactStore,
    witnesses: Mapping[int, Witness],
    comparator: Comparator,
    reporter: Reporter,
) -> Iterator[Finding]:
    """Yield one finding for every quotation that documents print differently."""
    free = rule.model_copy(update={"same": ()})
    slots = read_slots(free, store, passing(free), witnesses)
    spoken = transcripts(store) if slots else frozenset()
    for slot in slots:
        days = {
            given.document: witnesses[given.document].published
            for given in slot.given
            if given.document in spoken
        }
        yield from _in_group(rule, slot, days, comparator, reporter)


def _in_group(
    rule: Rule,
    slot: Slot,
    spoken: Mapping[int, int | None],
    comparator: Comparator,
    reporter: Reporter,
) -> Iterator[Finding]:
    given = slot.given
    joined = [join_parts(one.held.label.split(JOINT)) for one in given]
    words = [found for found, _ in joined]
    changed: dict[tuple[int, int], Shared] = {}
    alike: dict[int, dict[int, slice]] = defaultdict(dict)
    for n, m in candidates(words):
        if not _may_be_one(given[n], given[m], spoken):
            continue
        shared = align(words[n], words[m])
        if shared is None or not _one_speaker(rule, given[n], given[m], shared):
            continue
        if shared.changes:
            changed[n, m] = shared
        else:
            alike[n][m] = shared.left
            alike[m][n] = shared.right
    changed = {
        pair: shared
        for pair, shared in changed.items()
        if not _prints_both(pair, shared, given, alike)
    }
    for members in _components(changed):
        disputed = _disputed(members, changed, [places for _, places in joined])
        parts = {given[n].claim: found for n, found in disputed.items()}
        yield _report(rule, slot, members, changed, alike, comparator, reporter, parts)


def _report(
    rule: Rule,
    slot: Slot,
    members: list[int],
    changed: dict[tuple[int, int], Shared],
    alike: dict[int, dict[int, slice]],
    comparator: Comparator,
    reporter: Reporter,
    parts: dict[int, set[int]],
) -> Finding:
    given = slot.given
    members.sort(key=lambda n: comparator.precision(given[n].held))
    variants: list[list[int]] = []
    for n in members:
        for variant in variants:
            if not any(_pair(n, m) in changed for m in variant):
                variant.append(n)
                break
        else:
            variants.append([n])
    _add_excerpts(variants, members, alike)
    variants, pair = _most_telling(variants, changed)
    diff = _diff(pair, changed) if pair else ()
    speakers = _speakers([given[n] for n in members])
    return reporter.report(
        rule,
        slot.group,
        [speakers[0] if speakers else ""],
        [[given[n] for n in variant] for variant in variants],
        severity=_severity(rule, members, changed),
        diff=diff,
        parts=parts,
        values=_values(members, changed),
        words={"speaker": speakers[1] if speakers else "Somebody"},
    )


def _most_telling(
    variants: list[list[int]], changed: dict[tuple[int, int], Shared]
) -> tuple[list[list[int]], tuple[int, int] | None]:
    """Put the two variants first that differ in the most telling words.

    Returns the variants and one quotation of each of these two; None where the two
    longest are told apart by others alone.
    """
    pairs = [
        (_weight(changed[_pair(n, m)]), (a, b), (n, m))
        for a, b in combinations(range(len(variants)), 2)
        for n in variants[a]
        for m in variants[b]
        if _pair(n, m) in changed
    ]
    if not pairs:
        return variants, None
    _, (a, b), pair = max(pairs, key=lambda found: found[0])
    rest = [variant for n, variant in enumerate(variants) if n not in (a, b)]
    return [variants[a], variants[b], *rest], pair


def _weight(shared: Shared) -> tuple[int, int]:
    """Sort by telling changes first; of two alike the one with fewer little changes."""
    slight = sum(is_slight(c.before, c.after) for c in shared.changes)
    return len(shared.changes) - slight, -slight


def _severity(
    rule: Rule, members: list[int], changed: dict[tuple[int, int], Shared]
) -> Severity | None:
    """Return the severity of a rule where only little words were changed, else None."""
    if rule.compare is None or rule.compare.slight is None:
        return None
    inside = set(members)
    slight = all(
        is_slight(change.before, change.after)
        for pair, shared in changed.items()
        if set(pair) <= inside
        for change in shared.changes
    )
    return rule.compare.slight if slight else None


def _disputed(
    members: list[int],
    changed: dict[tuple[int, int], Shared],
    places: list[tuple[int, ...]],
) -> dict[int, set[int]]:
    """Return the parts of resumed quotations in which words differ."""
    inside = set(members)
    found: dict[int, set[int]] = defaultdict(set)
    for pair, shared in changed.items():
        if not set(pair) <= inside:
            continue
        for change in shared.changes:
            for n, at in zip(pair, (change.left, change.right), strict=True):
                found[n] |= set(places[n][at] or places[n][max(0, at.start - 1) :][:2])
    return found


def _add_excerpts(
    variants: list[list[int]], members: list[int], alike: dict[int, dict[int, slice]]
) -> None:
    """Let those who print part of one variant unchanged stand with it.

    A part that agrees with two variants says nothing about where they differ.
    """
    outside = {m for n in members for m in alike[n]} - set(members)
    for m in sorted(outside):
        fitting = [variant for variant in variants if alike[m].keys() & set(variant)]
        if len(fitting) == 1:
            fitting[0].append(m)


def _values(members: list[int], changed: dict[tuple[int, int], Shared]) -> list[str]:
    """Return what identifies the disagreement: the words that were changed."""
    inside = set(members)
    words = {
        word
        for (n, m), shared in changed.items()
        if n in inside and m in inside
        for change in shared.changes
        for word in (change.before, change.after)
    }
    return sorted(words)


def _diff(
    pair: tuple[int, int], changed: dict[tuple[int, int], Shared]
) -> tuple[tuple[str, str], ...]:
    changes = changed[_pair(*pair)].changes
    if pair == _pair(*pair):
        return tuple((c.before, c.after) for c in changes)
    return tuple((c.after, c.before) for c in changes)


def _pair(n: int, m: int) -> tuple[int, int]:
    return (n, m) if n < m else (m, n)


def _components(changed: dict[tuple[int, int], Shared]) -> list[list[int]]:
    near: dict[int, set[int]] = defaultdict(set)
    for n, m in changed:
        near[n].add(m)
        near[m].add(n)
    seen: set[int] = set()
    found = []
    for start in sorted(near):
        if start in seen:
            continue
        members, waiting = [], [start]
        seen.add(start)
        while waiting:
            n = waiting.pop()
            members.append(n)
            fresh = near[n] - seen
            seen |= fresh
            waiting += sorted(fresh)
        found.append(sorted(members))
    return found


def _prints_both(
    pair: tuple[int, int],
    shared: Shared,
    given: list[Given],
    alike: dict[int, dict[int, slice]],
) -> bool:
    """Ask whether a document that differs in one place has the words in another.

    A paper that quotes a slogan and, elsewhere, a sentence much like it has changed
    neither.
    """
    sides = ((pair[0], pair[1], "left"), (pair[1], pair[0], "right"))
    for mine, other, side in sides:
        repeated = [
            stretch
            for n, stretch in alike[mine].items()
            if given[n].document == given[other].document
        ]
        places = [getattr(change, side) for change in shared.changes]
        if repeated and all(
            any(s.start <= at.start and at.stop <= s.stop for s in repeated)
            for at in places
        ):
            return True
    return False


def _may_be_one(left: Given, right: Given, spoken: Mapping[int, int | None]) -> bool:
    """Ask whether two documents may report one utterance.

    In talk, words between marks are recalled, repeated and acted out: two transcripts
    hold one utterance only where both give it one day.

    Args:
        left: A quotation.
        right: Another.
        spoken: The transcripts, with the day of each.
    """
    if left.document == right.document:
        return False
    if left.document in spoken and right.document in spoken:
        days = _said(left, spoken), _said(right, spoken)
        return None not in days and days[0] == days[1]
    return left.low <= right.high and right.low <= left.high


def _said(given: Given, spoken: Mapping[int, int | None]) -> int | None:
    """Return the day words were said: the one the text gives, else the transcript's."""
    if given.day != EARLIEST:
        return given.low if given.low == given.high else None
    return spoken[given.document]


def _one_speaker(rule: Rule, left: Given, right: Given, shared: Shared) -> bool:
    """Ask whether two quotations may be of one mouth: the unnamed may be anyone."""
    if "speaker" not in rule.same:
        return True
    sure = shared.words >= SURE_WORDS and shared.share >= SURE_SHARE
    if not (left.roles.get("speaker") or right.roles.get("speaker")):
        return sure
    ours, theirs = _speaker(left), _speaker(right)
    return ours is None or theirs is None or ours == theirs or sure


def _speaker(given: Given) -> str | None:
    filled: list[Filling] = given.roles.get("speaker", [])
    return filled[0].identity if filled else None


def _speakers(given: list[Given]) -> tuple[str, str] | None:
    """Return id and name of the speaker most of the quotations are given to."""
    named = [
        (filling.entity or "", filling.name or filling.text)
        for one in given
        for filling in one.roles.get("speaker", [])[:1]
    ]
    known = [pair for pair in named if pair[0]] or named
    if not known:
        return None
    return max(sorted(set(known)), key=known.count)
