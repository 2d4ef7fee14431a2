"""Speakers carried over: from the quotation before, or the sentence before."""

from spacy.tokens import Token

from factcheck.extraction.quotes.attributed import WEAK, Attributed, Coverage
from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.frames import Frame, attached, initial
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker, phrase

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
