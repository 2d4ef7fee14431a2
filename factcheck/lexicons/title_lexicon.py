"""The lattice of offices: which titles may stand side by side for one person."""

from collections import deque
from functools import lru_cache

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.titles_parse import Title, canonical_title, parse_title
from factcheck.lexicons.titles_table import title_words
from factcheck.lexicons.verdict import Verdict

__all__ = [
    "Title",
    "TitleLexicon",
    "canonical_title",
    "is_head_of_government",
    "is_head_of_state",
    "parse_title",
    "single_seat",
]

SENIOR = {"top": "senior", "senior": None, "chief": None, "leading": None}
ONLY_HIGHER = frozenset({"first", "second", "third", "principal", "co", "junior"})
DEPUTIES = frozenset({"vice", "deputy", "under", "assistant", "sub", "lieutenant"})
DEPTH = 12
MOST_WORDS = 4
"""Words that narrow a title and are given up one by one; more go together."""


class TitleLexicon:
    """Compares titles, however they are printed.

    COMPATIBLE: the same title, or one says less than the other ("official" of a vice
    foreign minister). CONFLICT: they, or vaguer words for them, are declared disjoint:
    an office and its deputy, two cabinet posts, two ranks. UNKNOWN: anything else.
    """

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether one person may be given both titles at a time."""
        first, second = canonical_title(left), canonical_title(right)
        if first == second or _same_office(first, second):
            return Verdict.COMPATIBLE
        if _is_broader(first, second) or _is_broader(second, first):
            return Verdict.COMPATIBLE
        return Verdict.CONFLICT if _clash(first, second) else Verdict.UNKNOWN

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right* about the same holder."""
        return _is_broader(canonical_title(left), canonical_title(right))

    def explain(self, left: str, right: str) -> str:
        """Say in words how two titles relate."""
        first, second = canonical_title(left), canonical_title(right)
        if first == second:
            return f"both are {first}"
        for low, high in ((first, second), (second, first)):
            path = _ancestors(low).get(_key(high))
            if path:
                return " → ".join(path)
        if _same_office(first, second):
            return f"{first} and {second} are words for one office"
        if clash := _clash(first, second):
            return _tell_clash(first, second, clash)
        return f"{first} and {second}: the lexicon does not say"


def single_seat(title: str) -> bool:
    """Ask whether one person at a time holds an office (in one country or body)."""
    parsed = parse_title(title)
    table = title_words()
    if set(parsed.ranks) & (DEPUTIES | {"associate", "co", "senior"}):
        return False
    if parsed.words in table.single_seat or parsed.head in table.single_seat:
        return not parsed.topics
    return parsed.head in table.cabinet and bool(parsed.portfolio)


def is_head_of_state(title: str) -> bool:
    """Ask whether a title is one of heads of state: president, king, emir."""
    return _plain_head(title) in title_words().head_of_state


def is_head_of_government(title: str) -> bool:
    """Ask whether a title is one of heads of government: prime minister, chancellor."""
    return _plain_head(title) in title_words().head_of_government


def _plain_head(title: str) -> str | None:
    """Return the head of a title that has nothing else; None for another one."""
    parsed = parse_title(title)
    more = parsed.ranks or parsed.topics or parsed.portfolio
    return None if more else parsed.head


def _is_broader(left: str, right: str) -> bool:
    return left != right and _key(left) in _ancestors(right)


def _key(words: str) -> str:
    """Return one string for titles that mean the same: vice and deputy are one rank."""
    title = parse_title(words)
    if not title.known:
        return title.words
    ranks = ["vice" if r in ("deputy", "sub") else r for r in title.ranks]
    return _write(ranks, title.portfolio, title.topics, title.head)


def _write(
    ranks: list[str], portfolio: frozenset[str], topics: frozenset[str], head: str
) -> str:
    rest = [*sorted(topics), *sorted(portfolio)]
    if ranks[-1:] == ["under"] and head == "secretary":
        ranks, head = ranks[:-1], "undersecretary"
    if head.endswith("secretary") and portfolio == {"state"}:
        return " ".join([*ranks, *sorted(topics), head, "of state"])
    return " ".join([*ranks, *rest, head])


@lru_cache(maxsize=CACHE_SIZE)
def _ancestors(words: str) -> dict[str, tuple[str, ...]]:
    """Return every vaguer title, and the path of titles that leads to it."""
    start = _key(words)
    paths: dict[str, tuple[str, ...]] = {start: (words,)}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        if len(paths[at]) > DEPTH:
            continue
        for vaguer in _vaguer(at):
            if vaguer not in paths:
                paths[vaguer] = (*paths[at], vaguer)
                waiting.append(vaguer)
    del paths[start]
    return paths


