"""Rules that look at one claim by itself."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.claims.canonical import plain
from factcheck.comparators import Held
from factcheck.findings import Finding, Severity
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.lexicons.title_lexicon import canonical_title
from factcheck.rules.definition.reference_facts import names_of
from factcheck.rules.definition.rule import Fact, Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.conditions import met
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.slot_bindings import Given, Key, Slot, key_words, read_slots
from factcheck.store import FactStore


def each(
    rule: Rule, store: FactStore, facts: Mapping[str, Sequence[Fact]]
) -> Iterator[Finding]:
    """Yield one finding for every slot with claims that break the rule.

    Args:
        rule: The rule.
        store: What is judged.
        facts: Reference facts by group; those under "" hold everywhere.
    """
    offices = OfficeHolders(store, facts)
    slots: dict[tuple[Severity, str, Key], list[Given]] = defaultdict(list)
    for slot in read_slots(rule, store, passing(rule)):
        known = [*facts.get("", ()), *facts.get(slot.group, ())]
        for given in slot.given:
            severity = _verdict(rule, slot, given, store, offices, known)
            if severity is not None:
                slots[severity, slot.group, slot.key].append(given)
    words = key_words(rule, store, (key for _, _, key in slots))
    for (severity, group, key), broken in slots.items():
        variants: dict[str, list[Given]] = defaultdict(list)
        for one in broken:
            variants[one.held.value].append(one)
        evidence = offices.evidence(rule, group, broken)
        shown = list(variants.values())
        yield report(rule, store, group, words[key], shown, evidence, severity)


def _verdict(
    rule: Rule,
    slot: Slot,
    given: Given,
    store: FactStore,
    offices: "OfficeHolders",
    facts: Sequence[Fact],
) -> Severity | None:
    """Return the severity a claim is reported with, or None."""
    published = store.witnesses[given.document].published
    days = (given.day, published)
    answers = [
        met(role, condition, given.roles, days, offices.asker(slot.group))
        for role, condition in rule.require.items()
    ]
    if rule.unless_fact:
        answers.append(_excused(rule, given, facts))
    if not answers or False in answers:
        return rule.severity
    return rule.unknown if None in answers else None


def _excused(rule: Rule, given: Given, facts: Sequence[Fact]) -> bool | None:
    """Ask whether a fact excuses a claim; None where the facts are silent."""
    wanted = rule.unless_fact
    if wanted is None:
        return None
    named = {
        name
        for filling in given.roles.get(wanted.subject, ())
        for name in names_of(filling)
    }
    excuses = [
        plain(fact.value) in {plain(value) for value in wanted.is_}
        for fact in facts
        if fact.kind == wanted.kind
        and fact.rank != "deprecated"
        and named & {plain(subject) for subject in fact.subject}
    ]
    return any(excuses) if excuses else None


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
