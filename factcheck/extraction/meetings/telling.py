"""Make the claims: a meeting or a visit with its place, its time and who says so."""

from spacy.tokens import Token

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.extraction.ahead import modality_at
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.participants import (
    everybody,
    phrase,
    subjects,
    where,
    words,
)
from factcheck.extraction.quotes.pronouns import resolve_pronoun
from factcheck.extraction.time_attachment import time_of

SPEAKING = frozenset(("i", "we", "you", "us", "me", "my", "our", "your"))


def tell_meeting(
    analysis: Analysis, trigger: Token, who: list[Mention], hosts: tuple[Token, ...]
) -> Claim | None:
    """Make a meeting of those who took part; None where it would say nothing."""
    persons = _distinct(everybody(analysis, list({m.span: m for m in who}.values())))
    place = where(analysis, *hosts)
    if not persons and not place:
        return None
    if all(m.text.lower() in SPEAKING for m in persons) and not place:
        return None
    time = next((t for h in hosts if (t := time_of(analysis, h))), None)
    return tell(
        analysis,
        "meeting",
        trigger,
        {"participant": persons, "place": place},
        time,
        0.9 if len(persons) > 1 else 0.6,
    )


def _distinct(who: list[Mention]) -> list[Mention]:
    """Forget whom a pronoun means if it would be the other: "he talked to Duval"."""
    named = {m.entity for m in who if m.text.lower() not in words("pronouns")}
    return [
        m._replace(entity=None, name=None)
        if m.entity in named and m.text.lower() in words("pronouns")
        else m
        for m in who
    ]


def tell(
    analysis: Analysis,
    kind: str,
    trigger: Token,
    roles: dict[str, list[Mention]],
    time: ClaimTime | None,
    confidence: float,
) -> Claim:
    """Make a claim with what is said of its trigger: modality and who is credited."""
    return analysis.claim_around(
        kind,
        trigger,
        roles,
        time=time,
        modality=modality_at(analysis, trigger, time),
        attribution=credited(analysis, trigger),
        confidence=confidence,
        extractor="meetings",
    )


def credited(analysis: Analysis, trigger: Token) -> tuple[Mention, ...]:
    """Return whom the sentence credits: "**police** said", "according to **her**"."""
    token, accords = trigger, "according" in analysis.words_around(trigger)
    for _ in range(6):
        for child in token.children if accords else ():
            if child.lower_ == "according":
                tokens = [t for c in child.children for t in c.children]
                return _sources(analysis, [t for t in tokens if t.dep_ == "pobj"][:1])
        head = token.head
        if head is token:
            break
        if token.dep_ == "ccomp" and head.lemma_ in words("saying"):
            return _sources(analysis, subjects(head))
        token = head
    return ()


def _sources(analysis: Analysis, tokens: list[Token]) -> tuple[Mention, ...]:
    sources = []
    for token in tokens:
        meant = resolve_pronoun(analysis, token) if token.pos_ == "PRON" else None
        sources.append(analysis.mention(*phrase(analysis, token), entity=meant))
    return tuple(sources)
