"""The parts of a person's name: what is given, what is the family's."""

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.extraction.names.name_words import fold, given_names, name_words
from factcheck.extraction.names.romanisation import is_family_first, vietnamese
from factcheck.lazy import CACHE_SIZE

ARTICLE = re.compile(r"(?:al|el|ad|as|ar|an|at|ash|ul)-(?=\w)")
NICKNAME = re.compile(r"\s\(?[\"“‘'][^\"”’']{1,40}[\"”’']\)?(?=\s)")
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart; words are folded (no accents, capitals, full stops).

    Attributes:
        text: The name as printed.
        given: The given names and initials, in order: ("george", "w").
        family: The family name with its particles: ("van", "der", "meer"). A name of
            one word is taken for a family name.
        suffix: "jr", "sr", "ii", "iii", "iv" or "".
        east: Whether it is read as a Korean, Chinese or Vietnamese name.
    """

    text: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""
    east: bool = False

    @property
    def surname(self) -> str:
        """The family name without particles and articles: "meer", "assad"."""
        last = self.family[-1]
        return ARTICLE.sub("", last) if "-" in last else last

    @property
    def is_full(self) -> bool:
        """Whether it has both a given and a family name."""
        return bool(self.given)


@lru_cache(maxsize=CACHE_SIZE)
def parse_name(text: str) -> PersonName:
    """Take a name apart.

    >>> parse_name("Jan van der Meer Jr.").family
    ('van', 'der', 'meer')
    >>> parse_name("Park Min-su").given
    ('min-su',)
    >>> parse_name("J.R. Quill").given
    ('j', 'r')
    >>> parse_name("Tomás “Tom” Duval").given
    ('tomas',)
    >>> parse_name("“Tom”").surname  # a nickname alone
    'tom'
    """
    plain = NICKNAME.sub("", text).replace("’", "'").replace(",", " ")
    words = INITIALS.sub(
        lambda match: " ".join(match[0]).replace(" .", "."), plain
    ).split() or [text]
    folded = [fold(word) for word in words]
    while len(folded) > 1 and folded[0] in name_words().honorifics:
        words, folded = words[1:], folded[1:]
    suffix = ""
    while len(folded) > 1 and folded[-1] in name_words().suffixes:
        suffix = {"junior": "jr", "senior": "sr"}.get(folded[-1], folded[-1])
        words, folded = words[:-1], folded[:-1]
    if len(folded) == 1:
        return PersonName(text, (), (folded[0],), suffix)
    if is_family_first(words):
        return PersonName(text, tuple(folded[1:]), (folded[0],), suffix, east=True)
    if is_family_first([words[-1], *words[:-1]]) and "-" in words[0]:
        return PersonName(text, tuple(folded[:-1]), (folded[-1],), suffix, east=True)
    cut = _family_begins(folded)
    return PersonName(text, tuple(folded[:cut]), tuple(folded[cut:]), suffix)


def _family_begins(folded: list[str]) -> int:
    particles = name_words().particles
    leads = folded[0] in particles and folded[0] not in given_names()
    if leads or {folded[0], folded[1]} <= particles:
        return 0
    inside = range(1, len(folded) - 1)
    return next((i for i in inside if folded[i] in particles), len(folded) - 1)


def short_forms(name: PersonName) -> dict[str, str]:
    """Return the forms a text may use after the full name, and what each is.

    The kinds are "surname", "given" and "initials"; keys are folded.

    >>> short_forms(parse_name("Park Min-su"))
    {'park': 'surname', 'min-su': 'given'}
    """
    if not name.is_full:
        return {name.surname: "surname", " ".join(name.family): "surname"}
    forms = {name.surname: "surname", " ".join(name.family): "surname"}
    if name.east:
        forms.setdefault(" ".join(name.given), "given")
        if name.family[0] in vietnamese():
            forms[name.given[-1]] = "surname"
        return forms
    middle = name.given[-1]
    if len(name.given) > 1 and len(middle) > 2 and middle not in given_names():
        forms.setdefault(f"{middle} {' '.join(name.family)}", "surname")
    if "-" in name.surname:
        forms.setdefault(name.surname.partition("-")[0], "surname")
    first = next((g for g in name.given if len(g) > 2), "")
    if first:
        forms.setdefault(first, "given")
    return forms
