"""What forms of one word have in common: wrote, written, writer."""

from functools import cache, lru_cache

from factcheck.comparators.wording import stem
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

DOERS = ("er", "or", "ress")
LEAST = 4
"""Letters of a root, at least, before more is cut from it."""


@lru_cache(maxsize=CACHE_SIZE)
def root(word: str) -> str:
    """Return the root of a word in small letters.

    >>> root("wrote") == root("writing") == root("writer")
    True
    >>> root("offers") == root("offer")
    True
    >>> root("modelled") == root("model"), root("actress") == root("act")
    (True, True)
    """
    plain = word if word.endswith("ss") else word.removesuffix("s")
    plain = _plain_forms().get(plain, plain)
    for ending in DOERS:
        if plain.endswith(ending) and len(plain) - len(ending) >= LEAST - 1:
            plain = plain.removesuffix(ending)
            break
    stemmed = stem(plain)
    doubled = len(stemmed) >= LEAST and stemmed[-1] == stemmed[-2]
    return stemmed[:-1] if doubled else stemmed


@cache
def irregular_forms() -> dict[str, tuple[str, ...]]:
    """Return the irregular forms of verbs by their plain form: wrote and written."""
    rows = load_table("irregular-verbs")["verbs"].split("/")
    return {words[0]: tuple(words[1:]) for words in map(str.split, rows)}


@cache
def _plain_forms() -> dict[str, str]:
    return {form: verb for verb, forms in irregular_forms().items() for form in forms}
