"""Decide inside one document which names stand for one person, body or place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims.extraction import Decision, Entity
from factcheck.extraction.names.comparing import SAME, compare_names
from factcheck.extraction.names.name_words import fold, given_names, name_words
from factcheck.extraction.names.person import PersonName, parse_name, short_forms
from factcheck.extraction.names.printed import NameSpan
from factcheck.lexicons.territories import territories

PREFIX = {"person": "p", "organization": "o", "place": "g"}


@dataclass(slots=True)
class LinkedNames:
    """Entities of a document, and the entity of each name in the order given."""

    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[str] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


@dataclass(slots=True)
class _NamedPerson:
    """A person of the document while names are still being joined."""

    key: int
    names: list[PersonName]
    forms: dict[str, None]
    sex: str
    first: int
    times: int = 0
    kin: bool = False


def link_names(
    printed: Sequence[NameSpan],
    abbreviated: dict[str, str],
    nicknames: dict[str, str] | None = None,
) -> LinkedNames:
    """Join the names of one document.

    Args:
        printed: The names, in order.
        abbreviated: Full name by abbreviation, as the text explains it.
        nicknames: Name of a person by what the text says the person is called.
    """
    printed = [_on_one_line(name) for name in printed]
    people = _PeopleOfDocument(nicknames or {})
    keys = people.join(printed)
    linked = LinkedNames(decisions=people.decisions)
    ids: dict[object, str] = {}
    first: dict[str, NameSpan] = {}
    forms: dict[str, dict[str, None]] = {}
    for place, name in enumerate(printed):
        key: object
        if name.kind == "person":
            key = ("person", keys[place])
        elif name.country and (name.kind == "place"):
            key = ("country", name.country)
        else:
            full = abbreviated.get(name.text, name.text)
            if full != name.text and full not in forms:
                linked.decisions.append(
                    Decision(name.text, full, SAME, "the text gives the abbreviation")
                )
            key = (name.kind, fold(full).removeprefix("the "))
        if key not in ids:
            ids[key] = f"{PREFIX[name.kind]}{len(ids) + 1}"
            first[ids[key]], forms[ids[key]] = name, {}
        forms[ids[key]][name.text] = None
        linked.mentions.append(ids[key])
        if abbreviated.get(name.text):
            forms[ids[key]][abbreviated[name.text]] = None
    why = {f"p{key}": evidence for key, evidence in people.evidence().items()}
    by_id = {entity: key for key, entity in ids.items()}
    for entity, known in first.items():
        names = list(forms[entity])
        own = [name for name in names if name not in (nicknames or {})]
        best = _display(known, own or names)
        rest = tuple(n for n in names if n != best)
        key = by_id[entity]
        evidence = why.get(f"p{key[1]}", ()) if known.kind == "person" else ()  # type: ignore[index]
        linked.entities[entity] = Entity(
            entity, known.kind, best, (best, *rest), known.country, evidence
        )
    return linked


def _on_one_line(name: NameSpan) -> NameSpan:
    text = " ".join(name.text.split())
    return name if text == name.text else name._replace(text=text)


def _display(entity: NameSpan, names: list[str]) -> str:
    if entity.kind == "place" and entity.country:
        return territories()[entity.country].name
    if len(names) == 1:
        return names[0]
    if entity.kind == "person":
        return max(names, key=_fullness)
    return max(names, key=lambda n: (not n.isupper(), len(n.split())))


def _fullness(text: str) -> tuple[int, int, int]:
    name = parse_name(text)
    whole = sum(1 for g in name.given if len(g) > 1)
    return whole, len(name.given) + len(name.family), not text.isupper()


class _PeopleOfDocument:
    """The persons of one document."""

    def __init__(self, nicknames: dict[str, str]) -> None:
        self.decisions: list[Decision] = []
        self._nicknames = nicknames
        self._people: list[_NamedPerson] = []
        self._by_text: dict[tuple[str, str], _NamedPerson] = {}
        self._by_surname: dict[str, list[_NamedPerson]] = {}
        self._by_form: dict[str, list[tuple[_NamedPerson, str]]] = {}
        self._evidence: dict[int, dict[str, None]] = {}

    def evidence(self) -> dict[int, tuple[str, ...]]:
        """Return the words before a person's names, by the person's key."""
        return {key: tuple(words) for key, words in self._evidence.items()}

    def join(self, names: Sequence[NameSpan]) -> dict[int, int]:
        """Return the key of the person that each name (by place) stands for."""
        keys: dict[int, int] = {}
        every = [(i, f) for i, f in enumerate(names) if f.kind == "person"]
        persons = [(i, f) for i, f in every if f.text not in self._nicknames]
        parsed = {i: parse_name(f.text) for i, f in persons}
        for place, name in persons:
            if parsed[place].is_full:
                person = self._full(parsed[place], place, name)
                person.times += 1
                person.kin = person.kin or name.before in name_words().kin
                keys[place] = person.key
        self._index()
        lone: dict[str, _NamedPerson] = {}
        for place, name in persons:
            if not parsed[place].is_full:
                keys[place] = self._short(parsed[place], place, name, lone).key
        self._join_nicknames(every, keys)
        for place, name in persons:
            if name.before:
                self._evidence.setdefault(keys[place], {})[name.before] = None
        return keys

    def _join_nicknames(
        self, every: Sequence[tuple[int, NameSpan]], keys: dict[int, int]
    ) -> None:
        owners = {name.text: keys[i] for i, name in every if i in keys}
        for place, name in every:
            if place in keys:
                continue
            owner = self._people[owners[self._nicknames[name.text]]]
            keys[place] = owner.key
            self._decide(name.text, owner, SAME, "the text says so: known as")

    def _full(self, name: PersonName, place: int, form: NameSpan) -> _NamedPerson:
        sex = _sex(name, form.before)
        if known := self._by_text.get((form.text, sex)):
            return known
        for person in self._by_surname.get(_block(name), []):
            verdict, reason = compare_names(person.names[0], name)
            if verdict == SAME and not (sex and person.sex and sex != person.sex):
                if form.text not in person.forms:
                    person.names.append(name)
                    person.forms[form.text] = None
                    self.decisions.append(
                        Decision(person.names[0].text, name.text, SAME, reason)
                    )
                person.sex = person.sex or sex
                self._by_text[form.text, sex] = person
                return person
        person = _NamedPerson(len(self._people), [name], {form.text: None}, sex, place)
        self._people.append(person)
        self._by_text[form.text, sex] = person
        self._by_surname.setdefault(_block(name), []).append(person)
        return person

    def _index(self) -> None:
        for person in self._people:
            forms: dict[str, str] = {}
            for name in person.names:
                for form, kind in short_forms(name).items():
                    forms.setdefault(form, kind)
            for form, kind in forms.items():
                self._by_form.setdefault(form, []).append((person, kind))

    def _short(
        self,
        name: PersonName,
        place: int,
        printed: NameSpan,
        lone: dict[str, _NamedPerson],
    ) -> _NamedPerson:
        form = " ".join(name.family)
        candidates = self._by_form.get(form) or self._by_form.get(name.surname, [])
        surnames = [person for person, kind in candidates if kind == "surname"]
        honorific = name_words().honorifics.get(printed.before)
        chosen, reason = None, ""
        if len(surnames) == 1:
            chosen, reason = surnames[0], "the only person of that surname here"
        elif surnames:
            chosen, reason = self._among(surnames, honorific or "", place)
        elif len(candidates) == 1 and honorific is None:
            chosen = candidates[0][0]
            reason = "the given name by itself; nobody else here bears it"
        elif len(candidates) == 1:
            chosen, reason = candidates[0][0], "the given name after a courtesy title"
        if chosen and honorific and chosen.sex and chosen.sex != honorific:
            self._decide(
                printed.text,
                chosen,
                "different",
                f"“{printed.before}” tells another sex",
            )
            chosen = None
        if chosen:
            if printed.text not in chosen.forms:
                chosen.forms[printed.text] = None
                self._decide(printed.text, chosen, SAME, reason)
            chosen.sex = chosen.sex or honorific or ""
            return chosen
        if len(candidates) > 1:
            for person, _ in candidates:
                self._decide(
                    printed.text, person, "unsure", "several here bear the name"
                )
        key = name.surname if len(surnames) < 2 else f"{name.surname} of several"
        if key not in lone:
            lone[key] = _NamedPerson(
                len(self._people), [name], {printed.text: None}, honorific or "", place
            )
            self._people.append(lone[key])
        return lone[key]

    @staticmethod
    def _among(
        people: list[_NamedPerson], sex: str, place: int
    ) -> tuple[_NamedPerson | None, str]:
        if sex:
            fitting = [p for p in people if p.sex == sex]
            others = [p for p in people if p.sex and p.sex != sex]
            if len(fitting) == 1 and len(others) == len(people) - 1:
                return fitting[0], "the courtesy title tells which of several"
        before = [person for person in people if person.first < place]
        if len(before) == 1:
            return before[0], "the only one of the surname named so far"
        own = [person for person in people if not person.kin]
        if len(own) == 1 and own[0] in before:
            return own[0], "the others of the surname are named as relatives"
        times = sorted(people, key=lambda person: -person.times)
        if times[0].times >= 3 * times[1].times and times[0] in before:
            return times[0], "by far the most often named of the surname"
        return None, ""

    def _decide(
        self, form: str, person: _NamedPerson, verdict: str, reason: str
    ) -> None:
        decision = Decision(form, person.names[0].text, verdict, reason)
        if decision not in self.decisions:
            self.decisions.append(decision)


def _block(name: PersonName) -> str:
    return name.surname[:2] if not name.east else "east"


def _sex(name: PersonName, before: str) -> str:
    known = name_words().honorifics.get(before, "")
    return known or given_names().get(name.given[0], "")