def _vaguer(words: str) -> list[str]:
    """Return the titles one step vaguer."""
    table = title_words()
    title = parse_title(words)
    ranks = ["vice" if r in ("deputy", "sub") else r for r in title.ranks]
    vaguer = [_key(up) for up in table.broader.get(words, ())]

    def say(ranks: list[str], portfolio: frozenset[str], topics: frozenset[str]) -> str:
        return _write(ranks, portfolio, topics, title.head)

    for i, rank in enumerate(ranks):
        rest = ranks[:i] + ranks[i + 1 :]
        if rank in SENIOR:
            instead = SENIOR[rank]
            kept = [*ranks[:i], instead, *ranks[i + 1 :]] if instead else rest
            vaguer.append(say(kept, title.portfolio, title.topics))
        elif rank in ONLY_HIGHER or _is_loose(title):
            vaguer.append(say(rest, title.portfolio, title.topics))
    vaguer += [
        say(ranks, title.portfolio, topics)
        for topics in _narrowed_less(title.topics, title.topics - DEPUTIES)
    ]
    if title.portfolio and not (set(ranks) & {"under", "assistant"}):
        vaguer += [
            say(ranks, portfolio, title.topics)
            for portfolio in _narrowed_less(title.portfolio, title.portfolio)
        ]
    if title.portfolio and title.head in table.cabinet:
        vaguer.append(_write(["senior"], title.portfolio, frozenset(), "official"))
        vaguer += ["senior official"]
    if not ranks and not title.portfolio and not title.topics:
        vaguer += [_key(up) for up in table.heads.get(title.head, ())]
    if set(ranks) & DEPUTIES and not title.portfolio and title.head == "minister":
        vaguer.append("senior official")
    return vaguer


def _narrowed_less(
    words: frozenset[str], given_up: frozenset[str]
) -> list[frozenset[str]]:
    """Leave out each word that may be given up; of a long phrase all at once."""
    if len(given_up) > MOST_WORDS:
        return [words - given_up]
    return [words - {word} for word in sorted(given_up)]


def _is_loose(title: Title) -> bool:
    table = title_words()
    if title.head in table.cabinet and title.portfolio:
        return False
    return title.head in table.loose


def _same_office(left: str, right: str) -> bool:
    """Ask whether two titles differ only in the word for the head of a department."""
    first, second = parse_title(_key(left)), parse_title(_key(right))
    cabinet = title_words().cabinet
    heads = first.head in cabinet and second.head in cabinet
    alike = first.portfolio == second.portfolio and first.ranks == second.ranks
    return heads and alike and bool(first.portfolio) and first.topics == second.topics


def _clash(left: str, right: str) -> tuple[str, str] | None:
    """Return the two titles, or vaguer ones, that no one holds together."""
    if _key(left) == _key(right):
        return None
    if _are_disjoint(_key(left), _key(right)):
        return left, right
    for first in (_key(left), *_ancestors(left)):
        for second in (_key(right), *_ancestors(right)):
            if first != second and _are_disjoint(first, second):
                return first, second
    return None


def _are_disjoint(left: str, right: str) -> bool:
    declared = any(left in group and right in group for group in _disjoint_keys())
    return declared or _are_rivals(left, right)


@lru_cache(maxsize=1)
def _disjoint_keys() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(_key, group)) for group in title_words().disjoint)


@lru_cache(maxsize=CACHE_SIZE)
def _are_rivals(left: str, right: str) -> bool:
    """Ask whether two titles are an office and its deputy, or two cabinet posts."""
    first, second = parse_title(left), parse_title(right)
    if not (first.known and second.known and first.head == second.head):
        return False
    if first.topics or second.topics or _is_loose(first) or _is_loose(second):
        return False
    below = [set(t.ranks) & DEPUTIES for t in (first, second)]
    if first.portfolio == second.portfolio:
        office = first.head not in title_words().cabinet or bool(first.portfolio)
        return office and bool(below[0]) != bool(below[1])
    if first.ranks or second.ranks or first.head not in title_words().cabinet:
        return False
    return _are_apart(first.portfolio, second.portfolio)


def _are_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Ask whether two portfolios are of families that are not held together."""
    family = title_words().family
    if not left or not right:
        return False
    return not {family[p] for p in left} & {family[p] for p in right}


def _tell_clash(left: str, right: str, clash: tuple[str, str]) -> str:
    parts = []
    for words, met in ((left, clash[0]), (right, clash[1])):
        path = _ancestors(words).get(met)
        parts.append(" → ".join(path) if path else words)
    return f"{parts[0]} is not {parts[1]}"
