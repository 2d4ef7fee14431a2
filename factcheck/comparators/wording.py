"""Questions about the words of a quotation: which say something, which deny."""

import re
from functools import cache

from factcheck.comparators.quotation_words import OPEN, Word, fold_spelling, words_of
from factcheck.lexicons import load_table, word_list


def content_words(words: tuple[Word, ...]) -> int:
    """Count the words that say something."""
    empty = word_list("wording", "function_words")
    return sum(1 for w in words if w.folded not in OPEN and w.folded not in empty)


def is_filler(note: str) -> bool:
    """Ask whether a clarification only adds little words: "[and]", "[of the]"."""
    words = [word.casefold() for word in re.findall(r"\w+", note)]
    return all(word in load_table("wording")["fillers"] for word in words)


def is_content(folded: str) -> bool:
    """Ask whether a folded word says something."""
    return folded not in word_list("wording", "function_words")


def stem(word: str) -> str:
    """Return a word without its ending, so that its forms are one.

    >>> stem("killed"), stem("kills"), stem("bombing")
    ('kill', 'kill', 'bomb')
    >>> stem("strike"), stem("strikes"), stem("carry"), stem("carried")
    ('strik', 'strik', 'carr', 'carr')
    """
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    if len(word) > 5:
        word = word.removesuffix("eed")  # "exceed" is cut as "exceeded"
    return word.rstrip("eiy") if len(word) > 3 else word


def is_slight(before: str, after: str) -> bool:
    """Ask whether a change is one of little words alone, or of how a word is spoken.

    >>> is_slight("and", ""), is_slight("I mean", "a"), is_slight("", "not")
    (True, True, False)
    >>> is_slight("gonna", "going to")
    True
    """
    if _as_written(before) == _as_written(after):
        return True
    return all(_is_little(side) for side in (before, after))


def _as_written(side: str) -> list[str]:
    """Return the words of a side with "gonna" written as "going to"."""
    forms = load_table("wording")["spoken_forms"]
    spoken = " ".join(forms.get(word, word) for word in side.casefold().split())
    return [word.folded for word in words_of(spoken)]


def is_exact(before: str, after: str) -> bool:
    """Ask whether a number, a name or a negation differs: no matter of wording.

    >>> [is_exact(*pair) for pair in (("40", "50"), ("not", ""), ("Lima", "Quito"))]
    [True, True, True]
    >>> is_exact("child", "children"), is_exact("search", "look"), is_exact("", "Lima")
    (True, False, False)
    """
    left, right = words_of(before), words_of(after)
    if _negations(left) != _negations(right):
        return True
    if left and right and {*_figures(left)} != {*_figures(right)}:
        return True
    ours, theirs = _names(left), _names(right)
    if ours and theirs and not ours & theirs and not is_respelled(before, after):
        return True
    return is_plural(before, after)


def is_respelled(before: str, after: str) -> bool:
    """Ask whether two words are one foreign name, written in two ways.

    >>> is_respelled("Raqqa", "Raqa"), is_respelled("Lima", "Lina")
    (True, False)
    """
    named = all(side[:1].isupper() and side.isalpha() for side in (before, after))
    return named and _consonants(before) == _consonants(after)


def _consonants(word: str) -> str:
    """Return the first letter and the consonants that every transliteration has."""
    bare = fold_spelling(word.casefold())
    kept = bare[:1] + re.sub("[aeiouyhw]", "", bare[1:])
    return re.sub(r"(.)\1", r"\1", kept)


def is_plural(before: str, after: str) -> bool:
    """Ask whether one side has the plural of a word of the other: child, children."""
    return any(
        _is_plural(a.folded, b.folded) or _is_plural(b.folded, a.folded)
        for a in words_of(before)
        for b in words_of(after)
    )


def is_negated(text: str) -> bool:
    """Ask whether words deny: *not*, *never*, *no*."""
    return _negations(words_of(text)) % 2 == 1


def is_denying(word: str) -> bool:
    """Ask whether a verb denies what follows it: *refused* to sell."""
    return stem(word) in _denying_stems()


@cache
def _denying_stems() -> frozenset[str]:
    verbs = load_table("modality")["governors"]["denied"]
    stems = {stem(verb) for verb in verbs}
    return frozenset(stems | {f"{one[:-1]}i" for one in stems if one.endswith("y")})


def _negations(words: tuple[Word, ...]) -> int:
    return sum(word.folded in load_table("wording")["negations"] for word in words)


def _figures(words: tuple[Word, ...]) -> list[str]:
    return [word.folded for word in words if word.folded[:1].isdigit()]


def _names(words: tuple[Word, ...]) -> set[str]:
    return {w.folded for w in words if w.printed[:1].isupper() and is_content(w.folded)}


def _is_plural(one: str, many: str) -> bool:
    """Ask whether one word is the plural of another, as nouns that are counted."""
    if load_table("wording")["plurals"].get(one) == many:
        return True
    return len(one) > 3 and many in (f"{one}s", f"{one}es", f"{one[:-1]}ies")


def _is_little(text: str) -> bool:
    table = load_table("wording")
    words = re.findall(r"[\w'’]+", text.casefold())
    if " ".join(words) in table["little_phrases"]:
        return True
    return all(word in table["little_words"] for word in words)
