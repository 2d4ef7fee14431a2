"""Values that must be the same."""

from factcheck.comparators.model import Held, Options, comparator
from factcheck.comparators.spelling import compare_spelling
from factcheck.lexicons import Verdict

WAYS = ("value", "entity", "spelling")


@comparator("exact")
class Exact:
    """Two values are the same, or they conflict.

    `by: value` (the default) compares normalised values, `by: entity` who is meant
    (unknown where that is not resolved), `by: spelling` how one name is spelled.

    Two names that are much alike, or a name of one word, may be one person: unknown.

    | left | right | by value | by entity | by spelling |
    |---|---|---|---|---|
    | Ana Duval | Ana Duval | compatible | compatible | compatible |
    | Ana-Li Duval | Ana Li Duval | conflict | the same person? | conflict |
    | A. Duval | Ana Duval | conflict | the same person? | compatible |
    """

    OPTIONS = frozenset({"by"})

    def __init__(self, options: Options) -> None:
        self.by = options.get("by", "value")
        if self.by not in WAYS:
            raise ValueError(f"by: should be one of {', '.join(WAYS)}")

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two values are the same."""
        if self.by == "spelling":
            return compare_spelling(left.label, right.label)
        if self.by == "entity":
            if left.entity is None or right.entity is None:
                return Verdict.UNKNOWN
            if left.entity == right.entity:
                return Verdict.COMPATIBLE
            return _two_people(left.label, right.label)
        same = left.value == right.value
        return Verdict.COMPATIBLE if same else Verdict.CONFLICT

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort by the value alone: none says more than another."""
        return 0.0, held.value


def _two_people(left: str, right: str) -> Verdict:
    """Tell two entities apart; names that are alike or share a word may be one."""
    shared = set(left.casefold().split()) & set(right.casefold().split())
    alike = compare_spelling(left, right) is not Verdict.UNKNOWN
    return Verdict.UNKNOWN if shared or alike else Verdict.CONFLICT
