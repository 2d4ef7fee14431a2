"""What a number counts or measures where it is no toll: votes, seats, km, dollars.

One mechanism for all: a number, and the words near it that the table of measures looks
for (`measures` in `quantities.yaml`), or the noun that it counts.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims.written_numbers import amount
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.participants import under
from factcheck.extraction.quantities.measured import matches_of
from factcheck.extraction.quantities.measures import (
    group,
    people,
    rated,
    same_unit,
    table,
    unit_measures,
)
from factcheck.extraction.quantities.numbers import Number

ARTICLES = frozenset(("a", "an"))
BEHIND = 12
"""Words behind a distance in which it is said from where it is measured, at most."""


class Amount(NamedTuple):
    """A number with what it counts.

    Attributes:
        number: The number.
        measure: What is counted or measured.
        unit: The word for it, or None.
        unit_value: Its normal form.
        head: The word of the parse that the number belongs to.
        about: The words that tell what it is of.
        part_of: The measure of which those counted are a part, and the word for it.
    """

    number: Number
    measure: str
    unit: "tuple[int, int] | None"
    unit_value: str
    head: Token
    about: tuple[Token, ...] = ()
    part_of: tuple[str, Token] | None = None


class Cue(NamedTuple):
    """How a measure is recognised by the words near a number.

    Attributes:
        measure: The measure.
        before: What stands directly before it, as a pattern.
        behind: What stands near behind it, as a pattern.
        within: Words between the number and those behind it, at most.
        around: What the sentence holds besides, as a pattern.
        counted: Whether what is counted is people, where a noun says what it is.
    """

    measure: str
    before: "re.Pattern[str] | None"
    behind: "re.Pattern[str] | None"
    within: int
    around: "re.Pattern[str] | None"
    counted: bool


def amount_of(analysis: Analysis, number: Number) -> Amount | None:
    """Return what a number that is no toll counts; None where that is not said."""
    token = analysis.token_at(number.end - 1)
    head = head_of(token)
    if number.unit is None:
        amount = _cued(analysis, number, token, head) or _members(number, head)
        if amount is not None:
            return amount
    if number.unit:
        measure = "percent" if number.unit == "percent" else "money"
        about = tuple(under(head, "of")[:1]) or _context(head)
        return Amount(number, measure, number.sign, number.unit, head, about)
    if size := _size(head):
        span = (size.idx, size.idx + len(size))
        unit = size.lemma_.lower()
        return Amount(number, "count", span, unit, size, _context(size))
    if head.pos_ != "NOUN" or head is token or token.i > head.i:
        return None
    unit = head.lemma_.lower()
    if unit in group("empty") or (number.value == 1 and not _is_counted(unit)):
        return None
    measure = unit_measures().get(unit, "count")
    if _is_subset(head):
        return None
    span = (head.idx, head.idx + len(head))
    context = _context(head)
    if measure == "distance":
        context = _from_where(head) or context
    name = same_unit(head) if measure == "count" else _one_spelling(unit)
    return Amount(number, rated(analysis, measure, head), span, name, head, context)


def _size(number: Token) -> Token | None:
    """Return what a bare number is the size of: "a **population** of 12,000"."""
    if number.pos_ != "NUM" or number.dep_ not in ("pobj", "attr"):
        return None
    above = number.head
    if above.lower_ == "of" and above.head.lemma_ in group("sizes"):
        return above.head
    if above.lemma_ == "be":
        subjects = (c for c in above.lefts if c.dep_ == "nsubj")
        return next((c for c in subjects if c.lemma_ in group("sizes")), None)
    return None


def _is_counted(unit: str) -> bool:
    return unit in group("counted_singly")


def _one_spelling(unit: str) -> str:
    return str(table()["spellings"].get(unit, unit))


def head_of(token: Token) -> Token:
    """Return the word a number belongs to: the noun it counts, else itself."""
    if token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "det"):
        return token.head
    return token


def _cued(
    analysis: Analysis, number: Number, token: Token, head: Token
) -> Amount | None:
    """Read a number by the words near it that say what it counts."""
    sentence = analysis.sentence_of(token)
    text = analysis.text
    before = text[max(sentence.start_char, number.start - 40) : number.start]
    if number.bound and number.bound[1] <= number.start:
        before = text[max(sentence.start_char, number.bound[0] - 40) : number.bound[0]]
    behind = _behind(text[number.end : sentence.end_char])
    whole = None
    for cue in _cues():
        amount = None
        if cue.before is not None:
            amount = cue.before.search(before)
        if amount is None and cue.behind is not None:
            words = " ".join(behind.split()[: cue.within + 3])
            amount = cue.behind.match(words)
        if amount is None:
            continue
        if cue.around is not None:
            whole = whole or text[sentence.start_char : sentence.end_char]
            if not cue.around.search(whole):
                continue
        noun = head if head.pos_ == "NOUN" and head.i > token.i else None
        if cue.counted and noun is not None and noun.lemma_ not in people():
            continue
        span = None if noun is None else (noun.idx, noun.idx + len(noun))
        return Amount(number, cue.measure, span, cue.measure, noun or token)
    return None


def _behind(text: str) -> str:
    """Return what follows a number up to the next clause or number but "of the 12"."""
    ended = re.split(r"[;:]|[.,](?!\d)|\band\b|\bwhile\b|\bbut\b", text[:120])[0]
    return re.split(r"(?<!of the )(?<!of )\b\d", ended)[0]


@cache
def _cues() -> list[Cue]:
    def compiled(words: "list[str] | None", pattern: str) -> "re.Pattern[str] | None":
        if not words:
            return None
        return re.compile(pattern.format("|".join(words)), re.I)

    cues = []
    for measure, entry in table()["cues"].items():
        within = int(entry.get("within", 0))
        behind = rf"-?(?:[^\s]{{{{1,40}}}}\s{{{{1,4}}}}){{{{0,{within}}}}}(?:{{}})\b"
        cues.append(
            Cue(
                measure,
                compiled(entry.get("before"), r"\b(?:{})\s{{1,4}}$"),
                compiled(entry.get("behind"), behind),
                within,
                compiled(entry.get("around"), r"\b(?:{})"),
                entry.get("counted") == "people",
            )
        )
    return cues


def _members(number: Number, head: Token) -> Amount | None:
    """Read how many members a body has: "the assembly has **342 seats**"."""
    if head.lemma_.lower() not in ("member", "seat"):
        return None
    for above in (head, *list(head.ancestors)[:4]):
        owners = [above]
        if above.pos_ in ("VERB", "AUX"):
            if above.lemma_ not in ("have", "be", "comprise", "consist", "include"):
                return None
            owners = [c for c in above.children if c.dep_ == "nsubj"]
        for owner in owners:
            if owner.lemma_.lower() in table()["bodies"]:
                span = head.idx, head.idx + len(head)
                return Amount(number, "seats", span, "seats", head, (owner,))
        if above.pos_ in ("VERB", "AUX"):
            return None
    return None


def singles(analysis: Analysis) -> Iterator[Number]:
    """Yield words for one: "the **only** survivor", "**a** wound" where some count."""
    for token in analysis.tokens_printed(ARTICLES | group("sole")):
        if _is_one(analysis, token):
            yield Number(token.idx, token.idx + len(token), 1)


def _is_one(analysis: Analysis, word: Token) -> bool:
    noun, lemma = word.head, analysis.lemmas[word.head.i]
    if word.lower_ in ARTICLES:
        counted = _is_counted(lemma) and noun.tag_ == "NN" and word.dep_ == "det"
        return counted and noun.i > word.i + 1
    if lemma not in people() or noun.tag_ != "NN" or noun.i <= word.i:
        return False
    of = (analysis.lemmas[t.i] for t in under(noun, "of"))
    return any(c.lower_ == "the" for c in noun.lefts) and group("events").issuperset(of)


def compounds(analysis: Analysis) -> Iterator[Amount]:
    """Yield the numbers inside compounds: "a **342**-member house"."""
    marks = (f"-{unit}" for unit in table()["compounds"])
    for match in matches_of(_compound(), analysis.text, *marks):
        value = amount(match["number"])
        if not value or analysis.name_at(match.start()):
            continue
        token = analysis.token_at(match.end() - 1)
        head = token
        while head.dep_ in ("compound", "amod", "nmod", "nummod") and head.head != head:
            head = head.head
        word = match["unit"].lower()
        measure = str(table()["compounds"][word])
        number = Number(*match.span("number"), value)
        about = (head,) if head is not token else ()
        if measure == "seats" and head.lemma_.lower() not in table()["bodies"]:
            continue
        unit = measure if measure in ("seats", "magnitude") else _one_spelling(word)
        yield Amount(number, measure, match.span("unit"), unit, head, about)


@cache
def _compound() -> "re.Pattern[str]":
    units = "|".join(table()["compounds"])
    number = r"(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)"
    return re.compile(
        rf"(?<![\w.,-]){number}-(?P<unit>{units})(?:-long)?\b(?!-old)", re.I
    )


TALLY = re.compile(
    r"(?<![\w–-])(?P<first>\d{1,4})(?:\s?[–-]\s?|(?:\s+votes?)?\s+to\s+)(?P<second>\d{1,4})(?![\w–%]|-\w|[.,]\d)"
)


def tallies(analysis: Analysis) -> Iterator[Amount]:
    """Yield the votes for and against of a tally: "voted **231-204**"."""
    for match in TALLY.finditer(analysis.text):
        sentence = analysis.sentence_of(analysis.token_at(match.start()))
        text = analysis.text[sentence.start_char : sentence.end_char]
        if not voting().search(text) or _dated(analysis, match.start()):
            continue
        sides = ("first", "second")
        for side, measure in zip(sides, ("votes for", "votes against"), strict=True):
            number = Number(*match.span(side), int(match[side]))
            head = analysis.token_at(match.start(side))
            yield Amount(number, measure, None, measure, head)


@cache
def voting() -> "re.Pattern[str]":
    """Match what a sentence holds that tells of a vote."""
    return re.compile(rf"\b(?:{'|'.join(table()['voting'])})", re.I)


def _dated(analysis: Analysis, place: int) -> bool:
    return any(time.start <= place < time.end for time in analysis.times)


def _is_subset(head: Token) -> bool:
    """Ask whether a phrase only names a part: "12 dead, including **3 children**"."""
    verb = head.head
    if verb.lemma_ == "be" and any(c.lower_ in group("including") for c in verb.rights):
        return True
    while head.dep_ == "conj":
        head = head.head
    return head.head.lower_ in group("including")


def _from_where(head: Token) -> tuple[Token, ...]:
    """Return from where a distance is measured: "46 km **southeast** of **Tarn**"."""
    following = head.doc[head.i + 1 : head.i + BEHIND]
    tokens: list[Token] = []
    for token in following:
        if token.lower_ in table()["directions"]:
            tokens.append(token)
        elif token.dep_ == "poss":
            continue
        elif token.pos_ == "PROPN" and _is_linked(following, token):
            return (*tokens, token)
        elif token.text in (".", ";"):
            break
    return ()


def _is_linked(following: Iterable[Token], token: Token) -> bool:
    """Ask whether "of" or "from" leads to a name."""
    return any(t.lower_ in ("of", "from") and t.i < token.i for t in following)


def _context(head: Token) -> tuple[Token, ...]:
    """Return the words that tell of which thing a number is: what stands around it."""
    tokens = [c for c in head.children if c.pos_ in ("NOUN", "PROPN", "ADJ")]
    for prep in (c for c in head.children if c.dep_ == "prep"):
        tokens += [c for c in prep.children if c.dep_ == "pobj"]
    governor = head.head
    for _ in range(2):
        if governor.pos_ in ("VERB", "AUX"):
            break
        if governor.pos_ in ("NOUN", "PROPN"):
            tokens.append(governor)
        governor = governor.head
    if governor.pos_ in ("VERB", "AUX") and governor is not head:
        for child in governor.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
                tokens.append(child)
            elif child.dep_ == "prep":
                tokens += [c for c in child.children if c.dep_ == "pobj"]
    named = {t.i: t for t in tokens if t.i != head.i and t.pos_ in ("NOUN", "PROPN")}
    return tuple(named[i] for i in sorted(named) if not named[i].like_num)[:6]
