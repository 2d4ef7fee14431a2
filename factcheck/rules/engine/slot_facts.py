"""What the rules compare, slot by slot: who gives which value, and do they agree.

A fact is a slot of an `agree` rule with what documents put into it. Findings say where
facts conflict; this says what was compared at all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from factcheck.claims import KINDS
from factcheck.claims.intervals import ENDLESS
from factcheck.comparators import Comparator, Held
from factcheck.findings import Severity
from factcheck.lexicons import Verdict
from factcheck.rules.definition.rule import Compare, Rule
from factcheck.rules.engine.compile import (
    TIME,
    WORDY,
    Query,
    keyed,
    passing,
    read_claims,
    slot_of,
)
from factcheck.rules.engine.judge import Validity, class_of, judge, separated
from factcheck.rules.engine.slot_bindings import Given, Slot, key_words, read_slots
from factcheck.store import FactStore, Row, Witness

COVERED = 0.9
"""The share of the narrower of two intervals that agreeing ones have in common."""

MOST_ANSWERS = 60
"""Distinct values of one fact that are compared with each other."""


class Standing(StrEnum):
    """How the sources that give a fact stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    UNKNOWN = "unknown"
    SINGLE = "single"


class FactValue(NamedTuple):
    """One value of a fact, and who gives it.

    Attributes:
        held: The value.
        given: What the claims say that give it, in their order.
        apart: What keeps these claims apart from others.
    """

    held: Held
    given: tuple[Given, ...]
    apart: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class SlotFact:
    """A slot of a rule, and what documents put into it.

    Attributes:
        rule: The rule that compares it.
        group: The group of the documents.
        names: What the claims share: role names, `event`, `story`.
        key: What stands there, in words that never change.
        answers: The values, the one that most sources give first.
        standing: Whether the sources agree.
    """

    rule: Rule
    group: str
    names: tuple[str, ...]
    key: tuple[str, ...]
    answers: tuple[FactValue, ...]
    standing: Standing

    @property
    def given(self) -> Iterator[Given]:
        """Everything that claims say of it."""
        return (one for answer in self.answers for one in answer.given)


def facts(
    rules: Iterable[Rule], store: FactStore, *, single: bool = False
) -> list[SlotFact]:
    """Return what the rules compared, each fact once.

    *store* has its scope already. With *single*, facts that one source alone gives are
    returned too.
    """
    every = [
        fact
        for rule in rules
        if has_facts(rule)
        for fact in _facts_of(rule, store, single)
    ]
    return list(_once(every))


def declared() -> list[Rule]:
    """Return what kinds of claims say is a fact, as rules that report nothing.

    So a former office, of which no rule asks, can be corroborated.
    """
    rules = []
    for name in KINDS:
        kind = KINDS[name]
        if kind.fact and not kind.coreferent:
            comparator, options = kind.fact.compare
            rules.append(
                Rule(
                    id=f"declared-{name}",
                    severity=Severity.NOTE,
                    message="",
                    why="",
                    check="agree",
                    claims=(name,),
                    same=(kind.fact.subject, *(role for role, _ in kind.defaults())),
                    differ=kind.fact.value,
                    compare=Compare.model_validate({"as": comparator, **options}),
                )
            )
    return rules


def count_single(
    rules: Iterable[Rule], store: FactStore
) -> Counter[tuple[str, Standing]]:
    """Count the slots of each group that one source alone fills.

    Words of quotations are left out.
    """
    counted: dict[tuple[object, ...], list[Row]] = {}
    for rule in rules:
        if not has_facts(rule) or set(rule.same) & set(WORDY):
            continue
        slot = ", ".join(slot_of(rule))
        filled, values = _filled(rule)
        query = (
            f"SELECT grp, COUNT(*) FROM (SELECT {slot} FROM ({filled}) f"
            f" GROUP BY {slot} HAVING MIN(src) = MAX(src)) s GROUP BY grp"
        )
        counted[rule.claims, rule.same, rule.differ] = store.select(query, values)
    rows = [row for some in counted.values() for row in some]
    groups = store.group_names(group for group, _ in rows)
    counts: Counter[tuple[str, Standing]] = Counter()
    for group, count in rows:
        counts[groups[group], Standing.SINGLE] += count
    return counts


def has_facts(rule: Rule) -> bool:
    """Ask whether a rule compares values of slots that are known beforehand."""
    if rule.check != "agree" or rule.compare is None:
        return False
    properties = rule.compare.properties
    return not properties.by_words and not properties.one_sided


def _facts_of(rule: Rule, store: FactStore, single: bool) -> Iterator[SlotFact]:
    if rule.compare is None:
        return
    comparator = rule.compare.comparator()
    wordy = bool(set(rule.same) & set(WORDY))
    query = passing(rule) if wordy else _stated(rule, several=not single)
    slots = read_slots(rule, store, query)
    words = key_words(rule, store, {slot.key for slot in slots})
    names = (*keyed(rule), *(name for name in rule.same if name in WORDY))
    for slot in slots:
        standing = _standing(slot, comparator, store.witnesses)
        if standing is not Standing.SINGLE or single:
            answers = _answers(slot.given, store.witnesses)
            key = tuple(words[slot.key])
            yield SlotFact(rule, slot.group, names, key, answers, standing)


