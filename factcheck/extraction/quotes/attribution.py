"""Attribute each quotation: to whom, by which cue, or to nobody we can name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.extraction.quotes.cues import compounded, cue_span, lexicon
from factcheck.extraction.quotes.frames import (
    Found,
    Frame,
    actor_behind,
    attached,
    cue_before,
    cue_behind,
    frame_of,
    initial,
)
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker, phrase, subject_of
from factcheck.extraction.quotes.statements import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG = 6
"""Words from which marks hold a quotation, and not a word held at arm's length."""
HEADING = 8
"""Words in the longest line that may be a cross-heading."""
SURE, FAIR, WEAK, SCARE = 0.95, 0.8, 0.6, 0.3
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "vs",
        "via",
        "is",
    ]
)
THINGS = frozenset({"it", "this", "that", "which"})
DASH = re.compile(r"[ \t\u00a0]*(?P<dash>—|–|―|--|-)[ \t\u00a0]*(?=[A-Z])")


@dataclass(slots=True)
class Attributed:
    """A quotation with its speaker and cue; `contents` grows as it is resumed."""

    contents: list[tuple[int, int]]
    speaker: Speaker | None = None
    cue: tuple[int, int] | None = None
    confidence: float = WEAK
    way: str = ""
    verb: "Token | None" = None
    frames: list[Frame] = field(default_factory=list)


def attribute(scene: Scene, reports: list[Report]) -> Iterator[Attributed]:
    """Yield the quotations of a stretch with their speakers, in order."""
    items: list[Attributed] = []
    by_number: dict[int, Attributed] = {}
    for number, quotation in enumerate(scene.outer, 1):
        frame = frame_of(scene, quotation)
        place = (quotation.inner_start, quotation.inner_end)
        before = by_number.get(number - 1)
        if heading(scene, frame):
            continue
        item = _read(scene, frame, reports)
        if before is not None and _resumes(scene, frame, before, item):
            before.contents.append(place)
            before.frames.append(frame)
            if before.speaker is None and item is not None:
                before.speaker, before.cue = item.speaker, item.cue
                before.confidence, before.way = item.confidence, item.way
                before.verb = item.verb
            by_number[number] = before
            continue
        if item is None:
            item = _joined(scene, frame, before) or _carried(
                scene, frame, before, reports
            )
        if item is None:
            if titled(scene, frame):
                continue
            sure = WEAK if frame.words >= LONG else SCARE
            item = Attributed([], confidence=sure, way="unknown")
        elif item.way not in ("behind", "dash") and titled(scene, frame):
            if item.way != "before" or frame.lead not in ",:":
                continue
        item.contents.append(place)
        item.frames.append(frame)
        items.append(item)
        by_number[number] = item
    yield from items


def _read(scene: Scene, frame: Frame, reports: list[Report]) -> Attributed | None:
    """Attribute a quotation by what stands in its own sentence."""
    if dash := _dash(scene, frame):
        return dash
    if initial(frame, scene):
        if attached(frame, scene) and (found := cue_behind(frame, scene)):
            return _item(found, SURE, "behind")
        if within := _within(scene, frame, reports):
            return within
        if attached(frame, scene) and (actor := actor_behind(frame, scene)):
            return Attributed([], actor, None, WEAK, "actor")
        return None
    if frame.lead in ",:" or _last_word(scene, frame) in ("that", "saying"):
        if held := _held(frame, reports):
            return held
        if found := cue_before(frame, scene):
            return _item(found, SURE, "before")
        if frame.lead == ":":
            return _colon(scene, frame)
    if found_within := _within(scene, frame, reports):
        return found_within
    if (found := cue_before(frame, scene)) and _near(scene, found, frame):
        return _item(found, FAIR, "before")
    if attached(frame, scene) and (found := cue_behind(frame, scene)):
        return _item(found, FAIR, "behind")
    return _in_sentence(scene, frame, reports)


def _in_sentence(
    scene: Scene, frame: Frame, reports: list[Report]
) -> Attributed | None:
    """Attribute quoted words to the only person whose words their sentence reports."""
    first, last = frame.before[0], frame.first
    spoken = [
        r
        for r in reports
        if first <= r.cue.i < last and r.speaker is not None and _spoken(r)
    ]
    if not spoken or len({r.speaker.start for r in spoken if r.speaker}) > 1:
        return None
    report = spoken[-1]
    cue = (report.cue_start, report.cue_end)
    return Attributed([], report.speaker, cue, WEAK, "sentence", report.cue)


def _near(scene: Scene, found: Found, frame: Frame) -> bool:
    return frame.first - found.cue.i <= 12


def _last_word(scene: Scene, frame: Frame) -> str:
    return scene.analysis.doc[frame.first - 1].lower_ if frame.first else ""


def _item(found: Found, confidence: float, way: str) -> Attributed:
    cue = cue_span(found.cue)
    return Attributed([], found.speaker, cue, confidence, way, found.cue)


