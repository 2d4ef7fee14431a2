"""Read whole sentences, so that two texts can be compared sentence by sentence.

A sentence keeps its typed details: the numbers, times, names and offices in it, and the
words that deny. All of them were found before; nothing is parsed for it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.denials import denying
from factcheck.extraction.descriptions.antecedents import subject_or_topic
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import subject_noun
from factcheck.extraction.events.cast import mentions_of
from factcheck.extraction.events.polarity import DID_NOT, polarity_of
from factcheck.extraction.meetings.participants import subjects
from factcheck.extraction.quantities.numbers import Number
from factcheck.extraction.quantities.sums import sums
from factcheck.lexicons import word_list
from factcheck.lexicons.places import directions, directions_pattern
from factcheck.lexicons.territories import territory

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LEAST_WORDS = 3
TELLING = ("ADJ", "NOUN", "NUM", "VERB")
NEGATIONS = word_list("modality", "negations") | {"no"}
LONGEST = 1_000
"""Characters of a sentence; what is longer is a list or a table."""


@EXTRACTORS.register("assertion")
def assertions(analysis: Analysis) -> Iterator[Claim]:
    """Yield each sentence with its details: "The **bridge did not reopen** Friday"."""
    titles = sorted(
        (title.start, title.end, title.value)
        for claim in analysis.claims
        if claim.kind == "title"
        for title in claim.role("title")
    )
    leads, denying = True, word_list("style", "denying")
    for sentence in analysis.sentences:
        words = analysis.words[sentence.start : sentence.end]
        trimmed = _trimmed(analysis, sentence, words)
        if trimmed is None:
            continue
        start, end = trimmed
        placed = enumerate(words, sentence.start)
        negative = [analysis.doc[i] for i, word in placed if word in denying]
        roles = {
            "words": [
                Mention(
                    start, end, analysis.original[start:end], part=analysis.reading.part
                )
            ],
            **_names(analysis, start, end),
            "title": [
                analysis.mention(first, last, value)
                for first, last, value in titles
                if start <= first and last <= end
            ],
            **_times_and_numbers(analysis, start, end),
            "polarity": [
                analysis.mention(token.idx, token.idx + len(token), "negative")
                for token in negative
            ],
            **_denied(analysis, sentence, start),
            **_topic(analysis, sentence),
            **(_lead(analysis, sentence, start, end) if leads else {}),
        }
        leads = False
        yield analysis.claim("assertion", start, end, roles, extractor="assertion")


def _lead(
    analysis: Analysis, sentence: "Span", start: int, end: int
) -> dict[str, list[Mention]]:
    """Read what matters in a headline or first sentence only.

    That is how it denies a report, and in which part of a country its news is, where
    it names one.
    """
    first = next(token for token in sentence if token.text[0].isalnum())
    parts = list(regions(analysis.text[start:end]))
    single = parts if len({(r.direction, r.country) for r in parts}) == 1 else []
    return {
        "lead": [analysis.mention(first.idx, first.idx + len(first), "lead")],
        "denial": [
            analysis.mention(first.idx, last.idx + len(last), "denied")
            for first, last in denying(analysis, sentence)
        ],
        "region": [
            analysis.mention(start + r.start, start + r.end, r.direction)
            for r in single
        ],
        "country": [
            analysis.mention(start + r.place, start + r.end, r.country) for r in single
        ],
    }


def _denied(
    analysis: Analysis, sentence: "Span", start: int
) -> dict[str, list[Mention]]:
    """Read what a sentence denies in the voice of the document: "did not reopen"."""
    if not _holds_denial(analysis, sentence):
        return {}
    for verb in sentence:
        if verb.pos_ not in ("VERB", "AUX") or not _may_deny(verb):
            continue
        if verb.lemma_.lower() in word_list("denials", "unreal"):
            continue  # "did not say why"
        words = [m for m in polarity_of(analysis, verb) if m.value == DID_NOT]
        whom = list(mentions_of(analysis, _denied_of(verb))) if words else []
        if not whom or analysis.reports_at(words[0].start) or whom[0].start < start:
            continue
        denied = list(_under(verb, words[0].end))
        clause = analysis.mention(
            words[0].start,
            max(words[0].end, *(token.idx + len(token) for token in denied)),
            " ".join(t.lemma_.lower() for t in denied if t.pos_ in TELLING),
        )
        return {"denied": [clause], "denied_of": whom[:1]}
    return {}


def _holds_denial(analysis: Analysis, sentence: "Span") -> bool:
    """Ask whether a denying word stands anywhere in a sentence."""
    stretch = slice(sentence.start, sentence.end)
    words, lemmas = analysis.words[stretch], analysis.lemmas[stretch]
    return (
        "yet" in words
        or not NEGATIONS.isdisjoint(words)
        or not word_list("modality", "governors", "denied").isdisjoint(lemmas)
        or any(token.dep_ == "neg" for token in sentence)
    )


def _denied_of(verb: "Token") -> "list[Token]":
    """Return whom a verb is said of: "**Osk** is a town that was never sacked"."""
    noun = verb.head
    if verb.dep_ == "relcl" and noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return subjects(noun.head)
    return subjects(verb)


def _under(verb: "Token", at: int) -> "Iterator[Token]":
    """Yield a verb and what it governs behind a place, without what is beside it."""
    beside = [c for c in verb.rights if c.dep_ in ("conj", "cc", "punct")]
    last = min((c.left_edge.i for c in beside if c.i > verb.i), default=len(verb.doc))
    for token in verb.subtree:
        if token == verb or (token.idx >= at and verb.i < token.i < last):
            yield token


def _topic(analysis: Analysis, sentence: "Span") -> dict[str, list[Mention]]:
    """Read what "it" or "the film" means where grammar leaves no choice."""
    subject = subject_noun(sentence.root)
    if subject is None or subject.pos_ not in ("PRON", "NOUN"):
        return {}
    topic = subject_or_topic(analysis, sentence.root)
    if topic is None or topic.end != subject.idx + len(subject):
        return {}
    return {"topic": [plain(analysis, topic.start, topic.end, topic.value)]}


def _may_deny(verb: "Token") -> bool:
    """Ask whether a denying word stands beside a verb or governs it.

    Who is urged not to do something may do it; who decides not to does not.
    """
    denied = verb.tag_ == "VB" and {c.dep_ for c in verb.lefts} >= {"neg", "aux"}
    if denied and any(c.lower_ == "to" for c in verb.lefts):
        return verb.head.lemma_.lower() in word_list("denials", "decisions")
    near = (verb, verb.head) if verb.dep_ in ("xcomp", "acomp", "acl") else (verb,)
    objects = (c for c in verb.rights if c.dep_ in ("dobj", "attr"))
    if any(word.lower_ == "no" for noun in objects for word in noun.lefts):
        return True  # "has no airport"
    return any(
        child.dep_ == "neg" or child.lower_ in NEGATIONS
        for token in near
        for child in token.children
    ) or (verb.head is not verb and len(near) > 1 and _is_denying(verb.head))


def _is_denying(governor: "Token") -> bool:
    return governor.lemma_.lower() in word_list(
        "modality", "governors", "denied"
    ) or any(child.lower_ == "yet" for child in governor.children)


def _trimmed(
    analysis: Analysis, sentence: "Span", words: list[str]
) -> tuple[int, int] | None:
    """Return where a sentence stands; None for one too short or too long to compare."""
    if sum(word[0].isalnum() for word in words) < LEAST_WORDS:
        return None
    start, end = sentence.start_char, sentence.end_char
    text = analysis.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return (start, end) if end - start <= LONGEST else None


def _names(analysis: Analysis, start: int, end: int) -> dict[str, list[Mention]]:
    names: dict[str, list[Mention]] = {"person": [], "organization": [], "place": []}
    for name in analysis.names_in(start, end):
        mention = analysis.mention(name.span.start, name.span.end, entity=name.entity)
        names[name.kind].append(mention)
    return names


def _times_and_numbers(
    analysis: Analysis, start: int, end: int
) -> dict[str, list[Mention]]:
    times = [time for time in analysis.times if start <= time.start and time.end <= end]
    numbers = [
        _number(analysis, number)
        for number in analysis.numbers_in(start, end)
        if not any(t.start < number.end and number.start < t.end for t in times)
    ]
    days = [analysis.mention(time.start, time.end, time.value) for time in times]
    return {"number": numbers, "day": days}


def _number(analysis: Analysis, number: Number) -> Mention:
    """Return a number of a sentence; with others counted beside it, up to their sum."""
    start, end, value = number[:3]
    if isinstance(value, int | float) and number.unit is None:
        most = max(sums(analysis.text, start, end, value), default=value)
        value = value if most == value else [value, most]
    return analysis.mention(start, end, value)


PARTS_OF_NAMES = ("North", "South", "East", "West")
"""Words that, with a capital, belong to a name: South China Morning Post."""


class PartOfCountry(NamedTuple):
    """A part of a country.

    Attributes:
        start: Offset of its first character.
        end: Offset behind the last.
        direction: Where in the country: "south".
        country: The country's name.
        place: Offset of the country's name, which ends with the region.
    """

    start: int
    end: int
    direction: str
    country: str
    place: int


def regions(text: str) -> Iterator[PartOfCountry]:
    """Yield the parts of countries that a text names.

    >>> [(r.direction, r.country) for r in regions("Floods hit southern Norway.")]
    [('south', 'Norway')]
    >>> list(regions("South Korea, Central Park and the South China Morning Post"))
    []
    """
    for match in _pattern().finditer(text):
        word, place = match["word"], match["place"]
        known = territory(place)
        if known is None or place in known.adjectives:
            continue
        if territory(f"{word} {place}") is not None or word in PARTS_OF_NAMES:
            continue
        direction = directions()[word.lower()]
        start = match.start("place")
        yield PartOfCountry(match.start(), match.end(), direction, known.name, start)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:(?P<word>{directions_pattern()}))(?: of)? (?P<place>[A-Z][\w-]{{1,30}}"
        r"(?: (?:and |of )?[A-Z][\w-]{1,30}){0,3})"
    )
