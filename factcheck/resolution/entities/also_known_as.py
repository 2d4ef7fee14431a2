"""Other names that a document itself gives a person: "Ana Duval, known as Eva Moss"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.extraction.names.comparing import DIFFERENT, compare_names
from factcheck.extraction.names.person import parse_name
from factcheck.extraction.names.words import fold
from factcheck.resolution.entities.person_features import Person


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
