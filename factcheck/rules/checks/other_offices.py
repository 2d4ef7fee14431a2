"""What the other offices a document gives somebody say about a difference in one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations
from typing import Any

from factcheck.claims import Claim
from factcheck.comparators import Comparator
from factcheck.rules.engine.evidence import Evidence
from factcheck.store import FactStore, as_text

SENTENCE = 150
"""Characters between two titles of one sentence, at most."""
MOST = 500
"""People that are looked up at once."""

Row = tuple[Any, ...]

ACTS = """
SELECT DISTINCT c.document, r.entity
FROM judged_role r JOIN judged_claim c ON c.id = r.claim
WHERE r.role IN ('speaker', 'agent', 'participant', 'visitor') AND r.entity IN
"""

TITLES = """
SELECT DISTINCT c.document, p.entity, w.word, t.start
FROM judged_claim c
JOIN judged_role p ON p.claim = c.id AND p.role = 'person'
JOIN judged_role t ON t.claim = c.id AND t.role = 'title'
JOIN judged_word w ON w.id = t.held
WHERE c.kind = 'title' AND p.entity IN
"""


class OtherOffices:
    """Knows who is quoted or acts, and every office a document gives somebody."""

    def __init__(self, store: FactStore, disputed: Iterable[Evidence]) -> None:
        self._store = store
        self._people = sorted(
            {
                mention.entity
                for evidence in disputed
                for claim in evidence.claims
                for mention in claim.role("person")
                if mention.entity
            }
        )

    def _rows(self, query: str) -> Iterator[Row]:
        """Look up what a query says of the disputed people, some at a time."""
        for start in range(0, len(self._people), MOST):
            some = self._people[start : start + MOST]
            marks = ", ".join("?" * len(some))
            for document, *rest in self._store.select(f"{query} ({marks})", some):
                yield (self._store.witnesses[document].document, *rest)

    @cached_property
    def _acts(self) -> set[Row]:
        return set(self._rows(ACTS))

    @cached_property
    def _titles(self) -> dict[Row, dict[str, list[int]]]:
        """Where each title of somebody in a document stands."""
        titles: dict[Row, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for document, entity, title, start in self._rows(TITLES):
            titles[document, entity][as_text(title)].append(start)
        return titles

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

    def tell_a_change(self, evidence: Evidence) -> bool:
        """Ask whether one side knows the other's title as a former or a coming one.

        Who prints "Vice President Duval has been sworn in as president" agrees with
        "Vice President Duval" of the day before, and so do others of its story.
        """
        claims = {claim.id: claim for claim in evidence.claims}
        sides = [[claims[n] for n in variant.claims] for variant in evidence.variants]
        return not any(
            any(not self._gives(one, _title(right[0])) for one in left)
            and any(not self._gives(one, _title(left[0])) for one in right)
            and not any(
                self._tells(claim, _title(left[0]), _title(right[0]))
                for claim in evidence.claims
            )
            for left, right in combinations(sides, 2)
        )

    def _tells(self, claim: Claim, before: str, after: str) -> bool:
        """Ask whether a sentence of the document gives a person both titles."""
        return any(
            abs(one - other) < SENTENCE
            for mention in claim.role("person")
            if mention.entity
            for titles in [self._titles[claim.document, mention.entity]]
            for one in titles.get(before, ())
            for other in titles.get(after, ())
        )

    def _gives(self, claim: Claim, title: str) -> bool:
        """Ask whether the document of a claim gives its person a title, of any time."""
        return any(
            title in self._titles[claim.document, mention.entity]
            for mention in claim.role("person")
            if mention.entity
        )

    def _misses(self, claim: Claim, value: str, comparator: Comparator) -> bool:
        places = [(claim.document, m.entity) for m in claim.role("person") if m.entity]
        return any(
            place in self._acts
            and not any(comparator.is_broader(value, t) for t in self._titles[place])
            for place in places
        )


def _title(claim: Claim) -> str:
    title = claim.first("title")
    return str(title.value) if title else ""
