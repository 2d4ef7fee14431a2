"""Decide which pieces of capitalised words are the names of persons."""

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.names.found import Found, Label, Piece
from factcheck.extraction.names.romanisation import is_family_first
from factcheck.extraction.names.runs import Word
from factcheck.extraction.names.words import given_names, name_words

SPEAKS = re.compile(
    r"(?:,[^,.;\n]{1,60},)?\s+(?:said|says|told|added|wrote|tweeted|argued|insisted|"
    r"warned|testified|replied|recalled|explained|acknowledged|noted)\b"
)
AGED = re.compile(r",\s*(?:aged\s+)?\d{1,2}\b(?![,.]?\d)")
MOST = 5
BLOCKING = ("ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")


def find_people(
    text: str, pieces: Sequence[Piece], labels: Sequence[Label], part: str
) -> Iterator[Found]:
    """Yield the persons among the pieces, in order."""
    judge = _Judge(text, labels)
    for piece in pieces:
        for words in judge.people(piece):
            start, end = words[0].start, words[-1].end
            before = piece.before if words[0] is piece.words[0] else ""
            yield Found(start, end, "person", text[start:end], part, before=before)


class _Judge:
    """What is known about the places of one stretch."""

    def __init__(self, text: str, labels: Sequence[Label]) -> None:
        self._text = text
        self._labels = labels
        self._next = 0

    def people(self, piece: Piece) -> Iterator[Sequence[Word]]:
        words = piece.words
        labels = self._overlapping(words[0].start, words[-1].end)
        persons = [found for found in labels if found.label == "PERSON"]
        if persons:
            for person in persons:
                core = self._core(piece, person)
                if core and self._plausible(core, piece, person):
                    yield core
                    return
        if chosen := self._without_parser(piece, labels):
            yield chosen

    def _overlapping(self, start: int, end: int) -> list[Label]:
        labels = self._labels
        while self._next < len(labels) and labels[self._next].end <= start:
            self._next += 1
        found = []
        for label in labels[self._next :]:
            if label.start >= end:
                break
            found.append(label)
        return found

    def _core(self, piece: Piece, person: Label) -> Sequence[Word]:
        """Return the words of a person the parser sees, snapped to whole names."""
        words = piece.words
        inside = [
            place
            for place, word in enumerate(words)
            if word.start < person.end and word.end > person.start
        ]
        first, last = inside[0], inside[-1]
        while first > 0 and _is_given(words[first - 1]):
            first -= 1
        if first > 0 and piece.lead in ("honorific", "title") and first <= 2:
            first = 0
        while last + 1 < len(words) and self._goes_on(words, first, last):
            last += 1
        while last > first and words[last].folded in name_words().never:
            last -= 1
        return words[first : last + 1]

    def _goes_on(self, words: Sequence[Word], first: int, last: int) -> bool:
        here, following = words[last], words[last + 1]
        if following.folded in name_words().suffixes:
            return True
        if following.folded in name_words().not_people:
            return False
        if len(here.folded) == 1 or self._text[here.end : following.start].strip():
            return True
        if is_family_first([w.text for w in words[first : last + 2]]):
            return True
        return first == last and here.folded in given_names()

    def _plausible(
        self, core: Sequence[Word], piece: Piece, person: Label | None
    ) -> bool:
        known = name_words()
        if len(core) > MOST or any(c.isdigit() for w in core for c in w.text):
            return False
        last = core[-1]
        if len(core) > 1 and last.folded in known.suffixes:
            last = core[-2]
        led = piece.lead in ("honorific", "title")
        given = core[0].folded in given_names() or len(core[0].folded) == 1
        if (
            last.folded in known.not_people
            and not led
            and not (given and len(core) > 1 and person is not None)
        ):
            return False
        if any(w.folded in known.organizations for w in core[:-1]):
            return False
        if len(core) == 1:
            if last.folded in known.never or last.folded in known.titles:
                return False
            if last.text.isupper() and len(last.text) < 6 and not led:
                return False
            following = self._following(piece, last)
            if following and following.folded in known.not_people:
                return False
        if piece.titled and not led:
            return len(core) > 1 and (given or is_family_first([w.text for w in core]))
        return True

    @staticmethod
    def _following(piece: Piece, word: Word) -> Word | None:
        place = piece.words.index(word) + 1
        return piece.words[place] if place < len(piece.words) else None

    def _without_parser(
        self, piece: Piece, labels: Sequence[Label]
    ) -> Sequence[Word] | None:
        """Return the words of a person the parser has not seen, or None."""
        words = piece.words
        if piece.lead == "portfolio" and len(words) > 2:
            while len(words) > 2 and words[0].folded not in given_names():
                words = words[1:]
        if len(words) > 4 or not self._plausible(words, piece, None):
            return None
        start, end = words[0].start, words[-1].end
        blocked = [f for f in labels if f.label in BLOCKING]
        larger = any(
            self._text[f.start : start].strip("“\"' Tthe") or f.end > end + 2
            for f in blocked
            if piece.lead != "portfolio"
        )
        if piece.lead in ("honorific", "title") and not (larger and len(words) > 1):
            return words
        if larger:
            return None
        named = [word.text for word in words]
        if len(words) > 1 and is_family_first(named):
            return words if not blocked or "-" in words[-1].text else None
        given = _is_given(words[0]) and len(words) > 1 and words[0].folded.isalpha()
        told = SPEAKS.match(self._text, end) or AGED.match(self._text, end)
        if piece.titled:
            return words if given and not blocked and len(words) == 2 else None
        if piece.lead in ("office", "portfolio") and (given or len(words) in (2, 3)):
            return words
        if piece.lead == "office" and not blocked and not words[0].text.isupper():
            return words
        if given and (not blocked or told):
            return words
        places = any(f.label == "GPE" for f in labels)
        if len(words) == 1 and places and told and not words[0].text.isupper():
            return words
        if AGED.match(self._text, end) and len(words) in (2, 3) and not blocked:
            return words
        return None


def _is_given(word: Word) -> bool:
    return word.folded in given_names() or (len(word.folded) <= 2 and "." in word.text)
