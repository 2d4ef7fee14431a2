"""Organisations, and places that are no countries, as the parser sees them."""

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.names.name_pieces import lookup
from factcheck.extraction.names.name_words import fold, name_words
from factcheck.extraction.names.printed import Label, NameSpan
from factcheck.lexicons.territories import capitals

KINDS = {"ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
EDGES = re.compile(
    r"\A(?:the|a|an|this|that)\s+|['’]s?\Z|[\s,.;:“”\"'’()-]{1,9}\Z"
    r"|\s\d{1,2}[–-]\d{1,2}\Z",  # beat Orsa Rovers 2-1
    re.I,
)
BOTH = re.compile(r"(?:North|South|East|West) and (?:North|South|East|West) ")
NEXT_WORD = re.compile(r"\s{1,9}(\w+)")
OF = re.compile(r"\b(?:of|for) (?:the )?\Z")
FRONT = re.compile(r"\A[\s,.;:“”\"'’()-]+")
ABBREVIATED = re.compile(r"\s{0,9}\((?:the\s{1,9})?[“\"]?([A-Z][\w.&-]{1,9})[”\"]?\)")


def find_bodies(
    text: str, labels: Sequence[Label], part: str, headlines: Sequence[tuple[int, int]]
) -> Iterator[NameSpan]:
    """Yield the organisations and places among the parser's entities.

    Left out are portfolios ("Secretary of State") and long stretches of headlines.
    """
    for label in labels:
        kind = KINDS.get(label.label)
        if kind is None:
            continue
        start, end = trim(text, label.start, label.end)
        words = text[start:end]
        if not words or not words[0].isupper() or "\n" in words:
            continue
        if fold(words) in name_words().never or words.isdigit():
            continue
        if fold(words) in name_words().portfolios and _is_portfolio(text, start, end):
            continue
        if BOTH.match(words):
            continue
        if words.count(" ") > 2 and any(a <= start < b for a, b in headlines):
            continue
        kind = "place" if words in capitals() else kind
        known = lookup(words)
        if known:
            yield NameSpan(start, end, known[0], words, part, known[1])
        else:
            yield NameSpan(start, end, kind, words, part)


def _is_portfolio(text: str, start: int, end: int) -> bool:
    """Ask whether a word is part of an office: "Secretary of State"."""
    following = NEXT_WORD.match(text, end)
    if following and fold(following[1]) in name_words().titles:
        return True
    return OF.search(text[max(0, start - 9) : start]) is not None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out articles, possessives and marks at the edges of a name."""
    while start < end and (front := FRONT.match(text[start:end])):
        start += front.end()
    while start < end and (edge := EDGES.search(text[start:end])):
        if edge.end() < end - start or edge.start() > 0:
            start, end = (
                (start + edge.end(), end)
                if edge.start() == 0
                else (start, start + edge.start())
            )
        else:
            break
    return start, end


def abbreviations(text: str, names: Sequence[NameSpan]) -> dict[str, str]:
    """Return full name by abbreviation where a text introduces it in brackets.

    >>> name = NameSpan(0, 21, "organization", "Harbour Safety Agency", "text")
    >>> abbreviations("Harbour Safety Agency (HSA) said", [name])
    {'HSA': 'Harbour Safety Agency'}
    """
    pairs = {}
    for name in names:
        if name.kind == "organization" and len(name.text.split()) > 1:
            after = ABBREVIATED.match(text, name.end)
            if after and _stands_for(after[1], name.text):
                pairs[after[1]] = name.text
    return pairs


def _stands_for(short: str, full: str) -> bool:
    words = [w for w in re.split(r"[\s-]+", full) if w]
    all_letters = "".join(w[0] for w in words).lower()
    letters = "".join(
        w[0] for w in words if w.lower() not in name_words().small
    ).lower()
    plain = re.sub(r"[^a-z]", "", short.lower())
    return len(plain) > 1 and (plain in (letters, all_letters) or letters == plain)
