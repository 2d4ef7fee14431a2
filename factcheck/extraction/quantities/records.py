"""Since when nothing was higher: "the **highest** since **1998**", "a **record** 9"."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from factcheck.claims import Mention, Value
from factcheck.claims.written_numbers import amount
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import SUBJECTS, subject_noun
from factcheck.extraction.quantities.measured import Measured, event_noun
from factcheck.extraction.quantities.measures import group, table
from factcheck.extraction.quantities.numbers import ordinals
from factcheck.extraction.quantities.predication import subject_in

SINCE = re.compile(
    r"[^.;:]{0,80}?\b(?P<link>since|in)\s{1,4}"
    r"(?:(?<=e.)(?:[A-Z][a-z]{2,8}\s{1,4})?(?P<year>(?:1[89]|20)\d\d)"
    r"|(?<=n.)(?:(?:more|less)\s{1,4}than\s{1,4})?(?P<years>[\w-]{1,12})\s{1,4}"
    r"(?P<unit>years|decades))\b"
)
NARROWED = re.compile(r"\s{1,4}(?:in|for|among|at|on|of)\b")
NEAR = ("attr", "dobj", "pobj", "appos", "oprd", "npadvmod")
LEADS = ("NOUN", "NUM", "SYM", "ADP", "PROPN")
EVER = 0
"""The year since when there has never been more: always."""


def records(analysis: Analysis) -> Iterator[Measured]:
    """Yield since which year what there is most of has been exceeded by nothing."""
    published = (analysis.document.published or "")[:4]
    for token in analysis.tokens_printed(table()["extremes"]):
        sense = table()["extremes"][token.lower_]
        if any(c.lower_ in ordinals() for c in token.lefts):
            continue
        noun = token.head if token.head.pos_ in ("NOUN", "NUM", "SYM") else token
        noun = noun if token.dep_ in ("amod", "nmod", "compound") else token
        sentence = analysis.sentence_of(token)
        behind = analysis.text[token.idx + len(token) : sentence.end_char]
        since = SINCE.match(behind)
        if since is None:
            years = (EVER, EVER) if _is_record(token, noun, behind) else None
            end, among = token.idx + len(token), noun.idx + 1
        else:
            years = _years(since, published)
            first = token.idx + len(token)
            end, among = first + since.end(), first + since.start("link")
        narrowed = since and _is_narrowed(analysis, end, sentence.end_char)
        if years is None or narrowed or (whose := _whose(analysis, noun)) is None:
            continue
        subject, verb, words = whose
        owned = [t for t in noun.lefts if t.dep_ == "poss"]
        scope = (t for t in sentence[token.i + 1 - sentence.start :] if t.idx < among)
        telling = [t for t in (*owned, *scope) if t.pos_ in ("NOUN", "PROPN", "ADJ")]
        words += [t.lemma_.lower() for t in telling]
        idle = group("extreme_of_anything") | group("events")
        words = [word for word in words if word not in idle]
        words_of_it = " ".join(sorted({sense, *words}))
        predicate = plain(analysis, noun.idx, noun.idx + len(noun), words_of_it)
        value: Value = years[0] if years[0] == years[1] else [*years]
        yield Measured("record", token.idx, end, value, verb, subject, predicate)


def _is_narrowed(analysis: Analysis, start: int, end: int) -> bool:
    """Ask whether it is said among what nothing was higher: "since 1998 **in Osk**"."""
    match = NARROWED.match(analysis.text, start, end)
    place = match.end() + 1 if match else 0
    return bool(match) and not any(t.start <= place < t.end for t in analysis.times)


def _is_record(token: Token, noun: Token, behind: str) -> bool:
    """Ask whether nothing was ever more: "a **record** 12 %", "the worst ever"."""
    if token.lower_.startswith("record"):
        numbered = noun != token and any(c.like_num for c in noun.lefts)
        return numbered or noun.lemma_.lower() in group("recorded")
    return _ever().match(behind) is not None


def _years(since: "re.Match[str]", published: str) -> tuple[int, int] | None:
    if since["year"]:
        return int(since["year"]), int(since["year"])
    count = amount(since["years"])
    if count is None or not published:
        return None
    unit = 10 if since["unit"] == "decades" else 1
    first = int(published) - round(count * unit)
    return first - unit, first + unit


def _whose(analysis: Analysis, noun: Token) -> tuple[Mention, Token, list[str]] | None:
    """Return whose record it is, the verb that says so, and what of theirs it is."""
    head = noun
    while head.dep_ in NEAR and head.head.pos_ in LEADS:
        head = head.head
    verb = head.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = verb.lemma_.lower()
    if head.dep_ in SUBJECTS:
        return _plain(analysis, noun), verb, [lemma]
    telling = lemma in group("levelling") or lemma in _having()
    if head.dep_ not in (*NEAR, "prep") or not telling:
        return None
    if owner := subject_in(analysis, verb):
        return owner[0], verb, owner[1]
    subject = subject_noun(verb)
    if subject is None or subject.lower_ in ("it", "this", "that"):
        known = event_noun(analysis, noun) is not None
        event = plain(analysis, noun.idx, noun.idx + len(noun), "event")
        return (event, verb, []) if known else None
    bare = subject.pos_ == "NOUN" and subject.lemma_.lower() not in group("nobody")
    return (_plain(analysis, subject), verb, []) if bare else None


def _plain(analysis: Analysis, noun: Token) -> Mention:
    return plain(analysis, noun.idx, noun.idx + len(noun), noun.lemma_.lower())


@cache
def _having() -> frozenset[str]:
    """Return the verbs by which something is said to have or to make a record."""
    (having,) = (row for row in table()["same_verbs"] if "have" in row)
    return frozenset((*having, "set", "make", "earn", "attract", "become"))


@cache
def _ever() -> "re.Pattern[str]":
    words = "|".join(re.escape(word) for word in table()["ever"])
    return re.compile(rf"[^.;:]{{0,40}}?\b(?:{words})\b", re.I)
