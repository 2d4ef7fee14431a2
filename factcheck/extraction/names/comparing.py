"""Are two names names of one person, as far as names alone can say?"""

from rapidfuzz.distance import Levenshtein

from factcheck.extraction.names.person import PersonName
from factcheck.extraction.names.romanisation import (
    same_family,
    same_given,
    same_given_east,
)
from factcheck.lexicons.given import nicknames

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
EQUAL, INITIAL = "equal", "an initial of the given name"


def compare_names(left: PersonName, right: PersonName) -> tuple[str, str]:
    """Compare two full names; the answer comes with its reason in words.

    >>> from factcheck.extraction.names.person import parse_name
    >>> compare_names(parse_name("Tony Quill"), parse_name("Anthony Quill"))[0]
    'same'
    >>> compare_names(parse_name("Ada Quill"), parse_name("Ben Quill"))[0]
    'different'
    """
    if sorted((*left.given, *left.family)) == sorted((*right.given, *right.family)):
        return _suffixes(left, right, "the same words")
    if left.east or right.east:
        return _compare_east(left, right)
    if same_family(left.family, right.family):
        return _compare_given(left, right)
    if near_spelling(left.surname, right.surname):
        verdict, _ = _compare_given(left, right)
        if verdict == SAME:
            return UNSURE, "family names that differ in one letter"
    return DIFFERENT, "other family names"


def near_spelling(left: str, right: str) -> bool:
    """Ask whether two long family names differ in one letter, as by a slip."""
    if min(len(left), len(right)) < 4 or left[0] != right[0]:
        return False
    return Levenshtein.distance(left, right, score_cutoff=1) == 1


def _compare_east(left: PersonName, right: PersonName) -> tuple[str, str]:
    for a, b in ((left, right), (right, left)):
        if a.east and not b.east and len(b.given) + len(b.family) == len(a.given) + 1:
            words = (*b.given, *b.family)
            b = PersonName(b.text, words[1:], words[:1], b.suffix, east=True)
            if not same_family(a.family, b.family, east=True):
                b = PersonName(b.text, words[:-1], words[-1:], b.suffix, east=True)
        if same_family(a.family, b.family, east=True) and same_given_east(
            a.given, b.given, a.family
        ):
            return SAME, "two romanisations of one name"
    return DIFFERENT, "other syllables"


def _compare_given(left: PersonName, right: PersonName) -> tuple[str, str]:
    short, long = sorted((left.given, right.given), key=len)
    matches = [_aligned(short, long[skip:]) for skip in range(len(long))]
    matched = next((m for m in matches if m), None)
    if matched is None:
        return DIFFERENT, f"other given names: {left.text}, {right.text}"
    if all(len(word) == 1 for word in short):
        if len(long) == len(short) and all(len(w) == 1 for w in long):
            return UNSURE, "the same initials, no given name"
        return UNSURE, "an initial, and a given name it may stand for"
    if all(reason == INITIAL for reason in matched):
        return UNSURE, "only initials in common"
    why = next((reason for reason in matched if reason != EQUAL), "")
    if len(long) > len(short):
        why = why or "one gives another middle name or initial besides"
    return _suffixes(left, right, why or "the same given and family name")


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> list[str]:
    """Return how each word of one name is the next word of the other; or nothing.

    No word between may be left out: "George W." is not "George H. W.".
    """
    if len(short) > len(long):
        return []
    reasons = [_one_given(a, b) for a, b in zip(short, long, strict=False)]
    return reasons if all(reasons) else []


def _one_given(left: str, right: str) -> str:
    if left == right:
        return EQUAL
    if len(left) == 1 or len(right) == 1:
        return INITIAL if left[0] == right[0] else ""
    if same_given(left, right):
        return "two spellings of one given name"
    if right in nicknames().get(left, ()) or left in nicknames().get(right, ()):
        return "a short form of the given name"
    return ""


def _suffixes(left: PersonName, right: PersonName, reason: str) -> tuple[str, str]:
    if left.suffix == right.suffix:
        return SAME, reason
    if left.suffix and right.suffix:
        return DIFFERENT, f"{left.suffix} is not {right.suffix}: father and son"
    return UNSURE, f"only one is called {left.suffix or right.suffix}"
