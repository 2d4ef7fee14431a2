"""How old people are: "Ana Duval, 54,", "the 54-year-old minister", "aged 54"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.claims import Claim, Mention
from factcheck.claims.amounts import amount
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.naming import plain
from factcheck.extraction.meetings.phrases import phrase
from factcheck.extraction.quantities.measures import group, people, senses
from factcheck.extraction.quantities.numbers import Number

WORD = r"[a-z]+(?:-[a-z]+)?"
AFTER_NAME = re.compile(
    r"\s{0,9}(?:,\s{0,9}(?:who\s{1,9}(?:is|was|turned)\s{1,9}|(?:now\s{1,9})?aged?\s{1,9})?(?P<comma>\d{1,3})"
    r"(?=\s{0,9}[,.;:)]|\s{1,9}and\b(?!\s{1,9}\d)|\s{0,9}$)(?!,\d)|\s{0,9}\((?P<bracket>\d{1,3})\)"
    r"|\s{1,9}(?:is|was|turned|turns)\s{1,9}(?P<is>\d{1,3})"
    r"(?=\s{1,9}years?\s{1,9}old|\s{0,9}[,.;]|\s{1,9}(?:on|this|last)\b)"
    r"|\s{1,9}aged\s{1,9}(?P<aged>\d{1,3})\b)",
    re.A,
)
YEAR_OLD = re.compile(rf"\b(?P<age>\d{{1,3}}|{WORD})[\s-]years?[\s-]old\b", re.I)
OLDEST = 120


class Deed(NamedTuple):
    """Somebody without a name, what befell them, and where that stands."""

    person: str
    befell: str
    place: tuple[int, int]


def ages(analysis: Analysis) -> Iterator[tuple[Claim, Number]]:
    """Yield the age of each person the text gives one, with the number used."""
    text = analysis.text
    for name in analysis.names:
        if name.kind != "person":
            continue
        if match := AFTER_NAME.match(text, name.span.end):
            group = str(match.lastgroup)
            about = analysis.mention(name.span.start, name.span.end)
            yield from _tell(analysis, *match.span(group), about)
    unnamed = []
    for match in YEAR_OLD.finditer(text):
        if whose := _bearer(analysis, match.end()):
            claims = list(_tell(analysis, *match.span("age"), whose))
            deed = None if whose.entity else _deed(analysis, whose)
            yield from claims if deed is None else ()
            unnamed += [(*one, deed) for one in claims if deed is not None]
    count = Counter(deed[:2] for _, _, deed in unnamed)
    for claim, number, deed in unnamed:
        alone = count[deed[:2]] == 1
        yield (_done(analysis, claim, deed) if alone else claim), number


def _done(analysis: Analysis, claim: Claim, deed: Deed) -> Claim:
    """Say who somebody without a name is: the only man that was arrested."""
    place = claim.role("about")[0]
    roles = {
        "subject": (plain(analysis, place.start, place.end, deed.person),),
        "predicate": (plain(analysis, *deed.place, deed.befell),),
    }
    return replace(claim, roles={**claim.roles, **roles}, id="")


def _deed(analysis: Analysis, whose: Mention) -> Deed | None:
    """Return what befell somebody without a name: "arrested a **41-year-old man**"."""
    noun = analysis.token_at(whose.end - 1)
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head
    if noun.tag_ != "NN" or verb.pos_ != "VERB":
        return None
    lemma = verb.lemma_.lower()
    way = "acts" if noun.dep_ in ("dobj", "nsubjpass") else "suffers"
    sense = senses(way).get(lemma) if noun.dep_ != "pobj" else None
    charged = noun.dep_ in ("dobj", "nsubjpass") and lemma in group("charging")
    if sense is None and not charged:
        return None
    befell = sense.measure if sense else lemma
    place = verb.idx, verb.idx + len(verb)
    return Deed(noun.lemma_.lower(), befell, place)


def _bearer(analysis: Analysis, end: int) -> Mention | None:
    """Return whose age stands before *end*: the noun behind it, else the age itself."""
    old = analysis.token_at(end - 1)
    head = old
    for _ in range(3):
        if head.pos_ in ("NOUN", "PROPN") and head.i > old.i:
            break
        head = head.head
    if head.i <= old.i:
        return None
    if not analysis.name_at(head.idx) and head.lemma_.lower() not in people():
        return None
    for child in head.children:
        name = analysis.name_at(child.idx)
        if child.dep_ == "appos" and name and name.kind == "person":
            return analysis.mention(name.span.start, name.span.end)
    name = analysis.name_at(head.idx)
    if name and name.kind != "person":
        return None
    if head.dep_ == "appos":
        named = analysis.name_at(head.head.idx)
        if named and named.kind == "person":
            return analysis.mention(named.span.start, named.span.end)
    return analysis.mention(*phrase(analysis, head))


def _tell(
    analysis: Analysis, start: int, end: int, about: Mention
) -> Iterator[tuple[Claim, Number]]:
    text = analysis.text[start:end]
    age = amount(text)
    if age is None or not 0 < age <= OLDEST:
        return
    number = Number(start, end, age)
    roles = {
        "value": [analysis.mention(start, end, age)],
        "unit": [analysis.mention(start, end, "year")],
        "measure": [analysis.mention(start, end, "age")],
        "modifier": [analysis.mention(start, end, "exact")],
        "about": [about],
    }
    first, last = min(start, about.start), max(end, about.end)
    claim = analysis.claim(
        "quantity", first, last, roles, confidence=0.9, extractor="quantities"
    )
    yield claim, number
