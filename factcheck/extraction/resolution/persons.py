"""Give every person of every document an identity."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.extraction.model import Decision
from factcheck.extraction.names.comparing import DIFFERENT, SAME, UNSURE
from factcheck.extraction.names.romanisation import family_keys
from factcheck.extraction.resolution.aliases import Aliases
from factcheck.extraction.resolution.evidence import Person, offices_clash, same_office
from factcheck.extraction.resolution.forms import Forms, form_of

ENOUGH = 2
"""Rare names two documents must share before a bare surname is taken for one person."""


class Resolved(NamedTuple):
    """A person of one document, the name of its identity, what sets it apart."""

    person: Person
    name: str
    tag: str
    sure: bool


@dataclass(slots=True)
class _Cluster:
    """Persons of many documents taken for one."""

    people: list[Person] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    unsure: bool = False

    def add(self, person: Person) -> None:
        self.people.append(person)
        self.documents.add(person.document)
        self.context |= person.context
        if person.group is not None:
            self.groups.add(person.group)


def resolve_people(
    people: Sequence[Person], aliases: Aliases
) -> tuple[list[Resolved], list[Decision]]:
    """Join persons across documents.

    First full names, by their forms alone; then bare surnames and forms that fit
    several, each only with a second reason.

    Args:
        people: Sorted by content.
        aliases: The user's word, which wins.
    """
    return _Resolving(people, aliases).run()


class _Resolving:
    def __init__(self, people: Sequence[Person], aliases: Aliases) -> None:
        self._people = people
        self._aliases = aliases
        self._clusters: list[_Cluster] = []
        self._bearers: dict[str, list[int]] = defaultdict(list)
        self._decisions: list[Decision] = []

    def run(self) -> tuple[list[Resolved], list[Decision]]:
        full = [person for person in self._people if person.name.is_full]
        forms = Forms((person.name for person in full), self._aliases)
        numbers: dict[object, int] = {}
        later = [person for person in self._people if not person.name.is_full]
        held: list[tuple[Person, tuple[int, ...]]] = []
        for person in full:
            form = form_of(person.name)
            if form in forms.open:
                held.append((person, forms.open[form]))
                continue
            self._add(self._number(numbers, person, forms.cluster[form]), person)
        for person, fitting in held:
            open_to = [numbers[c] for c in fitting if c in numbers]
            if not self._join(person, open_to):
                own = forms.cluster[form_of(person.name)]
                self._add(self._number(numbers, person, own), person)
        for person in later:
            self._place_bare(person)
        self._decisions = forms.decisions + self._decisions
        return self._name_all(), self._decisions

    def _number(
        self, numbers: dict[object, int], person: Person, cluster: object
    ) -> int:
        """Return the place of a cluster; the alias file joins clusters."""
        key: object = cluster
        for form in person.forms:
            if said := self._aliases.representative(form):
                key = ("alias", said)
                break
        if key not in numbers:
            numbers[key] = numbers[cluster] if cluster in numbers else self._new()
        numbers.setdefault(cluster, numbers[key])
        return numbers[key]

    def _new(self) -> int:
        self._clusters.append(_Cluster())
        return len(self._clusters) - 1

    def _add(self, number: int, person: Person) -> None:
        self._clusters[number].add(person)
        for key in sorted(_surname_keys(person)):
            if number not in self._bearers[key]:
                self._bearers[key].append(number)

    def _place_bare(self, person: Person) -> None:
        bearers = sorted({n for k in _surname_keys(person) for n in self._bearers[k]})
        if self._join(person, bearers):
            return
        number = self._new()
        self._clusters[number].unsure = True
        self._add(number, person)

    def _join(self, person: Person, numbers: Iterable[int]) -> bool:
        """Join a person to the one cluster for which there is a second reason."""
        reasons: dict[int, str] = {}
        fitting = [n for n in numbers if self._may_join(person, self._clusters[n])]
        for number in fitting:
            if reason := self._second_reason(person, number, fitting):
                reasons[number] = reason
        best = self._strongest(person, reasons)
        if best is None:
            for number in fitting[:5]:
                told = "only the surname in common; no second reason"
                if len(reasons) > 1:
                    told = "fits several, and nothing says which"
                self._decide(person, number, UNSURE, told)
            return False
        self._decide(person, best, SAME, reasons[best])
        self._add(best, person)
        return True

    def _may_join(self, person: Person, cluster: _Cluster) -> bool:
        return person.document not in cluster.documents

    def _second_reason(self, person: Person, number: int, among: list[int]) -> str:
        cluster = self._clusters[number]
        for other in cluster.people[:50]:
            for left in person.forms:
                for right in other.forms:
                    if self._aliases.are_different(left, right):
                        return ""
        for other in cluster.people[:50]:
            if clash := offices_clash(person, other):
                self._decide(person, number, DIFFERENT, f"{clash[0]} is not {clash[1]}")
                return ""
        for other in cluster.people[:50]:
            if office := same_office(person, other):
                return f"the same name and office ({office})"
        shared = sorted(person.context & cluster.context)
        if person.group is not None and person.group in cluster.groups:
            rivals = [
                n
                for n in among
                if n != number and person.group in self._clusters[n].groups
            ]
            if not rivals:
                return "the only bearer of the name in the same group of documents"
        if len(shared) >= ENOUGH:
            return f"the documents also share {', '.join(shared[:4])}"
        return ""

    def _strongest(self, person: Person, reasons: dict[int, str]) -> int | None:
        if len(reasons) < 2:
            return next(iter(reasons), None)
        shared = {n: len(person.context & self._clusters[n].context) for n in reasons}
        first, second = sorted(shared.values(), reverse=True)[:2]
        if first >= ENOUGH and first >= 2 * second:
            return max(shared, key=lambda n: shared[n])
        return None

    def _decide(self, person: Person, number: int, verdict: str, reason: str) -> None:
        left = f"{person.name.text} ({person.document})"
        right = _display(self._clusters[number])
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


def _surname_keys(person: Person) -> set[str]:
    keys = set(family_keys(person.name.surname))
    if person.name.east and person.name.given:
        keys.add(" ".join(person.name.given))
    if not person.name.is_full:
        keys.add(" ".join(person.name.family))
    return keys


def _display(cluster: _Cluster) -> str:
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
