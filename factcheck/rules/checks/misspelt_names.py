"""Rules about one person, body or place under two names: the slot is a story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from factcheck.comparators import Comparator
from factcheck.comparators.spelling import is_surname_misspelt, letters_of, name_words
from factcheck.findings import Finding, Severity
from factcheck.rules.checks.connected import connected
from factcheck.rules.checks.name_likeness import Likeness
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.report import Reporter
from factcheck.rules.engine.slot_bindings import Given, key_words, read_slots
from factcheck.store import FactStore

COMMON = 60
"""A word in more names of a story than this leads to no other name."""

Names = dict[str, list[Given]]
"""Who is named so, by the letters of the name."""


def misspelt(
    rule: Rule, store: FactStore, comparator: Comparator, reporter: Reporter
) -> Iterator[Finding]:
    """Yield one finding for everybody whom documents seem to name differently.

    Two people may have names that are near: a document that names both tells them
    apart, and so does another full name with the surname that stands by itself.
    """
    slots = read_slots(rule, store, passing(rule))
    keys = key_words(rule, store, (slot.key for slot in slots))
    alike = Likeness(rule, store, comparator)
    for slot in slots:
        names: Names = defaultdict(list)
        for given in slot.given:
            form = "".join(name_words(given.held.label))
            names[form or letters_of(given.held.label)].append(given)
        pairs: dict[tuple[str, str], Severity] = {}
        for a, b in _candidates(names):
            severity = alike.severity(names[a], names[b])
            person = rule.differ == "person"
            if severity is not None and _may_be_one(names, a, b, person):
                both = {g.document for g in names[a]} & {g.document for g in names[b]}
                pairs[a, b] = Severity.NOTE if both else severity
        for group in connected(pairs):
            severities = [pairs[pair] for pair in pairs if {*group} >= {*pair}]
            forms = sorted(group, key=lambda form: (-_documents(names, form), form))
            yield reporter.report(
                rule,
                slot.group,
                [*keys[slot.key], *sorted(forms)],
                [[replace(g, unsure=False) for g in names[form]] for form in forms],
                severity=min(severities, key=lambda severity: severity.rank),
                words={"key": names[forms[0]][0].held.label},
            )


def _candidates(names: Names) -> Iterator[tuple[str, str]]:
    """Yield names with a word in common, and surnames that begin alike."""
    postings: dict[str, set[str]] = defaultdict(set)
    for form, given in names.items():
        words = name_words(given[0].held.label)
        for word in words:
            postings[word].add(form)
        if words:
            postings[f"{words[-1][:2]}…"].add(form)
    pairs = set[tuple[str, str]]()
    for forms in postings.values():
        if len(forms) <= COMMON:
            pairs |= set(combinations(sorted(forms), 2))
    yield from sorted(pairs)


def _may_be_one(names: Names, left: str, right: str, person: bool) -> bool:
    ours, theirs = names[left], names[right]
    documents = [{one.document for one in some} for some in (ours, theirs)]
    if documents[0] == documents[1]:
        return False
    if not person:
        return not documents[0] & documents[1]
    if _entities(ours) & _entities(theirs):
        return is_surname_misspelt(ours[0].held.label, theirs[0].held.label)
    bare = [form for form in (left, right) if _is_bare(names[form][0])]
    if bare:
        return not any(
            _is_surname_of_another(names, form, (left, right)) for form in bare
        )
    return not documents[0] & documents[1]


def _entities(given: Iterable[Given]) -> set[str]:
    return {one.held.entity for one in given if one.held.entity is not None}


def _is_bare(given: Given) -> bool:
    return len(name_words(given.held.label)) == 1


def _is_surname_of_another(names: Names, form: str, pair: tuple[str, str]) -> bool:
    """Ask whether a surname belongs to somebody whose full name the story gives."""
    (word,) = name_words(names[form][0].held.label)
    return any(
        word in name_words(given[0].held.label)
        for other, given in names.items()
        if other not in pair
    )


def _documents(names: Names, form: str) -> int:
    return len({one.document for one in names[form]})
