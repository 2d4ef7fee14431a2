"""Rules about one quotation in two wordings: the slot is the quotation itself."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from factcheck.comparators import Comparator
from factcheck.comparators.paraphrase import LEAST, exact_change
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.reworded import reworded_pairs
from factcheck.comparators.wording import is_content
from factcheck.findings import Finding, Severity
from factcheck.rules.checks.quotation_pairs import (
    SURE_WORDS,
    QuotationPairs,
    is_of_one_speaker,
    pair_quotations,
)
from factcheck.rules.checks.quotation_variants import (
    add_excerpts,
    changed_words,
    diff_of,
    disputed_parts,
    in_order,
    most_telling,
    severity_of,
)
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.slot_bindings import Given, key_words, read_slots
from factcheck.store import FactStore


def altered(rule: Rule, store: FactStore, comparator: Comparator) -> Iterator[Finding]:
    """Yield one finding for every quotation that documents print differently."""
    free = rule.model_copy(update={"same": ()})
    slots = read_slots(free, store, passing(free))
    spoken = transcripts(store) if slots else frozenset()
    for slot in slots:
        days = {
            given.document: store.witnesses[given.document].published
            for given in slot.given
            if given.document in spoken
        }
        pairs = pair_quotations(rule, slot.given, days)
        for members in pairs.members():
            yield _report(rule, slot.group, pairs, members, comparator, store)


def _report(
    rule: Rule,
    group: str,
    pairs: QuotationPairs,
    members: list[int],
    comparator: Comparator,
    store: FactStore,
) -> Finding:
    given, changed = pairs.given, pairs.changed
    members.sort(key=lambda n: comparator.precision(given[n].held))
    variants = _variants(members, pairs)
    add_excerpts(variants, members, pairs.alike, changed)
    variants, pair = most_telling(variants, changed)
    diff = diff_of(pair, variants, changed) if pair else ()
    speakers = _speakers([given[n] for n in pairs.with_copies(members)])

    def severity(translated: Callable[[int, int], bool]) -> Severity:
        return severity_of(rule, members, changed, pairs.words, translated)

    level = severity(lambda n, m: _may_be_translated(given[n], given[m]))
    lowered = level != severity(lambda n, m: False)
    sure = all(
        changed[pair].words >= SURE_WORDS
        for pair in combinations(sorted(members), 2)
        if pair in changed
    )
    return report(
        rule,
        store,
        group,
        [speakers[0] if speakers else ""],
        [
            [
                replace(given[n], unsure=given[n].unsure and not sure)
                for n in pairs.with_copies(variant)
            ]
            for variant in variants
        ],
        severity=level,
        diff=diff,
        parts=_parts(members, pairs),
        values=changed_words(members, changed),
        words={
            "speaker": speakers[1] if speakers else "Somebody",
            "origin": ", possibly two translations" if lowered else "",
        },
    )


def _parts(members: list[int], pairs: QuotationPairs) -> dict[int, set[int]]:
    """Return the disputed parts of resumed quotations, by claim."""
    disputed = disputed_parts(members, pairs.changed, pairs.places)
    return {
        pairs.given[m].claim: places
        for n, places in disputed.items()
        for m in pairs.with_copies([n])
        if (pairs.words[n], pairs.places[n]) == (pairs.words[m], pairs.places[m])
    }


def _variants(members: list[int], pairs: QuotationPairs) -> list[list[int]]:
    """Put together what one document prints, and what agrees in words.

    Nothing stands with what it differs from.
    """
    given, changed, alike = pairs.given, pairs.changed, pairs.alike
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
    codes = [{f.value for f in one.roles.get("language", ())} for one in (left, right)]
    return all(codes) or any("speaker" in some for some in codes)


def _speakers(given: list[Given]) -> tuple[str, str] | None:
    """Return id and name of the speaker most of the quotations are given to."""
    named = [
        (filling.entity or "", filling.name or filling.text)
        for one in given
        for filling in one.roles.get("speaker", [])[:1]
        if filling.entity or is_content(filling.text.casefold())
    ]
    known = [pair for pair in named if pair[0]] or named
    if not known:
        return None
    return max(sorted(set(known)), key=known.count)


LABELLED = """
SELECT c.document
FROM judged_claim c
JOIN judged_role q ON q.claim = c.id AND q.role = 'cue'
JOIN judged_role s ON s.claim = c.id AND s.role = 'speaker'
WHERE c.kind = 'statement' AND q.text = ':' AND s.text = UPPER(s.text)
GROUP BY c.document
HAVING COUNT(DISTINCT c.id) > 1
"""
"""Documents with two turns or more under labels in capitals: `THE MAYOR: …`."""


def transcripts(store: FactStore) -> frozenset[int]:
    """Return the numbers of the documents that are transcripts."""
    return frozenset(document for (document,) in store.select(LABELLED))


QUOTES = "SELECT id FROM judged_claim WHERE kind = 'quote'"


def paraphrased(rule: Rule, store: FactStore) -> Iterator[Finding]:
    """Yield one finding for every quotation that another document paraphrases wrongly.

    A document that prints the other's number, name or *not* itself is not wrong.
    """
    slots = read_slots(rule, store, passing(rule))
    keys = key_words(rule, store, (slot.key for slot in slots))
    quotes = {claim for (claim,) in store.select(QUOTES)} if slots else set()
    for slot in slots:
        given = slot.given
        if len({one.document for one in given}) < 2:
            continue
        words = [words_of(one.held.label) for one in given]
        printed: dict[int, set[str]] = defaultdict(set)
        for one, printed_words in zip(given, words, strict=True):
            printed[one.document] |= {word.folded for word in printed_words}
        for n, m, shared in reworded_pairs(words, LEAST):
            left, right = given[n], given[m]
            exact = exact_change(shared)
            if exact is None or not _may_be_one(left, right, quotes):
                continue
            before, after = exact.changes[0].before, exact.changes[0].after
            if _prints(printed[right.document], before) or _prints(
                printed[left.document], after
            ):
                continue
            yield report(
                rule,
                store,
                slot.group,
                keys[slot.key],
                [[left], [right]],
                diff=((before, after),),
                values=sorted([before, after]),
            )


def _may_be_one(left: Given, right: Given, quotes: set[int]) -> bool:
    mixed = (left.claim in quotes) != (right.claim in quotes)
    return mixed and left.document != right.document and is_of_one_speaker(left, right)


def _prints(printed: set[str], text: str) -> bool:
    """Ask whether a document prints words of a change somewhere itself."""
    words = {word.folded for word in words_of(text)}
    return bool(words) and words <= printed
