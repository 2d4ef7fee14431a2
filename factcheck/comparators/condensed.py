"""One fact in two sentences of different length: a summary beside what it sums up.

The sentences need not follow each other word by word. They share most words of the
shorter one, and what is printed at the same place in each, a number of the same things,
the only day, a name behind the same words, cannot both be right.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.claims.day_numbers import days_of
from factcheck.comparators.differences import Difference, is_limited, plain_denial
from factcheck.comparators.names_apart import names_apart
from factcheck.comparators.numbers_apart import is_time_word, numeric
from factcheck.comparators.opposites import are_opposites
from factcheck.comparators.printed_details import (
    DENIED,
    NEAR,
    PrintedDetail,
    Range,
    printed_details,
)
from factcheck.comparators.sentences import (
    Beside,
    Detail,
    Sentence,
    Token,
    words_in,
)
from factcheck.comparators.synonyms import concept
from factcheck.lexicons import Verdict

LEAST = 3
"""Words that say something which two sentences must have in common."""

SHARED = 0.6
"""The share of the shorter sentence's words that the longer one has, besides what
differs."""

ABOUT = 0.5
"""The same share, before it is known what differs."""

BESIDES = 2
"""Words in common besides what is counted: what is said of it."""

NEAREST = 2
"""Words that say something behind a denial, which the other sentence must have."""

WITHIN = frozenset({"in", "on", "at"})
"""Prepositions that say the same of a place."""


class CondensedSentence(NamedTuple):
    """What is compared of a sentence with those that tell the same at other length.

    Attributes:
        sentence: The sentence.
        stems: Its telling words without endings, numbers and times left out.
        numbers: Its numbers of two figures or more, as written.
        details: Its numbers, days, names and words.
        denies: Whether a word or a verb denies: "has not met", "has yet to meet".
        days: The first and the last day of each time at which something is said to
            be; not "since 2008", "by the end of May".
    """

    sentence: Sentence
    stems: frozenset[str]
    numbers: frozenset[str]
    details: tuple[PrintedDetail, ...]
    denies: bool
    days: tuple[Range, ...]

    def without(self, place: slice) -> int:
        """Count the telling words besides those at a place."""
        tokens = self.sentence.tokens[place]
        return len(self.stems - {concept(token.key) for token in tokens})


def stems_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the words that say something, without endings, one for all synonyms."""
    return frozenset(concept(token.key) for token in tokens if token.content)


def condensed(sentence: Sentence) -> CondensedSentence:
    """Read what one sentence is compared by."""
    telling = (t for t in sentence.tokens if not numeric(t) and not is_time_word(t))
    stems = stems_of(telling)
    times = (
        days_of(detail.value)
        for detail in sentence.details
        if detail.kind == "day" and not _is_end(sentence, detail)
    )
    days = tuple(time for time in times if time)
    numbers = (t.key for t in sentence.tokens if numeric(t) and not is_time_word(t))
    figures = frozenset(number for number in numbers if len(number) > 1)
    details, denies = printed_details(sentence), _denies(sentence)
    return CondensedSentence(sentence, stems, figures, details, denies, days)


def _denies(sentence: Sentence) -> bool:
    """Ask whether a word or a verb denies: "has not yet met", "has yet to meet"."""
    words = plain_denial([token.folded for token in sentence.tokens])
    return not words_in("denying").isdisjoint(words)


def _is_end(sentence: Sentence, time: Detail) -> bool:
    """Ask whether a time only says from when or until when."""
    before = sentence.text[: time.start].lower().split()
    return not words_in("ends_of_time").isdisjoint(before[-1:])


def shared_words(left: CondensedSentence, right: CondensedSentence) -> int:
    """Count the words two sentences share; 0 where they are too few to tell one thing.

    >>> read = lambda text: condensed(Sentence(text))
    >>> shared_words(read("The old bridge in Freetown has 12 lamps"),
    ...     read("All 14 lamps of the bridge in old Freetown were broken"))
    4
    """
    if left.stems == right.stems and len(left.stems) >= BESIDES:
        return len(left.stems)
    both = len(left.stems & right.stems) + len(left.numbers & right.numbers)
    least = ABOUT * min(len(left.stems), len(right.stems))
    return both if both >= max(LEAST, least) else 0


