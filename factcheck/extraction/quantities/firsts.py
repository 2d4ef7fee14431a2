"""Who was the first, or the second, to do something, told in passing.

"Duval levelled, becoming **the second woman to score in a final**"; a sentence of its
own ("Duval was the first woman to …") is read with the descriptions.
"""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import subject_noun
from factcheck.extraction.meetings.participants import under
from factcheck.extraction.quantities.measured import (
    Measured,
    forms_of,
    one_named,
)
from factcheck.extraction.quantities.measures import group
from factcheck.extraction.quantities.numbers import ordinals

BECOMING = frozenset(("become", "becoming", "be", "being"))
LONGEST = 16
"""Words of what was done, at most."""
TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
DONE = ("relcl", "acl", "advcl", "xcomp")
CLAUSES = ("xcomp", "advcl", "conj", "ccomp")


def firsts(analysis: Analysis) -> Iterator[Measured]:
    """Yield who became the first, second … to do something, in inner clauses."""
    for verb in analysis.tokens_printed(BECOMING):
        if verb.tag_ not in ("VB", "VBG"):
            continue
        noun = next((c for c in verb.rights if c.dep_ == "attr"), None)
        counted = noun is not None and _ordinal(noun)
        if noun is None or not counted or (done := _done(noun)) is None:
            continue
        if verb.tag_ == "VB" and (verb.dep_ != "advcl" or verb.head.tag_ != "VBD"):
            continue  # "wants to become the first"
        for teller, subject in _subject(analysis, verb):
            start, end = noun.idx, noun.idx + len(noun)
            predicate = plain(analysis, start, end, done)
            word, place = counted
            span = word.idx, word.idx + len(word)
            yield Measured("rank", *span, place, teller, subject, predicate)


def titles_won(analysis: Analysis) -> Iterator[Measured]:
    """Yield which title, medal or term somebody's is: "Rovana's **third** title"."""
    ranks: dict[tuple[str | None, str], Measured] = {}
    several = set()
    for noun in forms_of(analysis, group("honours")):
        word = next((c for c in noun.lefts if c.lower_ in ordinals()), None)
        owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
        if word is None or owner is None or under(noun, "in", "of", "at", "for"):
            continue
        verb = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), noun)
        near = [c for c in verb.children if c.dep_ in ("dative", "nsubj")]
        near = near if owner.lower_ in ("its", "their") else [owner]
        named = [who for c in near if (who := one_named(analysis, c)) and who.entity]
        if len(named) != 1:
            continue
        kept = [c for c in noun.lefts if c.dep_ in ("amod", "compound") and c != word]
        words = sorted(t.lemma_.lower() for t in (*kept, noun))
        predicate = plain(analysis, noun.idx, noun.idx + len(noun), " ".join(words))
        key = named[0].entity, " ".join(words)
        several.update([key] if key in ranks else [])
        span = word.idx, word.idx + len(word)
        ranks[key] = Measured(
            "rank", *span, ordinals()[word.lower_], verb, named[0], predicate
        )
    yield from (rank for key, rank in ranks.items() if key not in several)


def _ordinal(noun: Token) -> tuple[Token, int] | None:
    if not any(c.lower_ == "the" for c in noun.lefts):
        return None
    for child in noun.lefts:
        if child.lower_ in ordinals():
            return child, ordinals()[child.lower_]
    return None


def _done(noun: Token) -> str | None:
    """Return what was done in one form: the words that say something, sorted."""
    behind = (*noun.rights, *(c for c in noun.head.rights if c.i > noun.i))
    clause = next((c for c in behind if c.tag_ == "VB" and c.dep_ in DONE), None)
    if clause is None or clause.lemma_ in ("do", "be"):
        return None
    whole = sorted(clause.subtree, key=lambda token: token.i)
    words = list(takewhile(lambda t: t.lower_ not in group("since_then"), whole))
    if len(words) > LONGEST:
        return None
    lemmas = {t.lemma_.lower() for t in words if t.pos_ in TELLING}
    narrowing = [c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod")]
    who = [t.lemma_.lower() for t in (*narrowing, noun) if t.lower_ not in ordinals()]
    lemmas.update(word for word in who if word not in group("anybody"))
    return " ".join(sorted(lemmas)) if len(lemmas) > 1 else None


def _subject(analysis: Analysis, verb: Token) -> Iterator[tuple[Token, Mention]]:
    """Yield the verb around one without a subject, and the name it is said of."""
    while verb.dep_ in CLAUSES and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        noun = subject_noun(verb)
        if noun is None:
            continue
        if subject := one_named(analysis, noun):
            yield verb, subject
        return
