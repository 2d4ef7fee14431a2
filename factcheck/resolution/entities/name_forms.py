"""Group full names that are forms of one name, without comparing all with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck.claims.extraction import Decision
from factcheck.extraction.names.comparing import DIFFERENT, SAME, UNSURE, compare_names
from factcheck.extraction.names.person import PersonName
from factcheck.extraction.names.romanisation import family_keys, given_keys
from factcheck.lexicons.given import full_names
from factcheck.resolution.entities.aliases import Aliases

Form = tuple[tuple[str, ...], tuple[str, ...], str]


def form_of(name: PersonName) -> Form:
    """Return what makes two printed names the same form: words, without marks."""
    return name.given, name.family, name.suffix


class Forms:
    """Clusters of full names, by form.

    Attributes:
        cluster: The number of the cluster each form is in.
        open: Forms that fit several clusters, or one by an initial or suffix only; the
            clusters they fit.
        decisions: Why forms were joined or kept apart.
    """

    def __init__(self, names: Iterable[PersonName], aliases: Aliases) -> None:
        self._names: dict[Form, PersonName] = {}
        for name in names:
            known = self._names.setdefault(form_of(name), name)
            if name.text < known.text:
                self._names[form_of(name)] = name
        self._aliases = aliases
        self.cluster: dict[Form, int] = {}
        self.open: dict[Form, tuple[int, ...]] = {}
        self.decisions: list[Decision] = []
        self._open: dict[int, tuple[int, ...]] = {}
        self._size = 0
        self._near = self._neighbours()
        for form in sorted(self._names, key=_specific_first):
            self._place(form)

    def name(self, form: Form) -> PersonName:
        """Return a printed name of a form."""
        return self._names[form]

    def _neighbours(self) -> Mapping[Form, set[Form]]:
        """Return for each form those it may be a form of, found by shared keys."""
        blocks: dict[str, list[Form]] = defaultdict(list)
        initials: dict[str, list[Form]] = defaultdict(list)
        for form, name in self._names.items():
            for key in set(block_keys(name)):
                blocks[key].append(form)
            for key in family_keys(name.surname):
                initials[f"{key} {name.given[0][0]}"].append(form)
        near: dict[Form, set[Form]] = defaultdict(set)
        for block in blocks.values():
            for form in block:
                near[form].update(block)
        for form, name in self._names.items():
            if all(len(word) == 1 for word in name.given):
                for key in family_keys(name.surname):
                    near[form].update(initials[f"{key} {name.given[0]}"])
        return near

    def _place(self, form: Form) -> None:
        name = self._names[form]
        same: set[int] = set()
        unsure: set[int] = set()
        apart: set[int] = set()
        for other in sorted(self._near[form] - {form}, key=_specific_first):
            if other not in self.cluster:
                continue
            number = self.cluster[other]
            verdict, reason = self._compare(name, self._names[other])
            if verdict == SAME:
                same.add(number)
            elif verdict == UNSURE:
                unsure.add(number)
            else:
                apart.add(number)
            if verdict != DIFFERENT or _worth_telling(name, self._names[other]):
                decision = Decision(name.text, self._names[other].text, verdict, reason)
                self.decisions.append(decision)
        joined = same - apart
        if len(joined) == len(same) == 1:
            number = joined.pop()
            self.cluster[form] = number
            if number in self._open:
                self.open[form] = self._open[number]
            return
        number = self._size
        self._size += 1
        self.cluster[form] = number
        if fitting := tuple(sorted((same | unsure) - apart or same)):
            self.open[form] = self._open[number] = fitting

    def _compare(self, left: PersonName, right: PersonName) -> tuple[str, str]:
        if self._aliases.are_different(left.text, right.text):
            return DIFFERENT, "the alias file keeps them apart"
        return compare_names(left, right)


def _specific_first(form: Form) -> tuple[int, int, Form]:
    given, _, suffix = form
    whole = sum(1 for word in given if len(word) > 1)
    return -whole, -len(given) - bool(suffix), form


def _worth_telling(left: PersonName, right: PersonName) -> bool:
    """Ask whether two different names are near enough that a reader may wonder."""
    return bool(set(left.given) & set(right.given)) or left.suffix != right.suffix


def block_keys(name: PersonName) -> Iterator[str]:
    """Yield the keys under which a name and its other spellings meet."""
    words = (*name.given, *name.family)
    yield "words " + " ".join(sorted(words))
    if name.east or len(words) < 4:
        for family, given in ((name.family, name.given), (name.given[:1], words[1:])):
            for key in family_keys(family[-1]):
                for second in given_keys(given):
                    yield f"east {key} {second}"
    for family_key in family_keys(name.surname):
        for given_word in name.given:
            for key in _given_keys(given_word):
                yield f"{family_key} {key}"
    surname = name.surname
    if len(surname) > 3:
        shorter = {surname[:i] + surname[i + 1 :] for i in range(1, len(surname))}
        for near in (surname, *sorted(shorter)):
            for key in _given_keys(name.given[0]):
                yield f"near {near} {key}"


def _given_keys(word: str) -> Iterator[str]:
    if len(word) == 1:
        return
    yield from given_keys((word,))
    for long in full_names().get(word, ()):
        yield from given_keys((long,))
