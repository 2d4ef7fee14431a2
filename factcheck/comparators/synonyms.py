"""Words by which two reports tell one thing: "34 aircraft", "43 planes"."""

from collections.abc import Iterator
from functools import cache

from factcheck.comparators.roots import noun_forms, verb_forms
from factcheck.comparators.wording import stem
from factcheck.lexicons import load_table


def concept(word: str) -> str:
    """Return one word for all that tell the same, else the stem of the word.

    >>> concept("planes") == concept("aircraft"), concept("plan") == concept("plane")
    (True, False)
    >>> concept("bought") == concept("acquires"), concept("bridge") == concept("road")
    (True, False)
    """
    return _concepts().get(word) or stem(word)


@cache
def _concepts() -> dict[str, str]:
    """Return for each form of the words of a row the first of them.

    A form of a noun and of a verb is the noun: "a fire", "two fires".
    """
    concepts: dict[str, str] = {}
    table = load_table("synonyms")
    for group, forms in (
        ("others", _only),
        ("nouns", noun_forms),
        ("verbs", verb_forms),
    ):
        for name, *others in table[group]:
            for word in (name, *others):
                for form in forms(word):
                    concepts.setdefault(form, f"={name}")
    return concepts


def _only(word: str) -> Iterator[str]:
    yield word
