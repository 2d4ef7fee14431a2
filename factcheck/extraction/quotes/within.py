"""Speakers found in the quotation's own sentence, beyond the cue beside it."""

import re

from factcheck.extraction.quotes.attributed import FAIR, WEAK, Attributed, Coverage
from factcheck.extraction.quotes.cues import compounded, cue_span, lexicon
from factcheck.extraction.quotes.frames import Frame, initial
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker, owner_of, phrase, subject_of
from factcheck.extraction.quotes.statements import ReportedSpeech

THINGS = frozenset({"it", "this", "that", "which"})
UTTERING = frozenset({"say", "tell", "judge", "name", "urge"})
DASH = re.compile(r"[ \t\u00a0]{0,9}(?P<dash>—|–|―|--|-)[ \t\u00a0]{0,9}(?=[A-Z])")
NEAR = 12
"""Tokens from the marks within which *in her words* belongs to them."""
DESCRIPTION = 8
"""Words that may follow a name behind a dash: *— Ana Duval, a teacher in Dover*."""


def held_by(frame: Frame, coverage: Coverage) -> Attributed | None:
    """Attribute quoted words to the innermost report of speech that holds them."""
    quotation = frame.quotation
    holding = coverage.holding(quotation.inner_start, quotation.inner_end)
    if not holding:
        return None
    named = [h for h in holding if h[1].speaker is not None] or holding
    spoken = [h for h in named if _spoken(h[1])] or named
    report = min(spoken, key=lambda h: h[0])[1]
    cue = (report.cue_start, report.cue_end)
    sure = WEAK if report.way == "label" else FAIR
    return Attributed([], report.speaker, cue, sure, "report", report.cue)


def _spoken(report: ReportedSpeech) -> bool:
    """Ask whether a report is of something said, not merely thought or intended."""
    if report.speaker is not None and report.speaker.head.lower_ in THINGS:
        return False
    sorts = lexicon().verbs.get(report.cue.lemma_)
    return sorts is None or not sorts <= {"think", "intend"}


def in_sentence(frame: Frame, coverage: Coverage) -> Attributed | None:
    """Attribute quoted words to the only person whose words their sentence reports."""
    reported = coverage.between(frame.before[0], frame.first)
    spoken = [r for r in reported if r.speaker is not None and _spoken(r)]
    if not spoken or len({r.speaker.start for r in spoken if r.speaker}) > 1:
        return None
    report = spoken[-1]
    cue = (report.cue_start, report.cue_end)
    return Attributed([], report.speaker, cue, WEAK, "sentence", report.cue)


def _utters(lemma: str) -> bool:
    sorts = lexicon().verbs.get(lemma, frozenset())
    return lemma in lexicon().beside or bool(sorts & UTTERING)


def governed_by(scene: Scene, frame: Frame) -> Attributed | None:
    """Climb from the quoted words to a verb of saying that governs them."""
    doc = scene.analysis.doc
    inside = doc[frame.first : frame.last]
    if not len(inside):
        return None
    token = inside.root
    for _ in range(8):
        if token.dep_ in ("nsubj", "nsubjpass", "relcl", "ROOT"):
            return None
        head = token.head
        if (
            head.pos_ == "VERB"
            and _utters(head.lemma_)
            and not compounded(head)
            and not scene.quoted[head.i]
            and token.dep_ not in ("advcl", "npadvmod", "conj", "parataxis")
        ):
            speaker = subject_of(scene, head)
            if speaker is not None and not scene.quoted[speaker.head.i]:
                return Attributed([], speaker, cue_span(head), FAIR, "governed", head)
        token = head
    return None


def in_words_of(scene: Scene, frame: Frame) -> Attributed | None:
    """Attribute *in Duval's words, “...”* and *“...”, in the words of Duval*."""
    doc = scene.analysis.doc
    start, stop = frame.before
    for i in (*range(max(start, stop - NEAR), stop), *range(*frame.behind)[:NEAR]):
        token = doc[i]
        led = token.head.dep_ == "prep" and token.head.lower_ in ("in", "to")
        if token.lemma_ != "word" or not led or scene.quoted[i]:
            continue
        of = next((c for c in token.children if c.lower_ == "of"), None)
        whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of else None
        owner = phrase(scene, whose) if whose is not None else owner_of(scene, token)
        if owner is not None:
            cue = (token.head.idx, token.idx + len(token))
            return Attributed([], owner, cue, FAIR, way="words")
    return None


def captioned(scene: Scene, frame: Frame) -> Attributed | None:
    """Attribute *Duval posted a picture with the caption “...”* to the subject."""
    doc = scene.analysis.doc
    start, stop = frame.before
    for i in range(max(start, stop - 3), stop):
        token = doc[i]
        with_it = token.dep_ == "pobj" and token.head.lower_ in ("with", "under")
        if not with_it or token.lemma_ not in lexicon().writings | {"word", "line"}:
            continue
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        subject = subject_of(scene, verb) if verb is not None else None
        if subject is not None and not scene.quoted[subject.head.i]:
            cue = (token.head.idx, token.idx + len(token))
            return Attributed([], subject, cue, FAIR, way="words")
    return None


def by_colon(scene: Scene, frame: Frame) -> Attributed | None:
    """Attribute *The mayor had a message for them: “...”* to the subject."""
    doc = scene.analysis.doc
    start, stop = frame.before
    colon = doc[stop - 1]
    cue = (colon.idx, colon.idx + len(colon))
    for i in range(stop - 1, start - 1, -1):
        token = doc[i]
        if token.pos_ not in ("VERB", "AUX"):
            continue
        actor = subject_of(scene, token)
        if actor is not None and not scene.quoted[actor.head.i]:
            return Attributed([], actor, cue, WEAK, way="colon")
    owner = owner_of(scene, doc[max(stop - 2, start)])
    if owner is not None:
        return Attributed([], owner, cue, WEAK, way="colon")
    place = (doc[start].idx, colon.idx)
    people = scene.analysis.names_in(*place, "person")
    named = people or scene.analysis.names_in(*place, "organization")
    if len({name.entity for name in named}) != 1:
        return None
    span = named[0].span
    speaker = Speaker(span.start, span.end, scene.analysis.token_at(span.end - 1))
    return Attributed([], speaker, cue, WEAK, way="colon")


def by_dash(scene: Scene, frame: Frame) -> Attributed | None:
    """Attribute *“...” — Ana Duval, teacher* to the name behind the dash."""
    analysis = scene.analysis
    _, high = scene.paragraph_bounds(frame.quotation.start)
    match = DASH.match(analysis.text, frame.quotation.end, high)
    if match is None or not initial(frame, scene):
        return None
    name = analysis.name_at(match.end())
    if name is None or len(analysis.text[name.span.end : high].split()) > DESCRIPTION:
        return None
    token = analysis.token_at(name.span.end - 1)
    speaker = Speaker(name.span.start, name.span.end, token)
    return Attributed([], speaker, match.span("dash"), FAIR, way="dash")
