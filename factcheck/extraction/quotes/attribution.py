"""Attribute each quotation: to whom, by which cue, or to nobody we can name."""

from spacy.tokens import Token

from factcheck.extraction.quotes.attributed import (
    FAIR,
    SCARE,
    SURE,
    WEAK,
    Attributed,
    Coverage,
)
from factcheck.extraction.quotes.cues import cue_span, lexicon
from factcheck.extraction.quotes.frames import (
    Frame,
    FramedQuote,
    according_behind,
    actor_behind,
    attached,
    cue_before,
    cue_behind,
    frame_of,
    initial,
)
from factcheck.extraction.quotes.marks import SINGLE
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker, phrase
from factcheck.extraction.quotes.within import (
    by_colon,
    by_dash,
    captioned,
    governed_by,
    held_by,
    in_sentence,
    in_words_of,
)

LONG = 6
"""Words from which marks hold a quotation, and not a word held at arm's length."""
NEAR = 12
"""Tokens between a cue and the quoted words it still announces."""


def attribute(scene: Scene, coverage: Coverage) -> list[Attributed]:
    """Attribute the quotations of a stretch, in order."""
    items: list[Attributed] = []
    before: Attributed | None = None
    for quotation in scene.outer:
        frame = frame_of(scene, quotation)
        if heading(scene, frame):
            before = None
            continue
        item = _read(scene, frame, coverage)
        if before is not None and resumes(scene, frame, before, item):
            _resume(before, item)
        else:
            before = _begin(scene, frame, coverage, item, before)
            if before is None:
                continue
            items.append(before)
        before.contents.append((quotation.inner_start, quotation.inner_end))
        before.frames.append(frame)
    return items


def _resume(before: Attributed, item: Attributed | None) -> None:
    """Let what goes on tell the speaker where what came before did not."""
    if before.speaker is None and item is not None:
        before.speaker, before.cue, before.verb = item.speaker, item.cue, item.verb
        before.confidence, before.way = item.confidence, item.way


def _begin(
    scene: Scene,
    frame: Frame,
    coverage: Coverage,
    item: Attributed | None,
    before: Attributed | None,
) -> Attributed | None:
    """Begin a quotation; None for the title of a work."""
    if titled(scene, frame) and not _announced(scene, frame, item):
        return None
    attributed = item or joined(scene, frame, before)
    attributed = attributed or carried(scene, frame, before, coverage)
    if attributed is None:
        sure = WEAK if frame.words >= LONG else SCARE
        return Attributed([], confidence=sure, way="unknown")
    return attributed


def _announced(scene: Scene, frame: Frame, item: Attributed | None) -> bool:
    """Ask whether somebody plainly says the words, though they look like a title."""
    if item is None:
        return False
    before = item.way == "before" and frame.lead in ",:"
    return before or (item.way in ("behind", "dash") and initial(frame, scene))


def _read(scene: Scene, frame: Frame, coverage: Coverage) -> Attributed | None:
    """Attribute a quotation by what stands in its own sentence."""
    if dash := by_dash(scene, frame):
        return dash
    if initial(frame, scene):
        if attached(frame, scene) and (cue := cue_behind(frame, scene)):
            return _item(cue, SURE, "behind")
        if attached(frame, scene) and (cue := according_behind(frame, scene)):
            return _item(cue, FAIR, "behind")
        if within := _within(scene, frame, coverage):
            return within
        if attached(frame, scene) and (actor := actor_behind(frame, scene)):
            return Attributed([], actor, None, WEAK, "actor")
        return None
    if frame.lead in ",:" or _last_word(scene, frame) in ("that", "saying"):
        if held := held_by(frame, coverage):
            return held
        if cue := cue_before(frame, scene):
            return _item(cue, SURE, "before")
        if frame.lead == ":":
            return by_colon(scene, frame)
    if attributed := _within(scene, frame, coverage):
        return attributed
    if (cue := cue_before(frame, scene)) and frame.first - cue.cue.i <= NEAR:
        return _item(cue, FAIR, "before")
    cue = cue_behind(frame, scene) if attached(frame, scene) else None
    if cue is not None and not _says_more(cue.cue):
        return _item(cue, FAIR, "behind")
    return in_sentence(frame, coverage)


def _says_more(cue: Token) -> bool:
    """Ask whether a cue has words of its own behind it: *..., Duval said yes.*."""
    wanted = ("intj", "ccomp")
    return any(c.dep_ in wanted and c.i > cue.i for c in cue.children)


def _last_word(scene: Scene, frame: Frame) -> str:
    return scene.analysis.doc[frame.first - 1].lower_ if frame.first else ""


def _item(framed: FramedQuote, confidence: float, way: str) -> Attributed:
    cue = cue_span(framed.cue)
    return Attributed([], framed.speaker, cue, confidence, way, framed.cue)


def _within(scene: Scene, frame: Frame, coverage: Coverage) -> Attributed | None:
    """Attribute words quoted inside a sentence: by its report, then by its verbs."""
    return (
        in_words_of(scene, frame)
        or held_by(frame, coverage)
        or governed_by(scene, frame)
        or captioned(scene, frame)
    )


HEADING = 8
"""Words in the longest line that may be a cross-heading."""


