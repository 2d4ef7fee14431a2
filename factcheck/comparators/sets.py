"""Roles that several fill together."""

from factcheck.comparators.comparator import Comparator, Held, Properties, comparator
from factcheck.lexicons import Verdict


@comparator("set")
class Sets(Comparator):
    """Two sets of one size conflict when exactly one member is another.

    Leaving somebody out is no conflict: no report names every guest. Sets that share
    nobody may be two occasions: unknown.

    | left | right | |
    |---|---|---|
    | Duval, Okoro | Duval, Okoro | compatible |
    | Duval, Okoro | Duval, Okoro, Lindqvist | compatible |
    | Duval, Okoro | Duval, Lindqvist | conflict |
    | Duval, Okoro | Lindqvist, Abara | unknown |
    """

    PROPERTIES = Properties(together=True, by_claim=True)

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two sets may be one."""
        if not left.members or not right.members:
            return Verdict.UNKNOWN
        shared = left.members & right.members
        if shared in (left.members, right.members):
            return Verdict.COMPATIBLE
        lacking = {len(left.members - shared), len(right.members - shared)}
        return Verdict.CONFLICT if shared and lacking == {1} else Verdict.UNKNOWN

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort the largest set first."""
        return -float(len(held.members)), held.value
