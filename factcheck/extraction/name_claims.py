"""Claims on how a document writes people's names."""

from collections.abc import Iterator

from factcheck.claims import Claim, Mention
from factcheck.claims.extraction import Entity, NameMention
from factcheck.documents import TEXT
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.names.person import PersonName, parse_name, short_forms
from factcheck.lexicons.given import given_with_sex

LEAST = 6
"""Letters in the shortest name without a given name of which there is a claim."""


@EXTRACTORS.register("name")
def names(analysis: Analysis) -> Iterator[Claim]:
    """Yield one claim a person: the fullest form, and every other form once.

    Of a surname that stands by itself long ones count only.

    The value of the fullest form is given name and family name without initials,
    middle names and suffix, so that documents can be compared: "John F. Quill Jr." is
    "John Quill". The value of another form says what it is: "full", "surname", "given"
    (the given name by itself), "initials" or "nickname".
    """
    if analysis.reading.part != TEXT:
        return
    first: dict[str, dict[str, NameMention]] = {}
    for name in analysis.names:
        if name.kind == "person":
            first.setdefault(name.entity, {}).setdefault(name.text, name)
    for entity, forms in first.items():
        yield from _claim(analysis, analysis.entities[entity], forms)


def _claim(
    analysis: Analysis, entity: Entity, forms: dict[str, NameMention]
) -> Iterator[Claim]:
    best = forms.get(entity.name) or max(forms.values(), key=_fullness)
    name = parse_name(best.text)
    if best.text.isupper() or not (name.is_full or _may_be_surname(best.text)):
        return
    others = [
        _mention(analysis, form, form_kind(parse_name(form.text), name))
        for form in forms.values()
        if form is not best
    ]
    person = _mention(analysis, best, comparable(name))
    start, end, _ = best.span
    yield analysis.claim(
        "name", start, end, {"person": [person], "form": others}, extractor="name"
    )


def _may_be_surname(word: str) -> bool:
    """Ask whether a word by itself may be told apart from others as a name."""
    return (
        word.isalpha()
        and len(word) >= LEAST
        and word.casefold() not in given_with_sex()
    )


def _fullness(form: NameMention) -> tuple[int, int]:
    name = parse_name(form.text)
    return len(name.given), len(form.text)


def _mention(analysis: Analysis, form: NameMention, value: str) -> Mention:
    start, end, _ = form.span
    return analysis.mention(start, end, value, form.entity)


def comparable(name: PersonName) -> str:
    """Return given and family name as printed, without what documents may leave out.

    >>> comparable(parse_name("John F. Quill Jr."))
    'John Quill'
    >>> comparable(parse_name("Park Min-su"))
    'Park Min-su'
    """
    words = name.text.replace(",", " ").split()
    if name.suffix:
        words = words[:-1]
    if name.east:
        return " ".join(words)
    family = words[-len(name.family) :]
    given = [word for word in words[: -len(name.family)] if not _is_initial(word)]
    return " ".join((given or words)[:1] + family)


def _is_initial(word: str) -> bool:
    return len(word.replace(".", "")) < 2 or "." in word


def form_kind(form: PersonName, full: PersonName) -> str:
    """Say what a form is beside the full name.

    >>> full = parse_name("Park Min-su")
    >>> [form_kind(parse_name(form), full) for form in ("Park", "Min-su", "Park Su")]
    ['surname', 'given', 'full']
    """
    if form.is_full:
        if all(len(given) == 1 for given in form.given):
            return "initials"
        shares = form.surname == full.surname or set(form.given) & set(full.given)
        return "full" if shares or form.east else "nickname"
    known = short_forms(full)
    return known.get(" ".join(form.family)) or known.get(form.surname, "nickname")
