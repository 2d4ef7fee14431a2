"""One name against another in two sentences: is it the same, written otherwise?"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from factcheck.comparators.sentences import Beside, Detail, Token
from factcheck.comparators.spelling import are_forms
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.lexicons.places import known_place
from factcheck.lexicons.territories import territory

ALIKE = 0.7
"""How alike two names must be to be one in two spellings: Zor and Zour."""

NAMES = ("person", "place", "organization")
"""What has a name."""


def names_apart(names: Beside) -> tuple[str, Verdict]:
    """Judge two names, each with all of its words: the sort of name, and the verdict.

    Spelling, initials, nicknames, abbreviations, a fuller form and a place in another
    are no difference. Bodies have too many names: two that differ stay unknown.
    """
    sides = [
        [side.details[n] for n in details]
        for (side, _), details in zip(names.sides, names.details(*NAMES), strict=True)
    ]
    kinds = [{detail.kind for detail in details} for details in sides]
    place = {"place"} in kinds and "person" not in kinds[0] | kinds[1]
    sort = "place" if place else "name"
    ours, theirs = ({detail.entity for detail in details} for details in sides)
    words = [_words(tokens) for tokens in names.tokens]
    if (ours & theirs) - {None} or _is_one(*words):
        return sort, Verdict.COMPATIBLE
    if place:
        if set(words[0]) & set(words[1]):
            return sort, Verdict.COMPATIBLE
        whole = all(map(_is_whole, sides, names.tokens))
        return sort, _places(*names.phrases, whole)
    abbreviated = any(t.is_abbreviation for side in names.tokens for t in side)
    persons = kinds[0] | kinds[1] == {"person"}
    apart = persons and not abbreviated
    return sort, Verdict.CONFLICT if apart else Verdict.UNKNOWN


def _words(tokens: tuple[Token, ...]) -> list[str]:
    """Return the words of a name in small letters, without what is said beside it."""
    names = [t for t in tokens if t.is_name] or list(tokens)
    return [w for t in names if (w := anyascii(t.folded).casefold()) and w != "is"]


def _is_one(left: list[str], right: list[str]) -> bool:
    """Ask whether two names may be one."""
    if not left or not right or set(left) <= set(right) or set(right) <= set(left):
        return True
    if _is_short_for(left, right) or _is_short_for(right, left):
        return True
    rest = [w for w in left if w not in right], [w for w in right if w not in left]
    if len(rest[0]) != len(rest[1]):
        return _alike("".join(left), "".join(right))
    return all(
        are_forms(a, b) or _alike(a, b) or _root(a) == _root(b)
        for a, b in zip(*rest, strict=True)
    )


def _is_short_for(short: list[str], full: list[str]) -> bool:
    """Ask whether a name is the initials of another: FBI."""
    if len(short) != 1 or len(full) < 2:
        return False
    initials = "".join(word[0] for word in full)
    return short[0] == initials or (len(short[0]) > 2 and initials.startswith(short[0]))


def _alike(left: str, right: str) -> bool:
    return (
        Levenshtein.normalized_similarity(left, right) >= ALIKE
        or JaroWinkler.similarity(left, right) >= 0.92
    )


def _root(name: str) -> str:
    """Return a place without the ending of its people: Iraq, Iraqi."""
    return re.sub(r"(?:ians?|eans?|ans?|is?|ese|ish|s)$", "", name)


def _is_whole(details: list[Detail], tokens: tuple[Token, ...]) -> bool:
    """Ask whether words are one name, and all of it."""
    if len(details) != 1 or not tokens:
        return False
    (detail,) = details
    return tokens[0].start <= detail.start + 4 and tokens[-1].end >= detail.end - 2


def _places(left: str, right: str, whole: bool) -> Verdict:
    """Say whether two places can be one: one may lie in the other."""
    one, other = _place(left), _place(right)
    if re.search(r"\d", left + right):
        return Verdict.UNKNOWN  # a road: "Route 9"
    verdict: Verdict = load_lexicon("places").relation(one, other)
    if verdict is not Verdict.UNKNOWN:
        return verdict
    known = known_place(one), known_place(other)
    if whole or all(known):
        return Verdict.CONFLICT
    return Verdict.UNKNOWN


@lru_cache(maxsize=CACHE_SIZE)
def _place(name: str) -> str:
    """Return the state that a word of nationality stands for, else the name."""
    plain = re.sub(r"['’]s?$", "", name)
    country = territory(plain)
    return country.name if country is not None else plain
