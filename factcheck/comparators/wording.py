"""The words of a quotation, freed of what houses print differently."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.claims.canonical import UNSEEN
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
    r"|(?P<number>\d+(?:[.,:]\d+)*)(?P<unit>[^\W\d_]{1,3}\b)?"
    rf"|(?P<masked>{_LETTERS}{{1,2}}(?:{_MASK})+{_LETTERS}*|{_LETTERS}+\*+{_LETTERS}*)"
    rf"|(?P<word>{_LETTERS}+(?:['’‘]+{_LETTERS}+)*['’]?)"
    r"|(?P<sign>[%&])"
    r"|(?P<end>[.!?]+)"
)
_LINK = re.compile(r"\[([^\[\]]{0,300})\](?:\([^()\s]{0,500}\)|\[\w{0,40}\])")
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_MASKED = re.compile(r"[-*_—–]+")
_ONES = frozenset("123456789")
_SIGNS = {"%": "percent", "&": "and"}


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
                words.append(Word(bare, printed, False, at))
            case "money":
                money = Word(_currency(printed), printed, False, at)
            case "number" | "unit":
                words += _number(piece["number"], piece["unit"] or "", money, at)
                money = None
            case "masked":
                masked = _MASKED.sub("*", printed.casefold())
                words.append(Word(masked, printed, False, at))
            case "sign":
                words.append(Word(_SIGNS[printed], printed, False, at))
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
        found = words_of(part)
        if words and found:
            words.append(Word(GAP, GAP, False))
            places.append(n - 1)
        words += found
        places += [n] * len(found)
    return tuple(words), tuple(places)


def content_words(words: tuple[Word, ...]) -> int:
    """Count the words that say something."""
    empty = _empty_words()
    return sum(1 for w in words if w.folded not in OPEN and w.folded not in empty)


def is_filler(note: str) -> bool:
    """Ask whether a clarification only adds little words: "[and]", "[of the]"."""
    words = [word.casefold() for word in re.findall(r"\w+", note)]
    return all(word in load_table("wording")["fillers"] for word in words)


def is_content(folded: str) -> bool:
    """Ask whether a folded word says something."""
    return folded not in _empty_words()


def stem(word: str) -> str:
    """Cut the commonest endings.

    >>> stem("killed"), stem("kills"), stem("bombing")
    ('kill', 'kill', 'bomb')
    >>> stem("strike"), stem("strikes")
    ('strik', 'strik')
    """
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def is_slight(before: str, after: str) -> bool:
    """Ask whether a change of words is one of little words alone.

    >>> is_slight("and", ""), is_slight("I mean", "a"), is_slight("", "not")
    (True, True, False)
    """
    return all(_is_little(side) for side in (before, after))


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
    bare = _fold(word.casefold())
    kept = bare[:1] + re.sub("[aeiouyhw]", "", bare[1:])
    return re.sub(r"(.)\1", r"\1", kept)


def is_plural(before: str, after: str) -> bool:
    """Ask whether one side has the plural of a word of the other: child, children."""
    return any(
        _is_plural(a.folded, b.folded) or _is_plural(b.folded, a.folded)
        for a in words_of(before)
        for b in words_of(after)
    )


def is_negated(said: str) -> bool:
    """Ask whether words deny: *not*, *never*, *no*."""
    return _negations(words_of(said)) % 2 == 1


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


def _is_little(said: str) -> bool:
    table = load_table("wording")
    words = re.findall(r"[\w'’]+", said.casefold())
    if " ".join(words) in table["little_phrases"]:
        return True
    return all(word in table["little_words"] for word in words)


def _number(digits: str, unit: str, money: Word | None, at: int) -> list[Word]:
    """Write "£6bn" as it is spoken: 6, billion, pound.

    The mark of a currency belongs to what is printed of the number.
    """
    at, printed = (money.at, f"{money.printed}{digits}") if money else (at, digits)
    if unit.casefold() in _ordinal_endings():
        return [Word(digits + unit.casefold(), printed + unit, False, at)]
    scale = load_table("wording")["behind_numbers"].get(unit.casefold())
    shown = printed + (unit if scale else "")
    words = [Word(digits.replace(",", ""), shown, False, at)]
    if scale == "million" and unit == "m" and money is None:
        scale = "m"  # metres as well
    if scale:
        words.append(Word(_fold(scale), "", False, at))
    elif unit:
        words.append(Word(_fold(unit.casefold()), unit, False, at + len(printed)))
    return [*words, money._replace(printed="")] if money else words


def _joined(words: list[Word]) -> list[Word]:
    """Write "per cent" as one word, and numbers in several words as figures."""
    done: list[Word] = []
    for word in words:
        before = done[-1] if done else None
        if before is None or before.ends:
            done.append(word)
        elif before.folded == "per" and word.folded == "cent":
            done[-1] = _together(before, word, "percent")
        elif is_currency(before.folded) and word.folded in _scales() and done[1:]:
            if _is_figure(done[-2].folded):  # $6 million: the currency comes last
                scaled = _times(done[-2].folded, word.folded)
                done[-2] = _together(done[-2], word, scaled)._replace(ends=False)
                done[-1] = before._replace(ends=word.ends)
        elif (number := _one_number(before.folded, word.folded)) is not None:
            done[-1] = _together(before, word, number)
        else:
            done.append(word)
    return done


def _together(left: Word, right: Word, folded: str) -> Word:
    printed = f"{left.printed} {right.printed}".strip()
    return Word(folded, printed, right.ends, left.at)


def _one_number(left: str, right: str) -> str | None:
    """Return the figure two words of a number make: twenty-one, 6 billion."""
    if right in _scales():
        if _is_figure(left):
            return _times(left, right)
        return _times("1", right) if left == "a" else None
    tens = left.isdigit() and left[-1:] == "0" and len(left) == 2
    return str(int(left) + int(right)) if tens and right in _ONES else None


def _times(figure: str, scale: str) -> str:
    value = Decimal(figure) * _scales()[scale]
    return f"{value.normalize():f}"


def _is_figure(word: str) -> bool:
    return re.fullmatch(r"\d{1,15}(?:\.\d{1,15})?", word) is not None


def is_currency(folded: str) -> bool:
    """Ask whether a folded word names a currency."""
    return folded in _currencies().values()


def _fold_word(printed: str, at: int) -> list[Word]:
    plain = printed.translate(_MARKS).casefold()
    bare = plain.strip("'")
    irregular = _irregular().get(bare)
    parts = irregular or _expand(bare)
    folded = [_fold(part) for part in parts]
    first = Word(folded[0], printed, False, at)
    return [first, *(Word(part, "", False, at) for part in folded[1:])]


def _expand(word: str) -> list[str]:
    for ending, full in _contractions().items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word]


@lru_cache(maxsize=CACHE_SIZE)
def _fold(word: str) -> str:
    """Bring British and American spelling, accents and number words to one form."""
    word = "".join(
        c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
    )
    known = _spellings().get(word)
    if known:
        return known
    for british, american, least in load_table("wording")["endings_of_spelling"]:
        if len(word) >= int(least) and word.endswith(british):
            return word.removesuffix(british) + str(american)
    return word


@cache
def _spellings() -> dict[str, str]:
    alike = {
        word: forms[0]
        for forms in load_table("wording")["spellings"]
        for word in forms[1:]
    }
    return alike | dict(load_table("numbers")["words"])


@cache
def _scales() -> dict[str, int]:
    scales = load_table("numbers")["scales"]
    return {word: int(scales[word]) for word in load_table("wording")["scales"]}


@cache
def _currencies() -> dict[str, str]:
    return dict(load_table("wording")["currencies"])


def _currency(sign: str) -> str:
    """Return the name of a currency by its sign; foreign dollars are dollars."""
    return _currencies().get(sign[-1], sign)


@cache
def _ordinal_endings() -> frozenset[str]:
    return frozenset(load_table("wording")["ordinal_endings"])


@cache
def _contractions() -> dict[str, str]:
    return dict(load_table("wording")["contractions"])


@cache
def _irregular() -> dict[str, list[str]]:
    return dict(load_table("wording")["irregular_contractions"])


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(load_table("wording")["function_words"])