def differences(
    left: CondensedSentence, right: CondensedSentence
) -> Iterator[tuple[PrintedDetail, PrintedDetail, Difference]]:
    """Yield what two sentences that share enough words print differently.

    What is told of two days, 12 ships in 2012 and 14 in 2019, is two things.
    """
    if left.sentence.is_conditional != right.sentence.is_conditional:
        return
    pairs = list(_differences(left, right))
    if not of_other_days(left, right) or all(
        difference.sort == "day" for _, _, difference in pairs
    ):
        yield from pairs


def of_other_days(left: CondensedSentence, right: CondensedSentence) -> bool:
    """Ask whether two sentences name times, and none that could be one."""
    return bool(left.days and right.days) and not any(
        _overlap(one, other) for one in left.days for other in right.days
    )


def _differences(
    left: CondensedSentence, right: CondensedSentence
) -> Iterator[tuple[PrintedDetail, PrintedDetail, Difference]]:
    denied = left.denies != right.denies
    if denied and _is_about_more(left, right):
        return
    shared = left.stems & right.stems
    equal, besides = len(left.numbers & right.numbers), BESIDES
    if left.stems == right.stems:
        besides = 1
    for one in left.details:
        for other in right.details:
            if one.sort != other.sort or not _linked(one, other):
                continue
            if one.before != other.before and not (
                _is_alone(one, left) and _is_alone(other, right)
            ):
                continue  # "38 members of one house and 12 members of the other"
            nouns = one.noun.words if one.number and one.noun else ()
            if len(shared.difference(nouns)) + equal < besides:
                continue
            rest = min(left.without(one.place), right.without(other.place))
            if len(shared) + equal < SHARED * rest or _are_owned(
                left, right, one, other
            ):
                continue
            if one.sort == "word":
                sort = _word_apart(one, other, denied)
            else:
                sort = "" if denied else _apart(left, right, one, other)
            if sort:
                places = one.place, other.place
                if sort == "negation":
                    places = _with_denial(left, one), _with_denial(right, other)
                yield one, other, Difference(sort, Verdict.CONFLICT, *places)


def _with_denial(side: CondensedSentence, word: PrintedDetail) -> slice:
    """Return where a word stands, with that which denies it: "never received"."""
    tokens, at = side.sentence.tokens, word.place
    before = range(at.start - 1, max(-1, at.start - 1 - NEAR), -1)
    denying = (n for n in before if tokens[n].folded in words_in("denying"))
    return slice(next(denying, at.start), at.stop)


def _is_about_more(left: CondensedSentence, right: CondensedSentence) -> bool:
    """Ask whether a sentence denies more or less than the other one tells.

    "has no children with her second husband" leaves room for "has two children".
    """
    denier, other = (left, right) if left.denies else (right, left)
    if is_limited(denier.sentence, other.sentence):
        return True
    words = [token.folded for token in denier.sentence.tokens]
    start = next((n for n, w in enumerate(words) if w in words_in("denying")), 0)
    behind = [t for t in denier.sentence.tokens[start + 1 :] if not is_time_word(t)]
    times, theirs = (
        {t.key for t in side.sentence.tokens if is_time_word(t)}
        for side in (denier, other)
    )
    if times - theirs and theirs - times:
        return True
    nearest = [t for t in behind if t.content][:NEAREST]
    return not stems_of(nearest) <= stems_of(other.sentence.tokens)


def _is_alone(fact: PrintedDetail, side: CondensedSentence) -> bool:
    """Ask whether a sentence gives no other number of the things that are counted."""
    return sum(fact.shares_noun(d) for d in side.details if d.number) < 2


def _are_owned(
    left: CondensedSentence,
    right: CondensedSentence,
    one: PrintedDetail,
    other: PrintedDetail,
) -> bool:
    """Ask whether a number is that of somebody the other sentence does not name."""
    sides = (left.sentence, one, right.sentence), (right.sentence, other, left.sentence)
    for side, number, beside in sides:
        before = [token for token in side.tokens[: number.place.start] if token.printed]
        if number.number is None or len(before) < 2 or is_time_word(before[-1]):
            continue
        named = before[-1].is_name and before[-1].content
        if named and before[-1].key not in beside.keys:
            return True
    return False


