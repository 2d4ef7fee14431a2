"""Read who did what, told in words so particular that one doer is meant.

"Ana Duval **found the missing harbour plans in a cellar**": two texts that tell this in
the same words and name different people cannot both be right.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import ASSERTED, Claim, Mention
from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.descriptions.mentions import names_beside, plain
from factcheck.extraction.descriptions.subjects import subject_noun
from factcheck.extraction.interval_index import Covered
from factcheck.extraction.meetings.participants import is_aim
from factcheck.extraction.modality import modality_of
from factcheck.extraction.names.caseless import bare_name, is_caseless
from factcheck.lexicons import word_list

_words = partial(word_list, "deeds")
WORDS = 4
"""Words that say something, the verb among them, by which a deed is known."""

LONGEST = 12
"""Words of a deed that are shown."""

PLAIN = re.compile(r"\w+")
TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")
RELATIVE = ("who", "which", "that")
VERBAL = ("VERB", "AUX")
STOPS = frozenset('.,;:!?()[]"“”')
CHAIN = 3
"""Verbs from a verb up to the one whose subject it shares, at most."""


class _DeedReading(NamedTuple):
    """What was done: its place, and the words by which it is known in one form."""

    start: int
    end: int
    value: str


@EXTRACTORS.register("deed")
def deeds(analysis: Analysis) -> Iterator[Claim]:
    """Yield who did what: "Ana Duval **found the missing plans in a cellar**"."""
    quoted = Covered(
        (content.start, content.end)
        for claim in analysis.claims
        if claim.kind == "quote"
        for content in claim.role("content")
    )
    numbers = dict(_numbers(analysis))
    caseless = is_caseless(analysis.doc)
    for verb in analysis.parts_of_speech(*VERBAL):
        if not _may_tell(verb) or (subject := _subject(verb)) is None:
            continue
        doers = _doers(analysis, subject, caseless)
        if not (doers or subject.i in numbers):
            continue
        deed = _deed(analysis, verb)
        if deed is None or quoted.meet(deed.start, deed.end):
            continue
        if modality_of(analysis, verb) != ASSERTED:
            continue
        if doers:
            yield _claim(analysis, deed, _named(analysis, doers))
        else:
            number = numbers[subject.i]
            yield _claim(analysis, deed, _counted(analysis, subject, number))


def _may_tell(verb: Token) -> bool:
    """Ask whether a word is a verb that tells of a deed, and not of what many do."""
    lemma = verb.lemma_.lower()
    if lemma in _words("shared") or not verb.is_alpha:
        return False
    return verb.pos_ == "VERB" or (lemma == "be" and _is_only_one(verb))


def _deed(analysis: Analysis, verb: Token) -> _DeedReading | None:
    """Return what was done, where enough words tell it before the sentence pauses."""
    known, count, last = [verb.lemma_.lower()], 1, verb
    small, end = _words("small"), analysis.sentence_of(verb).end
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + 2 * LONGEST, end)]:
        word, whole = token.text, count >= WORDS
        if whole and (word in STOPS or token.i - verb.i >= LONGEST):
            break
        if word in STOPS and word != ",":
            return None
        if token.is_alpha or token.like_num:
            last = token
        if not whole and word[0].isalnum() and token.lower_ not in small:
            known += PLAIN.findall(token.lemma_.lower())
            count += token.pos_ in TELLING
    if count < WORDS:
        return None
    passive = next((c for c in verb.lefts if c.dep_ == "auxpass"), verb)
    return _DeedReading(passive.idx, last.idx + len(last), " ".join(known))


def _is_only_one(verb: Token) -> bool:
    """Ask whether *is* names the only one of its sort: "is the first woman to …"."""
    nouns = [c for c in verb.rights if c.dep_ == "attr"]
    return any(word.lower_ == "the" for noun in nouns for word in noun.lefts)


def _claim(
    analysis: Analysis, deed: _DeedReading, roles: dict[str, list[Mention]]
) -> Claim:
    filled = {"deed": [plain(analysis, *deed)], **roles}
    return analysis.claim_over("deed", filled, confidence=0.7, extractor="deed")


def _named(analysis: Analysis, doers: list[Mention]) -> dict[str, list[Mention]]:
    """Fill the roles of those who are named; one that nobody resolved is a person."""
    entity = analysis.entities.get(doers[0].entity or "")
    sort = entity.kind if entity else "person"
    return {"doer": doers, "sort": [doers[0]._replace(value=sort, entity=None)]}


def _numbers(analysis: Analysis) -> Iterator[tuple[int, Claim]]:
    """Yield the noun that each count is of, by its number, and the count.

    A share is none: seventy per cent of one group did what a third of another did.
    """
    for claim in analysis.claims:
        value, measure = claim.first("value"), claim.first("measure")
        if claim.kind != "quantity" or value is None or not claim.first("unit"):
            continue
        if measure and measure.value == "count":
            word = analysis.token_at(value.end - 1)
            if word.dep_ == "nummod":
                yield word.head.i, claim


def _counted(
    analysis: Analysis, subject: Token, number: Claim
) -> dict[str, list[Mention]]:
    """Fill the roles of those who are counted: "**three men** were turned away"."""
    start, end = subject.idx, subject.idx + len(subject)
    return {
        "counted": [plain(analysis, start, end, subject.lemma_.lower())],
        "count": list(number.role("value")),
        "modifier": list(number.role("modifier")),
    }


def _doers(analysis: Analysis, subject: Token, caseless: bool) -> list[Mention]:
    """Return the names of those who did it; none unless every one is named."""
    if not caseless and _name(analysis, subject) is None:
        return []
    heads = (subject, *subject.conjuncts)
    names = [name for head in heads if (name := _name(analysis, head))]
    if caseless and not names:
        bare = [bare_name(head) for head in heads]
        return [_bare(analysis, words) for words in bare] if all(bare) else []
    if len(names) < len(heads) or len({name.kind for name in names}) > 1:
        return []
    doers = [analysis.mention(name.span.start, name.span.end) for name in names]
    return doers if all(mention.entity for mention in doers) else []


def _subject(verb: Token) -> Token | None:
    """Return the noun a verb is said of, its own or that of the clause around it."""
    for _ in range(CHAIN):
        own = subject_noun(verb)
        if own is not None and is_aim(verb):
            verb = verb.head
            continue
        if own is not None and own.lower_ not in RELATIVE:
            return own
        if own is not None:
            return verb.head if verb.dep_ == "relcl" else None
        if verb.dep_ not in ("conj", "advcl") or verb.head.pos_ not in VERBAL:
            return None
        verb = verb.head
    return None


def _name(analysis: Analysis, head: Token) -> NameMention | None:
    """Return the person or state at a noun or beside it: "the mayor, **Ana Duval**"."""
    names = names_beside(analysis, head)
    wanted = (n for n in names if n.kind == "person" or _is_state(analysis, n))
    return next(wanted, None)


def _is_state(analysis: Analysis, name: NameMention) -> bool:
    entity = analysis.entities.get(name.entity)
    return name.kind == "place" and entity is not None and entity.country is not None


def _bare(analysis: Analysis, words: list[Token]) -> Mention:
    """Make the mention of a name in small letters, known by its words alone."""
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return plain(analysis, start, end, analysis.original[start:end].casefold())
