"""What a number counts: the noun behind it, and what is said of that noun."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.comparators.numbers_apart import numeric
from factcheck.comparators.sentences import Sentence, Token, words_in
from factcheck.comparators.synonyms import concept
from factcheck.lexicons import load_table

_PART = re.compile(r"of\s{1,4}(?:the|these|those)\b", re.IGNORECASE)


class CountedNoun(NamedTuple):
    """The words behind a number, up to the end of the phrase.

    Attributes:
        words: Their stems, in order.
        head: Which of them is the noun that is counted: the last plural, else the end
            of a name, else the last.
        plural: Whether the noun is a plural.
        measure: What the noun is a measure of: "old", "ago", "short", "each"; or "".
        part: Whether they are some of those: "three of the players".
    """

    words: tuple[str, ...]
    head: int
    plural: bool
    measure: str = ""
    part: bool = False

    def agrees(self, other: "CountedNoun") -> bool:
        """Ask whether two numbers count one thing: "players", "former players".

        Former players and young players are two things, and so are "two party members"
        and "two parties".
        """
        if self.plural < other.plural:
            return other.agrees(self)
        noun, at = self.words[self.head], other.head
        if self.plural > other.plural and noun in other.words:
            at = other.words.index(noun)  # "one player died": what follows is a verb
        ours, theirs = set(self.words[: self.head]), set(other.words[:at])
        left, right = (noun, self.measure, self.part), (other.measure, other.part)
        return left == (other.words[at], *right) and (ours <= theirs or theirs <= ours)


def counted(sentence: Sentence, behind: int) -> CountedNoun | None:
    """Read what the number in front of the token *behind* counts.

    Return None where it counts nothing, a part, or a whole of which a part is counted:
    neither number of "4 of 15 players" is how many players there are.

    >>> read = lambda text: counted(Sentence(text), 1)
    >>> read("14 former players studied in Lisbon").words
    ('former', 'player', 'stud')
    >>> read("14 former players studied in Lisbon").head
    1
    >>> read("14 of 15 former players")
    """
    tokens = tuple(_phrase(sentence, behind))
    if not tokens or _is_whole_of_a_part(sentence, behind):
        return None
    plurals = [n for n, token in enumerate(tokens) if _is_plural(token)]
    names = [n for n, token in enumerate(tokens) if token.is_name]
    run = [n for k, n in enumerate(names) if n == names[0] + k]
    head = (plurals or run or [len(tokens) - 1])[-1]
    after = sentence.tokens[behind:][sentence.tokens[behind:].index(tokens[head]) + 1 :]
    measure = after[0].folded if after else ""
    return CountedNoun(
        tuple(concept(token.key) for token in tokens),
        head,
        bool(plurals),
        measure if measure in words_in("measuring") else "",
        _PART.match(sentence.text, sentence.tokens[behind].start) is not None,
    )


def _is_whole_of_a_part(sentence: Sentence, behind: int) -> bool:
    """Ask whether the number is the 15 of "4 of the 15 players".

    "One of 15 players" says how many there are.
    """
    before = sentence.tokens[:behind]
    while before and numeric(before[-1]):
        before = before[:-1]
    links = set()
    while before and before[-1].folded in words_in("partitive"):
        links.add(before[-1].folded)
        before = before[:-1]
    one = bool(before) and before[-1].key in ("1", "one")
    return "of" in links and bool(before) and numeric(before[-1]) and not one


def _phrase(sentence: Sentence, first: int) -> Iterator[Token]:
    """Yield the telling words behind a number, up to the end of the phrase."""
    tokens = sentence.tokens
    while first < len(tokens) and tokens[first].folded in words_in("partitive"):
        first += 1
    for n in range(first, len(tokens)):
        token, between = tokens[n], sentence.text[tokens[n - 1].end : tokens[n].start]
        if numeric(token) or not token.content or (n > first and between.strip(" -")):
            return
        yield token
        if n == first and between == "-":
            return  # "12-member board"


def _is_plural(token: Token) -> bool:
    word = token.folded
    if word in load_table("wording")["plurals"].values():
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us"))
