"""Which documents report the same event in the news: the unit of comparison.

Two documents are of one story when they were published on near days and share enough
rare names and rare words. A document is compared with those that share one of its
rarest terms, never with all; groups grow from the most alike, by average similarity,
so that no chain of half-alike reports joins two events.
"""

import heapq
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from anyascii import anyascii

from factcheck.claims.day_numbers import day_number, day_of_number
from factcheck.documents import Document
from factcheck.lexicons import load_table

AUTO, FOLDER, OFF = ("auto", "folder", "off")
"""How stories are found: in the texts, by folder, or not at all."""

TOKEN = re.compile(r"(?:(?P<start>[.!?:\n“\"]|^)\W{0,8})?(?P<word>[^\W\d_]{3,})")
SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z]{3,}(?![^\W_])")
NEAR = 4
"""Days that may lie between two reports of one story."""
LONGEST = 14
"""Days from the first to the last report of a story, at most."""
TERMS = 50
"""The names, and the words, of a document that are compared."""
RAREST = 12
"""Names and words of a document by which others are looked up."""
LOOKED_UP = 40
"""Documents with one term that are compared, those of the nearest days."""
NAMES = 0.6
"""What likeness of names counts for; likeness of words counts for the rest."""
SHARED_NAMES = 0.1
"""Likeness of names below which two stories are never one."""
ALIKE = 0.2
"""Likeness from which on two stories are one."""
BACKGROUND = 300
"""Documents of other news that a small set is imagined among."""
COMMON_NAME, COMMON_WORD = 2, 12
"""How many of those would hold a name, or a word."""
KEPT = 200
"""Terms of a story that are compared."""

Terms = dict[str, float]
"""Weights by term."""


class Profile(NamedTuple):
    """What of a document tells its story.

    Attributes:
        document: Its id.
        day: The day of publication, counted, or None.
        names: Names, and how often they occur, damped.
        words: Other words that are not common.
    """

    document: str
    day: int | None
    names: Terms
    words: Terms


@dataclass(slots=True)
class StoryCluster:
    """Documents taken for one story, while stories grow.

    Attributes:
        documents: Their positions.
        names: The sum of the weights of their names.
        words: The sum of the weights of their words.
        days: The known days of publication, counted.
    """

    documents: list[int]
    names: Terms
    words: Terms
    days: list[int] = field(default_factory=list)


def stories_of(
    documents: Sequence[Document], how: str = AUTO, by_group: bool = False
) -> dict[str, str]:
    """Return the story of each document, by its id.

    Args:
        documents: The documents.
        how: "auto" finds stories in the texts, "folder" takes each folder for one,
            "off" all documents.
        by_group: Whether each group is a story, and a document without one its own.
    """
    if by_group:
        return {document.id: document.group or document.id for document in documents}
    if how == FOLDER:
        return {d.id: str(PurePath(d.path or d.id).parent) for d in documents}
    if how == OFF:
        return dict.fromkeys((document.id for document in documents), "all")
    return stories(documents)


def grouped_by_story(documents: Sequence[Document], how: str = AUTO) -> list[Document]:
    """Return the documents with their stories for groups."""
    story_of = stories_of(documents, how)
    return [replace(document, group=story_of[document.id]) for document in documents]


def stories(documents: Sequence[Document]) -> dict[str, str]:
    """Return the story of each document, by its id; the order does not matter.

    A story is named by the names its documents share and the month it began in, so
    that another report of it does not rename it.
    """
    profiles = sorted(map(profile, documents), key=lambda p: (p.day or 0, p.document))
    grown = _grown(profiles)
    first = {id(one): min(one.documents) for one in grown}
    taken: Counter[str] = Counter()
    result: dict[str, str] = {}
    for story in sorted(grown, key=lambda one: first[id(one)]):
        name = _name(story, profiles)
        taken[name] += 1
        if taken[name] > 1:
            name = f"{name}-{taken[name]}"
        result |= {profiles[n].document: name for n in story.documents}
    return result


def profile(document: Document) -> Profile:
    """Read the names and the telling words of a document."""
    counted: Counter[str] = Counter()
    named: set[str] = set()
    for match in TOKEN.finditer(document.text):
        start, word = match.groups()
        counted[word.lower()] += 1
        if start is None and word[0].isupper():
            named.add(word.lower())
    counted.update(
        match["word"].lower() for match in TOKEN.finditer(document.title or "")
    )
    small = {word.lower() for word in SMALL.findall(document.text)}
    names: Terms = {}
    words: Terms = {}
    for word, count in counted.items():
        if word not in _common():
            into = names if word in named and word not in small else words
            into[_folded(word)] = 1 + math.log(count)
    return Profile(document.id, day_number(document.published), names, words)


@cache
def _common() -> frozenset[str]:
    words: list[str] = load_table("wording")["function_words"]
    return frozenset([*words, *load_table("stories")["common"]])


def _folded(word: str) -> str:
    return word if word.isascii() else anyascii(word).lower()


