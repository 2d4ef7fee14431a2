"""Who met whom: "Duval met Riel in Bern", "talks between the two governments"."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.claims import Claim
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.meetings.by_noun import by_noun, is_meeting
from factcheck.extraction.meetings.by_verb import by_verb, meeting_verbs
from factcheck.extraction.meetings.phrases import words


@EXTRACTORS.register("meeting")
def meetings(analysis: Analysis) -> Iterator[Claim]:
    """Yield each meeting, call or round of talks that has somebody or some place in it.

    "Ana **Duval** met **the rebels** in **Bern** on Friday" has two participants and a
    place. What was planned, denied or asked about is told as such.
    """
    claimed: set[int] = set()
    nouns = []
    for token in analysis.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            if lemma in meeting_verbs() and (claim := by_verb(analysis, token, lemma)):
                claimed.add(token.i)
                yield claim
        elif token.pos_ in ("NOUN", "PROPN") and lemma in words("nouns"):
            nouns.append(token)
    for noun in nouns:
        if is_meeting(analysis, noun) and not _is_part_of(noun, claimed):
            claimed.add(noun.i)
            if claim := by_noun(analysis, noun):
                yield claim


def _is_part_of(noun: Token, claimed: set[int]) -> bool:
    """Ask whether a verb that governs the noun has already told of the meeting."""
    token = noun
    for _ in range(4):
        token = token.head
        if token.i in claimed:
            return True
    return False
