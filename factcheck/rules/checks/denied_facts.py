"""Rules about what one text denies and another tells as a fact: "never sold the ferry".

The words need not follow each other as in a copy. Every word of what is denied stands
near the others in a sentence on the same person or thing that denies nothing.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from factcheck.claims.day_numbers import days_between, days_of
from factcheck.comparators.quotation_words import Word, words_of
from factcheck.comparators.roots import root
from factcheck.comparators.wording import is_content
from factcheck.findings import Finding
from factcheck.lexicons import word_list
from factcheck.rules.checks.denied_reports import report_denial
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.slot_bindings import claims_in_slots
from factcheck.store import FactStore, as_text

LEAST = 2
"""Words of what is denied that the other sentence must have, beside who did it."""
WIDEST = 14
"""Words from the first to the last of them in the other sentence, at most."""
DAYS = 1
"""Days between the publication of both."""
COMMON = 40
"""Sentences of a story with a word, beyond which it is looked up by rarer ones."""

SENTENCES = """
SELECT r.claim, r.role, r.text, w.word, r.entity FROM judged_role r
JOIN judged_claim c ON c.id = r.claim JOIN judged_word w ON w.id = r.held
WHERE c.kind = 'assertion' AND r.role IN
('words', 'denied', 'denied_of', 'topic', 'polarity', 'day', 'person',
'organization', 'place')
ORDER BY r.claim, r.n
"""


class _Statement(NamedTuple):
    """A sentence, with what it denies.

    Attributes:
        claim: The number of its claim.
        document: The number of its document.
        text: As printed.
        words: Its words in order.
        entities: Whom and what it names.
        days: The first and last day of each time in it.
        denied: The roots of the words that say what did not happen.
        names: The names among them, in small letters.
        whom: The last name of whom it is denied, in small letters.
        entity: Who or what that is.
        topic: The words of what a pronoun that is its subject means.
        open: Whether it tells nothing as a fact.
    """

    claim: int
    document: int
    text: str
    words: tuple[Word, ...]
    entities: frozenset[str]
    days: tuple[tuple[float, float], ...]
    denied: frozenset[str]
    names: frozenset[str]
    whom: str
    entity: str | None
    topic: frozenset[str]
    open: bool


def denied_facts(rule: Rule, store: FactStore) -> Iterator[Finding]:
    """Yield one finding for every denial that other texts contradict."""
    published = {n: witness.published for n, witness in store.witnesses.items()}
    for group, sentences in _stories(rule, store):
        denials = [s for s in sentences if s.denied]
        if not denials:
            continue
        places: dict[str, list[_Statement]] = defaultdict(list)
        for sentence in sentences:
            for word in (
                () if sentence.open else {root(w.folded) for w in sentence.words}
            ):
                places[word].append(sentence)
        for denial in denials:
            wanted = denial.denied | {root(name) for name in denial.names}
            rarest = min(wanted, key=lambda word: (len(places[word]), word))
            if len(places[rarest]) > COMMON:
                continue
            own = {
                other.document
                for other in denials
                if denial.denied <= other.denied and denial.whom == other.whom
            }
            statements = [
                sentence
                for sentence in places[rarest]
                if sentence.document not in own
                and days_between(
                    published.get(sentence.document), published.get(denial.document)
                )
                <= DAYS
                and _contradicts(denial, sentence)
            ]
            if statements:
                key = sorted({denial.whom, *wanted})
                sides = [[denial[:3]], [sentence[:3] for sentence in statements]]
                yield report_denial(rule, store, group, key, sides)


def _stories(rule: Rule, store: FactStore) -> Iterator[tuple[str, list[_Statement]]]:
    """Yield the sentences of each story, with its group."""
    printed: dict[int, dict[str, list[tuple[str, str, str | None]]]]
    printed = defaultdict(lambda: defaultdict(list))
    for claim, role, text, word, entity in store.look_up(SENTENCES):
        printed[claim][role].append((as_text(text), as_text(word), entity))
    slots: dict[tuple[str, object], list[tuple[int, int]]] = defaultdict(list)
    for slot, claim, document in claims_in_slots(store, passing(rule)):
        slots[slot].append((claim, document))
    for (group, _), claims in sorted(slots.items(), key=repr):
        denying = {document for n, document in claims if printed[n].get("denied")}
        if denying and len({document for _, document in claims}) > 1:
            yield group, [_sentence(n, document, printed[n]) for n, document in claims]


def _sentence(
    claim: int, document: int, filled: Mapping[str, list[tuple[str, str, str | None]]]
) -> _Statement:
    text = filled["words"][0][0]
    words = _words(text)
    roles = ("person", "organization", "place")
    times = (days_of(value) for _, value, _ in filled.get("day", ()))
    denied, names, whom, entity = frozenset[str](), frozenset[str](), "", None
    topic = [w.folded for _, value, _ in filled.get("topic", ()) for w in _words(value)]
    if filled.get("denied") and filled.get("denied_of"):
        clause, value, _ = filled["denied"][0]
        subject, _, entity = filled["denied_of"][0]
        named = [w for w in _words(subject) if w.printed[:1].isupper()]
        last = [w.folded for w in named if is_content(w.folded)][-1:]
        whom = (last or topic[-1:] or [""])[0]
        names = frozenset(
            w.folded
            for w in _words(clause)
            if w.printed[:1].isupper() and is_content(w.folded)
        )
        denied = frozenset(
            root(w.folded)
            for w in _words(value)
            if is_content(w.folded) and w.folded not in word_list("denials", "idle")
        )
        if not (whom or entity):
            denied = frozenset()
    return _Statement(
        claim,
        document,
        text,
        words,
        frozenset(e for role in roles for *_, e in filled.get(role, ()) if e),
        tuple(time for time in times if time),
        denied,
        names,
        whom,
        entity,
        frozenset(topic),
        bool(filled.get("polarity") or denied) or _is_open(text, words),
    )


def _words(text: str) -> tuple[Word, ...]:
    return words_of(unicodedata.normalize("NFC", text))


def _contradicts(denied: _Statement, other: _Statement) -> bool:
    """Ask whether a sentence tells, close together, all that another one denies."""
    named = {w.folded for w in other.words if w.printed[:1].isupper()}
    named |= other.topic
    if denied.whom not in named and denied.entity not in other.entities:
        return False
    if (
        len(denied.denied) + len(denied.names) < LEAST
        and denied.whom not in other.topic
    ):
        return False
    if not denied.names <= named:
        return False
    if denied.days and other.days and not _meet(denied, other):
        return False
    wanted = denied.denied | {root(name) for name in denied.names}
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(other.words):
        if (stem := root(word.folded)) in wanted:
            places[stem].append(place)
    if len(places) < len(wanted):
        return False
    return any(
        all(any(first <= p <= first + WIDEST for p in at) for at in places.values())
        for starts in places.values()
        for first in starts
    )


def _meet(left: _Statement, right: _Statement) -> bool:
    return any(
        max(one[0], other[0]) <= min(one[1], other[1])
        for one in left.days
        for other in right.days
    )


def _is_open(text: str, words: tuple[Word, ...]) -> bool:
    """Ask whether a sentence tells nothing as a fact: it asks, quotes or hedges."""
    return any(mark in text for mark in '?"“') or any(
        root(word.folded) in _unreal()
        for n, word in enumerate(words)
        if not (n and word.printed[:1].isupper())  # the month of May
    )


@cache
def _unreal() -> frozenset[str]:
    groups = (word_list("denials", group) for group in ("hedges", "unreal"))
    return frozenset(root(word) for words in groups for word in words)
