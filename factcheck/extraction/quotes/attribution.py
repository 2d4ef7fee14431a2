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
from factcheck.extraction.quotes.carrying import carried, joined, resumes
from factcheck.extraction.quotes.cues import cue_span
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
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.within import (
    by_colon,
    by_dash,
    captioned,
    governed_by,
    held_by,
    in_sentence,
    in_words_of,
)
from factcheck.extraction.quotes.works import heading, titled

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
