"""What independent origins agree on, and how much was compared at all."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.claims.canonical import key_of
from factcheck.claims.day_numbers import EARLIEST, LATEST, day_number
from factcheck.claims.declaration import KINDS, role_of
from factcheck.documents import Document
from factcheck.documents.sentence_boundaries import sentence_around
from factcheck.findings import Compared, Corroborated, Finding, Wording
from factcheck.lexicons import load_table
from factcheck.lexicons.places import (
    Places,
    directions,
    directions_pattern,
    known_place,
)
from factcheck.lexicons.verdict import Verdict
from factcheck.rules import Rule
from factcheck.rules.engine.evidence import slot_name
from factcheck.rules.engine.slot_facts import (
    FactValue,
    SlotFact,
    Standing,
    agree,
    count_single,
    declared,
    facts,
)
from factcheck.store import FactStore

SURE = 0.7
"""Confidence below which a claim corroborates nothing."""

LONGEST = 200
"""Characters of a source's own words that stand beside what is corroborated."""


class PrintedPlace(NamedTuple):
    """A place as a sentence names it.

    Attributes:
        direction: The part of it that is meant: "north"; "" for all of it.
        name: Its name.
    """

    direction: str
    name: str


def printed_places(sentence: str) -> frozenset[PrintedPlace]:
    """Return the places at which a sentence says that something is.

    >>> sorted(printed_places("She fell ill in southern Norway on a trip to Oslo."))
    [PrintedPlace(direction='south', name='Norway')]
    """
    return frozenset(
        PrintedPlace(directions().get((match["word"] or "").lower(), ""), name)
        for match in _pattern().finditer(sentence)
        if (name := match["name"]) not in _no_places()
    )


def may_be_one(left: frozenset[PrintedPlace], right: frozenset[PrintedPlace]) -> bool:
    """Ask whether some place of one may be a place of the other; so where one has none.

    >>> oslo, lima = PrintedPlace("", "Oslo"), PrintedPlace("", "Lima")
    >>> may_be_one(frozenset({oslo}), frozenset({lima})), may_be_one(
    ...     frozenset({oslo}), frozenset({PrintedPlace("", "Norway")})
    ... )
    (False, True)
    """
    return not (left and right) or any(_meet(*pair) for pair in product(left, right))


def _meet(left: PrintedPlace, right: PrintedPlace) -> bool:
    if left.name == right.name:
        directions = {left.direction, right.direction}
        return len(directions) == 1 or "" in directions
    verdict = Places().relation(left.name, right.name)
    if verdict is not Verdict.UNKNOWN:
        return verdict is Verdict.COMPATIBLE
    if (known_place(left.name) is None) != (known_place(right.name) is None):
        return True  # a street, a hotel may lie in a town
    return left.name in right.name or right.name in left.name


@cache
def _no_places() -> frozenset[str]:
    """Return capitalised words behind "in" that name times."""
    times = load_table("times")
    names = (*times["month"], *times["weekday"], *times["season"])
    return frozenset(name.capitalize() for name in names)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|at|near|outside|around) (?:the )?(?:city of |town of |village of )?"
        rf"(?:(?P<word>{directions_pattern()}) )?"
        r"(?P<name>[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3})"
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared, and what came of it besides findings.

    Attributes:
        compared: How much was compared.
        within: The same for each group of documents.
        corroborated: What several origins agree on.
    """

    compared: Compared
    within: Mapping[str, Compared]
    corroborated: tuple[Corroborated, ...]


def compare(
    rules: Sequence[Rule],
    store: FactStore,
    findings: Collection[Finding],
    documents: Iterable[Document],
    stories: Mapping[str, str],
) -> Comparison:
    """Say what the rules compared in the store's scope, and what is corroborated."""
    slots = facts([*rules, *declared()], store)
    asked = {rule.id for rule in rules}
    by_words = {r.id for r in rules if r.compare and r.compare.properties.by_words}
    counted = Counter((f.group, f.standing) for f in slots if f.rule.id in asked)
    counted.update((f.slot[0], Standing.DIFFER) for f in findings if f.rule in by_words)
    counted += count_single(rules, store)
    within = {group: _compared(counted, group) for group, _ in counted}
    shared = sum(count > 1 for count in Counter(stories.values()).values())
    compared = Compared.together(within.values())._replace(stories=shared)
    disputed = frozenset(uid for f in findings for v in f.variants for uid in v.claims)
    teller = _Teller(store, documents)
    return Comparison(compared, within, in_order(teller.lines(slots, disputed)))