def _filled(rule: Rule) -> Query:
    return read_claims(rule, columns=("c.low AS low", "c.high AS high", "d.src AS src"))


def _stated(rule: Rule, several: bool) -> Query:
    """Select the claims of slots, or of those that two sources fill.

    The columns are those of `contested`.
    """
    slot = slot_of(rule)
    names, own = ", ".join(slot), ", ".join(f"f.{name}" for name in slot)
    filled, values = _filled(rule)
    first = ["claim", "document", "low", "high", "unsure"]
    columns = ", ".join(f"f.{c}" for c in ["grp", *first, *slot[1:]])
    least = " HAVING MIN(src) <> MAX(src)" if several else ""
    text = (
        f"WITH filled AS ({filled}), wanted AS (SELECT {names} FROM filled"
        f" GROUP BY {names}{least}) SELECT DISTINCT {columns} FROM filled f"
        f" WHERE ({own}) IN (SELECT {names} FROM wanted)"
    )
    return Query(text, values)


def _answers(
    given: Sequence[Given], witnesses: Mapping[int, Witness]
) -> tuple[FactValue, ...]:
    """Collect equal values; those that most sources give come first."""
    by_value: dict[object, list[Given]] = defaultdict(list)
    for one in given:
        by_value[class_of(one.held), one.apart].append(one)
    answers = [
        FactValue(some[0].held, tuple(some), some[0].apart)
        for some in by_value.values()
    ]

    def rank(answer: FactValue) -> tuple[int, int]:
        sources = {witnesses[one.document].source for one in answer.given}
        return -len(sources), answer.given[0].claim

    return tuple(sorted(answers, key=rank))


def _standing(
    slot: Slot, comparator: Comparator, witnesses: Mapping[int, Witness]
) -> Standing:
    sources = {witnesses[one.document].source for one in slot.given}
    if len(sources) < 2:
        return Standing.SINGLE
    stretches = [
        Validity(one.held, one.low, one.high, one.apart, lone=one.document)
        for one in slot.given
    ]
    if judge(stretches, comparator):
        return Standing.DIFFER
    answers = _answers(slot.given, witnesses)[:MOST_ANSWERS]
    if any(len(_sources([answer], witnesses)) > 1 for answer in answers):
        return Standing.AGREE
    agreeing = any(
        agree(left, right, comparator) and len(_sources([left, right], witnesses)) > 1
        for left, right in combinations(answers, 2)
    )
    return Standing.AGREE if agreeing else Standing.UNKNOWN


def _sources(
    answers: Iterable[FactValue], witnesses: Mapping[int, Witness]
) -> set[str]:
    return {witnesses[one.document].source for a in answers for one in a.given}


def agree(left: FactValue, right: FactValue, comparator: Comparator) -> bool:
    """Ask whether two values say the same, and do not merely leave room for it.

    What a tolerance lets pass does not agree, nor do two bounds that differ.
    """
    if separated(left.apart, right.apart):
        return False
    if comparator.compare(left.held, right.held) is not Verdict.COMPATIBLE:
        return False
    if left.held.low is None or right.held.low is None:
        return True
    return _meet(left.held, right.held)


def _meet(left: Held, right: Held) -> bool:
    """Ask whether one interval lies in the other or nearly so, none open at an end."""
    ends = (left.low, left.high, right.low, right.high)
    low, high, least, most = (0.0 if end is None else end for end in ends)
    if max(high, most) >= ENDLESS:
        return False
    shared = min(high, most) - max(low, least)
    return shared >= 0 and shared >= COVERED * min(high - low, most - least)


def _is_default(fact: SlotFact) -> bool:
    """Ask whether nobody prints the value: that a minister is not a former one."""
    kind = KINDS[fact.rule.claims[0]]
    role = kind.roles.get(fact.rule.differ or "")
    default = role.default if role else None
    return default is not None and all(a.held.value == default for a in fact.answers)


def _once(facts: Sequence[SlotFact]) -> Iterator[SlotFact]:
    """Leave out smaller facts that others already cover.

    All claims of such a fact stand in others that ask for the same role, or that have
    its value for a key: who is minister, and what is her office.
    """
    taken: dict[str, set[int]] = defaultdict(set)
    claims = [{one.claim for one in fact.given} for fact in facts]

    def rank(n: int) -> tuple[bool, int, int, int]:
        plain = len(facts[n].names)
        return facts[n].standing is not Standing.DIFFER, plain, -len(claims[n]), n

    kept = set()
    for n in sorted(range(len(facts)), key=rank):
        fact = facts[n]
        role = fact.rule.differ or TIME
        trivial = role in fact.names or _is_default(fact)
        trivial = trivial and fact.standing is not Standing.DIFFER
        if trivial or claims[n] <= taken[role]:
            continue
        kept.add(n)
        for name in {role, *fact.names}:
            taken[name] |= claims[n]
    yield from (facts[n] for n in sorted(kept))
