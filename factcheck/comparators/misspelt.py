"""Two names of which one looks like a misspelling of the other."""

from rapidfuzz.distance import Levenshtein

from factcheck.comparators.comparator import Comparator, Held, Properties, comparator
from factcheck.comparators.spelling import are_forms, letters_of, name_words
from factcheck.lexicons import Verdict
from factcheck.lexicons.given import given_with_sex

LIKENESS = 0.7
"""How alike the words must be that differ in two full names: Duvall, Duwall."""

BARE = 0.8
"""How alike a surname by itself and another must be."""

SHORTEST, SHORTEST_BARE = 4, 6
"""Letters in the shortest word that is compared: Bush and Rush are two people."""


@comparator("misspelt")
class Misspelt(Comparator):
    """Two names conflict where one word differs, and by a few letters only.

    Short forms, nicknames, initials, accents, hyphens and two given names that are both
    common are no misspelling.

    | left | right | |
    |---|---|---|
    | Ana Duvall | Ana Duwall | conflict |
    | Duvalier | Duvalyer | conflict |
    | Ana-Li Duval | Ana Li Duval | compatible |
    | Steve Duval | Steven Duval | compatible |
    | Maria Duval | Marta Duval | unknown |
    | Ana Duval | Ana-María Duval | unknown |
    | Ana Duval | Bo Okoro | unknown |
    """

    PROPERTIES = Properties(by_words=True)

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether one name is spelled like the other by mistake."""
        first, second = name_words(left.label), name_words(right.label)
        if not first or not second:
            return Verdict.UNKNOWN
        if letters_of(left.label) == letters_of(right.label):
            return Verdict.COMPATIBLE
        if min(len(first), len(second)) == 1:
            if not _may_share_initial(left.label, right.label):
                return Verdict.UNKNOWN
            return _compare_surnames(first[-1], second[-1])
        if len(first) != len(second):
            return Verdict.UNKNOWN
        apart = [
            n for n, (x, y) in enumerate(zip(first, second, strict=True)) if x != y
        ]
        if not apart:
            return Verdict.COMPATIBLE
        if len(apart) > 1:
            return Verdict.UNKNOWN
        x, y = first[apart[0]], second[apart[0]]
        family = apart[0] == len(first) - 1
        if not family and are_forms(x, y):
            return Verdict.COMPATIBLE
        if not family and {x, y} <= given_with_sex().keys():
            return Verdict.UNKNOWN
        return _near(x, y, SHORTEST, LIKENESS)


def _may_share_initial(left: str, right: str) -> bool:
    """Ask whether names begin alike, where both say more than a surname: A. Duval."""
    ours, theirs = left.split(), right.split()
    return min(len(ours), len(theirs)) < 2 or ours[0][:1] == theirs[0][:1]


def _compare_surnames(left: str, right: str) -> Verdict:
    if left == right or left == right + "s" or right == left + "s":
        return Verdict.COMPATIBLE
    if left[0] != right[0]:
        return Verdict.UNKNOWN
    return _near(left, right, SHORTEST_BARE, BARE)


def _near(left: str, right: str, shortest: int, likeness: float) -> Verdict:
    if min(len(left), len(right)) < shortest:
        return Verdict.UNKNOWN
    alike = Levenshtein.normalized_similarity(left, right) >= likeness
    return Verdict.CONFLICT if alike else Verdict.UNKNOWN
