"""A lexicon that has forgotten one thing, to see whether anybody notices."""

from typing import TYPE_CHECKING, NamedTuple

from factcheck.lexicons.verdict import Verdict

if TYPE_CHECKING:
    from factcheck.lexicons.lexicon import Lexicon

EXCLUDES = "excludes"
ALLOWS = "allows"
BROADER = "is broader than"
IS_A = "is a"


class Edge(NamedTuple):
    """One thing a lexicon says of two values, or of a value and a category."""

    left: str
    says: str
    right: str

    def __str__(self) -> str:
        return f"{self.left} {self.says} {self.right}"


class Doubting:
    """Answers like another lexicon, notes what it says, and denies one edge of it.

    What excludes is then unknown, what is broader or belongs to a category is not, and
    what is allowed is excluded.

    Attributes:
        said: Every edge that was asked for, in order.
    """

    def __init__(self, lexicon: "Lexicon", denied: Edge | None = None) -> None:
        self._lexicon = lexicon
        self._denied = denied
        self.said: dict[Edge, None] = {}

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether two values may be given of one thing at a time."""
        verdict = self._lexicon.relation(left, right)
        a, b = sorted((left, right))
        if a == b or verdict is Verdict.UNKNOWN:
            return verdict
        if verdict is Verdict.CONFLICT:
            return Verdict.UNKNOWN if self._denies(a, EXCLUDES, b) else verdict
        return Verdict.CONFLICT if self._denies(a, ALLOWS, b) else verdict

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*."""
        found = self._lexicon.broader(left, right)
        return found and not self._denies(left, BROADER, right)

    def explain(self, left: str, right: str) -> str:
        """Say in words how two values relate."""
        return self._lexicon.explain(left, right)

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a value belongs to a category; None when that is not known."""
        found = self._lexicon.is_a(value, category)
        return False if found and self._denies(value, IS_A, category) else found

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""
        return self._lexicon.categories()

    def _denies(self, left: str, says: str, right: str) -> bool:
        edge = Edge(left, says, right)
        self.said[edge] = None
        return edge == self._denied
