"""Read a title: its ranks, head, portfolio and status, however it is printed."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.titles_table import title_words

JOINS = frozenset({"of", "for", "to", "in", "at", "on", "with", "from", "and", "or"})
LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with", "from"})
WORD = re.compile(r"[^\W_]+(?:[’'.&/-][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s?(?!\w)")
COMPOUND_RANKS = re.compile(
    r"\b(first|then|vice|deputy|under|assistant|ex|sub|co|secretary|attorney|director|"
    r"governor|lieutenant|major|brigadier|inspector|solicitor|consul)-(?=[a-z])"
)
COMPOUND_STATUS = re.compile(r"-(elect|designate|nominee|designated)\b")


@dataclass(frozen=True)
class Title:
    """A title taken apart.

    Attributes:
        head: The canonical head, "minister"; the last plain word where it is unknown.
        ranks: Words of rank before it, "first", "vice", in order.
        portfolio: The canonical departments, "foreign"; empty where there is none.
        topics: Other words that narrow it: "history" of a history professor.
        status: "former", "acting", "elect", "designate" or "current", if words say so.
        known: Whether the lattice knows the head.
        words: The whole as a tidy string: the canonical title.
    """

    head: str
    ranks: tuple[str, ...] = ()
    portfolio: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    status: str | None = None
    known: bool = False
    words: str = ""


def canonical_title(words: str) -> str:
    """Return one spelling for all the ways a title is printed.

    >>> canonical_title("the First Vice-Minister of Foreign Affairs")
    'first vice foreign minister'
    >>> canonical_title("Defence Ministers"), canonical_title("Lt. Gen.")
    ('defense minister', 'lieutenant general')
    """
    return parse_title(words).words


@lru_cache(maxsize=CACHE_SIZE)
def parse_title(words: str) -> Title:
    """Take a title apart; the head of an unknown one is its last plain word."""
    tokens, status = _strip_status(_tokens(words))
    if not tokens:
        return Title("")
    begin, end, head = _find_head(tokens)
    before, after = tokens[:begin], tokens[end:]
    if head == "secretary" and after[:3] == ["of", "state", "for"]:
        after = after[2:]
    composed = title_words().same.get(head, head).split()
    if len(composed) > 1 and " ".join(composed) not in title_words().heads:
        return _compose(before + composed[:-1], composed[-1], after, status)
    return _compose(before, head, after, status)


def _compose(
    before: list[str], head: str, after: list[str], status: str | None
) -> Title:
    table = title_words()
    known = head in table.heads
    before = [t for t in before if t not in table.empty]
    right = [t for t in after if t not in table.empty]
    shown = [*before, head, *right]
    pairs = list(zip(before, [*before, head][1:], strict=True))
    is_rank = [known and t in table.ranks and n != "presidential" for t, n in pairs]
    ranks = [t for t, rank in zip(before, is_rank, strict=True) if rank]
    left = [t for t, rank in zip(before, is_rank, strict=True) if not rank]
    if head == "undersecretary":
        ranks, head, known = [*ranks, "under"], "secretary", True
    portfolio, left = _split_departments(left)
    if head in table.cabinet and table.levels & {*left[:1]} and (portfolio or left[1:]):
        left = left[1:]
    if not portfolio and known and right and right[0] in LINKS:
        portfolio = _departments(right[1:])
        right = [] if portfolio else right
        left = left[int(bool(table.levels & {*left[:1]} and portfolio)) :]
    topics = frozenset(t for t in left + right if t not in JOINS)
    if head in table.cabinet:
        shown = _show(ranks, portfolio, left, head, right)
    words = " ".join(shown)
    words = f"co-{words[3:]}" if words.startswith("co ") else words
    return Title(head, tuple(ranks), portfolio, topics, status, known, words)


def _show(
    ranks: list[str],
    portfolio: frozenset[str],
    left: list[str],
    head: str,
    tail: list[str],
) -> list[str]:
    """Lay out a cabinet post: its department before the head, except "of State"."""
    if head == "secretary" and portfolio == {"state"}:
        tail = ["of", "state", *tail]
    else:
        left = [*left, *" and ".join(sorted(portfolio)).split()]
    if head == "secretary" and ranks[-1:] == ["under"]:
        ranks, head = ranks[:-1], "undersecretary"
    return [*ranks, *left, head, *tail]


def _split_departments(words: list[str]) -> tuple[frozenset[str], list[str]]:
    """Split words before a head into the departments at their end and the rest."""
    for begin in range(len(words)):
        if departments := _departments(words[begin:]):
            return departments, words[:begin]
    return frozenset(), words


def _departments(words: list[str]) -> frozenset[str]:
    """Return the canonical departments of a phrase, if it is made of nothing else."""
    table = title_words().portfolio
    phrase = " ".join(words)
    if phrase in table:
        return frozenset({table[phrase]})
    parts = [p for p in re.split(r" and | ", phrase) if p]
    if " and " in phrase:
        sides = [p.strip() for p in phrase.split(" and ")]
        if all(side in table for side in sides):
            return frozenset(table[side] for side in sides)
    if parts and all(part in table for part in parts):
        return frozenset(table[part] for part in parts)
    return frozenset()


def _tokens(words: str) -> list[str]:
    """Lower-case, one spelling, abbreviations written out, hyphens of rank undone."""
    table = title_words()
    text = words.lower().replace("’", "'")
    text = COMPOUND_STATUS.sub(r" \1", text)
    text = text if "-in-c" in text else COMPOUND_RANKS.sub(r"\1 ", text)
    text = text if "d'affaires" in text else POSSESSIVE.sub("", text)
    tokens = [table.spelling.get(t, t) for t in WORD.findall(text)]
    return _write_out([t.replace(".", "") for t in tokens])


def _write_out(tokens: list[str]) -> list[str]:
    same, heads = title_words().same, title_words().heads
    out: list[str] = []
    at = 0
    while at < len(tokens):
        for size in (4, 3, 2, 1):
            phrase = " ".join(tokens[at : at + size])
            if phrase in same and at + size <= len(tokens) and phrase not in heads:
                out += same[phrase].split()
                at += size
                break
        else:
            out.append(tokens[at])
            at += 1
    return out


def _strip_status(tokens: list[str]) -> tuple[list[str], str | None]:
    table = title_words()
    status: str | None = None
    while len(tokens) > 1 and (tokens[0] in table.status or tokens[0] in table.empty):
        status = status or table.status.get(tokens[0])
        tokens = tokens[1:]
    for i, token in enumerate(tokens):
        if i and token in ("elect", "designate", "designated", "nominee"):
            if token == "nominee" and singular(tokens[i - 1]) not in table.heads:
                continue
            status = status or table.status[token]
            return tokens[:i] + tokens[i + 1 :], status
    return tokens, status


@cache
def _head_sizes() -> tuple[int, ...]:
    sizes = {len(h.split()) for h in title_words().heads}
    return tuple(sorted(sizes, reverse=True))


def _find_head(tokens: list[str]) -> tuple[int, int, str]:
    """Return where the head begins and ends, and its canonical form.

    The head ends the phrase before the first preposition ("minister | of health"),
    unless a known head runs across one ("chief of staff").
    """
    heads = title_words().heads
    cut = next((i for i, t in enumerate(tokens) if i and t in LINKS), len(tokens))
    for size in _head_sizes():
        for begin in range(min(cut, len(tokens) - size + 1)):
            if begin + size < cut:
                continue
            for last in _singulars(tokens[begin + size - 1]):
                phrase = " ".join([*tokens[begin : begin + size - 1], last])
                if phrase in heads:
                    return begin, begin + size, phrase
            if size > 1:
                first = _singulars(tokens[begin])[-1]
                phrase = " ".join([first, *tokens[begin + 1 : begin + size]])
                if phrase in heads:
                    return begin, begin + size, phrase
    return cut - 1, cut, _unknown_head(tokens[cut - 1])


def _unknown_head(word: str) -> str:
    same = title_words().same
    single = singular(word)
    return same.get(single, single)


def singular(word: str) -> str:
    """Return a noun's singular, as far as its ending tells.

    >>> [singular(w) for w in ("ministers", "deputies", "chairmen", "coaches", "boss")]
    ['minister', 'deputy', 'chairman', 'coach', 'boss']
    """
    return _singulars(word)[-1]


def _singulars(word: str) -> list[str]:
    forms = [word]
    if word.endswith("men"):
        forms.append(word[:-3] + "man")
    elif word.endswith("ies") and len(word) > 4:
        forms.append(word[:-3] + "y")
    elif word.endswith(("ches", "shes", "sses")):
        forms.append(word[:-2])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        forms.append(word[:-1])
    elif word == "people":
        forms.append("person")
    return forms
