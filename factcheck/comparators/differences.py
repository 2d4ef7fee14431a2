"""What differs between two sentences, by type: each is judged as its type is."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.comparators.names_apart import names_apart
from factcheck.comparators.numbers_apart import (
    is_time_word,
    numbers_apart,
    numeric,
    times_apart,
)
from factcheck.comparators.opposites import are_opposites
from factcheck.comparators.sentences import Sentence, Token, words_in
from factcheck.lexicons import Verdict, load_table
from factcheck.lexicons.lexicon import load_lexicon

LONGEST = 8
"""Words of a change; where more differ, another thing is told."""

TITLE = 5
"""Words of an office."""

NAMES = ("person", "place", "organization")


class Difference(NamedTuple):
    """A place where two sentences differ.

    Attributes:
        sort: number, day, place, name, title, negation, opposite, roles; or other.
        verdict: Whether both may be right.
        left: Where in the words of the first.
        right: Where in the words of the second.
    """

    sort: str
    verdict: Verdict
    left: slice
    right: slice


Code = tuple[str, int, int, int, int]


def differences_of(
    left: Sentence,
    right: Sentence,
    i: int,
    j: int,
    k: int,
    m: int,
    codes: Sequence[Code],
) -> Difference | None:
    """Say what the words of a changed place differ in; None where it is style.

    Args:
        left: A sentence.
        right: Another.
        i: The first word of the place in the first sentence.
        j: The word behind it.
        k: The first word of the place in the second sentence.
        m: The word behind it.
        codes: How the two sentences are aligned.
    """
    ours, theirs = left.tokens[i:j], right.tokens[k:m]
    place = slice(i, j), slice(k, m)
    if _letters(ours) == _letters(theirs):
        return None
    if (denied := _denial(left, right, *place)) is not None:
        return Difference("negation", Verdict.CONFLICT, *place) if denied else None
    if not ours or not theirs:
        if title := _title(left, right, *place, codes):
            return Difference("title", title, *place)
        return None
    if max(len(ours), len(theirs)) > LONGEST:
        return Difference("other", Verdict.UNKNOWN, *place)
    for judge in (_quantity, _office, _name, _opposite):
        found = judge(left, right, *place, codes)
        if found is not None:
            sort, verdict = found
            if verdict is Verdict.COMPATIBLE:
                return None
            return Difference(sort, verdict, *place)
    if _is_style(ours, theirs):
        return None
    return Difference("other", Verdict.UNKNOWN, *place)


Found = tuple[str, Verdict] | None


def _letters(tokens: Sequence[Token]) -> str:
    return "".join(re.sub(r"\W", "", token.key) for token in tokens)


def _denial(left: Sentence, right: Sentence, ours: slice, theirs: slice) -> bool | None:
    """Ask whether one side alone denies; None where that is not what differs."""
    deny, helping = words_in("denying"), words_in("helping")
    sides = [left.tokens[ours], right.tokens[theirs]]
    words = [[token.folded for token in side] for side in sides]
    plain = [_plain_denial(one) for one in words]
    count = [sum(word in deny for word in one) for one in plain]
    if count[0] == count[1]:
        return None
    rest = [
        {stem(word) for word in one if word not in deny and word not in helping}
        for one in plain
    ]
    if rest[0] != rest[1]:
        if len(rest[0]) != 1 or len(rest[1]) != 1:
            return None
        if not _same_verb(*rest[0], *rest[1]):
            return None
    behind = [
        side.tokens[place.stop : place.stop + 1]
        for side, place in ((left, ours), (right, theirs))
    ]
    partly = words_in("denied_in_part")
    near = {t.folded for some in behind for t in some} | {w for o in plain for w in o}
    numbered = any(t.folded[:1].isdigit() for some in behind for t in some)
    if numbered and any("no" in one for one in plain):
        return None  # No. 1
    return not near & partly and abs(count[0] - count[1]) % 2 == 1


def _plain_denial(words: list[str]) -> list[str]:
    """Write "failed to sign" as "not sign"."""
    text = f" {' '.join(words)} "
    for phrase in load_table("style")["denying_verbs"]:
        head, _, rest = phrase.partition(" ")
        forms = _forms(head)
        for form in forms:
            text = text.replace(f" {f'{form} {rest}'.strip()} ", " not ")
    return text.split()


def _forms(verb: str) -> tuple[str, ...]:
    if verb == "be":
        return ("is", "was", "were", "are", "be", "been")
    if verb == "have":
        return ("has", "have", "had")
    stem = verb.removesuffix("e")
    past = stem[:-1] + "ied" if stem.endswith("y") else stem + "ed"
    third = stem[:-1] + "ies" if stem.endswith("y") else verb + "s"
    return verb, past, third, stem + "ing"


def _same_verb(one: str, other: str) -> bool:
    return one[:3] == other[:3] and abs(len(one) - len(other)) <= 3


def _quantity(
    left: Sentence, right: Sentence, ours: slice, theirs: slice, codes: Sequence[Code]
) -> Found:
    """Judge numbers and times."""
    one, other = left.tokens[ours], right.tokens[theirs]
    if _is_time(left, one) and _is_time(right, other):
        if _rest(one, is_time_word) != _rest(other, is_time_word):
            return None
        verdict = times_apart(left, right, ours, theirs)
        return ("day", verdict)
    if any(map(numeric, one)) and any(map(numeric, other)):
        if _rest(one, numeric) != _rest(other, numeric):
            return None
        return ("number", numbers_apart(left, right, ours, theirs))
    return None


def _rest(tokens: Sequence[Token], known: Callable[[Token], bool]) -> frozenset[str]:
    """Return the words that say something besides what is known."""
    return frozenset(
        stem(token.key)
        for token in tokens
        if token.content and not known(token) and token.folded not in words_in("loose")
    )


def _is_time(side: Sentence, tokens: Sequence[Token]) -> bool:
    return any(
        is_time_word(token)
        or (token.detail >= 0 and side.details[token.detail].kind == "day")
        for token in tokens
    )


def _office(
    left: Sentence, right: Sentence, ours: slice, theirs: slice, codes: Sequence[Code]
) -> Found:
    verdict = _title(left, right, ours, theirs, codes)
    return ("title", verdict) if verdict else None


def _title(
    left: Sentence, right: Sentence, ours: slice, theirs: slice, codes: Sequence[Code]
) -> Verdict | None:
    """Compare the offices that the changed words are part of; None where none is."""
    ranks = frozenset(load_table("style")["ranks"])
    held = _details(left, ours, "title"), _details(right, theirs, "title")
    one, other = left.tokens[ours], right.tokens[theirs]
    if not any(held) and not any(t.folded in ranks for t in (*one, *other)):
        return None
    spans = _whole(left, right, ours, theirs, held, codes)
    phrases = left.phrase(left.tokens[spans[0]]), right.phrase(right.tokens[spans[1]])
    if max(len(phrase.split()) for phrase in phrases) > TITLE:
        return None  # long phrases are not office, and slow to look up
    if not all(phrases) or phrases[0].casefold() == phrases[1].casefold():
        return None
    verdict = load_lexicon("titles").relation(*phrases)
    if verdict is not Verdict.UNKNOWN:
        return verdict
    if not one or not other:
        added = one or other
        if all(t.folded in ranks - {"former", "ex"} for t in added) and any(held):
            return Verdict.CONFLICT
        return None
    return None


def _details(side: Sentence, place: slice, *kinds: str) -> set[int]:
    return {
        token.detail
        for token in side.tokens[place]
        if token.detail >= 0 and side.details[token.detail].kind in kinds
    }


def _whole(
    left: Sentence,
    right: Sentence,
    ours: slice,
    theirs: slice,
    held: tuple[set[int], set[int]],
    codes: Sequence[Code],
) -> tuple[slice, slice]:
    """Widen a place on both sides to the whole of what its words are part of."""
    pairs = [
        (i + n, k + n)
        for tag, i, j, k, _ in codes
        if tag == "equal"
        for n in range(j - i)
    ]
    first, last, begin, end = ours.start, ours.stop, theirs.start, theirs.stop
    for a, b in reversed([pair for pair in pairs if pair[0] < first]):
        inside = left.tokens[a].detail in held[0] or right.tokens[b].detail in held[1]
        if (a, b) != (first - 1, begin - 1) or not inside:
            break
        first, begin = a, b
    for a, b in [pair for pair in pairs if pair[0] >= last]:
        inside = left.tokens[a].detail in held[0] or right.tokens[b].detail in held[1]
        if (a, b) != (last, end) or not inside:
            break
        last, end = a + 1, b + 1
    if first == last or begin == end:
        both = left.tokens[last : last + 1], right.tokens[end : end + 1]
        if both[0] and both[1] and both[0][0].key == both[1][0].key:
            last, end = last + 1, end + 1
    return slice(first, last), slice(begin, end)


def _name(
    left: Sentence, right: Sentence, ours: slice, theirs: slice, codes: Sequence[Code]
) -> Found:
    """Judge one name against another."""
    one, other = left.tokens[ours], right.tokens[theirs]
    if not (_is_name(left, one) and _is_name(right, other)):
        return None
    held = _details(left, ours, *NAMES), _details(right, theirs, *NAMES)
    if not held[0] and not held[1]:
        return None
    spans = _whole(left, right, ours, theirs, held, codes)
    return names_apart(left, right, held, *spans)


def _is_name(side: Sentence, tokens: Sequence[Token]) -> bool:
    """Ask whether every word that says something is part of a name."""
    telling = [t for t in tokens if t.content or t.is_abbreviation]
    return bool(telling) and all(
        t.is_name and (t.detail < 0 or side.details[t.detail].kind in NAMES)
        for t in telling
    )


def _opposite(
    left: Sentence, right: Sentence, ours: slice, theirs: slice, codes: Sequence[Code]
) -> Found:
    """Judge words that exclude each other."""
    keys = [
        [t.folded for t in left.tokens[ours]],
        [t.folded for t in right.tokens[theirs]],
    ]
    helping = words_in("helping")
    one = [w for w in keys[0] if w not in keys[1] and w not in helping]
    other = [w for w in keys[1] if w not in keys[0] and w not in helping]
    if len(one) == len(other) == 1 and are_opposites(one[0], other[0]):
        return "opposite", Verdict.CONFLICT
    return None


def _is_style(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Ask whether words differ in form alone: tense, number, helping words."""
    sides = [
        sorted(stem(token.key) for token in side if token.content)
        for side in (ours, theirs)
    ]
    return sides[0] == sides[1]


