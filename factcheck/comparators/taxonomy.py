"""Values of a lattice: offices, places, ways of framing."""

from factcheck.comparators.comparator import (
    Comparator,
    Held,
    Options,
    Properties,
    comparator,
)
from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import load_lexicon

FAULTS = ("conflict", "broader", "unlisted")


@comparator("taxonomy")
class Taxonomy(Comparator):
    """Two values conflict when they, or values above them, are declared disjoint.

    `using` names the lexicon. A broader value is compatible, and what the lexicon does
    not tell is unknown. Other faults ask something else: `broader` reports a value that
    says strictly less than another, `unlisted` a title of several words that the
    lexicon lacks, beside an office that one person holds at a time.

    | left | right | `fault: conflict` | `fault: broader` | `fault: unlisted` |
    |---|---|---|---|---|
    | minister | minister | compatible | compatible | compatible |
    | official | foreign minister | compatible | conflict | compatible |
    | deputy foreign minister | foreign minister | conflict | unknown | unknown |
    | grand poobah | foreign minister | unknown | unknown | conflict |
    """

    OPTIONS = frozenset({"using", "fault"})

    def __init__(self, options: Options) -> None:
        if "using" not in options:
            raise ValueError("using: name a lexicon, such as `using: titles`")
        self.fault = options.get("fault", "conflict")
        if self.fault not in FAULTS:
            raise ValueError(f"fault: should be one of {', '.join(FAULTS)}")
        self.lexicon = load_lexicon(options["using"])
        self._known: dict[tuple[str, str], Verdict] = {}

    @classmethod
    def properties(cls, options: Options) -> Properties:
        """Return its properties: `fault: broader` accuses the broader value alone."""
        return Properties(one_sided=options.get("fault") == "broader")

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two values may stand side by side."""
        pair = (left.value, right.value)
        if pair not in self._known:
            self._known[pair] = self._compare(*pair)
        return self._known[pair]

    def _compare(self, left: str, right: str) -> Verdict:
        if self.fault == "conflict":
            return self.lexicon.relation(left, right)
        if self.fault == "unlisted":
            seats = {v: self.lexicon.is_a(v, "single seat") for v in (left, right)}
            long = all(" " in value for value, seat in seats.items() if seat is None)
            if long and {*seats.values()} == {True, None}:
                return Verdict.CONFLICT
        elif self.is_broader(left, right) or self.is_broader(right, left):
            return Verdict.CONFLICT
        same = self.lexicon.relation(left, right) is Verdict.COMPATIBLE
        return Verdict.COMPATIBLE if same else Verdict.UNKNOWN

    def is_broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*."""
        return self.lexicon.broader(left, right)

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort the longest title first: it usually says most."""
        return -float(len(held.value)), held.value
