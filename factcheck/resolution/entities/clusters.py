"""Persons taken for one, and the ways by which another document's person reaches them.

A bare surname never meets all who bear it: it reaches only those with whom it shares,
besides the surname, an office, the group of documents or other names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factcheck.extraction.names.name_words import given_names
from factcheck.extraction.names.romanisation import family_keys
from factcheck.resolution.entities.person_features import Person, is_telling

ENOUGH = 2
"""Rare names two documents must share before a bare surname is taken for one person."""

SHARE = 0.25
"""… and which share of the rare names of the document with the surname they must be."""

CROWD = 12
"""A way that leads to more clusters than this tells nobody apart."""

MOST_TITLES = 12


@dataclass(slots=True)
class Cluster:
    """Persons of many documents taken for one."""

    people: list[Person] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    forms: dict[str, None] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    current: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    context: set[str] = field(default_factory=set)
    groups: set[str | None] = field(default_factory=set)
    full: bool = False
    unsure: bool = False


@dataclass(slots=True)
class Reached:
    """A cluster a person reaches, and the second reason for taking them for one."""

    number: int
    shared: tuple[str, ...] = ()
    reason: str = ""


class Clusters:
    """All clusters, and an index of ways to them."""

    def __init__(self) -> None:
        self._clusters: list[Cluster] = []
        self._ways: dict[tuple[str, str, str], dict[int, None]] = defaultdict(dict)
        self._bearers: dict[str, list[int]] = defaultdict(list)

    def __getitem__(self, number: int) -> Cluster:
        return self._clusters[number]

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self._clusters)

    def open(self, unsure: bool = False) -> int:
        """Open an empty cluster and return its number."""
        self._clusters.append(Cluster(unsure=unsure))
        return len(self._clusters) - 1

    def add(self, number: int, person: Person) -> None:
        """Put a person into a cluster and index the ways to it."""
        cluster = self._clusters[number]
        cluster.people.append(person)
        cluster.documents.add(person.document)
        cluster.forms |= dict.fromkeys(person.forms)
        cluster.full = cluster.full or person.name.is_full
        if len(cluster.titles) < MOST_TITLES:
            cluster.titles |= person.titles
            cluster.current |= person.current
        cluster.countries |= person.countries
        cluster.context |= person.context
        cluster.groups.add(person.group)
        for key in surname_keys(person):
            if len(self._bearers[key]) < CROWD and number not in self._bearers[key]:
                self._bearers[key].append(number)
            for kind, way in _ways(person):
                self._ways[key, kind, way][number] = None

    def bearers(self, person: Person) -> list[int]:
        """Return some clusters that bear a person's surname."""
        numbers = {n: None for k in surname_keys(person) for n in self._bearers[k]}
        return [n for n in numbers if person.document not in self[n].documents]

    def reach(self, person: Person, fitting: Iterable[int] = ()) -> list[Reached]:
        """Return the clusters a person reaches, with reasons where they suffice.

        The names of *fitting* fit, though the surname may be spelled otherwise.
        """
        keys = surname_keys(person)
        for number in fitting:
            keys |= surname_keys(self[number].people[0])
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        shared: dict[int, set[str]] = defaultdict(set)
        for key in sorted(keys):
            for kind, way in _ways(person):
                numbers = self._ways.get((key, kind, way), {})
                if len(numbers) > CROWD:
                    continue
                for number in numbers:
                    if person.document not in self[number].documents:
                        counts[kind][number] += 1
                        if kind == "name":
                            shared[number].add(way)
        reached = sorted({n for counter in counts.values() for n in counter})
        rivals = {kind: self._rivals(counts[kind]) for kind in ("group", "office")}
        return [
            Reached(
                n, tuple(sorted(shared[n])), self._reason(person, n, rivals, shared)
            )
            for n in reached
        ]

    def _rivals(self, numbers: Iterable[int]) -> list[int]:
        """Return those with a full name, or all where none has one."""
        numbers = list(numbers)
        return [n for n in numbers if self[n].full] or numbers

    def _reason(
        self,
        person: Person,
        number: int,
        rivals: dict[str, list[int]],
        shared: dict[int, set[str]],
    ) -> str:
        cluster = self[number]
        if number in rivals["office"]:
            offices = sorted(filter(is_telling, person.titles & cluster.titles))
            countries = person.countries and cluster.countries
            apart = countries and not person.countries & cluster.countries
            if offices and not apart:
                return f"the same name and office ({offices[0]})"
        if rivals["group"] == [number]:
            return "the only bearer of the name in the same group of documents"
        enough = max(ENOUGH, len(person.context) * SHARE)
        if len(shared[number]) >= enough and not is_given_alone(person):
            return f"the documents also share {', '.join(sorted(shared[number])[:4])}"
        return ""


def is_namesake(person: Person, cluster: Cluster) -> bool:
    """Ask whether a person only shares the name with a cluster.

    Offices of other countries, other offices, other groups of documents and no other
    name in common: all of it is needed.
    """
    if not (person.countries and cluster.countries and person.titles):
        return False
    alike = (
        person.countries & cluster.countries
        or person.titles & cluster.titles
        or person.context & cluster.context
        or (person.group is not None and person.group in cluster.groups)
    )
    return not alike


def is_given_alone(person: Person) -> bool:
    """Ask whether a person is only called by a given name: every town has an Ada."""
    return not person.name.is_full and person.name.surname in given_names()


def strongest(reached: Iterable[Reached]) -> Reached | None:
    """Return the one cluster that evidence points to, or None where it is unclear."""
    ranked = sorted(reached, key=lambda r: (-len(r.shared), r.number))
    if len(ranked) < 2:
        return ranked[0] if ranked else None
    first, second = ranked[:2]
    clear = len(first.shared) >= max(ENOUGH, 2 * len(second.shared))
    return first if clear else None


def surname_keys(person: Person) -> set[str]:
    """Return the keys under which bearers of one surname meet."""
    keys = set(family_keys(person.name.surname))
    if person.name.east and person.name.given:
        keys.add(" ".join(person.name.given))
    if not person.name.is_full:
        keys.add(" ".join(person.name.family))
    return keys


def _ways(person: Person) -> Iterator[tuple[str, str]]:
    for title in person.titles:
        if is_telling(title):
            yield "office", title
    if person.group is not None:
        yield "group", person.group
    for name in person.context:
        yield "name", name
