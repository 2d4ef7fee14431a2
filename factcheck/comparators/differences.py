"""What differs between two sentences, by type: each is judged as its type is."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.comparators.names_apart import NAMES, names_apart
from factcheck.comparators.numbers_apart import (
    is_time_word,
    numbers_apart,
    numeric,
    times_apart,
)
from factcheck.comparators.opposites import are_opposites
from factcheck.comparators.roots import verb_forms
from factcheck.comparators.sentences import Beside, Sentence, Token, words_in
from factcheck.comparators.wording import stem
from factcheck.lexicons import Verdict, load_table
from factcheck.lexicons.lexicon import load_lexicon

LONGEST = 8
"""Words of a change; where more differ, another thing is told."""

TITLE = 5
"""Words of an office."""

HOURS = {"early", "late"}
"""Before a day these are compared with the day: "late on Sunday", "early on Monday"."""

HELPING = {
    "be": ("is", "was", "were", "are", "be", "been"),
    "have": ("has", "have", "had"),
}


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


NOT_TO = re.compile(r"(?<!decided )(?<!chose )(?<!opted )\b(?:not|never) to\b")
Code = tuple[str, int, int, int, int]


def difference_of(change: Beside, codes: Sequence[Code]) -> Difference | None:
    """Say what the words of a changed place differ in; None where it is style.

    Args:
        change: The place.
        codes: How the two sentences are aligned.
    """
    ours, theirs = change.tokens
    place = change.ours, change.theirs
    if _letters(ours) == _letters(theirs):
        return None
    if (denied := _denial(change)) is not None:
        return Difference("negation", Verdict.CONFLICT, *place) if denied else None
    if not ours or not theirs:
        title = _title(change, codes)
        return Difference("title", title, *place) if title else None
    if max(len(ours), len(theirs)) > LONGEST:
        return Difference("other", Verdict.UNKNOWN, *place)
    sort, verdict = _judge(change, codes)
    return None if verdict is Verdict.COMPATIBLE else Difference(sort, verdict, *place)


def _judge(change: Beside, codes: Sequence[Code]) -> tuple[str, Verdict]:
    """Return the sort of a difference, and whether both may be right."""
    ours, theirs = change.tokens
    if all(_is_time(side, side.tokens[place]) for side, place in change.sides):
        if _rest(ours, is_time_word) == _rest(theirs, is_time_word):
            return "day", times_apart(change)
    elif all(any(map(numeric, side)) for side in change.tokens) and (
        _rest(ours, numeric) == _rest(theirs, numeric)
    ):
        return "number", numbers_apart(change)
    if verdict := _title(change, codes):
        return "title", verdict
    held = change.details(*NAMES)
    if all(map(_is_name, change.sides)) and any(held):
        return names_apart(_whole(change, held, codes))
    if _is_opposite(ours, theirs):
        hours = {token.folded for token in (*ours, *theirs)} == HOURS and all(
            _is_time(side, side.tokens[place.stop : place.stop + 2])
            for side, place in change.sides
        )
        return "opposite", Verdict.COMPATIBLE if hours else Verdict.CONFLICT
    return "other", Verdict.COMPATIBLE if _is_style(ours, theirs) else Verdict.UNKNOWN


def _letters(tokens: Sequence[Token]) -> str:
    return "".join(re.sub(r"\W", "", token.key) for token in tokens)


def _denial(change: Beside) -> bool | None:
    """Ask whether one side alone denies; None where that is not what differs."""
    deny, helping = words_in("denying"), words_in("helping")
    plain = [plain_denial([t.folded for t in side]) for side in change.tokens]
    count = [sum(word in deny for word in side) for side in plain]
    if count[0] == count[1]:
        return None
    ours, theirs = (
        {stem(word) for word in side if word not in deny and word not in helping}
        for side in plain
    )
    single = len(ours) == len(theirs) == 1
    if ours != theirs and not (single and _same_verb(*ours, *theirs)):
        return None
    behind = [
        token.folded
        for side, place in change.sides
        for token in side.tokens[place.stop : place.stop + 1]
    ]
    numbered = any(word[:1].isdigit() for word in behind)
    if numbered and any("no" in side for side in plain):
        return None  # No. 1
    denier, other = change.left, change.right
    if count[1] > count[0]:
        denier, other = other, denier
    if is_limited(denier, other):
        return False
    partly = words_in("denied_in_part") & {*behind, *plain[0], *plain[1]}
    return not partly and abs(count[0] - count[1]) % 2 == 1


def is_limited(denier: Sentence, other: Sentence) -> bool:
    """Ask whether a denial leaves room for what another sentence tells.

    It is of another time ("had not sung **before**"), of more ("no **further** songs"),
    or of what somebody is asked or promises ("urged her **not to** sing").
    """
    limits = {t.folded for t in denier.tokens} & words_in("limits_denial")
    if limits - {t.folded for t in other.tokens}:
        return True
    asked = NOT_TO.search(denier.text)
    return asked is not None and not NOT_TO.search(other.text)


def plain_denial(words: list[str]) -> list[str]:
    """Write "failed to sign" as "not sign"."""
    text = f" {' '.join(words)} "
    for phrase in load_table("style")["denying_verbs"]:
        head, _, rest = phrase.partition(" ")
        for form in HELPING.get(head) or verb_forms(head):
            text = text.replace(f" {f'{form} {rest}'.strip()} ", " not ")
    return text.split()


def _same_verb(one: str, other: str) -> bool:
    return one[:3] == other[:3] and abs(len(one) - len(other)) <= 3


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


def _title(change: Beside, codes: Sequence[Code]) -> Verdict | None:
    """Compare the offices that the changed words are part of; None where none is."""
    ranks = frozenset(load_table("style")["ranks"])
    held = change.details("title")
    ours, theirs = change.tokens
    if not any(held) and not any(t.folded in ranks for t in (*ours, *theirs)):
        return None
    phrases = _whole(change, held, codes).phrases
    if max(len(phrase.split()) for phrase in phrases) > TITLE:
        return None  # long phrases are not office, and slow to look up
    if not all(phrases) or phrases[0].casefold() == phrases[1].casefold():
        return None
    if _gives(change.right, phrases[0]) or _gives(change.left, phrases[1]):
        return Verdict.UNKNOWN  # "Vice President Osk was sworn in as president"
    verdict = load_lexicon("titles").relation(*phrases)
    if verdict is not Verdict.UNKNOWN:
        return verdict
    added = ours or theirs if not (ours and theirs) else ()
    ranked = all(t.folded in ranks - {"former", "ex"} for t in added)
    return Verdict.CONFLICT if added and ranked and any(held) else None


def _gives(side: Sentence, title: str) -> bool:
    """Ask whether a sentence gives an office beside another one, before no name."""
    given = [d for d in side.details if d.kind == "title"]
    printed = {side.text[d.start : d.end].casefold() for d in given}
    by_itself = {
        side.text[d.start : d.end].casefold()
        for d in given
        if not side.text[d.end :].lstrip()[:1].isupper()
    }
    return len(printed) > 1 and title.casefold() in by_itself


def _whole(
    change: Beside, held: tuple[set[int], set[int]], codes: Sequence[Code]
) -> Beside:
    """Widen a place on both sides to the whole of what its words are part of."""
    left, ours, right, theirs = change
    pairs = {
        (i + n, k + n)
        for tag, i, j, k, _ in codes
        if tag == "equal"
        for n in range(j - i)
    }

    def inside(a: int, b: int) -> bool:
        return left.tokens[a].detail in held[0] or right.tokens[b].detail in held[1]

    first, last, begin, end = ours.start, ours.stop, theirs.start, theirs.stop
    while (first - 1, begin - 1) in pairs and inside(first - 1, begin - 1):
        first, begin = first - 1, begin - 1
    while (last, end) in pairs and inside(last, end):
        last, end = last + 1, end + 1
    if (first == last or begin == end) and (last, end) in pairs:
        last, end = last + 1, end + 1
    return Beside(left, slice(first, last), right, slice(begin, end))


def _is_name(side: tuple[Sentence, slice]) -> bool:
    """Ask whether every word that says something is part of a name."""
    sentence, place = side
    telling = [t for t in sentence.tokens[place] if t.content or t.is_abbreviation]
    return bool(telling) and all(
        t.is_name and (t.detail < 0 or sentence.details[t.detail].kind in NAMES)
        for t in telling
    )


def _is_opposite(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Ask whether all that differs is a word, and another that excludes it."""
    sides = [{t.folded for t in side} - words_in("helping") for side in (ours, theirs)]
    one, other = sides[0] - sides[1], sides[1] - sides[0]
    return len(one) == len(other) == 1 and are_opposites(*one, *other)


def _is_style(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Ask whether words differ in form alone: tense, number, helping words."""
    sides = [
        sorted(stem(token.key) for token in side if token.content)
        for side in (ours, theirs)
    ]
    return sides[0] == sides[1]


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
