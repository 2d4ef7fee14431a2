"""Give every person of every document an identity."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.claims.extraction import Decision
from factcheck.extraction.names.comparing import DIFFERENT, SAME, UNSURE, compare_names
from factcheck.extraction.names.name_words import fold
from factcheck.extraction.names.person import parse_name
from factcheck.resolution.entities.aliases import Aliases
from factcheck.resolution.entities.clusters import (
    Cluster,
    Clusters,
    is_namesake,
    strongest,
)
from factcheck.resolution.entities.name_forms import Forms, form_of
from factcheck.resolution.entities.person_features import Person, offices_clash

MOST = 3
"""How many of the clusters a name may fit are told when it joins none."""


class Resolved(NamedTuple):
    """A person of one document, the name of its identity, what sets it apart."""

    person: Person
    name: str
    tag: str
    sure: bool


def resolve_people(
    people: Sequence[Person], aliases: Aliases
) -> tuple[list[Resolved], list[Decision]]:
    """Join persons across documents.

    First full names, by their forms alone; then bare surnames and forms that fit
    several, each only with a second reason. Persons are sorted by content; aliases are
    the user's word, which wins.
    """
    return _Resolving(people, aliases).run()


class _Resolving:
    def __init__(self, people: Sequence[Person], aliases: Aliases) -> None:
        self._people = people
        self._aliases = aliases
        self._clusters = Clusters()
        self._decisions: list[Decision] = []
        self._called = called(people)
        self._owners = frozenset(self._called.values())
        self._namesakes: dict[int, list[int]] = {}

    def run(self) -> tuple[list[Resolved], list[Decision]]:
        full = [person for person in self._people if person.name.is_full]
        bare = [person for person in self._people if not person.name.is_full]
        forms = Forms((person.name for person in full), self._aliases)
        numbers: dict[object, int] = {}
        held: list[tuple[Person, tuple[int, ...]]] = []
        for person in full:
            form = form_of(person.name)
            if form in forms.open:
                held.append((person, forms.open[form]))
            else:
                number = self._number(numbers, person, forms.cluster[form])
                self._clusters.add(self._namesake(number, person), person)
        for person, fitting in held:
            open_to = {numbers[c] for c in fitting if c in numbers}
            if not self._join(person, open_to):
                own = forms.cluster[form_of(person.name)]
                self._clusters.add(self._number(numbers, person, own), person)
        for person in bare:
            if not self._join_by_alias(numbers, person) and not self._join(person):
                self._clusters.add(self._clusters.open(unsure=True), person)
        self._decisions = forms.decisions + self._decisions
        return self._name_all(), self._decisions

    def _namesake(self, number: int, person: Person) -> int:
        """Return the cluster, or another of the same name, that a person belongs to.

        One full name is two people's where offices and countries differ and nothing
        else is in common: a senator here, a striker abroad.
        """
        for known in [number, *self._namesakes.get(number, [])]:
            if not is_namesake(person, self._clusters[known]):
                return known
        here, there = person.countries, self._clusters[number].countries
        why = f"offices of {', '.join(sorted(here))} and of {', '.join(sorted(there))}"
        self._decide(person, number, DIFFERENT, f"{why}, and nothing else in common")
        another = self._clusters.open()
        self._namesakes.setdefault(number, []).append(another)
        return another

    def _number(
        self, numbers: dict[object, int], person: Person, cluster: object
    ) -> int:
        """Return the place of a cluster; the alias file joins clusters."""
        key: object = self._alias(person) or cluster
        number = numbers.get(key, numbers.get(cluster))
        if number is None:
            number = self._clusters.open()
        numbers.setdefault(key, number)
        numbers.setdefault(cluster, number)
        return numbers[key]

    def _alias(self, person: Person) -> tuple[str, str] | None:
        full_names = map(self._aliases.representative, person.forms)
        if name := next((name for name in full_names if name), None):
            return ("alias", name)
        own = fold(person.name.text)
        stated = self._called.get(own, own)
        return ("called", stated) if stated in self._owners else None

    def _join_by_alias(self, numbers: dict[object, int], person: Person) -> bool:
        key = self._alias(person)
        if key is None:
            return False
        if key not in numbers:
            numbers[key] = self._clusters.open()
        self._clusters.add(numbers[key], person)
        return True

    def _join(self, person: Person, among: set[int] | None = None) -> bool:
        """Join a person to the one cluster for which there is a second reason.

        *among* are the clusters the name fits; None stands for all with the surname.
        """
        reasons = {
            reached.number: reached
            for reached in self._clusters.reach(person, among or ())
            if among is None or reached.number in among
        }
        for number, reached in list(reasons.items()):
            if clash := self._apart(person, number):
                self._decide(person, number, DIFFERENT, clash)
                del reasons[number]
            elif not reached.reason:
                del reasons[number]
        best = strongest(reasons.values())
        if best is None:
            reason = "only the name in common; no second reason"
            if reasons:
                reason = "fits several, and nothing says which"
            fitting = sorted(reasons or among or self._clusters.bearers(person))
            for number in fitting[:MOST]:
                self._decide(person, number, UNSURE, reason)
            return False
        self._decide(person, best.number, SAME, best.reason)
        self._clusters.add(best.number, person)
        return True

    def _apart(self, person: Person, number: int) -> str:
        """Return why a person is not one of a cluster, or nothing."""
        cluster = self._clusters[number]
        for left in person.forms:
            for right in cluster.forms:
                if self._aliases.are_different(left, right):
                    return "the alias file keeps them apart"
        if clash := offices_clash(person.current, cluster.current):
            return f"{clash[0]} is not {clash[1]}"
        return ""

    def _decide(self, person: Person, number: int, verdict: str, reason: str) -> None:
        left = f"{person.name.text} ({person.document})"
        right = self._clusters[number].people[0].name.text
        self._decisions.append(Decision(left, right, verdict, reason))

    def _name_all(self) -> list[Resolved]:
        resolved: list[Resolved] = []
        taken: dict[str, int] = {}
        named = [(_display(c), c) for c in self._clusters if c.people]
        order = sorted(named, key=lambda pair: (pair[0], pair[1].people[0].key))
        for name, cluster in order:
            tag = ""
            if cluster.unsure and len(cluster.documents) == 1:
                tag = f"@{cluster.people[0].document}"
            else:
                taken[name] = taken.get(name, 0) + 1
                tag = f"~{taken[name]}" if taken[name] > 1 else ""
            sure = not cluster.unsure or len(cluster.documents) > 1
            resolved += [Resolved(p, name, tag, sure) for p in cluster.people]
        return resolved


def _display(cluster: Cluster) -> str:
    """Return the fullest name; of equals the most frequent, then the alphabet's."""
    count: dict[str, int] = {}
    for person in cluster.people:
        count[person.name.text] = count.get(person.name.text, 0) + 1
    parsed = {p.name.text: p.name for p in cluster.people}

    def rank(text: str) -> tuple[bool, bool, int, str]:
        name = parsed[text]
        whole = any(len(word) > 1 for word in name.given)
        return (not whole, text.isupper(), -count[text], text)

    return min(count, key=rank)


def called(people: Sequence[Person]) -> Mapping[str, str]:
    """Return the folded full name that each other name of two words stands for.

    A name that two people are called by stands for neither, nor does one that is a form
    of the name itself.
    """
    claimed: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if not person.name.is_full:
            continue
        own = fold(person.name.text)
        for form in person.forms:
            if " " in form and fold(form) != own and _is_other(form, person):
                claimed[fold(form)].add(own)
    return {name: owners.pop() for name, owners in claimed.items() if len(owners) == 1}


def _is_other(form: str, person: Person) -> bool:
    name = parse_name(form)
    return name.is_full and compare_names(name, person.name)[0] == DIFFERENT