def stem(word: str) -> str:
    """Return a word without its ending, so that its forms are one."""
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending).rstrip("eiy")
    return word.rstrip("ey") if len(word) > 3 else word


def is_exchange(
    left: Sentence, right: Sentence, changed: list[tuple[int, int, int, int]]
) -> Difference | None:
    """Return where two names have changed places around a verb, if that is all."""
    if len(changed) not in (1, 2, 3):
        return None
    i, k = changed[0][0], changed[0][2]
    j, m = changed[-1][1], changed[-1][3]
    ours, theirs = left.tokens[i:j], right.tokens[k:m]
    if not 3 <= len(ours) <= 14 or sorted(t.key for t in ours) != sorted(
        t.key for t in theirs
    ):
        return None
    keys, turned = [t.key for t in ours], [t.key for t in theirs]
    for a in range(1, len(ours) - 1):
        for b in range(a + 1, len(ours)):
            first, between, last = keys[:a], keys[a:b], keys[b:]
            if turned != [*last, *between, *first] or first == last:
                continue
            if _are_names(ours[:a]) and _are_names(ours[b:]) and _acts(ours[a:b]):
                return Difference("roles", Verdict.CONFLICT, slice(i, j), slice(k, m))
    return None


def _are_names(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(token.is_name for token in tokens)


def _acts(tokens: Sequence[Token]) -> bool:
    """Ask whether words between two names say what one does to the other."""
    mutual = words_in("mutual")
    words = {token.folded for token in tokens}
    plain = any(token.content and not token.is_name for token in tokens)
    return plain and not words & mutual and not words & {"and", "or", "with", "while"}
