"""Values that must be the same."""

from factcheck.comparators.comparator import (
    Comparator,
    Held,
    Options,
    Properties,
    comparator,
)
from factcheck.comparators.spelling import compare_spelling, may_share_bearer
from factcheck.lexicons import Verdict

WAYS = ("value", "entity", "name", "spelling")


@comparator("exact")
class Exact(Comparator):
    """Two values are the same, or they conflict.

    `by: value` (the default) compares normalised values, `by: entity` who is meant
    (unknown where that is not resolved), `by: name` the same, or by their words names
    that are not resolved, `by: spelling` how one name is spelled.

    Two names with a word in common, spelled alike or in short, may be one person, and
    so may a given name by itself and another name: unknown.

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

    @classmethod
    def properties(cls, options: Options) -> Properties:
        """Return its properties: values by themselves are told apart in SQL."""
        by = options.get("by", "value")
        return Properties(by_claim=by != "value", by_entity=by in ("entity", "name"))

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two values are the same."""
        if self.by == "spelling":
            return compare_spelling(left.label, right.label)
        if self.by in ("entity", "name"):
            resolved = left.entity is not None and right.entity is not None
            if resolved and left.entity == right.entity:
                return Verdict.COMPATIBLE
            if not resolved and self.by == "entity":
                return Verdict.UNKNOWN
            return _two_people(left.label, right.label)
        same = left.value == right.value
        return Verdict.COMPATIBLE if same else Verdict.CONFLICT

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort by the value alone: none says more than another."""
        return 0.0, held.value


def _two_people(left: str, right: str) -> Verdict:
    """Tell two entities apart; names that share a word, nearly or in short, may be one.

    So may a given name by itself and anybody's full name.
    """
    if may_share_bearer(left, right):
        return Verdict.UNKNOWN
    return Verdict.CONFLICT
