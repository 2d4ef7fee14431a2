"""A quotation and a paraphrase of it: they differ in a number, a name, or a *not*."""

from factcheck.comparators.model import Comparator, Held, Properties, comparator
from factcheck.comparators.quoted import QuoteAlignment
from factcheck.comparators.reworded import reworded_pairs
from factcheck.comparators.wording import is_exact, is_plural, words_of
from factcheck.lexicons import Verdict

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
        found = [shared for _, _, shared in reworded_pairs(words, LEAST)]
        if not found:
            return Verdict.UNKNOWN
        return Verdict.CONFLICT if exact_change(found[0]) else Verdict.COMPATIBLE

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort the longest first."""
        return -float(len(held.label)), held.value


def exact_change(shared: QuoteAlignment) -> QuoteAlignment | None:
    """Return an alignment with the only number, name or *not* that differs, or None."""
    told = [
        change
        for change in shared.changes
        if is_exact(change.before, change.after)
        and not is_plural(change.before, change.after)
        and "only" not in f"{change.before} {change.after}".split()
    ]
    return shared._replace(changes=tuple(told)) if len(told) == 1 else None
