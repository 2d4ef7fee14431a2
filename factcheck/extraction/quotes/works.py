"""What stands between marks and is no speech: cross-headings and titles of works."""

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.frames import Frame
from factcheck.extraction.quotes.marks import SINGLE
from factcheck.extraction.quotes.scene import Scene

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
