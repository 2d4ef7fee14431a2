"""Say which time dates a clause or an event noun, and which place it is put in.

Attachment is read off the parse: a time dates the verb or noun it modifies. A time
under *after*, *before* or *until* puts two things in order and dates neither.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from factcheck.claims import ClaimTime, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.time_scope import (
    CLAUSES,
    NOMINAL,
    WORDS,
    is_event_noun,
    sharing,
)
from factcheck.extraction.times import Time
from factcheck.extraction.times.days import covered

__all__ = ["Attachment", "attach_times", "is_event_noun", "place_of", "time_of"]

HOUR = re.compile(
    r"\b(?:late|early|overnight|midnight|(?:the )?night|hours)\s+(?:on |of |in )?\Z",
    re.I,
)
"""An hour before a day, which tells how far to trust it: "late on 12 June"."""

SAYING = WORDS["report"] | WORDS["print"]
PRENOMINAL = ("poss", "compound", "amod", "nmod", "nummod")


class Attachment(NamedTuple):
    """A time and how it hangs on the word it dates.

    Attributes:
        time: The time expression.
        host: The index of the token it dates.
        before_noun: Whether it stands before a noun as in "Friday's attack".
        link: The preposition it stands under ("from"), or "".
    """

    time: Time
    host: int
    before_noun: bool
    link: str


def time_of(analysis: Analysis, token: Token, written: bool = True) -> ClaimTime | None:
    """Say when the clause or noun headed by a token happened; None if that is not said.

    "Police **said** Friday that two men **died** Thursday": each verb has its own day.
    A coordinated verb shares a time that stands before both verbs, a verb the time of
    its object ("held **talks** on Friday"), a subject that of *was* or *took place*.

    Args:
        analysis: The stretch of text.
        token: The head of the clause, or the noun.
        written: Whether the day of a letter is that of what it says. Words quoted from
            one are printed by others without that day.
    """
    times = analysis.clause_times
    if (token.i, written) not in times:
        attached = _dating(analysis, token, written) if analysis.attachments else None
        times[token.i, written] = _claim_time(analysis, attached) if attached else None
    return times[token.i, written]


def _dating(analysis: Analysis, token: Token, written: bool) -> list[Attachment]:
    """Return the times that date a clause or noun, of its own or shared."""
    ways = [_attached, _of_subject, _of_enacted]
    if written:
        ways.append(_of_text)
    for attached_by in ways:
        if attached := attached_by(analysis, token):
            return attached
    for other in sharing(token, analysis.attachments):
        attached = [a for a in _attached(analysis, other) if not a.before_noun]
        if attached:
            return attached
    return _fronted(analysis, token)


def place_of(analysis: Analysis, token: Token) -> Mention | None:
    """Return the place name a clause or noun is put in by *in*, *at* and the like."""
    for host in (token, *(c for c in token.children if c.dep_ in ("dobj", "attr"))):
        for child in host.children:
            if child.dep_ == "prep" and child.lower_ in WORDS["place"]:
                for place in child.children:
                    name = place.dep_ == "pobj" and analysis.name_at(place.idx)
                    if name and name.kind == "place":
                        return analysis.mention(name.span.start, name.span.end)
    return None


def attach_times(analysis: Analysis) -> dict[int, list[Attachment]]:
    """Return the times that date something, by the index of the token they date."""
    attached: dict[int, list[Attachment]] = {}
    for time in analysis.times:
        if time.first and time.type in ("DATE", "TIME"):
            for attachment in _attach(analysis, time):
                attached.setdefault(attachment.host, []).append(attachment)
    return attached


def _attached(analysis: Analysis, token: Token) -> list[Attachment]:
    return analysis.attachments.get(token.i, [])


def _claim_time(analysis: Analysis, attachments: list[Attachment]) -> ClaimTime:
    """Make one valid time of those that date one thing: the narrowest, or a range."""
    begun = [a.time for a in attachments if a.link in ("from", "between")]
    ended = [a.time for a in attachments if a.link in WORDS["until"]]
    if begun and ended and (begun[0].first or "") <= (ended[0].last or ""):
        first, last = begun[0], ended[-1]
        text = analysis.original[first.start : last.end]
        return ClaimTime(first.first, last.last, text)
    times = [a.time for a in attachments if a.link not in WORDS["until"]]
    best = min(times or [ended[0]], key=lambda time: (_length(time), time.start))
    before = HOUR.search(analysis.original, max(0, best.start - 40), best.start)
    begin = before.start() if before else best.start
    text = analysis.original[begin : best.end]
    single = covered(best.value) == (best.first, best.last)
    return ClaimTime(best.first, best.last, text, best.value if single else None)


def _length(time: Time) -> int:
    """Count the days a time covers, roughly: enough to tell the narrower one."""
    first, last = time.first or "0000-00-00", time.last or "9999-00-00"
    years = int(last[:4]) - int(first[:4])
    months = int(last[5:7]) - int(first[5:7])
    return years * 372 + months * 31 + int(last[8:10]) - int(first[8:10])


def _attach(analysis: Analysis, time: Time) -> Iterator[Attachment]:
    """Yield the verb or noun a time expression modifies, if there is one."""
    doc = analysis.doc
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    clause = _when_clause(doc, span.end)
    if clause is not None:
        yield Attachment(time, clause.i, False, "")
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ == "on" and before.i:
        verb = doc[before.i - 1]
        if verb.pos_ == "VERB" and verb.lemma_ in WORDS["report"]:
            yield Attachment(time, verb.i, False, "")
            return
    if (subject_of := _before_name(analysis, span)) is not None:
        yield Attachment(time, subject_of.i, False, "")
        return
    free = _root(span).dep_ not in (*PRENOMINAL, "det", "dobj")
    if before is not None:
        free = free or any(c.dep_ == "auxpass" for c in before.children)
    if before is not None and before.pos_ == "VERB" and free:
        yield Attachment(time, before.i, False, "")
        return
    attachment = _climb(time, _root(span), span.start, span.end)
    if attachment is not None:
        yield _merged(analysis, _lift(doc, attachment))


def _before_name(analysis: Analysis, span: Span) -> Token | None:
    """Return the verb of "On Monday Ana Duval **left**": the parser joins both."""
    token = _root(span)
    while token.dep_ in ("compound", "nummod") and token.head.i >= span.end:
        token = token.head
    start = analysis.sentence_of(span[0]).start
    opening = span.start - start < 2
    if not opening or token.pos_ != "PROPN" or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    name = analysis.name_at(token.idx)
    if name is None or name.span.start < span.end_char or token.i < span.end:
        return None
    under = span.start > start and span.doc[span.start - 1].dep_ == "prep"
    return token.head if under or name.kind == "person" else None


def _root(span: Span) -> Token:
    """Return the last word of a time that hangs on a word outside it."""
    for token in reversed(span):
        if not span.start <= token.head.i < span.end and token.dep_ != "det":
            return token
    return span.root


def _merged(analysis: Analysis, attachment: Attachment) -> Attachment:
    """Move a day gone by from an aim to the past verb: "rose to close at 9 Monday"."""
    aim = analysis.doc[attachment.host]
    published = analysis.document.published
    if aim.tag_ != "VB" or not published or (attachment.time.last or "9") > published:
        return attachment
    verb = aim.head
    finite = verb.head if verb.pos_ == "ADJ" else verb
    past = finite.tag_ == "VBD" and verb.lemma_ not in WORDS["plan"]
    aims = aim.dep_ in ("advcl", "xcomp") and any(c.tag_ == "TO" for c in aim.children)
    return attachment._replace(host=verb.i) if past and aims else attachment


def _when_clause(doc: Doc, end: int) -> Token | None:
    """Return the verb of "Friday, when ...": it tells what happened then."""
    if end < len(doc) and doc[end].lower_ == ",":
        end += 1
    if end + 1 < len(doc) and doc[end].lower_ == "when":
        verb = doc[end].head
        return verb if verb.pos_ in CLAUSES and verb.i > end else None
    return None


def _lift(doc: Doc, attachment: Attachment) -> Attachment:
    """Move a time from a noun that is not an event to the verb the noun belongs to."""
    token = doc[attachment.host]
    if attachment.before_noun or token.pos_ not in ("NOUN", "PROPN"):
        return attachment
    if attachment.link == "of" and token.lemma_ not in WORDS["part"]:
        return attachment
    while token.pos_ in NOMINAL and not is_event_noun(token):
        if token.dep_ in ("dobj", "conj", "attr", "nsubj", "nsubjpass", "dative"):
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ not in WORDS["order"]:
            token = token.head.head
        else:
            return attachment
    return attachment._replace(host=_solid(token).i)


def _climb(time: Time, token: Token, start: int, end: int) -> Attachment | None:
    """Follow the parse from a time to what it modifies."""
    while token.dep_ == "conj" or start <= token.head.i < end:
        if token.head.i == token.i:
            return None
        token = token.head
    head = token.head
    if token.dep_ in ("npadvmod", "advmod", "tmod"):
        if head.pos_ in ("ADP", "SCONJ"):
            scenes = head.lower_ in WORDS["scene"] and token.dep_ == "npadvmod"
            nouns = (c for c in head.children if c.dep_ == "pobj" and c.i < token.i)
            noun = next(nouns, None) if scenes else None
            return Attachment(time, noun.i, False, "") if noun is not None else None
        return Attachment(time, _solid(head).i, False, "")
    if token.dep_ in PRENOMINAL:
        return Attachment(time, head.i, token.i < head.i, "")
    if token.dep_ == "appos" and head.pos_ == "NOUN":
        return Attachment(time, head.i, False, "")
    if token.dep_ != "pobj" or head.dep_ != "prep":
        return None
    link = head.lower_
    if link == "as" and head.head.lower_ in WORDS["as"]:  # "as early as Tuesday"
        return Attachment(time, _solid(head.head).i, False, "")
    if (cleft := _cleft(head)) is not None:
        return Attachment(time, cleft.i, False, "")
    if link not in WORDS["dating"] and link not in WORDS["until"]:
        return None
    while head.head.dep_ == "prep":
        head = head.head
        if head.lower_ not in WORDS["dating"]:
            return None
        link = link if link in WORDS["until"] else head.lower_
    if link in WORDS["until"] and not _begun(head):
        return None
    return Attachment(time, (_behind(head) or _solid(head.head)).i, False, link)


def _cleft(link: Token) -> Token | None:
    """Return the verb of "it was on Monday that he **left**", "not until Monday"."""
    be = link.head
    if be.lemma_ != "be" or not any(c.lower_ == "it" for c in be.lefts):
        return None
    if any(c.dep_ == "neg" for c in be.children) != (link.lower_ == "until"):
        return None
    clauses = (c for c in be.rights if c.dep_ in ("ccomp", "advcl", "relcl", "acl"))
    stressed = (c for c in clauses if any(t.lower_ == "that" for t in c.lefts))
    return next(stressed, None)


def _behind(link: Token) -> Token | None:
    """Return what stands under *after* before a time: "fell after its **sale** in May".

    The parser hangs both on the verb.
    """
    for order in link.head.children:
        if order.dep_ != "prep" or order.lower_ not in WORDS["order"]:
            continue
        nouns = [c for c in order.children if c.dep_ in ("pobj", "pcomp")]
        between = link.doc[order.i : link.i] if order.i < link.i else ()
        if between and nouns and not any(t.is_punct for t in between):
            return nouns[0]
    return None


def _begun(until: Token) -> bool:
    """Ask whether a range that ends here was begun: "from Monday to Friday"."""
    if until.lower_ == "through":
        return True
    near = [c for c in until.head.children if c.lower_ in ("from", "between")]
    return bool(near) and not any(c.lower_ == "now" for p in near for c in p.children)


def _solid(token: Token) -> Token:
    """Step from an auxiliary, adverb or adjective to the word that carries it."""
    if token.dep_ in ("aux", "auxpass", "advmod") and token.head.i != token.i:
        return token.head
    return token


def _of_subject(analysis: Analysis, token: Token) -> list[Attachment]:
    """Return the period of a quantity that moved: "profit for **May** rose"."""
    if token.pos_ != "VERB" or token.lemma_ not in WORDS["move"]:
        return []
    subjects = (c for c in token.children if c.dep_ == "nsubj")
    return [attachment for c in subjects for attachment in _attached(analysis, c)]


def _of_enacted(analysis: Analysis, token: Token) -> list[Attachment]:
    """Return the day of what a verb brings about: "held **Friday's** talks".

    Also of the noun it describes: "the 3 May accord **signed** in Lisbon".
    """
    if token.pos_ != "VERB" or token.lemma_ not in WORDS["enact"]:
        return []
    nouns = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
    if token.dep_ in ("acl", "relcl"):
        nouns.append(token.head)
    days = [_attached(analysis, noun) for noun in nouns if is_event_noun(noun)]
    return [attachment for days_of in days for attachment in days_of]


def _of_text(analysis: Analysis, token: Token) -> list[Attachment]:
    """Return the day of the text that says it: "said in a letter **dated Monday**"."""
    if token.lemma_ not in SAYING or token.pos_ != "VERB":
        return []
    sentence = analysis.sentence_of(token)
    if WORDS["text"].isdisjoint(analysis.lemmas[sentence.start : sentence.end]):
        return []
    links = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "in")
    nouns = [c for link in links for c in link.children if c.dep_ == "pobj"]
    if token.tag_ == "VBD":
        nouns += [c for c in token.children if c.dep_ == "nsubj"]
    texts = [noun for noun in nouns if noun.lemma_.lower() in WORDS["text"]]
    if attached := [a for noun in texts for a in _made(analysis, noun)]:
        return attached
    again = {n.lemma_ for n in texts if any(c.lower_ == "the" for c in n.lefts)}
    if not again:
        return []
    earlier = (t for t in reversed(token.doc[: token.i]) if t.lemma_ in again)
    return next((made for t in earlier if (made := _made(analysis, t))), [])


def _made(analysis: Analysis, text: Token) -> list[Attachment]:
    """Return the day of a text: "the letter **dated Monday**", "Monday's letter"."""
    verbs = (c for c in text.children if c.dep_ in ("acl", "relcl"))
    made = (verb for verb in verbs if verb.lemma_ in WORDS["print"])
    return [a for t in (text, *made) for a in _attached(analysis, t)]


def _fronted(analysis: Analysis, token: Token) -> list[Attachment]:
    """Return the times a coordinated word shares with the first of its row."""
    if token.pos_ == "NOUN" and token.dep_ == "conj":  # "Friday's rallies and marches"
        owned = any(c.dep_ in ("det", "poss") for c in token.children)
        return [
            a for a in _attached(analysis, token.head) if a.before_noun and not owned
        ]
    first = token
    while first.dep_ == "conj" and first.head.pos_ in CLAUSES:
        first = first.head
    if first.i == token.i or any(c.dep_ == "nsubj" for c in token.children):
        return []
    attached = _attached(analysis, first)
    if token.tag_ == first.tag_ and token.tag_ in ("VBD", "VB"):
        return attached
    return [a for a in attached if a.time.start < first.idx]
