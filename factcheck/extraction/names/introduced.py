"""Ask whether the words behind a name say that it is a person's.

"Ana Duval (born 3 May 1961)", "Ana Duval was born in Lisbon", "Ana Duval is a
Portuguese singer": whatever the parser takes Ana Duval for, she is somebody.
"""

import re
from functools import lru_cache

from factcheck.extraction.names.name_words import name_words
from factcheck.extraction.names.printed import Piece
from factcheck.extraction.names.runs import is_given, is_word
from factcheck.extraction.titles.nouns import is_office_noun, may_be_body
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.territories import territory_names

MOST = 5
"""Words of one name, at most."""

LIFE = re.compile(
    r"\s?\((?:born|b\.|née|né)(?=\W)"
    r"|\s(?:was|were) (?:not )?born\b"
    r"|\s?\((?:[^()\n]{0,60};\s)?[^()\n]{0,9}\d{1,2}[^()\n]{1,12}\b\d{4}\s?"
    r"[–—-]\s?[^()\n]{1,30}\)"
)
IS = re.compile(
    r"(?:\s?\([^()\n]{1,160}\))?(?:,[^,.;()\n]{3,60},)?"
    r"\s(?:is|was)(?: not| never)? an?\s(?P<what>[^,.;:()\n]{3,90})"
)
ENDS = re.compile(r"\b(?:of|in|at|from|who|with|for|on|by|that|and|to|as|or)\b")


def introduces(text: str, piece: Piece) -> bool:
    """Ask whether all words of a piece are a name, by what is said of it."""
    words, known = piece.words, name_words()
    if piece.lead or not 2 <= len(words) <= MOST:
        return False
    if any(not is_word(w) or w.folded in known.not_people for w in words):
        return False
    first = words[0].folded
    if first in known.never or first in known.regions or first in known.titles:
        return False
    if " ".join(word.text for word in words) in territory_names():
        return False
    return is_introduced(text, words[-1].end, is_given(words[0]))


def is_introduced(text: str, end: int, given: bool = False) -> bool:
    """Ask whether what follows a name tells a life, or an occupation.

    Where the name begins as those of people do (*given*), an occupation that bodies are
    said to have as well will do: "Ana Duval is a model".

    >>> is_introduced("Osk Red is a Portuguese singer and actor", 7)
    True
    >>> is_introduced("Osk Red is a Portuguese band", 7)
    False
    """
    if LIFE.match(text, end):
        return True
    match = IS.match(text, end)
    return match is not None and _is_person(match["what"], given)


@lru_cache(maxsize=CACHE_SIZE)
def _is_person(what: str, given: bool) -> bool:
    words = ENDS.split(what, maxsplit=1)[0].split()
    noun = words[-1].rstrip("\"”'’") if words else ""
    if not noun.islower() or not is_office_noun(noun):
        return False
    return given or not may_be_body(noun)
