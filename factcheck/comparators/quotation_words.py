"""The words of a quotation, freed of what houses print differently."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck.claims.canonical import UNSEEN
from factcheck.claims.written_numbers import amount
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

GAP = "…"
"""Stands where words are left out: an ellipsis, a break between two parts."""

CLARIFIED = "[…]"
"""Stands for a clarification in brackets: some words, at just this place."""

OPEN = (GAP, CLARIFIED)


class Word(NamedTuple):
    """One word of a quotation.

    Attributes:
        folded: The word as it is compared; `GAP` where words are left out.
        printed: The word as printed, or "" for the rest of a contraction.
        ends: Whether a sentence ends behind it.
        at: The offset of its first character in the `plain_text` it was read from.
    """

    folded: str
    printed: str
    ends: bool
    at: int = 0


_LETTERS = r"[^\W\d_]"
_MASK = r"\*+|_{2,}|-{2,}|—{2,}|(?<=\b[^\W\d_I])[—–]"
_PIECE = re.compile(
    r"(?P<note>\[[^\]]{0,300}\]|\([^()]*\))"
    r"|(?P<gap>…|\.\s?\.\s?\.(?:\s?\.)?|⟨gap⟩)"
    r"|(?P<letters>\b(?:[A-Za-z]\.){2,})"
    r"|(?P<money>[A-Za-z]{0,3}[$£€¥₹₽₩₺₪])(?=\s?\d)"
    r"|(?P<spoken>\bNos?\.(?=\s?\d)|\b[Nn]o(?=\s\d)|(?<!\S)[-−](?=\d))"
    r"|(?P<number>(?:['’‘](?=\d0s))?\d+(?:[.,:]\d+)*)°?(?P<unit>[^\W\d_]{1,3}\b)?"
    rf"|(?P<masked>{_LETTERS}{{1,2}}(?:{_MASK})+{_LETTERS}*|{_LETTERS}+\*+{_LETTERS}*"
    rf"|{_LETTERS}+-{{3,}}(?!\w))"
    rf"|(?P<word>{_LETTERS}+(?:['’‘]+{_LETTERS}+)*['’]?)"
    r"|(?P<sign>[%&])"
    r"|(?P<end>[.!?]+)"
)
_LINK = re.compile(r"\[([^\[\]]{0,300})\](?:\([^()\s]{0,500}\)|\[\w{0,40}\])")
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_MASKED = re.compile(r"[-*_—–]+")
_ONES = frozenset("123456789")
_SIGNS = {"%": "percent", "&": "and", "-": "minus", "−": "minus"}
_FIGURE = re.compile(r"\d{1,15}(?:\.\d{1,15})?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3}){0,9},\d{3}(?:\.\d+)?")


_LONGEST = 12
"""How many words a number has at most."""

_BELOW_HUNDRED = "(?:tu?|[ue])"
_NUMBER_RUN = re.compile(
    rf"ha[CS]|to|f(?:nah)?[CS]+|fnah"
    rf"|(?:{_BELOW_HUNDRED}|a(?=[CS]))(?:nah)?"
    rf"(?:C(?:n?{_BELOW_HUNDRED})?|S(?:nah|{_BELOW_HUNDRED})?)*"
)
"""The words that make one number, each as the letter that `_sort` gives it."""


def plain_text(text: str) -> str:
    """Return a text without link targets and characters that nobody sees."""
    return _LINK.sub(r"\1", _UNSEEN.sub("", text))


@lru_cache(maxsize=CACHE_SIZE)
def words_of(text: str) -> tuple[Word, ...]:
    """Split a quotation into comparable words.

    >>> [word.folded for word in words_of("We'll organise ten [new] U.S. … talks.")]
    ['we', 'will', 'organize', '10', '[…]', 'us', '…', 'talks']
    """
    words: list[Word] = []
    money: Word | None = None
    for piece in _PIECE.finditer(plain_text(text)):
        printed, at = piece.group(), piece.start()
        match piece.lastgroup:
            case "gap":
                if words and words[-1].folded != GAP:
                    words.append(Word(GAP, GAP, False, at))
            case "note":
                words.append(Word(CLARIFIED, printed, False, at))
            case "end":
                if words:
                    words[-1] = words[-1]._replace(ends=True)
            case "letters":
                bare = printed.replace(".", "").casefold()
                words.append(Word(fold_spelling(bare), printed, False, at))
            case "money":
                money = Word(_currency(printed), printed, False, at)
            case "number" | "unit":
                words += _number(piece["number"], piece["unit"] or "", money, at)
                money = None
            case "masked":
                masked = _MASKED.sub("*", printed.casefold())
                words.append(Word(masked, printed, False, at))
            case "sign" | "spoken":
                folded = _SIGNS.get(printed, "number")
                words.append(Word(folded, printed, False, at))
            case _:
                words += _fold_word(printed, at)
    while words and words[-1].folded == GAP:
        words.pop()
    return tuple(_joined(words))


def join_parts(parts: Sequence[str]) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """Return the words of a resumed quotation, and the part each stands in."""
    words: list[Word] = []
    places: list[int] = []
    for n, part in enumerate(parts):
        printed = words_of(part)
        if words and printed:
            words.append(Word(GAP, GAP, False))
            places.append(n - 1)
        words += printed
        places += [n] * len(printed)
    return tuple(words), tuple(places)


def _number(digits: str, unit: str, money: Word | None, at: int) -> list[Word]:
    """Write "£6bn" as it is spoken: 6, billion, pound.

    The mark of a currency belongs to what is printed of the number.
    """
    at, printed = (money.at, f"{money.printed}{digits}") if money else (at, digits)
    if unit.casefold() in _table()["ordinal_endings"]:
        return [Word(digits + unit.casefold(), printed + unit, False, at)]
    behind = _table()["behind_numbers"]
    scale = behind.get(unit) or behind.get(unit.casefold())
    shown = printed + (unit if scale else "")
    words = [Word(_figure(digits), shown, False, at)]
    if scale == "million" and unit == "m" and money is None:
        scale = "m"  # metres as well
    if scale:
        words.append(Word(fold_spelling(scale), "", False, at))
    elif unit:
        words.append(
            Word(fold_spelling(unit.casefold()), unit, False, at + len(printed))
        )
    return [*words, money._replace(printed="")] if money else words


def _figure(digits: str) -> str:
    """Write a figure without its grouping: 2,500 and 2,5 are 2500 and 2.5.

    >>> _figure("1,50,000"), _figure("2,5"), _figure("7:30"), _figure("’90")
    ('150000', '2.5', '7.30', '1990')
    """
    if not digits[0].isdigit():
        return f"{'19' if digits[1] > '2' else '20'}{digits[1:]}"
    if _GROUPED.fullmatch(digits):
        return digits.replace(",", "")
    whole, mark, decimals = digits.replace(":", ",").partition(",")
    return f"{whole}.{decimals}" if mark and decimals.isdigit() else digits


def _joined(words: list[Word]) -> list[Word]:
    """Write phrases as their one word, and numbers in several words as figures."""
    words = _with_scales_first(words)
    done: list[Word] = []
    place = 0
    while place < len(words):
        for length, folded in _readings(words, place):
            some = words[place : place + length]
            if length > 1 and not any(word.ends for word in some[:-1]):
                printed = " ".join(word.printed for word in some if word.printed)
                done.append(Word(folded, printed, some[-1].ends, some[0].at))
                place += length
                break
        else:
            done.append(words[place])
            place += 1
    return [_without_ending(done, place) for place in range(len(done))]


def _readings(words: list[Word], place: int) -> Iterator[tuple[int, str]]:
    """Yield how many words from a place make one number or phrase, and which."""
    some = words[place : place + _LONGEST]
    for phrase, short in _phrases().get(words[place].folded, ()):
        if [word.folded for word in some[: len(phrase)]] == phrase:
            yield len(phrase), short
    if _sort(words[place]) == "x":
        return  # most words: no number begins here
    sorts = "".join(map(_sort, some))
    if number := _NUMBER_RUN.match(sorts):
        *first, last = some[: number.end()]
        ending = last.folded[1:] if number[0] == "to" else ""
        spoken = [w.printed if w.printed.isalpha() else w.folded for w in first]
        spoken.append(last.folded[:1] if ending else last.printed or last.folded)
        if (value := amount(" ".join(spoken))) is not None:
            yield number.end(), f"{value}{ending}"


def _sort(word: Word) -> str:
    """Return a letter for what a word is inside a number, "x" for nothing."""
    if word.folded in ("and", "a", "half"):
        return {"and": "n", "a": "a", "half": "h"}[word.folded]
    if word.folded in _table()["scales"]:
        return "C" if word.folded in ("hundred", "thousand") else "S"
    if _is_figure(word.folded):
        value = float(word.folded)
        if word.printed[:1].isdigit() or value >= 100:
            return "f"
        if value >= 20:
            return "t" if value % 10 == 0 else "e"
        return "u" if 0 < value < 10 else "e"
    ordinal = word.folded[:1] in _ONES and word.printed[:1].isalpha()
    return "o" if ordinal and word.folded[1:] in _table()["ordinal_endings"] else "x"


def _with_scales_first(words: list[Word]) -> list[Word]:
    """Bring "$6 billion", read as 6, dollar, billion, into the order it is spoken."""
    words = list(words)
    for n in range(1, len(words) - 1):
        figure, money, scale = words[n - 1 : n + 2]
        counted = scale.folded in _table()["scales"] and _is_figure(figure.folded)
        if counted and is_currency(money.folded) and not money.printed:
            words[n] = scale._replace(ends=False)
            words[n + 1] = money._replace(ends=scale.ends)
    return words


def _without_ending(words: list[Word], place: int) -> Word:
    """Write the day of a month without "th": 5th January, January 5th."""
    word = words[place]
    day = word.folded[:-2]
    if day.isdigit() and word.folded[-2:] in _table()["ordinal_endings"]:
        around = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        if any(near.folded in _table()["months"] for near in around):
            return word._replace(folded=day)
    return word


def _is_figure(word: str) -> bool:
    return word[:1].isdigit() and _FIGURE.fullmatch(word) is not None


def is_currency(folded: str) -> bool:
    """Ask whether a folded word names a currency."""
    return folded in _table()["currencies"].values()


def _fold_word(printed: str, at: int) -> list[Word]:
    """Return a word as it is compared: none for "er", two for a contraction."""
    table = _table()
    if printed in table["roman_numbers"]:
        return [Word(str(table["roman_numbers"][printed]), printed, False, at)]
    plain = printed.translate(_MARKS).casefold()
    bare = plain.strip("'")
    if bare in table["hesitations"] and not printed.isupper():
        return []
    irregular = _table()["irregular_contractions"].get(bare)
    parts = irregular or _expand(bare)
    folded = [fold_spelling(part) for part in parts]
    first = Word(folded[0], printed, False, at)
    return [first, *(Word(part, "", False, at) for part in folded[1:])]


def _expand(word: str) -> list[str]:
    if "'" not in word:
        return [word]
    for ending, full in _table()["contractions"].items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word]


@lru_cache(maxsize=CACHE_SIZE)
def fold_spelling(word: str) -> str:
    """Bring British and American spelling, accents and number words to one form."""
    word = "".join(
        c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
    )
    known = _spellings().get(word)
    if known:
        return known
    for british, american, least in _table()["endings_of_spelling"]:
        if len(word) >= int(least) and word.endswith(british):
            return word.removesuffix(british) + str(american)
    return word


def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_table("wording")
    return table


@cache
def _spellings() -> dict[str, str]:
    alike = {word: forms[0] for forms in _table()["spellings"] for word in forms[1:]}
    return alike | dict(load_table("numbers")["words"])


@cache
def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Phrases of folded words by the first, with the word that stands for each."""
    known: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, word in _table()["phrases"].items():
        folded = [fold_spelling(part) for part in phrase.split()]
        known.setdefault(folded[0], []).append((folded, fold_spelling(word)))
    return known


def _currency(sign: str) -> str:
    """Return the name of a currency by its sign; foreign dollars are dollars."""
    return str(_table()["currencies"].get(sign[-1], sign))
