"""Words by which two reports tell one thing: "34 aircraft", "43 planes"."""

from collections.abc import Iterator
from functools import cache

from factcheck.comparators.roots import irregular_forms
from factcheck.comparators.wording import stem
from factcheck.lexicons import load_table

_VOWELS = "aeiou"


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
        ("nouns", _plurals),
        ("verbs", _verb_forms),
    ):
        for name, *others in table[group]:
            for word in (name, *others):
                for form in forms(word):
                    concepts.setdefault(form, f"={name}")
    return concepts


def _only(word: str) -> Iterator[str]:
    yield word


def _plurals(word: str) -> Iterator[str]:
    yield word
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield f"{word[:-1]}ies"
    elif word.endswith("man"):
        yield f"{word[:-2]}en"
    else:
        yield f"{word}{'es' if word.endswith(('s', 'x', 'ch', 'sh')) else 's'}"


def _verb_forms(word: str) -> Iterator[str]:
    yield from irregular_forms().get(word, ())
    yield from _plurals(word)
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield f"{word[:-1]}ied"
    elif word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    yield from (f"{word}ed", f"{word}ing")
    if word[-1] not in f"{_VOWELS}wxy" and word[-2] in _VOWELS:
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
