"""Words that exclude each other: antonyms, and sets of which a thing is one."""

from collections import defaultdict
from functools import cache

from factcheck.lexicons import load_table


def are_opposites(left: str, right: str) -> bool:
    """Ask whether two words in small letters say contrary things.

    >>> are_opposites("rose", "fell"), are_opposites("rose", "grew")
    (True, False)
    >>> are_opposites("southern", "central"), are_opposites("likely", "unlikely")
    (True, True)
    """
    if right in _opposites().get(left, ()):
        return True
    if _differ_in_prefix(left, right):
        return True
    return any(
        b in _opposites().get(a, ()) for a in _stems(left) for b in _stems(right)
    ) and _ending(left) == _ending(right)


def _differ_in_prefix(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    table = load_table("opposites")
    return (
        len(short) > 3
        and short not in table["no_prefix"]
        and any(long == prefix + short for prefix in table["prefixes"])
    )


@cache
def _opposites() -> dict[str, set[str]]:
    table = load_table("opposites")
    opposites: dict[str, set[str]] = defaultdict(set)
    for words in table["sets"]:
        for word in words:
            opposites[word] |= {other for other in words if other != word}
    listed = [pair.split(" / ") for pair in table["pairs"]]
    for text in table["wordnet"].values():
        listed += [pair.split() for pair in text.split(";") if pair.strip()]
    for one, other in listed:
        for left in one.split():
            for right in other.split():
                opposites[left].add(right)
                opposites[right].add(left)
    return dict(opposites)


def _ending(word: str) -> str:
    for ending in ("ing", "ed", "ies", "es", "s", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return {"d": "ed", "es": "s", "ies": "s"}.get(ending, ending)
    return ""


def _stems(word: str) -> set[str]:
    """Return the words a form may be of: "accepted" is of "accept"."""
    stems = {word}
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending) + instead
            stems.add(stem)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                stems.add(stem[:-1])
    return stems
