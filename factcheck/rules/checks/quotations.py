"""Rules about one quotation in two wordings: the slot is the quotation itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from factcheck.claims.days import EARLIEST
from factcheck.comparators import Comparator
from factcheck.comparators.near import align
from factcheck.comparators.phrases import align_phrase, phrase_pairs
from factcheck.comparators.quoted import QuoteAlignment
from factcheck.comparators.shingles import candidates, shingles_of
from factcheck.comparators.wording import Word, join_parts
from factcheck.findings import Finding
from factcheck.rules.checks.quotation_variants import (
    Changed,
    SimilarQuotations,
    add_excerpts,
    changed_words,
    diff_of,
    disputed_parts,
    in_order,
    most_telling,
    severity_of,
)
from factcheck.rules.checks.transcripts import transcripts
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.report import Reporter
from factcheck.rules.engine.slot_bindings import JOINT, Filling, Given, Slot, read_slots
from factcheck.store import FactStore, Witness

MOST_COPIES = 4
"""Documents that are compared for each wording one speaker is quoted with; further
copies go with them."""

NEAR_DAYS = 3
"""Days between two reports of one short phrase."""

SURE_WORDS = 8
SURE_SHARE = 0.7
"""Two speakers may be one, or a quotation part of another, when so much agrees."""


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
    copies = _copies(given, words)
    changed: Changed = {}
    alike: dict[int, dict[int, SimilarQuotations]] = defaultdict(dict)
    for n, m in _pairs(words, copies):
        if not _may_be_one(given[n], given[m], spoken):
            continue
        shared = align(words[n], words[m])
        if shared is None or not _one_speaker(rule, given[n], given[m], shared):
            continue
        if shared.changes:
            changed[n, m] = shared
        else:
            alike[n][m] = SimilarQuotations(shared.left, _is_sure(shared))
            alike[m][n] = SimilarQuotations(shared.right, _is_sure(shared))
    changed |= _short_phrases(given, words, copies, changed)
    changed = {
        pair: shared
        for pair, shared in changed.items()
        if not _prints_both(pair, shared, given, alike)
    }
    for members in _components(changed):
        disputed = disputed_parts(members, changed, [places for _, places in joined])
        parts = {
            given[m].claim: found
            for n, found in disputed.items()
            for m in (n, *copies[n])
            if joined[n] == joined[m]
        }
        yield _report(
            rule,
            slot,
            members,
            changed,
            alike,
            copies,
            comparator,
            reporter,
            parts,
            words,
        )


def _short_phrases(
    given: list[Given],
    words: list[tuple[Word, ...]],
    copies: Mapping[int, list[int]],
    known: Changed,
) -> Changed:
    """Find short phrases that another document prints with one telling word changed.

    Speaker and time have to agree, and neither document may print the other's words.
    """
    found: Changed = {}
    numbers = sorted(copies)
    printed: dict[int, str] = defaultdict(str)
    for n in numbers:
        printed[given[n].document] += f" {' '.join(w.folded for w in words[n])} "
    for a, b in phrase_pairs([words[n] for n in numbers]):
        n, m = numbers[a], numbers[b]
        left, right = given[n], given[m]
        if left.document == right.document or in_order(n, m) in {*known, *found}:
            continue
        same = _speaker(left) is not None and _speaker(left) == _speaker(right)
        if not same or abs(left.low - right.low) > NEAR_DAYS:
            continue
        shared = align_phrase(words[n], words[m])
        if shared is None:
            continue
        ours = " ".join(w.folded for w in words[n][shared.left[0]])
        theirs = " ".join(w.folded for w in words[m][shared.right[0]])
        if ours in printed[right.document] or theirs in printed[left.document]:
            continue
        found[in_order(n, m)] = shared if n < m else shared.turned()
    return found


def _copies(given: list[Given], words: list[tuple[Word, ...]]) -> dict[int, list[int]]:
    """Return the quotations that are compared, each with the further copies of it.

    Copies have the words, the speaker and the days of what they copy.
    """
    alike: dict[object, list[int]] = defaultdict(list)
    for n, one in enumerate(given):
        folded = tuple(word.folded for word in words[n])
        alike[folded, _speaker(one), one.low, one.high].append(n)
    found: dict[int, list[int]] = {}
    for some in alike.values():
        found |= {n: [] for n in some[:MOST_COPIES]}
        found[some[0]] = some[MOST_COPIES:]
    return found


def _pairs(
    words: list[tuple[Word, ...]], compared: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that may be one, the earlier of each first."""
    printed: dict[tuple[Word, ...], list[int]] = defaultdict(list)
    for n in sorted(compared):
        printed[words[n]].append(n)
    wordings = sorted(printed)
    for some in printed.values():
        if shingles_of(words[some[0]]):
            yield from combinations(some, 2)
    for a, b in candidates(wordings):
        for n, m in product(printed[wordings[a]], printed[wordings[b]]):
            yield in_order(n, m)


