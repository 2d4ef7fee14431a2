"""What forms of one word have in common: wrote, written, writer; appear, appearance."""

from functools import cache, lru_cache

from factcheck.comparators.wording import stem
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

NOUNS = ("er", "or", "ress", "ance", "ence", "ment")
LEAST = 4
"""Letters of a root, at least, before more is cut from it."""


@lru_cache(maxsize=CACHE_SIZE)
def root(word: str) -> str:
    """Return the root of a word in small letters.

    >>> root("wrote") == root("writing") == root("writer")
    True
    >>> root("offers") == root("offer"), root("appearance") == root("appeared")
    (True, True)
    >>> root("conquered") == root("conquer") == root("conqueror")
    True
    >>> root("modelled") == root("model"), root("actress") == root("act")
    (True, True)
    """
    word = word.removesuffix("'s").removesuffix("’s")
    plain = word if word.endswith("ss") else word.removesuffix("s")
    plain = _plain_forms().get(plain, plain)
    stemmed = stem(_verbal(plain))
    stemmed = stem(_verbal(stemmed))  # "conquered" is of "conquer", as "conqueror" is
    doubled = len(stemmed) >= LEAST and stemmed[-1] == stemmed[-2]
    return stemmed[:-1] if doubled else stemmed


@lru_cache(maxsize=CACHE_SIZE)
def irregular_forms(kind: str = "verbs") -> dict[str, tuple[str, ...]]:
    """Return the irregular forms of words by their plain form: wrote and written."""
    rows = load_table("irregular-forms")[kind].split("/")
    return {words[0]: tuple(words[1:]) for words in map(str.split, rows)}


def _verbal(noun: str) -> str:
    """Return what a noun is made of: "appear" of "appearance"."""
    for ending in NOUNS:
        if noun.endswith(ending) and len(noun) - len(ending) >= LEAST - 1:
            return noun.removesuffix(ending)
    return noun


@cache
def _plain_forms() -> dict[str, str]:
    known = (irregular_forms(kind).items() for kind in ("verbs", "nouns"))
    plain = {form: word for rows in known for word, forms in rows for form in forms}
    return plain | {f"re{form}": f"re{word}" for form, word in plain.items()}