def heading(scene: Scene, frame: Frame) -> bool:
    """Ask whether a quotation is a line of its own that heads a section."""
    if not frame.stands_alone or frame.words > HEADING:
        return False
    text = scene.analysis.text
    inner = text[frame.quotation.inner_start : frame.quotation.inner_end]
    if text[frame.quotation.start] in SINGLE and _speech_has_double_marks(scene):
        return True
    return frame.final not in ".!?…,—–-" or _title_case(inner)


def _speech_has_double_marks(scene: Scene) -> bool:
    """Ask whether a text quotes in double marks, so that single ones mean less."""
    text = scene.analysis.text
    double = sum(text[q.start] not in SINGLE for q in scene.outer)
    return 2 * double > len(scene.outer)


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
        owner = doc[max(stop - 2, start)]
        name = scene.analysis.name_at(owner.idx)
        initials = owner.is_upper and len(owner) > 1
        return initials or (name is not None and name.kind == "organization")
    if before.lower_ in ("the", "a", "an") and stop - 1 > start:
        before = doc[stop - 2]
    return before.lower_ in ("on", "in", "during", "entitled", "titled")


def _title_case(words: str) -> bool:
    parts = [w.strip(".,!?…:;’'") for w in words.split()]
    small = lexicon().small
    counted = [w for w in parts if w and w.lower() not in small and w[0].isalpha()]
    return bool(counted) and all(w[0].isupper() for w in counted)


FAR = 30
"""Tokens after which the subject of the sentence before is likelier to speak."""


def resumes(
    scene: Scene, frame: Frame, before: Attributed, item: Attributed | None
) -> bool:
    """Ask whether a quotation goes on with the one before it.

    *“We tried,” she said. “We failed.”* is one; so is one that a paragraph reopens.
    """
    if frame.quotation.resumes:
        return not _another(scene, before, item)
    earlier = before.frames[-1]
    places = (frame.quotation.start, earlier.quotation.start)
    if scene.paragraph(places[0]) != scene.paragraph(places[1]):
        return False
    between = scene.analysis.text[earlier.quotation.end : frame.quotation.start]
    if not between.strip() and before.way in ("behind", "before"):
        return item is None or item.way == "report"
    if before.way != "behind" or earlier is not before.frames[0]:
        return False
    own = item is not None and item.cue is not None and item.cue != before.cue
    if initial(frame, scene):
        ended = earlier.behind[1] >= frame.before[0]
        return ended and not (own and item is not None and item.way == "behind")
    return frame.lead == "," and frame.before == earlier.behind and not own


def _another(scene: Scene, before: Attributed, item: Attributed | None) -> bool:
    """Ask whether a paragraph that reopens the marks plainly has its own speaker.

    Then the mark before was forgotten: *“... added Jim Keller, the chairman*.
    """
    if item is None or item.way != "behind" or not item.speaker or not before.speaker:
        return False
    heads = before.speaker.head, item.speaker.head
    names = [scene.analysis.name_at(head.idx) for head in heads]
    entities = {name.entity for name in names if name and name.kind == "person"}
    return len(entities) == 2


def carried(
    scene: Scene, frame: Frame, before: Attributed | None, coverage: Coverage
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
    later = _reported_before(scene, frame, coverage) or _last_subject(scene, frame)
    if later is not None and (
        before is None
        or before.speaker is None
        or speaker is None
        or later.head.i > before.frames[-1].last + FAR
        or _speaks_next(later, before)
    ):
        speaker = later
    if speaker is None:
        return None
    return Attributed([], speaker, None, WEAK, way="carried")


def _speaks_next(later: Speaker, before: Attributed) -> bool:
    """Ask whether somebody else speaks in a sentence of their own in between."""
    verb = later.head.head
    new = later.head.i >= before.frames[-1].behind[1]
    return new and verb.lemma_ in lexicon().verbs


def joined(scene: Scene, frame: Frame, before: Attributed | None) -> Attributed | None:
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


def _word_before(scene: Scene, frame: Frame) -> Token | None:
    """Return the last word before a quotation, unless it is quoted too."""
    doc = scene.analysis.doc
    i = frame.first - 1
    while i >= 0 and (doc[i].is_space or doc[i].is_punct):
        i -= 1
    return None if i < 0 or scene.quoted[i] else doc[i]


def _reported_before(scene: Scene, frame: Frame, coverage: Coverage) -> Speaker | None:
    """Find the speaker of the last report in the sentence before, in its paragraph."""
    word = _word_before(scene, frame)
    start = frame.quotation.start
    if word is None or scene.paragraph(start) != scene.paragraph(word.idx):
        return None
    reported = coverage.between(word.sent.start, word.i + 1)
    named = [r for r in reported if r.speaker is not None]
    return named[-1].speaker if named else None


def _last_subject(scene: Scene, frame: Frame) -> Speaker | None:
    """Find the person who is the subject of the sentence right before a quotation."""
    word = _word_before(scene, frame)
    start = frame.quotation.start
    if word is None or scene.paragraph(start) - scene.paragraph(word.idx) > 1:
        return None
    children = word.sent.root.children
    subject = next((c for c in children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or scene.quoted[subject.i]:
        return None
    name = scene.analysis.name_at(subject.idx)
    person = name is not None and name.kind == "person"
    if not person and subject.lower_ not in ("he", "she", "they"):
        return None
    return phrase(scene, subject)