def _report(
    rule: Rule,
    slot: Slot,
    members: list[int],
    changed: Changed,
    alike: dict[int, dict[int, SimilarQuotations]],
    copies: Mapping[int, list[int]],
    comparator: Comparator,
    reporter: Reporter,
    parts: dict[int, set[int]],
    words: list[tuple[Word, ...]],
) -> Finding:
    given = slot.given
    members.sort(key=lambda n: comparator.precision(given[n].held))
    variants = _variants(members, given, changed, alike)
    add_excerpts(variants, members, alike, changed)
    variants, pair = most_telling(variants, changed)
    diff = diff_of(pair, variants, changed) if pair else ()
    variants = [[m for n in some for m in (n, *copies[n])] for some in variants]
    speakers = _speakers([given[m] for n in members for m in (n, *copies[n])])
    severity = severity_of(
        rule,
        members,
        changed,
        words,
        lambda n, m: _may_be_translated(given[n], given[m]),
    )
    lowered = severity != severity_of(rule, members, changed, words, lambda n, m: False)
    sure = all(
        changed[pair].words >= SURE_WORDS
        for pair in combinations(sorted(members), 2)
        if pair in changed
    )
    return reporter.report(
        rule,
        slot.group,
        [speakers[0] if speakers else ""],
        [
            [replace(given[n], unsure=given[n].unsure and not sure) for n in variant]
            for variant in variants
        ],
        severity=severity,
        diff=diff,
        parts=parts,
        values=changed_words(members, changed),
        words={
            "speaker": speakers[1] if speakers else "Somebody",
            "origin": ", possibly two translations" if lowered else "",
        },
    )


def _variants(
    members: list[int],
    given: list[Given],
    changed: Changed,
    alike: dict[int, dict[int, SimilarQuotations]],
) -> list[list[int]]:
    """Put together what one document prints, and what agrees in words.

    Nothing stands with what it differs from.
    """
    variants: list[list[int]] = []
    for n in members:
        fitting = [
            variant
            for variant in variants
            if not any(in_order(n, m) in changed for m in variant)
        ]
        by_document = [
            variant
            for variant in fitting
            if any(given[m].document == given[n].document for m in variant)
        ]
        by_words = [
            variant for variant in fitting if any(m in alike[n] for m in variant)
        ]
        for variant in [*by_document, *by_words][:1]:
            variant.append(n)
            break
        else:
            variants.append([n])
    return variants


def _may_be_translated(left: Given, right: Given) -> bool:
    """Ask whether two quotations may be two translations of foreign words.

    The speaker's language is enough on one side; that of the setting on both.
    """
    said = [{f.value for f in one.roles.get("language", ())} for one in (left, right)]
    return all(said) or any("speaker" in some for some in said)


def _components(changed: Changed) -> list[list[int]]:
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
    shared: QuoteAlignment,
    given: list[Given],
    alike: dict[int, dict[int, SimilarQuotations]],
) -> bool:
    """Ask whether a document that differs in one place has the words in another.

    A paper that quotes a slogan and, elsewhere, a sentence much like it has changed
    neither.
    """
    sides = ((pair[0], pair[1], "left"), (pair[1], pair[0], "right"))
    for mine, other, side in sides:
        repeated = [
            stretch
            for n, found in alike[mine].items()
            if given[n].document == given[other].document
            for stretch in found.stretches
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


def _one_speaker(rule: Rule, left: Given, right: Given, shared: QuoteAlignment) -> bool:
    """Ask whether two quotations may be of one mouth: the unnamed may be anyone."""
    if "speaker" not in rule.same:
        return True
    sure = shared.words >= SURE_WORDS and shared.share >= SURE_SHARE
    if not (left.roles.get("speaker") or right.roles.get("speaker")):
        return sure
    ours, theirs = _all_speakers(left), _all_speakers(right)
    return None in ours | theirs or bool(ours & theirs) or sure


def _is_sure(shared: QuoteAlignment) -> bool:
    """Ask whether quotations that agree in some words agree in them by no accident."""
    return shared.words >= SURE_WORDS or shared.share >= SURE_SHARE


def _speaker(given: Given) -> str | None:
    filled: list[Filling] = given.roles.get("speaker", [])
    return filled[0].identity if filled else None


def _all_speakers(given: Given) -> frozenset[str | None]:
    """Return everybody who is said to speak; None stands for who cannot be told."""
    filled: list[Filling] = given.roles.get("speaker", [])
    return frozenset(one.identity for one in filled) or frozenset({None})


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