def _compared(counted: Mapping[tuple[str, Standing], int], group: str) -> Compared:
    agree, differ, unknown, single = (counted[group, one] for one in Standing)
    return Compared(0, agree + differ + unknown, agree, differ, unknown, single)


def alone(
    rules: Sequence[Rule], store: FactStore, documents: Iterable[Document]
) -> tuple[Corroborated, ...]:
    """Return what others might say alike but only texts of one source do."""
    single = [
        fact
        for fact in facts(rules, store, single=True)
        if fact.standing is Standing.SINGLE
    ]
    teller = _Teller(store, documents)
    claims = store.claims(one.claim for fact in single for one in fact.given)
    return in_order(teller.line([(fact, fact.answers)], claims) for fact in single)


def in_order(lines: Iterable[Corroborated]) -> tuple[Corroborated, ...]:
    """Sort by group, kind and key, offices last: everybody gives them."""
    return tuple(
        sorted(
            lines,
            key=lambda c: (c.group or "", c.kind == "title", c.kind, c.key, c.value),
        )
    )


Part = tuple[SlotFact, Sequence[FactValue]]
"""A fact, and those of its values that agree."""


class _Teller:
    """Says what sources agree on, in their own words."""

    def __init__(self, store: FactStore, documents: Iterable[Document]) -> None:
        self._store = store
        self._documents = {document.id: document for document in documents}

    def lines(
        self, slots: Sequence[SlotFact], disputed: frozenset[str]
    ) -> Iterator[Corroborated]:
        """Yield what is corroborated: all that facts of one thing say, together.

        *disputed* are the claims that findings accuse.
        """
        claims = self._store.claims(one.claim for fact in slots for one in fact.given)
        things: dict[tuple[object, ...], list[SlotFact]] = defaultdict(list)
        for fact in slots:
            things[fact.group, fact.rule.claims, fact.names, fact.key].append(fact)
        for some in things.values():
            if any(fact.standing is Standing.DIFFER for fact in some):
                continue
            by_documents: dict[frozenset[int], list[Part]] = defaultdict(list)
            for fact in some:
                for answers in self._agreeing(fact, claims):
                    by_documents[_documents([(fact, answers)])].append((fact, answers))
            for parts in by_documents.values():
                stated = [claims[number] for number in _claims(parts)]
                ours = {claim.id for claim in stated}
                if disputed.isdisjoint(ours) and self._compatible(stated):
                    yield self.line(parts, claims)

    def _agreeing(
        self, fact: SlotFact, claims: Mapping[int, Claim]
    ) -> Iterator[tuple[FactValue, ...]]:
        """Yield the values of a fact that texts of two origins give alike."""
        if fact.rule.compare is None:
            return
        comparator, witnesses = fact.rule.compare.comparator(), self._store.witnesses
        left = [answer for answer in _sure(fact.answers, claims) if answer.given]
        while left:
            same = [left[0]]
            rest: list[FactValue] = []
            for other in left[1:]:
                alike = all(agree(one, other, comparator) for one in same)
                (same if alike else rest).append(other)
            left = rest
            origins = {witnesses[d].origin for d in _documents([(fact, same)])}
            if len(origins) > 1:
                yield tuple(same)

    def _compatible(self, claims: Iterable[Claim]) -> bool:
        """Ask whether claims agree in every role they fill and in the places printed.

        Equal claims are compared once.
        """
        some = {(_claimed(claim), self._places(claim)) for claim in claims}
        return all(
            _agree(left, right) and may_be_one(here, there)
            for (left, here), (right, there) in combinations(some, 2)
        )

    def _places(self, claim: Claim) -> frozenset[PrintedPlace]:
        """Return the places of the sentence that makes a claim."""
        start, end, part = claim.span
        text = self._documents[claim.document].stretch(part)
        return printed_places(text[slice(*sentence_around(text, start, end))])

    def line(self, parts: Sequence[Part], claims: Mapping[int, Claim]) -> Corroborated:
        """Say what sources agree on."""
        stated = [claims[number] for number in _claims(parts)]
        where = [self._store.witnesses[document] for document in _documents(parts)]
        kind, _, group = parts[0][0].group.partition(":")
        return Corroborated(
            stated[0].kind,
            slot_name(parts[0][0].rule, stated),
            _qualified(_together(some[0].held.label for _, some in parts), stated),
            tuple(sorted({witness.source for witness in where})),
            tuple(sorted({witness.origin for witness in where})),
            tuple(dict.fromkeys(claim.id for claim in stated)),
            group if kind == "group" else None,
            tuple(self._wordings(stated)),
        )

    def _wordings(self, claims: Iterable[Claim]) -> Iterator[Wording]:
        """Yield the words of the first claim of each source."""
        heard: set[str] = set()
        for claim in claims:
            document = self._documents[claim.document]
            if document.source not in heard:
                heard.add(document.source)
                start, end, part = claim.span
                words = " ".join(document.quote(claim.span).split())[:LONGEST]
                yield Wording(document.source, document.id, part, start, end, words)


