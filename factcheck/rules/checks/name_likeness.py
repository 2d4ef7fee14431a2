"""What says that two names of a story are meant for one person, body or place."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from factcheck.comparators import Comparator
from factcheck.comparators.spelling import name_words
from factcheck.comparators.wording import is_content, is_respelled
from factcheck.comparators.words import words_of
from factcheck.findings import Severity
from factcheck.lexicons import Verdict
from factcheck.lexicons.given import given_with_sex
from factcheck.lexicons.places import known_place
from factcheck.lexicons.territories import territory
from factcheck.lexicons.titles import single_seat
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.slot_bindings import Given
from factcheck.store import FactStore, as_text

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

Names = Sequence[Given]
"""Where a name stands."""


class Likeness:
    """Compares names; offices and sentences are read when first asked for."""

    def __init__(self, rule: Rule, store: FactStore, comparator: Comparator) -> None:
        self._rule = rule
        self._store = store
        self._comparator = comparator
        self._held: dict[tuple[int, str], set[str]] | None = None
        self._sentences: dict[int, frozenset[str]] | None = None

    def severity(self, left: Names, right: Names) -> Severity | None:
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

    def _share_office(self, left: Names, right: Names) -> bool:
        """Ask whether both hold an office that one person holds at a time."""
        shared = self._titles(left) & self._titles(right)
        return any(single_seat(title) for title in shared)

    def _titles(self, names: Names) -> set[str]:
        if self._held is None:
            self._held = defaultdict(set)
            for document, entity, title in self._store.select(SEATS):
                self._held[document, entity].add(as_text(title))
        places = {(one.document, one.held.entity) for one in names if one.held.entity}
        return {title for place in places for title in self._held.get(place, ())}

    def _in_one_sentence(self, left: Names, right: Names, names: set[str]) -> bool:
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


def _are_known(left: Names, right: Names) -> bool:
    """Ask whether both names are of places that are known: Iran and Iraq."""
    labels = [names[0].held.label for names in (left, right)]
    return all(territory(label) or known_place(label) for label in labels)


def _spelled_alike(left: str, right: str) -> bool:
    """Ask whether two words are one in two spellings: British, or of a foreign name."""
    ours, theirs = (tuple(w.folded for w in words_of(word)) for word in (left, right))
    return ours == theirs or is_respelled(left.title(), right.title())
