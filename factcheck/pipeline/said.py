"""By what claims are found again after a change: what they say, in kept words."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.claims import Claim
from factcheck.comparators.near import align
from factcheck.comparators.shingles import COMMON, enough_shared
from factcheck.comparators.wording import Word, join_parts
from factcheck.pipeline.corroboration import Said, slots_of
from factcheck.rules import Rule
from factcheck.rules.engine.slots import said_in
from factcheck.store.kept import Kept

AGREED = "agreed"
"""The sort of what several may say alike."""

SHORT = 60
"""Characters of what is kept as it is; longer words are kept as their digest."""


def said_rows(
    claims: Mapping[int, Claim], happenings: Mapping[str, str], rules: Sequence[Rule]
) -> Iterator[tuple[str, str, int]]:
    """Yield sort, words and number for all that claims say, by their numbers."""
    for number, claim in claims.items():
        for slot in slots_of(claim, happenings):
            yield AGREED, said_name((None, slot.kind, slot.identity)), number
        for sort, words in said_in(rules, claim):
            yield sort, shortened(words), number


def said_name(said: Said) -> str:
    """Name what several may say alike."""
    return shortened(f"{said[1]}|{said[2]}")


def shortened(words: str) -> str:
    """Return words, or their digest where they are many."""
    if len(words) <= SHORT:
        return words
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def quotations_meet(
    kept: Kept, sort: str, places: Collection[int]
) -> tuple[bool, Counter[str]]:
    """Say whether quotations of some documents may be others in other words.

    Returns:
        Whether they may; and how many of them have each row of words.
    """
    own = kept.said(sort, places)
    rows = Counter(row for some in own.values() for row in some)
    sayers = {row: kept.sayers(sort, row, COMMON + 1) for row in rows}
    return any(
        enough_shared(count, len(some), kept.said_by(sort, other))
        and align(_words(kept, claim), _words(kept, other)) is not None
        for claim, some in own.items()
        for other, count in _sharing(some, sayers).items()
        if other != claim
    ), rows


def _words(kept: Kept, claim: int) -> tuple[Word, ...]:
    return join_parts(kept.texts(claim, "content"))[0]


def _sharing(rows: Iterable[str], sayers: Mapping[str, list[int]]) -> Counter[int]:
    """Count the rows of words that are shared, by claim; common ones tell nothing."""
    telling = (sayers[row] for row in rows if len(sayers[row]) <= COMMON)
    return Counter(other for some in telling for other in some)


def turned_common(
    kept: Kept, sort: str, before: Counter[str], after: Counter[str]
) -> bool:
    """Ask whether any row of words became too common to tell anything, or ceased to be.

    That depends on all quotations of a rule.

    Args:
        kept: What is kept, after the change.
        sort: What the rows are kept under.
        before: How many quotations of the touched documents had each row.
        after: How many have it now.
    """
    for row in before.keys() | after.keys():
        now = kept.count_sayers(sort, row)
        if (now > COMMON) is not (now - after[row] + before[row] > COMMON):
            return True
    return False