def _within(scene: Scene, frame: Frame, reports: list[Report]) -> Attributed | None:
    """Attribute words quoted inside a sentence: by its report, then by its verbs."""
    return _held(frame, reports) or _governed(scene, frame)


def _held(frame: Frame, reports: list[Report]) -> Attributed | None:
    quotation = frame.quotation
    holding = [
        (end - start, report)
        for report in reports
        for start, end in report.contents
        if start <= quotation.inner_start and quotation.inner_end - 1 <= end
    ]
    if not holding:
        return None
    named = [h for h in holding if h[1].speaker is not None] or holding
    spoken = [h for h in named if _spoken(h[1])] or named
    report = min(spoken, key=lambda h: h[0])[1]
    cue = (report.cue_start, report.cue_end)
    return Attributed([], report.speaker, cue, FAIR, "report", report.cue)


def _spoken(report: Report) -> bool:
    """Ask whether a report is of something said, not merely thought or intended."""
    if report.speaker is not None and report.speaker.head.lower_ in THINGS:
        return False
    sorts = lexicon().verbs.get(report.cue.lemma_)
    return sorts is None or not sorts <= {"think", "intend"}


def _governed(scene: Scene, frame: Frame) -> Attributed | None:
    """Climb from the quoted words to a verb of saying that governs them."""
    doc = scene.analysis.doc
    inside = doc[frame.first : frame.last]
    if not len(inside):
        return None
    token = inside.root
    words = lexicon().beside | lexicon().verbs.keys()
    for _ in range(8):
        if token.dep_ in ("nsubj", "nsubjpass", "relcl", "ROOT"):
            return None
        head = token.head
        if (
            head.pos_ == "VERB"
            and head.lemma_ in words
            and not compounded(head)
            and not scene.quoted[head.i]
            and token.dep_ not in ("advcl", "npadvmod", "conj", "parataxis")
        ):
            speaker = subject_of(scene, head)
            if speaker is not None and not scene.quoted[speaker.head.i]:
                return Attributed([], speaker, cue_span(head), FAIR, "governed", head)
        token = head
    return None


def _colon(scene: Scene, frame: Frame) -> Attributed | None:
    """Attribute *The mayor had a message for them: “...”* to the subject."""
    doc = scene.analysis.doc
    start, stop = frame.before
    colon = doc[stop - 1]
    cue = (colon.idx, colon.idx + len(colon))
    for i in range(stop - 1, start - 1, -1):
        token = doc[i]
        if token.pos_ not in ("VERB", "AUX"):
            continue
        found = subject_of(scene, token)
        if found is not None and not scene.quoted[found.head.i]:
            return Attributed([], found, cue, WEAK, way="colon")
    name = scene.analysis.name_at(doc[start].idx)
    if name is not None and name.kind in ("person", "organization"):
        root = doc[start]
        while start <= root.head.i < stop and root.head != root:
            root = root.head
        return Attributed([], phrase(scene, root), cue, WEAK, way="colon")
    return None


def _dash(scene: Scene, frame: Frame) -> Attributed | None:
    """Attribute *“...” — Ana Duval, teacher* to the name behind the dash."""
    analysis = scene.analysis
    _, high = scene.paragraph_bounds(frame.quotation.start)
    match = DASH.match(analysis.text, frame.quotation.end, high)
    if match is None or not initial(frame, scene):
        return None
    name = analysis.name_at(match.end())
    if name is None or len(analysis.text[name.span.end : high].split()) > 8:
        return None
    token = analysis.token_at(name.span.end - 1)
    speaker = Speaker(name.span.start, name.span.end, token)
    return Attributed([], speaker, match.span("dash"), FAIR, way="dash")


def _resumes(
    scene: Scene, frame: Frame, before: Attributed, item: Attributed | None
) -> bool:
    """Ask whether a quotation goes on with the one before it.

    *“We tried,” she said. “We failed.”* is one; so is one that a paragraph reopens.
    """
    if frame.quotation.resumes:
        return True
    earlier = before.frames[-1]
    same = scene.paragraph(frame.quotation.start) == scene.paragraph(
        earlier.quotation.start
    )
    if not same or before.way not in ("behind", "before", "carried"):
        return False
    text = scene.analysis.text
    between = text[earlier.quotation.end : frame.quotation.start]
    if not between.strip() and before.way != "carried":
        return item is None or item.way == "report"
    if before.way != "behind" or earlier is not before.frames[0]:
        return False
    own = item is not None and item.cue is not None and item.cue != before.cue
    if initial(frame, scene):
        ended = earlier.behind[1] >= frame.before[0]
        return ended and not (own and item is not None and item.way == "behind")
    return (
        frame.lead == ","
        and frame.before == earlier.behind
        and not (own and item is not None and item.way == "behind")
        and (item is None or item.cue is None or _same_cue(item, before))
    )


