"""Decide which pieces of capitalised words are the names of persons."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.extraction.names.introduced import MOST, introduces
from factcheck.extraction.names.name_words import given_names, name_words
from factcheck.extraction.names.printed import Label, NameSpan, Piece
from factcheck.extraction.names.romanisation import is_family_first
from factcheck.extraction.names.runs import NameWord, is_given, is_word
from factcheck.extraction.nlp import is_english_word
from factcheck.lexicons.territories import territory_names

if TYPE_CHECKING:
    from factcheck.extraction.analysis import Analysis

SPEAKS = re.compile(
    r"(?:\s?,[^,.;\n]{1,60},)?\s{1,9}(?:said|says|told|added|wrote|tweeted|argued|insisted|"
    r"warned|testified|replied|recalled|explained|acknowledged|noted)\b"
)
AGED = re.compile(r"\s?,\s*(?:aged\s+)?\d{1,2}\b(?![,.]?\d)")
APPOSED = re.compile(r"\s?,\s+(?:(?:the|an?)\s+(?P<what>[^,.;\n]{3,70})|whose?\b)")
KIN_BEHIND = re.compile(
    r", (?:(?:his|her|their|whose)|(?:[A-Z]\S{1,20} ){1,3}?[A-Z]\S{1,20}?[’']s?)"
    r" (?:[a-z]{1,12} )?([a-z-]{3,14})\b"
)
SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")
OPEN = re.compile(r"(?<![A-Z][a-z] )(?<!\w)(?<!-)")
CLOSED = re.compile(r"\b(?! [A-Z]|-)")
"""What stands around a name by itself."""
BLOCKING = frozenset({"ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
STRONG = ("honorific", "title")


def find_people(
    analysis: "Analysis", pieces: Sequence[Piece], labels: Sequence[Label]
) -> Iterator[NameSpan]:
    """Yield the persons among the pieces, in order."""
    text, part = analysis.text, analysis.reading.part
    judge = _Judge(analysis, labels)
    for piece in pieces:
        if words := judge.person(piece):
            start, end = words[0].start, words[-1].end
            before = piece.before if words[0] is piece.words[0] else ""
            before = before or _relation(text, end)
            yield NameSpan(start, end, "person", text[start:end], part, before=before)


def _relation(text: str, end: int) -> str:
    """Return the word of kinship behind a name, "Ana Duval, his wife,", or ""."""
    apposed = KIN_BEHIND.match(text, end)
    return apposed[1] if apposed and apposed[1] in name_words().kin else ""


class _Judge:
    """What one stretch says about its capitalised words."""

    def __init__(self, analysis: "Analysis", labels: Sequence[Label]) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._labels = labels
        self._next = 0
        self._small = set(SMALL_WORD.findall(analysis.text))
        self._recurring: dict[str, bool] = {}
        self._votes: dict[str, int] = {}
        for label in labels:
            words = self._text[label.start : label.end]
            vote = 1 if label.label == "PERSON" else -1
            self._votes[words] = self._votes.get(words, 0) + vote

    def person(self, piece: Piece) -> Sequence[NameWord] | None:
        """Return the words of the person a piece names, or None."""
        labels = self._overlapping(piece.words[0].start, piece.words[-1].end)
        if introduces(self._text, piece):
            return piece.words
        for label in labels:
            if label.label == "PERSON":
                core = self._core(piece, label)
                if self._plausible(core, piece, seen=True):
                    return core
        return self._unseen(piece, labels)

    def _overlapping(self, start: int, end: int) -> list[Label]:
        labels = self._labels
        while self._next < len(labels) and labels[self._next].end <= start:
            self._next += 1
        names = []
        for place in range(self._next, len(labels)):
            if labels[place].start >= end:
                break
            names.append(labels[place])
        return names

    def _core(self, piece: Piece, person: Label) -> Sequence[NameWord]:
        """Return the words of a person the parser sees, snapped to whole names."""
        words = piece.words
        inside = [
            place
            for place, word in enumerate(words)
            if word.start < person.end and word.end > person.start
        ]
        first, last = inside[0], inside[-1]
        while first > 0 and (
            is_given(words[first - 1]) or self._begins(piece, first - 1)
        ):
            first -= 1
        if piece.lead in STRONG and first == 1 and not is_given(words[first]):
            first = 0
        while first < last and self._is_no_name(words[first], words[first + 1]):
            first += 1
        if piece.titled:
            last = min(last, _name_ends(words, first))
        while last + 1 < len(words) and self._goes_on(words, first, last):
            last += 1
        while last > first and _trails(words[last - 1], words[last], person.end):
            last -= 1
        return words[first : last + 1]

    def _begins(self, piece: Piece, place: int) -> bool:
        """Ask whether a word that is not a dictionary's begins the name behind it."""
        word, following = piece.words[place], piece.words[place + 1]
        known, token = name_words(), self._analysis.token_at(word.start)
        if piece.titled or token.dep_ != "compound" or token.ent_type_:
            return False
        if self._text[: word.start].endswith(("the ", "The ")):
            return False
        if token.head.idx < following.start or token.head.idx >= piece.words[-1].end:
            return False
        other = known.not_people | known.never | known.titles | known.regions
        return (
            word.folded not in other
            and not word.text.isupper()
            and not is_english_word(token)
        )

    def _is_no_name(self, word: NameWord, following: NameWord) -> bool:
        """Ask whether a first word is not a name, as the next one is: "Angry Ada".

        Nor is a state behind its town: "Osk, N.J. Ada Duval said".
        """
        if word.text.count(".") > 1 and word.folded in name_words().regions:
            return True
        if word.folded in given_names() or not is_given(following):
            return False
        token = self._analysis.token_at(word.start)
        return token.pos_ not in ("PROPN", "NOUN") or word.folded in self._small

    def _goes_on(self, words: Sequence[NameWord], first: int, last: int) -> bool:
        here, following = words[last], words[last + 1]
        if following.folded in name_words().suffixes:
            return True
        if following.folded in name_words().not_people:
            return False
        if len(here.folded) == 1 or self._text[here.end : following.start].strip():
            return True
        if is_family_first([w.text for w in words[first : last + 2]]):
            return True
        token, after = map(self._analysis.token_at, (here.start, following.start))
        if token.dep_ == "compound" and after.ent_type_ == "PERSON":
            return token.ent_type_ == "PERSON" and token.head.idx >= after.idx
        return first == last and here.folded in given_names()

    def _plausible(self, core: Sequence[NameWord], piece: Piece, seen: bool) -> bool:
        known = name_words()
        if len(core) > MOST or any(not is_word(word) for word in core):
            return False
        first, last = core[0], core[-1]
        if len(core) > 1 and last.folded in known.suffixes:
            last = core[-2]
        led = piece.lead == "honorific" and first is piece.words[0]
        east = len(core) > 1 and is_family_first([w.text for w in core])
        given = is_given(first) and len(core) > 1
        if not (led or east or (given and seen)):
            if last.folded in known.not_people or first.folded in known.regions:
                return False
            if first.folded in known.not_people and not given:
                return False
            if self._analysis.token_at(last.start).tag_ == "NNPS" and not given:
                return False
        if len(core) > 1 and (
            len(last.folded) < 2 or (first.folded in known.never and not east)
        ):
            return False
        if first.folded == "st" and not led:
            return False
        if any(w.folded in known.organizations for w in core[1:-1]):
            return False
        if len(core) == 1:
            return self._single(first, piece, seen)
        if piece.titled and not led:
            return given or east or piece.lead == "title"
        if given or east or led:
            return True
        return not (first.folded in self._small and last.folded in self._small)

    def _single(self, word: NameWord, piece: Piece, seen: bool) -> bool:
        """Ask whether one word by itself may be somebody's name."""
        known = name_words()
        place = piece.words.index(word)
        lead = piece.lead if place == 0 else ""
        if len(word.folded) < 2 or word.folded in known.never:
            return False
        one = word.folded.removesuffix("s")
        if one in known.never or (not lead and word.folded in known.not_people):
            return False
        if word.text.partition("’")[0].partition("'")[0] == "I":
            return False
        if lead == "honorific":
            return True
        office = word.folded.partition("-")[0]
        if office in known.titles or office in known.portfolios:
            return False
        if office in known.honorifics:
            return False
        if word.text in territory_names() and word.folded not in given_names():
            return False
        if piece.titled and lead != "title":
            return False
        if "-" in word.text and word.text.rpartition("-")[2].islower():
            return False
        if place + 1 < len(piece.words):
            following = piece.words[place + 1]
            if following.folded in known.not_people and not piece.titled:
                return False
        if word.text.isupper() and len(word.text) < 6:
            return False
        if lead == "title":
            if piece.titled and piece.before.endswith("s"):
                return False
            proper = self._analysis.token_at(word.start).pos_ == "PROPN"
            return proper and word.folded not in self._small
        if word.folded in self._small and word.folded not in given_names():
            return False
        return not seen or self._votes.get(word.text, 1) > 0

    def _unseen(
        self, piece: Piece, labels: Sequence[Label]
    ) -> Sequence[NameWord] | None:
        """Return the words of a person whom the parser has not seen, or None."""
        words = piece.words
        if piece.lead == "portfolio":
            while len(words) > 2 and not (
                words[0].folded in given_names() or len(words[1].folded) < 2
            ):
                words = words[1:]
        elif piece.titled:
            words = words[: _name_ends(words, 0) + 1]
        if len(words) > 4 or not self._plausible(words, piece, seen=False):
            return None
        start, end = words[0].start, words[-1].end
        blocked = [label for label in labels if label.label in BLOCKING]
        larger = any(self._reaches_beyond(label, start, end) for label in blocked)
        larger = larger and piece.lead != "portfolio"
        if piece.lead in STRONG and not (larger and len(words) > 1):
            return words
        if larger:
            return None
        several = len(words) > 1
        if several and is_family_first([word.text for word in words]):
            return words if not blocked or "-" in words[-1].text else None
        given = several and is_given(words[0]) and words[0].folded.isalpha()
        if piece.titled:
            return words if given and not blocked else None
        human = bool(SPEAKS.match(self._text, end) or AGED.match(self._text, end))
        if piece.lead == "portfolio":
            return words if given else None
        if piece.lead == "office":
            plain = not blocked and not words[0].text.isupper()
            return words if given or plain else None
        human = human or self._is_called_one(end)
        if given and (not blocked or human or self._recurs(words[-1])):
            return words
        place = any(label.label == "GPE" for label in labels)
        plain = not several and not words[0].text.isupper()
        if plain and ((place and human) or self._acts_humanly(words[0])):
            return words
        if AGED.match(self._text, end) and len(words) in (2, 3) and not blocked:
            return words
        return None

    def _is_called_one(self, end: int) -> bool:
        """Ask whether an apposition says that a person is meant: ", the tenor"."""
        match = APPOSED.match(self._text, end)
        if not match or not match["what"]:
            return bool(match)
        words = SMALL_WORD.findall(match["what"])
        return any(word in name_words().titles or word == "who" for word in words)

    def _acts_humanly(self, word: NameWord) -> bool:
        """Ask whether a word is the subject of what only people do or undergo."""
        token = self._analysis.token_at(word.start)
        if token.pos_ != "PROPN" or token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        known, lemma = name_words(), token.head.lemma_.lower()
        if token.dep_ == "nsubjpass":
            return lemma in known.undergone
        return lemma in known.human

    def _recurs(self, word: NameWord) -> bool:
        """Ask whether a last word is used by itself too, as surnames are."""
        if word.text not in self._recurring:
            self._recurring[word.text] = self._stands_alone(word)
        return self._recurring[word.text]

    def _stands_alone(self, word: NameWord) -> bool:
        if not word.text[1:].islower():
            return False
        text, alone, end = self._text, 0, 0
        while alone < 2 and (start := text.find(word.text, end)) >= 0:
            end = start + len(word.text)
            alone += bool(OPEN.match(text, start) and CLOSED.match(text, end))
        return alone > 1

    def _reaches_beyond(self, label: Label, start: int, end: int) -> bool:
        before = self._text[label.start : start] if label.start < start else ""
        return bool(before.strip("“\"' Tthe")) or label.end > end + 2


def _trails(before: NameWord, word: NameWord, seen: int) -> bool:
    """Ask whether a last word is not a name; behind an initial it is: "Ada S. Black".

    So it is where the parser sees it in the name, which ends at *seen*: "Harriet May".
    """
    if len(word.folded) < 2:
        return True
    if word.end <= seen and is_given(before):
        return False
    return word.folded in name_words().never and len(before.folded) > 1


def _name_ends(words: Sequence[NameWord], first: int) -> int:
    """Return where a name ends at the latest in a headline, where all has capitals."""
    named = [word.text for word in words[first:]]
    for size in (4, 3, 2):
        if len(named) >= size and is_family_first(named[:size]):
            return first + size - 1
    place = first
    while place + 1 < len(words) and is_given(words[place]):
        place += 1
    following = words[place + 1 : place + 2]
    return place + int(bool(following) and following[0].folded in name_words().suffixes)
