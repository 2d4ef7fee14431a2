"""Rules about a report that another text denies: "Duval denies she resigned"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from factcheck.claims.day_numbers import days_between
from factcheck.comparators import Held
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.wording import is_content, stem
from factcheck.findings import Finding
from factcheck.lexicons import word_list
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.slot_bindings import Given, claims_in_slots
from factcheck.store import FactStore, as_text

_words = partial(word_list, "denials")
SHARED = 3
"""Words that say something which a denial and what it denies have in common."""
SHARE = 0.5
"""Their share of the shorter of both sentences."""
DAYS = 7
"""Days between the publication of both."""
COMMON = 12
"""Leads of one story with a word, beyond which it is looked up by rarer ones."""

LEADS = """
SELECT r.claim, r.role, r.text FROM judged_role r
JOIN judged_claim c ON c.id = r.claim
WHERE c.kind = 'assertion'
AND r.role IN ('words', 'lead', 'denial', 'person', 'title') ORDER BY r.claim
"""


class _Lead(NamedTuple):
    """A headline or the first sentence of a text.

    Attributes:
        claim: The number of its claim.
        document: The number of its document.
        text: The sentence.
        words: The stems of the words that say something, without those that deny.
        persons: Those of names and offices of persons.
        denies: Whether it denies a report.
        asserts: Whether it tells something as a fact.
    """

    claim: int
    document: int
    text: str
    words: frozenset[str]
    persons: frozenset[str]
    denies: bool
    asserts: bool


def denied_reports(rule: Rule, store: FactStore) -> Iterator[Finding]:
    """Yield one finding for every report that the lead of another text denies."""
    published = {n: witness.published for n, witness in store.witnesses.items()}
    for group, leads in _stories(rule, store):
        if not any(lead.denies for lead in leads):
            continue
        places = defaultdict(list)
        for lead in leads:
            for word in lead.words if lead.asserts else ():
                places[word].append(lead)
        for denial in (lead for lead in leads if lead.denies):
            day = published.get(denial.document)
            near = {
                lead.claim: lead
                for word in denial.words
                if len(places[word]) <= COMMON
                for lead in places[word]
            }
            reported = [
                lead
                for _, lead in sorted(near.items())
                if lead.document != denial.document
                and days_between(published.get(lead.document), day) <= DAYS
                and _same(lead, denial)
            ]
            if reported:
                common = sorted(denial.words & reported[0].words)
                sides = [[denial[:3]], [lead[:3] for lead in reported]]
                yield report_denial(rule, store, group, common, sides)


def _stories(rule: Rule, store: FactStore) -> Iterator[tuple[str, list[_Lead]]]:
    """Yield the leads of each story, with its group."""
    printed: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim, role, words in store.look_up(LEADS):
        printed[claim][role].append(as_text(words))
    slots: dict[tuple[str, object], list[_Lead]] = defaultdict(list)
    for slot, claim, document in claims_in_slots(store, passing(rule)):
        roles = printed.get(claim, {})
        if roles.get("lead") and roles.get("words"):
            slots[slot].append(_lead(claim, document, roles))
    for (group, _), leads in sorted(slots.items(), key=repr):
        if len({lead.document for lead in leads}) > 1:
            yield group, leads


def _lead(claim: int, document: int, roles: Mapping[str, list[str]]) -> _Lead:
    (text, *_), denial = roles["words"], roles.get("denial", [])
    folded = [word.folded for word in words_of(text)]
    stems = {stem(word) for word in folded if len(word) > 2 and is_content(word)}
    asserts = not denial and "?" not in text and _words("hedges").isdisjoint(folded)
    asserts = asserts and _denying().isdisjoint(map(stem, folded))
    persons = [*roles.get("person", ()), *roles.get("title", ())]
    return _Lead(
        claim,
        document,
        text,
        frozenset(stems - _stems(denial) - _idle()),
        frozenset(_stems(persons)),
        bool(denial),
        asserts,
    )


def _stems(phrases: Iterable[str]) -> set[str]:
    return {stem(word.folded) for words in phrases for word in words_of(words)}


def _same(left: _Lead, right: _Lead) -> bool:
    """Ask whether two leads are about one thing, and not only about one person."""
    shared = left.words & right.words
    fewer = min(len(left.words), len(right.words))
    if len(shared) < max(SHARED, SHARE * fewer):
        return False
    return bool(shared - left.persons - right.persons)


def report_denial(
    rule: Rule,
    store: FactStore,
    group: str,
    key: Iterable[str],
    sides: Sequence[Sequence[tuple[int, int, str]]],
) -> Finding:
    """Return the finding that sentences tell what one denies.

    Args:
        rule: The rule that finds it.
        store: Where its claims are.
        group: What it is found within.
        key: The words that they have in common.
        sides: The denial, and the others: claim, document and words of each.
    """
    shown = [
        [Given(claim, document, Held(text, text)) for claim, document, text in side]
        for side in sides
    ]
    values = sorted({text for side in sides for *_, text in side})
    words = {"key": sides[0][0][2]}
    return report(
        rule, store, group, [" ".join(key)], shown, values=values, words=words
    )


@cache
def _idle() -> frozenset[str]:
    """Return the stems of words that tell nothing of what is denied."""
    return _stems_of("empty", "reports")


@cache
def _denying() -> frozenset[str]:
    """Return the stems of words that deny, found where no parse says what they deny."""
    return _stems_of("verbs", "of_reports", "nouns")


def _stems_of(*groups: str) -> frozenset[str]:
    return frozenset(stem(word) for group in groups for word in _words(group))