def _grown(profiles: Sequence[Profile]) -> list[StoryCluster]:
    """Join documents and then stories, the most alike first."""
    seeds = _weighted(profiles)
    alive: dict[int, StoryCluster] = dict(enumerate(seeds))
    beside: dict[int, set[int]] = defaultdict(set)
    waiting: list[tuple[float, int, int]] = []

    def meet(left: int, right: int) -> None:
        one, other = alive[left], alive[right]
        alike = _likeness(one, other)
        if alike < ALIKE:  # an average: it stays below when either of them grows
            return
        beside[left].add(right)
        beside[right].add(left)
        if _near(one, other):
            heapq.heappush(waiting, (-alike, left, right))

    for left, right in _candidates(seeds):
        meet(left, right)
    following = len(seeds)
    while waiting:
        _, left, right = heapq.heappop(waiting)
        if left not in alive or right not in alive:
            continue
        around = beside.pop(left) | beside.pop(right)
        alive[following] = _joined(alive.pop(left), alive.pop(right))
        for other in sorted(around & alive.keys()):
            meet(other, following)
        following += 1
    return list(alive.values())


def _weighted(profiles: Sequence[Profile]) -> list[StoryCluster]:
    """Weigh the terms of each document by how rare they are."""
    named = Counter(term for one in profiles for term in one.names)
    worded = Counter(term for one in profiles for term in one.words)
    total = len(profiles) + BACKGROUND
    return [
        StoryCluster(
            [n],
            _normal(one.names, named, total / COMMON_NAME, COMMON_NAME),
            _normal(one.words, worded, total / COMMON_WORD, COMMON_WORD),
            [] if one.day is None else [one.day],
        )
        for n, one in enumerate(profiles)
    ]


def _normal(terms: Terms, counted: Counter[str], total: float, prior: int) -> Terms:
    weights = {
        term: often * math.log(total * prior / (counted[term] + prior))
        for term, often in terms.items()
    }
    kept = _heaviest(weights, TERMS)
    length = math.sqrt(sum(weight * weight for weight in kept.values()))
    return {term: weight / length for term, weight in kept.items()} if length else {}


def _heaviest(weights: Mapping[str, float], most: int) -> Terms:
    ranked = sorted(weights, key=lambda term: (-weights[term], term))[:most]
    return {term: weights[term] for term in ranked}


def _candidates(seeds: Sequence[StoryCluster]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share one of their rarest terms, each once, in order of days.

    Two that name nothing in common are left out, unless neither names anything.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    days = [seed.days[0] if seed.days else 0 for seed in seeds]
    undated = bisect_right(days, 0)
    for n, seed in enumerate(seeds):
        first = bisect_left(days, days[n] - LONGEST)
        met: set[int] = set()
        for terms in (seed.names, seed.words):
            for term in list(terms)[:RAREST]:
                known = holders[term][-LOOKED_UP:]
                met.update(known[bisect_left(known, first) :])
                met.update(known[: bisect_left(known, undated)] if undated else ())
                holders[term].append(n)
        names = seed.names.keys()
        for other in sorted(met):
            theirs = seeds[other].names
            if not names.isdisjoint(theirs) or not (names or theirs):
                yield other, n


def _likeness(left: StoryCluster, right: StoryCluster) -> float:
    """Return the average likeness of the documents of two stories, 0 for few names."""
    pairs = len(left.documents) * len(right.documents)
    if not left.names and not right.names:
        return NAMES * _product(left.words, right.words) / pairs
    names = _product(left.names, right.names) / pairs
    if names < SHARED_NAMES:
        return 0.0
    words = _product(left.words, right.words) / pairs
    return NAMES * names + (1 - NAMES) * words


def _near(left: StoryCluster, right: StoryCluster) -> bool:
    if not left.days or not right.days:
        return True
    return abs(_middle(left.days) - _middle(right.days)) <= NEAR


def _middle(days: Sequence[int]) -> float:
    return sum(days) / len(days)


def _product(left: Terms, right: Terms) -> float:
    if left.keys().isdisjoint(right):
        return 0.0
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    return sum([weight * many[term] for term, weight in few.items() if term in many])


def _joined(left: StoryCluster, right: StoryCluster) -> StoryCluster:
    return StoryCluster(
        [*left.documents, *right.documents],
        _summed(left.names, right.names),
        _summed(left.words, right.words),
        [*left.days, *right.days],
    )


def _summed(left: Terms, right: Terms) -> Terms:
    both = dict(left)
    for term, weight in right.items():
        both[term] = both.get(term, 0.0) + weight
    return _heaviest(both, KEPT) if len(both) > KEPT else both


def _name(story: StoryCluster, profiles: Sequence[Profile]) -> str:
    """Name a story by what its first document and half of all name, and its month."""
    first = profiles[min(story.documents)]
    counted = Counter(term for n in story.documents for term in profiles[n].names)
    ranked = sorted(
        first.names,
        key=lambda term: (
            2 * counted[term] < len(story.documents),
            -first.names[term],
            term,
        ),
    )
    words = sorted(ranked[:2]) or ["story"]
    month = [day_of_number(min(story.days))[:7]] if story.days else []
    return "-".join([*words, *month])
