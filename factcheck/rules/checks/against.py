"""Rules that compare claims with reference facts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims import KINDS
from factcheck.comparators import COMPARATORS
from factcheck.findings import Finding
from factcheck.lexicons import Verdict
from factcheck.rules.definition.facts import fact_held, speaks_of, usable
from factcheck.rules.definition.model import Fact, Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.report import Reporter
from factcheck.rules.engine.slot_bindings import Given, read_slots
from factcheck.store import FactStore, Witness


def against(
    rule: Rule,
    store: FactStore,
    witnesses: Mapping[int, Witness],
    facts: Mapping[str, Sequence[Fact]],
) -> Iterator[Finding]:
    """Yield one finding for every fact that claims contradict.

    Where the facts are silent nothing is reported. A claim without a time of its own
    speaks of the day it was published.
    """
    reporter = Reporter(store, witnesses)
    for kind in rule.claims:
        about = KINDS[kind].fact
        held_to = {
            group: [fact for fact in some if fact.kind == kind]
            for group, some in facts.items()
        }
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
        found: dict[tuple[str, str, str], tuple[Fact, dict[int, Given]]] = {}
        for slot in read_slots(own, store, passing(own), witnesses):
            known = (*held_to.get("", ()), *held_to.get(slot.group, ()))
            for given in slot.given:
                told = usable([f for f in known if speaks_of(f, given)])
                values = [(fact, held) for fact in told if (held := fact_held(fact))]
                verdicts = [comparator.compare(held, given.held) for _, held in values]
                if not verdicts or Verdict.COMPATIBLE in verdicts:
                    continue
                if Verdict.CONFLICT in verdicts:
                    fact = values[verdicts.index(Verdict.CONFLICT)][0]
                    subject = ", ".join(fact.subject)
                    key = slot.group, subject, fact.value
                    found.setdefault(key, (fact, {}))[1][given.claim] = given
        for (group, subject, value), (fact, claims) in found.items():
            variants: dict[str, list[Given]] = defaultdict(list)
            for given in claims.values():
                variants[given.held.value].append(given)
            yield reporter.report(
                own,
                group,
                [kind, subject, value],
                list(variants.values()),
                words={"other": value, "cite": fact.cite, about.subject: subject},
            )
