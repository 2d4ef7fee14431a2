"""Reference facts: which of them speak of what a claim speaks of."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims import KINDS, Mention
from factcheck.claims.canonical import plain
from factcheck.claims.day_numbers import EARLIEST, LATEST, days_of
from factcheck.claims.declaration import NUMBER, TITLE, role_of
from factcheck.claims.intervals import ENDLESS, interval
from factcheck.comparators import Held
from factcheck.lexicons.title_lexicon import canonical_title
from factcheck.registry import unknown
from factcheck.rules.definition.rule import Fact
from factcheck.rules.engine.slot_bindings import Filling, Given


def names_of(filling: Filling | Mention) -> set[str]:
    """Return the plain names by which a fact may call somebody."""
    names = {plain(filling.text)}
    if filling.name:
        names.add(plain(filling.name))
    if isinstance(filling, Filling):
        names.add(plain(filling.word))
    if filling.entity:
        names.add(plain(filling.entity.partition(":")[2].replace("-", " ")))
    return names - {""}


def fact_held(fact: Fact) -> Held | None:
    """Return the value of a fact as comparators read it; None where it is broken."""
    role = KINDS[fact.kind].fact_role or ""
    range_ = role_of(fact.kind, role).range
    value, low, high = fact.value, None, None
    if range_ == TITLE:
        value = canonical_title(fact.value)
    elif role == "time":
        ends = days_of(fact.value)
        if ends is None:
            return None
        low, high = float(ends[0]), float(ends[1])
    elif range_ == NUMBER:
        try:
            number = float(fact.value.replace(",", ""))
        except ValueError:
            return None
        if not abs(number) < ENDLESS:
            return None
        low, high = interval(number, fact.value, "exact") or (None, None)
    return Held(value, fact.value, low, high)


def kinds_of_facts() -> list[str]:
    """Return the kinds of claims that facts can be about."""
    return [name for name in KINDS if KINDS[name].fact]


def faults_of_fact(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield key and fault of what is wrong with a fact."""
    if fact.kind not in (kinds := kinds_of_facts()):
        yield "kind", unknown("kind of fact", fact.kind, kinds)
        return
    if fact_held(fact) is None:
        is_day = KINDS[fact.kind].fact_role == "time"
        yield (
            "value",
            "should be a day, such as 2021-03-18" if is_day else ("should be a number"),
        )
    for key, day in (("from", fact.from_), ("to", fact.to)):
        if day is not None and days_of(day) is None:
            yield key, "should be a day, such as 2021-03-18"


def speaks_of(fact: Fact, given: Given) -> bool:
    """Ask whether a fact is about what a claim is about, and at the same time."""
    slot = KINDS[fact.kind].fact
    if slot is None:
        return False
    named = [names_of(filling) for filling in given.roles.get(slot.subject, ())]
    for subject in fact.subject:
        if not any(plain(subject) in names for names in named):
            return False
    if fact.place is not None:
        places = [names_of(filling) for filling in given.roles.get("place", ())]
        if not any(plain(fact.place) in names for names in places):
            return False
    if slot.value == "time":
        return True
    low = days_of(fact.from_ or "") or (EARLIEST, EARLIEST)
    high = days_of(fact.to or "") or (LATEST, LATEST)
    return low[0] <= given.high and given.low <= high[1]


def usable(facts: Iterable[Fact]) -> Sequence[Fact]:
    """Return the facts to hold a claim against: preferred ones alone, else normal."""
    kept = [fact for fact in facts if fact.rank != "deprecated"]
    preferred = [fact for fact in kept if fact.rank == "preferred"]
    return preferred or kept
