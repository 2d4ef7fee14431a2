"""Say which time dates a clause or an event noun, and which place it is put in.

Attachment is read off the parse: a time dates the verb or noun it modifies. A time under
*after*, *before* or *until* puts two things in order and dates neither.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims import ClaimTime, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.lexicons import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.extraction.times import Time

WORDS = {key: frozenset(words) for key, words in load_table("attachment").items()}
CLAUSES = frozenset(("VERB", "AUX"))


def time_of(analysis: Analysis, token: "Token") -> ClaimTime | None:
    """Say when the clause or noun headed by a token happened; None if that is not said.

    "Police **said** Friday that two men **died** Thursday": each verb has its own day.
    A coordinated verb shares a time that stands before both verbs, a verb the time of
    its object ("held **talks** on Friday"), a subject that of *was* or *took place*.
    """
    for host in _hosts(token):
        if dated := _own_time(analysis, host):
            return dated
    shared = _fronted(analysis, token)
    return _claim_time(analysis, shared) if shared else None


def place_of(analysis: Analysis, token: "Token") -> Mention | None:
    """Return the place name a clause or noun is put in by *in*, *at* and the like."""
    for host in _hosts(token):
        for child in host.children:
            if child.dep_ == "prep" and child.lower_ in WORDS["place"]:
                for place in child.children:
                    name = place.dep_ == "pobj" and analysis.name_at(place.idx)
                    if name and name.kind == "place":
                        return analysis.mention(name.span.start, name.span.end)
    return None


def _own_time(analysis: Analysis, token: "Token") -> ClaimTime | None:
    times = attached_times(analysis).get(token.i, ())
    dated = [time for time in times if time.first and time.type in ("DATE", "TIME")]
    return _claim_time(analysis, dated) if dated else None


def _claim_time(analysis: Analysis, times: "list[Time]") -> ClaimTime:
    """Make one valid time of the times that date one thing: a narrower one wins."""
    best = min(times, key=lambda time: (_length(time), time.start))
    text = analysis.original[best.start : best.end]
    return ClaimTime(best.first, best.last, text, best.value)


def _length(time: "Time") -> int:
    if not (time.first and time.last):
        return 10**9
    years = int(time.last[:4]) - int(time.first[:4])
    months = int(time.last[5:7]) - int(time.first[5:7])
    return years * 372 + months * 31 + int(time.last[8:10]) - int(time.first[8:10])


def attached_times(analysis: Analysis) -> "dict[int, list[Time]]":
    """Return the times that date something, by the index of the token they date."""
    known: dict[int, list[Time]] | None = analysis.__dict__.get("_attached_times")
    if known is None:
        known = {}
        for time in analysis.times:
            host = _host_of(analysis, time)
            if host is not None:
                known.setdefault(host.i, []).append(time)
        analysis.__dict__["_attached_times"] = known
    return known


def _host_of(analysis: Analysis, time: "Time") -> "Token | None":
    """Return the verb or noun a time expression modifies, or None."""
    span = analysis.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    before = analysis.doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in WORDS["dating"] and span.start > 1:
        before = analysis.doc[span.start - 2]
    if before is not None and before.lemma_ in WORDS["report"]:
        return before
    return _climb(span.root, span.start, span.end)


def _climb(token: "Token", start: int, end: int) -> "Token | None":
    while token.dep_ == "conj" or start <= token.head.i < end:
        if token.head.i == token.i:
            return None
        token = token.head
    head = token.head
    if token.dep_ in ("npadvmod", "advmod", "tmod"):
        return None if head.pos_ in ("ADP", "SCONJ") else _solid(head)
    if token.dep_ in ("poss", "compound", "amod", "nmod", "nummod"):
        return head
    if token.dep_ == "pobj" and head.lower_ in WORDS["dating"]:
        while head.head.dep_ == "prep" and head.dep_ == "prep":
            head = head.head
            if head.lower_ not in WORDS["dating"]:
                return None
        return _solid(head.head) if head.dep_ == "prep" else None
    return None


def _solid(token: "Token") -> "Token | None":
    """Step from an auxiliary, adverb or adjective to the word that carries it."""
    if token.dep_ in ("aux", "auxpass", "advmod") and token.head.i != token.i:
        return token.head
    return token


def _hosts(token: "Token") -> "Iterator[Token]":
    """Yield a token and those whose attachments are also its own."""
    yield token
    if token.pos_ in CLAUSES:
        for child in token.children:
            if child.dep_ in ("dobj", "xcomp", "attr", "prt", "acomp"):
                yield child
        if token.dep_ == "xcomp":
            yield token.head
    elif token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in WORDS["occur"]:
        yield token.head
    elif token.dep_ == "dobj" and token.head.lemma_ in WORDS["light"]:
        yield token.head


def _fronted(analysis: Analysis, token: "Token") -> "list[Time]":
    """Return the times before the first of several coordinated verbs."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in CLAUSES:
        first = first.head
    if first.i == token.i or any(c.dep_ == "nsubj" for c in token.children):
        return []
    times = attached_times(analysis).get(first.i, ())
    return [t for t in times if t.first and t.start < first.idx]
