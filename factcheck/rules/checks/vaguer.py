"""When it matters that a source gives somebody a vaguer title than another does."""

from collections import defaultdict
from collections.abc import Mapping

from factcheck.claims import Claim
from factcheck.comparators import Comparator
from factcheck.rules.engine.report import Evidence
from factcheck.store import FactStore, Witness, as_text

ACTS = """
SELECT DISTINCT c.document, r.entity
FROM judged_role r JOIN judged_claim c ON c.id = r.claim
WHERE r.role IN ('speaker', 'agent', 'participant', 'visitor') AND r.entity IS NOT NULL
"""

TITLES = """
SELECT DISTINCT c.document, p.entity, w.word
FROM judged_claim c
JOIN judged_role p ON p.claim = c.id AND p.role = 'person'
JOIN judged_role t ON t.claim = c.id AND t.role = 'title'
JOIN judged_word w ON w.id = t.held
WHERE c.kind = 'title' AND p.entity IS NOT NULL
"""


class Vaguer:
    """Knows who is quoted or acts, and every office a document gives somebody."""

    def __init__(self, store: FactStore, witnesses: Mapping[int, Witness]) -> None:
        self._acts = {
            (witnesses[document].document, entity)
            for document, entity in store.select(ACTS)
        }
        self._titles: dict[tuple[str, str], set[str]] = defaultdict(set)
        for document, entity, title in store.select(TITLES):
            self._titles[witnesses[document].document, entity].add(as_text(title))

    def matters(self, evidence: Evidence, comparator: Comparator) -> bool:
        """Ask whether a reader of a vaguer text misses who somebody is.

        The person is quoted or acts there, and the text tells no more of any office,
        be it a former or an acting one.
        """
        claims = {claim.id: claim for claim in evidence.claims}
        values = [_title(claims[variant.claims[0]]) for variant in evidence.variants]
        return any(
            self._misses(claims[number], value, comparator)
            for variant, value in zip(evidence.variants, values, strict=True)
            if any(comparator.is_broader(value, other) for other in values)
            for number in variant.claims
        )

    def _misses(self, claim: Claim, value: str, comparator: Comparator) -> bool:
        places = [(claim.document, m.entity) for m in claim.role("person") if m.entity]
        return any(
            place in self._acts
            and not any(comparator.is_broader(value, t) for t in self._titles[place])
            for place in places
        )


def _title(claim: Claim) -> str:
    found = claim.first("title")
    return str(found.value) if found else ""
