"""Rules about one person under two spellings: the slot is the person itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from factcheck.comparators import Comparator
from factcheck.comparators.spelling import (
    is_surname_misspelt,
    letters_of,
    name_words,
)
from factcheck.findings import Finding
from factcheck.lexicons import Verdict
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.report import Reporter
from factcheck.rules.engine.slot_bindings import Given, key_words, read_slots
from factcheck.store import FactStore, Witness

COMMON = 60
"""A word in more names of a story than this leads to no other name."""

Names = dict[str, list[Given]]
"""Who is named so, by the letters of the name."""


def misspelt(
    rule: Rule,
    store: FactStore,
    witnesses: Mapping[int, Witness],
    comparator: Comparator,
    reporter: Reporter,
) -> Iterator[Finding]:
    """Yield one finding for every person that documents seem to spell differently.

    Two people may have names that are near: a document that names both tells them
    apart, and so does another full name with the surname that stands by itself.
    """
    slots = read_slots(rule, store, passing(rule), witnesses)
    keys = key_words(rule, store, witnesses, (slot.key for slot in slots))
    for slot in slots:
        names: Names = defaultdict(list)
        for given in slot.given:
            form = "".join(name_words(given.held.label))
            names[form or letters_of(given.held.label)].append(given)
        pairs = {
            (a, b)
            for a, b in _candidates(names)
            if comparator.compare(names[a][0].held, names[b][0].held)
            is Verdict.CONFLICT
            and _may_be_one(names, a, b)
        }
        for group in _components(pairs):
            forms = sorted(group, key=lambda form: (-_documents(names, form), form))
            yield reporter.report(
                rule,
                slot.group,
                [*keys[slot.key], *sorted(forms)],
                [names[form] for form in forms],
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
    found = set[tuple[str, str]]()
    for forms in postings.values():
        if len(forms) <= COMMON:
            found |= set(combinations(sorted(forms), 2))
    yield from sorted(found)


def _may_be_one(names: Names, left: str, right: str) -> bool:
    ours, theirs = names[left], names[right]
    if {one.document for one in ours} == {one.document for one in theirs}:
        return False
    if _entities(ours) & _entities(theirs):
        return is_surname_misspelt(ours[0].held.label, theirs[0].held.label)
    bare = [form for form in (left, right) if _is_bare(names[form][0])]
    if bare:
        return not any(
            _is_surname_of_another(names, form, (left, right)) for form in bare
        )
    return not {one.document for one in ours} & {one.document for one in theirs}


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


def _components(pairs: set[tuple[str, str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for pair in sorted(pairs):
        joined = [group for group in groups if group & {*pair}]
        groups = [group for group in groups if group not in joined]
        groups.append({*pair}.union(*joined))
    return groups
