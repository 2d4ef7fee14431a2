"""One name against another in two sentences: is it the same, written otherwise?"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from factcheck.comparators.sentences import Sentence, Token
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import Verdict
from factcheck.lexicons.given import nicknames
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.lexicons.places import known_place
from factcheck.lexicons.territories import territory

ALIKE = 0.7
"""How alike two names must be to be one in two spellings: Zor and Zour."""

Found = tuple[str, Verdict] | None


def names_apart(
    left: Sentence,
    right: Sentence,
    held: tuple[set[int], set[int]],
    ours: slice,
    theirs: slice,
) -> Found:
    """Judge two names, each with all of its words.

    Spelling, initials, nicknames, abbreviations, a fuller form and a place in another
    are no difference. Bodies have too many names: two that differ stay unknown.
    """
    one, other = left.tokens[ours], right.tokens[theirs]
    kinds = [
        {side.details[n].kind for n in some}
        for side, some in zip((left, right), held, strict=True)
    ]
    sort = (
        "place"
        if {"place"} in kinds and "person" not in kinds[0] | kinds[1]
        else "name"
    )
    entities = [
        {side.details[n].entity for n in some} - {None}
        for side, some in zip((left, right), held, strict=True)
    ]
    if entities[0] & entities[1]:
        return sort, Verdict.COMPATIBLE
    words = [_words(one), _words(other)]
    if _is_one(*words):
        return sort, Verdict.COMPATIBLE
    if sort == "place":
        if set(words[0]) & set(words[1]):
            return sort, Verdict.COMPATIBLE
        whole = _is_whole(left, held[0], one) and _is_whole(right, held[1], other)
        return sort, _places(left.phrase(one), right.phrase(other), whole)
    if any(token.is_abbreviation for token in (*one, *other)):
        return sort, Verdict.UNKNOWN
    if sum(len(kind) for kind in kinds) and kinds[0] | kinds[1] == {"person"}:
        return sort, Verdict.CONFLICT
    return sort, Verdict.UNKNOWN


def _words(tokens: "tuple[Token, ...]") -> list[str]:
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
    return all(_are_forms(a, b) for a, b in zip(*rest, strict=True))


def _is_short_for(short: list[str], full: list[str]) -> bool:
    """Ask whether a name is the initials of another: FBI."""
    if len(short) != 1 or len(full) < 2:
        return False
    initials = "".join(word[0] for word in full)
    return short[0] == initials or (len(short[0]) > 2 and initials.startswith(short[0]))


def _are_forms(left: str, right: str) -> bool:
    """Ask whether two words are an initial, a nickname or a spelling of each other."""
    short, long = sorted((left, right), key=len)
    if len(short) == 1 and long.startswith(short):
        return True
    if left in nicknames().get(right, ()) or right in nicknames().get(left, ()):
        return True
    return _alike(left, right) or _root(left) == _root(right)


def _alike(left: str, right: str) -> bool:
    return (
        Levenshtein.normalized_similarity(left, right) >= ALIKE
        or JaroWinkler.similarity(left, right) >= 0.92
    )


def _root(name: str) -> str:
    """Return a place without the ending of its people: Iraq, Iraqi."""
    return re.sub(r"(?:ians?|eans?|ans?|is?|ese|ish|s)$", "", name)


def _is_whole(side: Sentence, held: set[int], tokens: "tuple[Token, ...]") -> bool:
    """Ask whether words are one name, and all of it."""
    if len(held) != 1 or not tokens:
        return False
    (detail,) = (side.details[n] for n in held)
    ends = tokens[0].start, tokens[-1].end
    return ends[0] <= detail.start + 4 and ends[1] >= detail.end - 2


def _places(left: str, right: str, whole: bool) -> Verdict:
    """Say whether two places can be one: one may lie in the other."""
    one, other = _place(left), _place(right)
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
    found = territory(plain)
    return found.name if found is not None else plain