def _together(labels: Iterable[str]) -> str:
    """List words once, without those that others say too.

    >>> _together(["took", "took office", "Osk"])
    'took office, Osk'
    """
    every = list(dict.fromkeys(labels))
    return ", ".join(
        label
        for label in every
        if not any(f" {label} " in f" {other} " for other in every if other != label)
    )


def _qualified(value_words: str, some: Sequence[Claim]) -> str:
    """Put before a value what all claims say of it: a *former* president."""
    words = []
    qualifying = (n for n, role in KINDS[some[0].kind].roles.items() if role.qualifies)
    for name in qualifying:
        values = {str(claim.role(name)[0].value) for claim in some if claim.role(name)}
        default = str(role_of(some[0].kind, name).default)
        if len(values) == 1 and values != {default}:
            words += [value for value in values if value not in value_words.lower()]
    return " ".join([*words, value_words])


def _claims(parts: Iterable[Part]) -> list[int]:
    return sorted(
        {one.claim for _, some in parts for answer in some for one in answer.given}
    )


def _documents(parts: Iterable[Part]) -> frozenset[int]:
    return frozenset(
        one.document for _, some in parts for answer in some for one in answer.given
    )


def _sure(
    answers: Iterable[FactValue], claims: Mapping[int, Claim]
) -> Iterator[FactValue]:
    """Leave out what may be misread, or be of something else."""
    for answer in answers:
        sure = (
            one
            for one in answer.given
            if claims[one.claim].confidence >= SURE and not one.unsure
        )
        yield answer._replace(given=tuple(sure))


Claimed = tuple[int, int, frozenset[tuple[str, frozenset[str]]]]
"""The first and the last day of a claim, and who or what fills its roles."""


def _claimed(claim: Claim) -> Claimed:
    first, last = (claim.time.start, claim.time.end) if claim.time else (None, None)
    filled = frozenset(
        (
            role,
            frozenset(
                key_of(role_of(claim.kind, role), mention) for mention in mentions
            ),
        )
        for role, mentions in claim.roles.items()
        if role_of(claim.kind, role).is_named
    )
    return day_number(first) or EARLIEST, day_number(last) or LATEST, filled


def _agree(left: Claimed, right: Claimed) -> bool:
    """Ask whether times meet, and nobody takes part for somebody else."""
    if max(left[0], right[0]) > min(left[1], right[1]):
        return False
    theirs = dict(right[2])
    return all(
        ours <= theirs[role] or theirs[role] <= ours
        for role, ours in left[2]
        if role in theirs
    )
