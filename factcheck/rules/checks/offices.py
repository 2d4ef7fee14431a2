"""Look up which offices people are given anywhere in a check."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from factcheck.claims.canonical import plain
from factcheck.comparators import Held
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.lexicons.titles import canonical_title
from factcheck.rules.definition.model import Fact, Rule
from factcheck.rules.engine.slot_bindings import Given
from factcheck.store import FactStore

QUERY = """
SELECT d.grp, p.entity, w.word, t.text, c.id, c.document
FROM judged_claim c
JOIN judged_document d ON d.id = c.document
JOIN judged_role p ON p.claim = c.id AND p.role = 'person'
JOIN judged_role t ON t.claim = c.id AND t.role = 'title'
JOIN judged_role s ON s.claim = c.id AND s.role = 'status'
JOIN judged_word w ON w.id = t.held
JOIN judged_word v ON v.id = s.held
WHERE c.kind = 'title' AND c.modality = 'asserted' AND v.word = 'current'
AND p.entity IS NOT NULL ORDER BY c.id
"""


class OfficeHolders:
    """Current titles of people by group, read when first asked for."""

    def __init__(
        self, store: FactStore, facts: Mapping[str, Sequence[Fact]] | None = None
    ) -> None:
        self._store = store
        self._facts = facts or {}
        self._holders: dict[tuple[str, str], list[Given]] | None = None

    def asker(self, group: str) -> Callable[[str, str, str], bool | None]:
        """Return what asks whether somebody holds an office of a category."""

        def holds(entity: str, category: str, using: str) -> bool | None:
            lexicon = load_lexicon(using)
            values = [given.held.value for given in self._of(group, entity)]
            values += self._by_fact(group, entity)
            answers = [lexicon.is_a(value, category) for value in values]
            if True in answers:
                return True
            return False if False in answers else None

        return holds

    def evidence(
        self, rule: Rule, group: str, given: Sequence[Given]
    ) -> list[list[Given]]:
        """Return the titles that a `holds` condition was decided by, by title."""
        roles = [role for role, asked in rule.require.items() if asked.holds]
        entities = {
            filling.entity
            for one in given
            for role in roles
            for filling in one.roles.get(role, ())
            if filling.entity
        }
        titles: dict[str, list[Given]] = defaultdict(list)
        for entity in sorted(entities):
            for one in self._of(group, entity):
                titles[one.held.value].append(one)
        return [titles[value] for value in sorted(titles)]

    def _of(self, group: str, entity: str) -> list[Given]:
        if self._holders is None:
            self._holders = defaultdict(list)
            rows = self._store.select(QUERY)
            groups = self._store.group_names(grp for grp, *_ in rows)
            for grp, person, word, text, claim, document in rows:
                given = Given(claim, document, Held(word, str(text)))
                self._holders[groups[grp], person].append(given)
        return self._holders.get((group, entity), [])

    def _by_fact(self, group: str, entity: str) -> list[str]:
        name = plain(entity.partition(":")[2].replace("-", " "))
        return [
            canonical_title(fact.value)
            for fact in (*self._facts.get("", ()), *self._facts.get(group, ()))
            if fact.kind == "title"
            and fact.rank != "deprecated"
            and name in map(plain, fact.subject)
        ]
