"""What forms of one word have in common: wrote, written, writer; appear, appearance."""

from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.comparators.wording import stem
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

VOWELS = "aeiou"
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


def noun_forms(noun: str) -> Iterator[str]:
    """Yield a noun and its plural by rule: fire, fires."""
    yield noun
    if noun.endswith("y") and noun[-2] not in VOWELS:
        yield f"{noun[:-1]}ies"
    elif noun.endswith("man"):
        yield f"{noun[:-2]}en"
    else:
        yield f"{noun}{'es' if noun.endswith(('s', 'x', 'ch', 'sh')) else 's'}"


def verb_forms(verb: str) -> Iterator[str]:
    """Yield forms of a verb, irregular ones first, and some that no verb has.

    >>> {"denies", "denied"} <= {*verb_forms("deny")}, "stopped" in verb_forms("stop")
    (True, True)
    """
    yield from irregular_forms().get(verb, ())
    yield from noun_forms(verb)
    if verb.endswith("y") and verb[-2] not in VOWELS:
        yield f"{verb[:-1]}ied"
    elif verb.endswith("e"):
        yield from (f"{verb}d", f"{verb[:-1]}ing")
    yield from (f"{verb}ed", f"{verb}ing")
    if verb[-1] not in f"{VOWELS}wxy" and verb[-2] in VOWELS:
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


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