def is_printed(
    fact: PrintedDetail, instead: PrintedDetail, others: Sequence[PrintedDetail]
) -> bool:
    """Ask whether a document that prints *instead* of it has a fact among its *others*.

    A text that calls somebody Bo Okoro does not know Ana Okoro.
    """
    if fact.range is None:
        words = fact.words - instead.words or fact.words
        return any(words & other.words for other in others)
    return any(
        _may_be_one(fact, other)
        for other in others
        if other.sort == fact.sort and not _is_bound_on_other_things(fact, other)
    )


def _may_be_one(one: PrintedDetail, other: PrintedDetail) -> bool:
    """Ask whether two numbers, or two times, can both be right."""
    if one.number and other.number:
        return not one.number.excludes(other.number)
    return bool(one.range and other.range and _overlap(one.range, other.range))


def _is_bound_on_other_things(one: PrintedDetail, other: PrintedDetail) -> bool:
    """Ask about numbers: "more than 5 ships" says nothing about 12 sailors."""
    numbers = [detail.number for detail in (one, other) if detail.number]
    return any(n.is_open for n in numbers) and not one.shares_noun(other)


def is_one_of_several(fact: PrintedDetail, others: Sequence[PrintedDetail]) -> bool:
    """Ask whether a document prints another number at the same place among words.

    A text with one earthquake of magnitude 6.1 and another of magnitude 4.8 does not
    say which of them a third text means.
    """
    return any(
        fact.before == other.before
        and fact.link == other.link
        and (fact.shares_noun(other) or fact.behind == other.behind != "")
        and not (fact.range and other.range and _overlap(fact.range, other.range))
        for other in others
        if fact.number and other.number
    )


def _overlap(left: Range, right: Range) -> bool:
    return max(left[0], right[0]) <= min(left[1], right[1])


def _linked(one: PrintedDetail, other: PrintedDetail) -> bool:
    """Ask whether two facts stand at the same place: beside the same words."""
    behind = bool(one.behind) and one.behind == other.behind
    before = bool(one.before) and one.before == other.before
    if one.sort == "word":
        return behind or before
    if one.number:
        ranked = one.number.ranks and behind
        linked = one.shares_noun(other) or ranked or (before and bool(one.link))
        return linked and one.link == other.link
    linked = one.link == other.link or {one.link, other.link} <= WITHIN
    if behind and (one.range or linked):
        return True
    return before and linked and bool(one.link or one.range)


def _apart(
    left: CondensedSentence,
    right: CondensedSentence,
    one: PrintedDetail,
    other: PrintedDetail,
) -> str:
    """Return what sort of facts exclude each other at one place; "" if none do."""
    if one.number and other.number and not one.number.counts_with(other.number):
        return ""
    if one.range and other.range:
        alike = one.words == other.words or _may_be_one(one, other)
        return "" if alike else "number" if one.number else "day"
    if (one.noun or other.noun) and not one.shares_noun(other):
        return ""  # places that describe two things
    beside = Beside(left.sentence, one.place, right.sentence, other.place)
    sort, verdict = names_apart(beside)
    return sort if verdict is Verdict.CONFLICT else ""


def _word_apart(one: PrintedDetail, other: PrintedDetail, denied: bool) -> str:
    """Return "negation" for a word that is *denied* in one sentence alone.

    "found no trace" and "did not find a trace" both deny, and differ in nothing. Return
    "opposite" for words that exclude each other before the same word, or behind it.
    """
    (left,), (right,) = one.words, other.words
    if denied:
        same = left != right and left.removeprefix(DENIED) == right.removeprefix(DENIED)
        return "negation" if same else ""
    if one.behind and other.behind and one.behind != other.behind:
        return ""
    if left.startswith(DENIED) != right.startswith(DENIED):
        return ""  # "not confirmed" is unconfirmed
    return "opposite" if left != right and are_opposites(one.link, other.link) else ""
