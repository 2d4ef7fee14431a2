"""A sentence as it is compared: words in one form, and what is known of them."""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from factcheck.comparators.quotation_words import Word, plain_text, words_of
from factcheck.comparators.wording import is_content
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table

_BRACKETS = str.maketrans("()[]", "    ")


class Detail(NamedTuple):
    """Something typed in a sentence: a number, a time, a name, an office.

    Attributes:
        kind: number, day, person, organization, place or title.
        start: Offset of its first character in the sentence.
        end: Offset behind the last.
        value: The normalised value, or "".
        entity: Who or what is meant, or None.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    entity: str | None = None


class Token(NamedTuple):
    """A word of a sentence.

    Attributes:
        key: The word in the one form in which it is compared.
        folded: The word in small letters and one spelling.
        printed: As printed.
        start: Offset of its first character.
        end: Offset behind the last.
        detail: The number of the detail it belongs to, or -1.
        content: Whether it says something by itself.
    """

    key: str
    folded: str
    printed: str
    start: int
    end: int
    detail: int
    content: bool

    @property
    def is_name(self) -> bool:
        """Whether it has a capital."""
        return self.printed[:1].isupper()

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is written in capitals, but for an ending: EU, A.G., MPs, EU's."""
        letters = self.printed.removesuffix("s").rstrip("'’")
        return letters.isupper() and len(letters) > 1


class Sentence:
    """A sentence with its typed details.

    Attributes:
        text: As printed, without what nobody sees.
        details: What is typed in it.
        tokens: Its words in order, without articles and other words of style.
    """

    def __init__(self, text: str, details: Sequence[Detail] = ()) -> None:
        self.text = plain_text(text)
        self.details = tuple(details)
        self.tokens = tuple(self._read())

    def _read(self) -> list[Token]:
        words = words_of(self.text.translate(_BRACKETS))
        dropped, same = words_in("dropped"), _same_words()
        tokens = []
        for first, last, folded in _phrases(words):
            if folded in dropped:
                continue
            start = words[first].at
            end = words[last].at + len(words[last].printed)
            printed = self.text[start : max(end, start)]
            key = same.get(folded, folded)
            if folded == "will" and printed[:1].isupper() and first:
                key = folded
            tokens.append(
                Token(
                    key,
                    folded,
                    printed,
                    start,
                    max(end, start),
                    self._detail_at(start),
                    is_content(folded),
                )
            )
        return tokens

    def _detail_at(self, offset: int) -> int:
        for n, detail in enumerate(self.details):
            if detail.start <= offset < detail.end:
                return n
        return -1

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared, in order."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that say something."""
        return frozenset(token.key for token in self.tokens if token.content)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital, but for the first of the sentence."""
        return frozenset(t.key for t in self.tokens[1:] if t.content and t.is_name)

    @property
    def denies(self) -> bool:
        """Whether a word in it denies something."""
        return any(token.folded in words_in("denying") for token in self.tokens)

    @property
    def is_conditional(self) -> bool:
        """Whether it says what would be: "if the bridge shut, it would cost 40"."""
        return any(token.folded in words_in("conditions") for token in self.tokens)

    def phrase(self, tokens: Sequence[Token]) -> str:
        """Return what is printed from the first of some words to the last."""
        if not tokens:
            return ""
        return self.text[tokens[0].start : tokens[-1].end]


class Beside(NamedTuple):
    """Words of two sentences that stand in one place.

    Attributes:
        left: The first sentence.
        ours: Where in its words.
        right: The second sentence.
        theirs: Where in its words.
    """

    left: Sentence
    ours: slice
    right: Sentence
    theirs: slice

    @property
    def sides(self) -> tuple[tuple[Sentence, slice], tuple[Sentence, slice]]:
        """Each sentence with the place of its words."""
        return (self.left, self.ours), (self.right, self.theirs)

    @property
    def tokens(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words of each sentence."""
        return self.left.tokens[self.ours], self.right.tokens[self.theirs]

    @property
    def phrases(self) -> tuple[str, str]:
        """The words of each sentence as printed."""
        return self.left.phrase(self.tokens[0]), self.right.phrase(self.tokens[1])

    def details(self, *kinds: str) -> tuple[set[int], set[int]]:
        """Return the details of these kinds of which the words are part."""
        left, right = (
            {
                token.detail
                for token in side.tokens[place]
                if token.detail >= 0 and side.details[token.detail].kind in kinds
            }
            for side, place in self.sides
        )
        return left, right


@lru_cache(maxsize=CACHE_SIZE)
def words_in(group: str) -> frozenset[str]:
    """Return a group of words of the table of style."""
    return frozenset(load_table("style")[group].split())


@cache
def _same_words() -> dict[str, str]:
    rows = load_table("style")["same_words"]
    return {word: name for name, *others in rows for word in others}


@cache
def _same_phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, word in load_table("style")["same_phrases"].items():
        parts = tuple(part.folded for part in words_of(phrase))
        phrases.setdefault(parts[0], []).append((parts, word))
    for listed in phrases.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    return phrases


def _phrases(words: tuple[Word, ...]) -> list[tuple[int, int, str]]:
    """Return words and phrases that count as one: first, last, in one form."""
    phrases, n = [], 0
    folded = [word.folded for word in words]
    while n < len(words):
        for parts, word in _same_phrases().get(folded[n], ()):
            if tuple(folded[n : n + len(parts)]) == parts:
                phrases.append((n, n + len(parts) - 1, word))
                n += len(parts)
                break
        else:
            phrases.append((n, n, folded[n]))
            n += 1
    return phrases
