"""Rules that compare claims with reference facts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.claims import KINDS
from factcheck.claims.canonical import plain
from factcheck.comparators import COMPARATORS
from factcheck.findings import Finding
from factcheck.lexicons import Verdict
from factcheck.rules.definition.reference_facts import (
    fact_held,
    names_of,
    speaks_of,
    usable,
)
from factcheck.rules.definition.rule import Fact, Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.slot_bindings import Filling, Given, read_slots
from factcheck.store import FactStore


class _Reference:
    """The facts of one kind, found by the first thing each is about."""

    def __init__(self, kind: str, facts: Iterable[Fact]) -> None:
        self._by_name: dict[str, list[tuple[int, Fact]]] = defaultdict(list)
        for n, fact in enumerate(facts):
            if fact.kind == kind and fact.subject:
                self._by_name[plain(fact.subject[0])].append((n, fact))

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def about(self, fillings: Iterable[Filling]) -> list[Fact]:
        """Return the facts that may be about what fills a role, in their order."""
        names = {name for filling in fillings for name in names_of(filling)}
        numbered = [one for name in names for one in self._by_name.get(name, ())]
        return [fact for _, fact in sorted(numbered, key=lambda one: one[0])]


def against(
    rule: Rule, store: FactStore, facts: Mapping[str, Sequence[Fact]]
) -> Iterator[Finding]:
    """Yield one finding for every fact that claims contradict.

    Where the facts are silent nothing is reported. A claim without a time of its own
    speaks of the day it was published.
    """
    for kind in rule.claims:
        about = KINDS[kind].fact
        held_to = {group: _Reference(kind, some) for group, some in facts.items()}
        if about is None or not any(held_to.values()):
            continue
        own = rule.model_copy(
            update={
                "claims": (kind,),
                "same": (about.subject, "place")
                if about.value == "time"
                else (about.subject,),
                "differ": about.value,
                "overlap": 0,
            }
        )
        name, options = about.compare
        comparator = COMPARATORS[name](options)
        disputed: dict[tuple[str, str, str], tuple[Fact, dict[int, Given]]] = {}
        for slot in read_slots(own, store, passing(own)):
            for given in slot.given:
                named = given.roles.get(about.subject, ())
                known = [
                    fact
                    for group in ("", slot.group)
                    if group in held_to
                    for fact in held_to[group].about(named)
                ]
                meant = usable([f for f in known if speaks_of(f, given)])
                values = [(fact, held) for fact in meant if (held := fact_held(fact))]
                verdicts = [comparator.compare(held, given.held) for _, held in values]
                if not verdicts or Verdict.COMPATIBLE in verdicts:
                    continue
                if Verdict.CONFLICT in verdicts:
                    fact = values[verdicts.index(Verdict.CONFLICT)][0]
                    subject = ", ".join(fact.subject)
                    key = slot.group, subject, fact.value
                    disputed.setdefault(key, (fact, {}))[1][given.claim] = given
        for (group, subject, value), (fact, claims) in disputed.items():
            variants: dict[str, list[Given]] = defaultdict(list)
            for given in claims.values():
                variants[given.held.value].append(given)
            yield report(
                own,
                store,
                group,
                [kind, subject, value],
                list(variants.values()),
                words={"other": value, "cite": fact.cite, about.subject: subject},
            )
