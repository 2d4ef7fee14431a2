"""Two sentences that tell the same: which words differ, and whether that is a fact."""

from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from factcheck.comparators.comparator import (
    Comparator,
    Held,
    Options,
    Properties,
    comparator,
)
from factcheck.comparators.differences import Difference, difference_of, is_exchange
from factcheck.comparators.sentences import Beside, Sentence
from factcheck.lexicons import Verdict

LEAST_CONTENT = 3
"""Words that say something which two sentences must have in common."""

LEAST_SHARE = 0.6
"""The share of the shorter sentence's words that say something, in both."""


JOINT = 2
"""Words between two changes that are one."""


class Alignment(NamedTuple):
    """Two sentences side by side.

    Attributes:
        agreed: How many words that say something are in both, in order.
        share: Their share of the sentence that has fewer, without what is a conflict.
        open: Words that say something and differ for no known reason.
        differences: Where they differ, in order; style is left out.
    """

    agreed: int
    share: float
    open: int
    differences: tuple[Difference, ...]

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """The differences that cannot both be right."""
        return tuple(d for d in self.differences if d.verdict is Verdict.CONFLICT)


@comparator("aligned")
class Aligned(Comparator):
    """Two sentences conflict when they tell the same but for one detail.

    `by` says which: number, day, place, name, title, negation, opposite or roles; or
    denial, where the headline or first sentence of one text denies that of another.
    Order, synonyms of saying, abbreviations, the form of numbers, spelling and adverbs
    are style. Other words are unknown: another thing may be told.

    | left | right | |
    |---|---|---|
    | The bridge in Velde cost 12 million crowns | The bridge in Velde cost 15 million crowns | conflict in number |
    | Duval did not sign the treaty in Lisbon | Duval signed the treaty in Lisbon | conflict in negation |
    | Ms. Duval signed the treaty in Lisbon | Duval also signed the treaty in Lisbon | compatible |
    | Duval signed the treaty in Lisbon | Nobody in Freedonia has heard of it | unknown |
    """  # noqa: E501

    OPTIONS = frozenset({"by"})
    PROPERTIES = Properties(by_words=True)

    def __init__(self, options: Options) -> None:
        """Take the sort of difference that conflicts."""
        super().__init__(options)
        self.by = options.get("by", "")
        if self.by not in SORTS:
            raise ValueError(f"by: should be one of {', '.join(SORTS)}")

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two sentences tell the same, and differ in this detail."""
        alignment = lay_beside(Sentence(left.label), Sentence(right.label))
        if alignment.agreed < LEAST_CONTENT or alignment.share < LEAST_SHARE:
            return Verdict.UNKNOWN
        if any(d.sort == self.by for d in alignment.conflicts):
            return Verdict.CONFLICT
        return Verdict.UNKNOWN if alignment.differences else Verdict.COMPATIBLE


DENIAL = "denial"
"""One sentence denies what another reports, in other words."""
DENIED = "denied"
"""One sentence says that something did not happen, and another that it did."""
SORTS = (
    *("number", "day", "place", "name", "title", "negation", "opposite", "roles"),
    DENIAL,
    DENIED,
)


def lay_beside(left: Sentence, right: Sentence) -> Alignment:
    """Lay two sentences side by side, and say what differs."""
    matcher = SequenceMatcher(None, left.keys, right.keys, autojunk=False)
    codes = matcher.get_opcodes()
    agreed = sum(
        left.tokens[n].content
        for tag, i, j, _, _ in codes
        if tag == "equal"
        for n in range(i, j)
    )
    sizes = [sum(t.content for t in side.tokens) for side in (left, right)]
    share = agreed / max(1, min(sizes))
    if share < LEAST_SHARE / 2:
        return Alignment(agreed, share, min(sizes) - agreed, ())
    changed = _joined(left, right, [code[1:] for code in codes if code[0] != "equal"])
    exchange = is_exchange(left, right, changed)
    if exchange is not None:
        return Alignment(min(sizes), 1.0, 0, (exchange,))  # all words are there
    changed = _without_moved(left, right, changed)
    places = (Beside(left, slice(i, j), right, slice(k, m)) for i, j, k, m in changed)
    differences = [one for at in places if (one := difference_of(at, codes))]
    unknown = sum(
        min(_content(left, d.left), _content(right, d.right)) or 0
        for d in differences
        if d.sort == "other"
    )
    judged = [d for d in differences if d.verdict is Verdict.CONFLICT]
    rest = min(
        sizes[0] - sum(_content(left, d.left) for d in judged),
        sizes[1] - sum(_content(right, d.right) for d in judged),
    )
    share = agreed / max(1, rest)
    return Alignment(agreed, min(1.0, share), unknown, tuple(differences))


def _content(side: Sentence, place: slice) -> int:
    return sum(token.content for token in side.tokens[place])


Place = tuple[int, int, int, int]


def _joined(left: Sentence, right: Sentence, changed: list[Place]) -> list[Place]:
    """Join changes inside one name or office: "Secretary of State" is one."""
    joined: list[Place] = []
    for i, j, k, m in changed:
        if joined:
            a, b, c, d = joined[-1]
            sides = ((left, a, b, i, j), (right, c, d, k, m))
            if i - b <= JOINT and any(_one_detail(*side) for side in sides):
                joined[-1] = (a, j, c, m)
                continue
        joined.append((i, j, k, m))
    return joined


def _one_detail(side: Sentence, first: int, end: int, start: int, last: int) -> bool:
    """Ask whether words between two changes belong to what was changed on both ends."""
    between = {token.detail for token in side.tokens[end:start]}
    around = {token.detail for token in side.tokens[first:last]}
    return len(between) == 1 and -1 not in between and around == between


def _without_moved(
    left: Sentence, right: Sentence, changed: list[Place]
) -> list[Place]:
    """Leave out phrases that both sentences print, in other places."""
    gone = Counter(left.keys[i:j] for i, j, k, m in changed if k == m)
    come = Counter(right.keys[k:m] for i, j, k, m in changed if i == j)
    moved = {words for words in gone if words in come}
    return [
        (i, j, k, m)
        for i, j, k, m in changed
        if (left.keys[i:j] or right.keys[k:m]) not in moved
    ]
