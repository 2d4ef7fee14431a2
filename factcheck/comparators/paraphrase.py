"""A quotation and a paraphrase of it: they differ in a number, a name, or a *not*."""

from factcheck.comparators.comparator import Comparator, Held, Properties, comparator
from factcheck.comparators.quotation_words import Word, words_of
from factcheck.comparators.quoted import QuoteAlignment, WordChange
from factcheck.comparators.reworded import reworded_pairs
from factcheck.comparators.wording import (
    is_content,
    is_denying,
    is_exact,
    is_negated,
)
from factcheck.lexicons import Verdict

FEW = 4
"""Words on either side of a change, at the most: more are another clause."""

LEAST = 4
"""Words that say something which a quotation and its paraphrase have in common."""


@comparator("paraphrase")
class Paraphrase(Comparator):
    """A quotation and a paraphrase conflict where one number, name or *not* differs.

    Other words are what a paraphrase is for. Where more than one differs, they are of
    two things.

    | left | right | |
    |---|---|---|
    | we mend 40 old ships by June | they mend 50 old ships by June | conflict |
    | we mend 40 old ships by June | they mend 40 old ships by June | compatible |
    | we mend 40 old ships by June | nobody asked them | unknown |
    """

    PROPERTIES = Properties(by_words=True)

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether a paraphrase keeps to what was said."""
        words = [words_of(left.label), words_of(right.label)]
        pairs = [shared for _, _, shared in reworded_pairs(words, LEAST)]
        if not pairs:
            return Verdict.UNKNOWN
        return Verdict.CONFLICT if exact_change(pairs[0]) else Verdict.COMPATIBLE


def exact_change(shared: QuoteAlignment) -> QuoteAlignment | None:
    """Return an alignment with the only number, name or *not* that differs, or None."""
    begins = shared.left[0].start, shared.right[0].start
    facts = [
        change
        for change in shared.changes
        if _is_fact(change, begins != (change.left.start, change.right.start))
    ]
    return shared._replace(changes=tuple(facts)) if len(facts) == 1 else None


def _is_fact(change: WordChange, inside: bool) -> bool:
    """Ask whether few words differ in a number, a name in a sentence, or a *not*."""
    sides = [words_of(text) for text in (change.before, change.after)]
    if max(map(len, sides)) > FEW or "only" in f"{change.before} {change.after}":
        return False
    if all(any(word.folded[:1].isdigit() for word in side) for side in sides):
        return is_exact(change.before, change.after)
    if is_negated(change.before) != is_negated(change.after):
        return not _is_other_verb(*sides)
    if min(map(len, sides)) == 0 or not is_exact(change.before, change.after):
        return False
    return inside and all(
        len(side) == 1 and side[0].printed[:1].isupper() for side in sides
    )


def _is_other_verb(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Ask whether a denial is told by a verb: *will not sell*, *refused to sell*."""
    if any(is_denying(word.folded) for word in (*left, *right)):
        return True
    ours, theirs = (
        {w.folded for w in side if is_content(w.folded) and w.printed[:1].islower()}
        for side in (left, right)
    )
    return bool(ours - theirs and theirs - ours)