def _same_cue(item: Attributed, before: Attributed) -> bool:
    return item.cue == before.cue


def _carried(
    scene: Scene, frame: Frame, before: Attributed | None, reports: list[Report]
) -> Attributed | None:
    """Attribute a quotation without a cue to whoever was speaking just before."""
    if not initial(frame, scene) or attached(frame, scene) or frame.words < 4:
        return None
    doc = scene.analysis.doc
    speaker: Speaker | None = None
    start = doc[frame.first].idx
    paragraph = scene.paragraph(start)
    if before is not None and before.speaker is not None:
        place = scene.paragraph(before.frames[-1].quotation.start)
        if paragraph - place <= 1:
            speaker = before.speaker
    later = _reported_before(scene, frame, reports) or _last_subject(scene, frame)
    if later is not None and (
        before is None
        or before.speaker is None
        or speaker is None
        or later.head.i > before.frames[-1].last + 30
    ):
        speaker = later
    if speaker is None:
        return None
    return Attributed([], speaker, None, WEAK, way="carried")


def _joined(scene: Scene, frame: Frame, before: Attributed | None) -> Attributed | None:
    """Attribute *“a fraud” and “a bully”*: what was joined to one is said by one."""
    if before is None or before.speaker is None or initial(frame, scene):
        return None
    earlier = before.frames[-1]
    if frame.before != earlier.behind:
        return None
    doc = scene.analysis.doc
    subjects = [
        doc[i]
        for i in range(*frame.before)
        if doc[i].dep_ in ("nsubj", "nsubjpass") and doc[i].tag_ not in ("WP", "WDT")
    ]
    if subjects:
        return None
    return Attributed([], before.speaker, before.cue, WEAK, "joined", before.verb)


def _reported_before(
    scene: Scene, frame: Frame, reports: list[Report]
) -> Speaker | None:
    """Find the speaker of the report with which the sentence before ends or begins."""
    doc = scene.analysis.doc
    i = frame.first - 1
    while i >= 0 and (doc[i].is_space or doc[i].is_punct):
        i -= 1
    if i < 0 or scene.quoted[i]:
        return None
    if scene.paragraph(doc[frame.first].idx) != scene.paragraph(doc[i].idx):
        return None
    start = doc[i].sent.start
    found = [r for r in reports if start <= r.cue.i <= i and r.speaker is not None]
    return found[-1].speaker if found else None


def _last_subject(scene: Scene, frame: Frame) -> Speaker | None:
    """Find the subject of the sentence that ends right before a quotation."""
    doc = scene.analysis.doc
    i = frame.first - 1
    while i >= 0 and (doc[i].is_space or doc[i].is_punct):
        i -= 1
    if i < 0 or scene.quoted[i]:
        return None
    if scene.paragraph(doc[frame.first].idx) - scene.paragraph(doc[i].idx) > 1:
        return None
    root = doc[i].sent.root
    found: Token | None = next(
        (c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None
    )
    if found is None or scene.quoted[found.i]:
        return None
    if found.pos_ == "PRON" and found.lower_ not in ("he", "she", "they"):
        return None
    if found.pos_ != "PRON":
        name = scene.analysis.name_at(found.idx)
        if name is None or name.kind != "person":
            return None
    return phrase(scene, found)


def heading(scene: Scene, frame: Frame) -> bool:
    """Ask whether a quotation is a line of its own that heads a section."""
    if not frame.stands_alone or frame.words > HEADING:
        return False
    text = scene.analysis.text
    inner = text[frame.quotation.inner_start : frame.quotation.inner_end]
    return frame.final not in ".!?…,—–-" or _title_case(inner)


def titled(scene: Scene, frame: Frame) -> bool:
    """Ask whether the words between the marks are the title of a work.

    Capitals alone are not enough, for nicknames and slogans have them too: a noun like
    *film* must stand near, or the marks follow *on* or *in*: on “The Morning Show”.
    """
    quotation = frame.quotation
    inner = scene.analysis.text[quotation.inner_start : quotation.inner_end]
    if not _title_case(inner) or frame.final in "!?":
        return False
    doc, works = scene.analysis.doc, lexicon().works
    start, stop = frame.before
    near = [*range(max(start, stop - 3), stop), *range(*frame.behind)[:4]]
    if any(doc[i].lemma_.lower() in works for i in near):
        return True
    if stop <= start:
        return False
    before = doc[stop - 1]
    if before.lower_ in ("'s", "’s"):
        name = scene.analysis.name_at(doc[max(stop - 2, start)].idx)
        return name is not None and name.kind == "organization"
    return before.lower_ in ("on", "in", "entitled", "titled")


def _title_case(words: str) -> bool:
    parts = [w.strip(".,!?…:;’'") for w in words.split()]
    counted = [w for w in parts if w and w.lower() not in SMALL and w[0].isalpha()]
    return bool(counted) and all(w[0].isupper() for w in counted)
