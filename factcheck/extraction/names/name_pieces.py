"""Cut runs of capitalised words where one name ends and another begins."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_letters

from factcheck.extraction.names.name_words import given_names, name_words
from factcheck.extraction.names.printed import NameSpan, Piece
from factcheck.extraction.names.romanisation import is_family_first
from factcheck.extraction.names.runs import NameWord, Run
from factcheck.lexicons.territories import territory_names

LONGEST = 4
LETTERS = f"{ascii_letters}é-"
RANK = re.compile(r"\b(?:vice|deputy|prime|first) \Z")
KIN = re.compile(
    r"(?:\b(?i:his|her|their|whose|my|our)|[’']s?) (?:[a-z]{1,12} )?([a-z-]{3,14}), \Z"
)
"""What stands before a relative: "her eldest son, "."""
OF = re.compile(r"\s{1,9}(?:of|for)(?: the)?\s{1,9}")
DIRECTIONS = ("North", "South", "East", "West")


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of territories and metonyms, to look up few runs."""
    known = (*territory_names(), *name_words().metonyms)
    return frozenset(name.split()[0] for name in known)


@cache
def _shouted() -> dict[str, str]:
    return {name.upper(): code for name, code in territory_names().items()}


def lookup(text: str) -> tuple[str, str] | None:
    """Return kind and country of a territory, nationality or metonym."""
    text = text.replace("’", "'")
    if code := territory_names().get(text):
        return "place", code
    if code := name_words().metonyms.get(text):
        return "organization", code
    if len(text) > 3 and text.isupper() and (code := _shouted().get(text)):
        return "place", code
    return None


def cut(
    text: str, runs: Sequence[Run], part: str, people: "People"
) -> Iterator[Piece | NameSpan]:
    """Yield the pieces that may be names, and the countries and metonyms between."""
    office = False
    for place, run in enumerate(runs):
        before = text[max(0, run.start - 40) : run.start]
        lead, word = _lead(
            before, office and bool(OF.fullmatch(_gap(text, runs, place)))
        )
        office = False
        piece: list[NameWord] = []
        words = run.words
        at = 0
        while at < len(words):
            here = words[at]
            name = _territory(text, words, at, piece, part, people, lead)
            if name:
                count, named = name
                if piece:
                    yield Piece(tuple(piece), lead, word, run.titled)
                yield named
                piece, lead, word = [], "", ""
                at += count
                continue
            sort = _sort(words, at, piece, lead, people)
            if sort == "name":
                piece.append(here)
            else:
                if piece:
                    yield Piece(tuple(piece), lead, word, run.titled)
                    lead, word = "", ""
                piece = []
                if sort in ("honorific", "title"):
                    led = f"{word} {here.folded}" if lead == sort else here.folded
                    lead, word = sort, led
                    office = at == len(words) - 1
                elif sort == "portfolio":
                    office = at == len(words) - 1
                else:
                    lead, word = "", ""
            at += 1
        if piece:
            yield Piece(tuple(piece), lead, word, run.titled)


class People:
    """Where the parser sees persons, by character."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans

    def covers(self, start: int, end: int) -> bool:
        """Ask whether one person's name covers a range."""
        return any(s <= start and end <= e for s, e in self._spans)


def _gap(text: str, runs: Sequence[Run], place: int) -> str:
    return text[runs[place - 1].end : runs[place].start] if place else ""


def _lead(before: str, office: bool) -> tuple[str, str]:
    if office:
        return "portfolio", ""
    if before.endswith((" ", "\u00a0")):
        further = before[:-1].rstrip(LETTERS)
        last = before[len(further) : -1]
        word = last.rpartition("-")[2].lower()
        if word in name_words().titles and last != "state":
            rank = RANK.search(further)
            return "office", f"{rank[0]}{word}" if rank else word
        if last in name_words().kin:
            return "kin", last
    apposed = KIN.search(before) if before.endswith(", ") else None
    if apposed and apposed[1] in name_words().kin:
        return "kin", apposed[1]
    return "", ""


STATUS = frozenset({"elect", "designate", "designated", "nominee"})
"""What may be joined to an office before a name: Prime Minister-designate Duval."""


def _sort(
    words: tuple[NameWord, ...],
    at: int,
    piece: list[NameWord],
    lead: str,
    people: People,
) -> str:
    """Say what a word of a run is: honorific, title, portfolio, other or name."""
    here, known = words[at], name_words()
    last = at == len(words) - 1
    office, _, status = here.folded.rpartition("-")
    if office in known.titles and status in STATUS:
        return "title"
    if here.folded in known.honorifics or here.folded in known.titles:
        named = piece and piece[0].folded in given_names()
        if here.text.endswith(".") or not (
            piece and (named or last) and people.covers(here.start, here.end)
        ):
            if last and not piece and people.covers(here.start, here.end):
                return "name" if lead in ("honorific", "title") else "title"
            return "honorific" if here.folded in known.honorifics else "title"
    titled = not last and words[at + 1].folded in known.titles
    if titled and here.folded in known.portfolios:
        return "title"
    if lead == "portfolio" and not piece and here.folded in known.portfolios:
        return "portfolio"
    if here.folded in known.members and not piece:
        return "other"
    if here.folded in known.never and not _is_initial(here):
        if not piece and is_family_first([word.text for word in words[at:]]):
            return "name"
        if piece and _is_initial(piece[-1]) and last:
            return "name"
        given = here.folded in given_names() and not last
        named = given and people.covers(here.start, words[at + 1].end)
        surname = bool(piece) and (
            lead != "" or people.covers(piece[0].start, here.end)
        )
        if not (named or (surname and piece[-1].folded in given_names())):
            return "other"
    if lead in ("title", "portfolio") and not piece and here.folded == "general":
        return "portfolio"
    return "name"


def _is_initial(word: NameWord) -> bool:
    """Ask whether a word is one letter and a full stop: "Ada A. Quill"."""
    return len(word.text) == 2 and word.text[1] == "."


def _territory(
    text: str,
    words: tuple[NameWord, ...],
    at: int,
    piece: list[NameWord],
    part: str,
    people: People,
    lead: str,
) -> tuple[int, NameSpan] | None:
    first = words[at]
    if first.text not in _first_words() and not first.text.isupper():
        return None
    for count in range(min(LONGEST, len(words) - at), 0, -1):
        last = words[at + count - 1]
        named = text[first.start : last.end]
        if not (known := lookup(named)):
            continue
        rest = words[at + count :]
        if count == 1 and _part_of_person(first, piece, rest, people, lead):
            return None
        kind, country = known
        code: str | None = country
        hints = name_words().only_beside.get(named)
        if hints and not any(hint in text for hint in hints):
            code = None
        return count, NameSpan(first.start, last.end, kind, named, part, code)
    return None


def _part_of_person(
    word: NameWord,
    piece: list[NameWord],
    rest: tuple[NameWord, ...],
    people: People,
    lead: str,
) -> bool:
    """Ask whether a country's name is somebody's: "Chad Quill", "Ada Jordan"."""
    if piece and piece[-1].folded in given_names():
        return True
    if piece and people.covers(piece[0].start, word.end):
        return True
    if not rest or word.folded not in given_names():
        return False
    return lead in ("office", "title") or people.covers(word.start, rest[0].end)
