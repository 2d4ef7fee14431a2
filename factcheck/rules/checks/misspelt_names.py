"""Rules about one person, body or place under two names: the slot is a story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from factcheck.comparators import Comparator
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.spelling import is_surname_misspelt, letters_of, name_words
from factcheck.comparators.wording import is_content, is_respelled
from factcheck.findings import Finding, Severity
from factcheck.lexicons import Verdict
from factcheck.lexicons.given import given_with_sex
from factcheck.lexicons.places import known_place
from factcheck.lexicons.territories import territory
from factcheck.lexicons.title_lexicon import single_seat
from factcheck.rules.checks.connected import connected
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.slot_bindings import Given, key_words, read_slots
from factcheck.store import FactStore, as_text

COMMON = 60
"""A word in more names of a story than this leads to no other name."""

Names = dict[str, list[Given]]
"""Who is named so, by the letters of the name."""


def misspelt(rule: Rule, store: FactStore, comparator: Comparator) -> Iterator[Finding]:
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
            yield report(
                rule,
                store,
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


LEAST_LONG = 4
"""Letters in a word that may stand for another one in the name of a body."""

SHARED, SHARE = 4, 0.7
"""Words that the sentences around two names have in common, and their share."""

SOUND = 0.6
"""How alike two surnames must be under one given name and one office."""

SEATS = """
SELECT DISTINCT c.document, p.entity, w.word
FROM judged_claim c
JOIN judged_role p ON p.claim = c.id AND p.role = 'person'
JOIN judged_role t ON t.claim = c.id AND t.role = 'title'
JOIN judged_role s ON s.claim = c.id AND s.role = 'status'
JOIN judged_word w ON w.id = t.held
JOIN judged_word v ON v.id = s.held
WHERE c.kind = 'title' AND c.modality = 'asserted'
AND v.word IN ('current', 'acting') AND p.entity IS NOT NULL
"""

SENTENCES = """
SELECT r.claim, r.text FROM judged_role r JOIN judged_claim c ON c.id = r.claim
WHERE c.kind = 'assertion' AND r.role = 'words'
"""

Bearers = Sequence[Given]
"""Where a name stands."""


class Likeness:
    """Compares names; offices and sentences are read when first asked for."""

    def __init__(self, rule: Rule, store: FactStore, comparator: Comparator) -> None:
        self._rule = rule
        self._store = store
        self._comparator = comparator
        self._held: dict[tuple[int, str], set[str]] | None = None
        self._sentences: dict[int, frozenset[str]] | None = None

    def severity(self, left: Bearers, right: Bearers) -> Severity | None:
        """Return how much it matters that two names differ; None for two names.

        Names of bodies that are near, Guard and Guards, are a note. Names that are not
        near are one person's under one surname and one office, which one person holds
        at a time, and one body's in sentences that agree otherwise.
        """
        verdict = self._comparator.compare(left[0].held, right[0].held)
        first, second = (name_words(names[0].held.label) for names in (left, right))
        apart = [(x, y) for x, y in zip(first, second, strict=False) if x != y]
        if self._rule.differ != "organization" and _lost_apostrophe(apart):
            return None
        if self._rule.differ == "person":
            if verdict is not Verdict.UNKNOWN:
                return self._rule.severity if verdict is Verdict.CONFLICT else None
            one = _half_alike(first, second) and self._share_office(left, right)
            return self._rule.severity if one else None
        if verdict is Verdict.COMPATIBLE or len(first) != len(second):
            return None
        if len(apart) != 1 or _are_known(left, right):
            return None
        x, y = apart[0]
        if min(len(x), len(y)) < LEAST_LONG or _spelled_alike(x, y):
            return None
        if verdict is Verdict.CONFLICT and x[0] == y[0]:
            return Severity.NOTE
        in_one = len(first) > 1 and self._in_one_sentence(
            left, right, {*first, *second}
        )
        return self._rule.severity if in_one else None

    def _share_office(self, left: Bearers, right: Bearers) -> bool:
        """Ask whether both hold an office that one person holds at a time."""
        shared = self._titles(left) & self._titles(right)
        return any(single_seat(title) for title in shared)

    def _titles(self, names: Bearers) -> set[str]:
        if self._held is None:
            self._held = defaultdict(set)
            for document, entity, title in self._store.select(SEATS):
                self._held[document, entity].add(as_text(title))
        places = {(one.document, one.held.entity) for one in names if one.held.entity}
        return {title for place in places for title in self._held.get(place, ())}

    def _in_one_sentence(self, left: Bearers, right: Bearers, names: set[str]) -> bool:
        ours, theirs = (
            [self._words(one.claim) - names for one in side] for side in (left, right)
        )
        return any(
            len(a & b) >= SHARED and len(a & b) >= SHARE * max(len(a), len(b))
            for a in ours
            for b in theirs
        )

    def _words(self, claim: int) -> frozenset[str]:
        if self._sentences is None:
            self._sentences = {
                number: frozenset(
                    word.folded
                    for word in words_of(as_text(text))
                    if is_content(word.folded)
                )
                for number, text in self._store.select(SENTENCES)
            }
        return self._sentences.get(claim, frozenset())


def _lost_apostrophe(apart: list[tuple[str, str]]) -> bool:
    """Ask whether two names differ in an *s* that was a possessive: Duvals car."""
    return (
        len(apart) == 1
        and abs(len(apart[0][0]) - len(apart[0][1])) == 1
        and (min(apart[0]) + "s" == max(apart[0]))
    )


def _half_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Ask whether two names have one word in common, and the other begins alike.

    Given names of a man and a woman are two people's.
    """
    if len(left) != 2 or len(right) != 2 or min(map(len, (*left, *right))) < 2:
        return False
    if left[1] == right[1]:
        sexes = {given_with_sex().get(words[0]) for words in (left, right)}
        return left[0][:2] == right[0][:2] and sexes != {"m", "f"}
    alike = Levenshtein.normalized_similarity(left[1], right[1]) >= SOUND
    return left[0] == right[0] and alike


def _are_known(left: Bearers, right: Bearers) -> bool:
    """Ask whether both names are of places that are known: Iran and Iraq."""
    labels = [names[0].held.label for names in (left, right)]
    return all(territory(label) or known_place(label) for label in labels)


def _spelled_alike(left: str, right: str) -> bool:
    """Ask whether two words are one in two spellings: British, or of a foreign name."""
    ours, theirs = (tuple(w.folded for w in words_of(word)) for word in (left, right))
    return ours == theirs or is_respelled(left.title(), right.title())
