"""What stands around a quotation: the words of its sentence before and behind it."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import FINITE, compounded, lexicon
from factcheck.extraction.quotes.marks import Quotation
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import NOMINAL, Speaker, phrase, subject_of

ENDS = frozenset({".", "?", "!", "…", ".."})
REACH = 40
"""Words looked at on either side."""
SHORT = 10
"""Words in the longest sentence that only says who spoke."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A quotation and the words around it in its sentence.

    Attributes:
        quotation: The quotation.
        first: Its first token (the opening mark's).
        last: The token behind its closing mark.
        before: Tokens of its sentence before it, as a half-open range.
        behind: Tokens of its sentence behind it.
        words: How many words it has.
        lead: The last character before the opening mark, or "" at a paragraph's start.
        final: The last character inside the marks.
        stands_alone: Whether its paragraph holds nothing else.
    """

    quotation: Quotation
    first: int
    last: int
    before: tuple[int, int]
    behind: tuple[int, int]
    words: int
    lead: str
    final: str
    stands_alone: bool


def frame_of(scene: Scene, quotation: Quotation) -> Frame:
    """Look at what stands around a quotation."""
    doc, text = scene.analysis.doc, scene.analysis.text
    first, last = scene.tokens(quotation.start, quotation.end)
    low, high = scene.paragraph_bounds(quotation.start)
    start = first
    while start > 0 and first - start < REACH:
        token = doc[start - 1]
        if token.idx < low or scene.quoted[token.i] or _ends(scene, token):
            break
        start -= 1
    stop = last
    while stop < len(doc) and stop - last < REACH:
        token = doc[stop]
        if token.idx >= high or scene.quoted[token.i]:
            break
        stop += 1
        if _ends(scene, token):
            break
    if start == first and doc[start].idx == low and text[:low].rstrip()[-1:] == ":":
        start, low = _announcement(scene, start)
    lead = text[low : quotation.start].rstrip()
    inner = text[quotation.inner_start : quotation.inner_end]
    return Frame(
        quotation,
        first,
        last,
        (start, first),
        (last, stop),
        len(inner.split()),
        lead[-1:],
        inner[-1:],
        not lead and not text[quotation.end : high].strip(" .\n\t\u00a0"),
    )


def _announcement(scene: Scene, place: int) -> tuple[int, int]:
    """Go back to the line with a colon that announces a paragraph of speech.

    Returns its first token and the offset at which its paragraph begins.
    """
    doc = scene.analysis.doc
    last = place - 1
    while last > 0 and doc[last].is_space:
        last -= 1
    low, _ = scene.paragraph_bounds(doc[last].idx)
    start = last
    while start > 0 and doc[start - 1].idx >= low and not scene.quoted[start - 1]:
        if _ends(scene, doc[start - 1]):
            break
        start -= 1
    return start, low


def _ends(scene: Scene, token: Token) -> bool:
    """Ask whether a full stop, question or exclamation mark ends a sentence here."""
    if token.text not in ENDS:
        return False
    doc = scene.analysis.doc
    if token.i + 1 >= len(doc):
        return True
    following = doc[token.i + 1]
    return not following.text[:1].islower()


def initial(frame: Frame, scene: Scene) -> bool:
    """Ask whether a quotation begins its sentence."""
    doc = scene.analysis.doc
    return not any(doc[i].is_alpha for i in range(*frame.before))


def attached(frame: Frame, scene: Scene) -> bool:
    """Ask whether the words behind a quotation belong to its sentence."""
    doc = scene.analysis.doc
    start, stop = frame.behind
    if start >= stop:
        return False
    token = doc[start]
    if token.is_punct and token.text not in ("(", "[") and start + 1 < stop:
        if token.text in ENDS:
            return False
        if token.text == ",":
            return True
        token = doc[start + 1]
    if frame.final in ",?!—–-…" or _only_announces(frame, scene):
        return True
    return token.text[:1].islower() or frame.final not in ".;:"


def _only_announces(frame: Frame, scene: Scene) -> bool:
    """Ask whether what follows is not a sentence without the words: *Duval said.*."""
    doc = scene.analysis.doc
    start, stop = frame.behind
    while stop > start and (doc[stop - 1].is_punct or doc[stop - 1].is_space):
        stop -= 1
    last = doc[stop - 1]
    gesture = last.lemma_ in lexicon().gestures
    return 0 < stop - start <= SHORT and announces(last) and not gesture


@dataclass(frozen=True, slots=True)
class FramedQuote:
    """A cue beside a quotation, and its speaker where there is one."""

    cue: Token
    speaker: Speaker | None


def cue_behind(frame: Frame, scene: Scene) -> FramedQuote | None:
    """Find the cue in the words behind: *... ,” the minister told reporters.*."""
    doc = scene.analysis.doc
    start, stop = frame.behind
    while start < stop and (doc[start].is_punct or doc[start].is_space):
        start += 1
    for i in range(start, stop):
        token = doc[i]
        if not announces(token) or token.dep_ in ("relcl", "amod", "compound"):
            continue
        if token.dep_ == "acl" and i > start:
            continue
        if _passes_on(token, stop):
            continue
        if _infinitive(token):
            return None
        speaker = _speaker_behind(scene, token, start, stop)
        if speaker is None and i != start and token.tag_ != "VBG":
            continue
        return _quoting(scene, token, stop) or FramedQuote(token, speaker)
    return None


def _passes_on(token: Token, stop: int) -> bool:
    """Ask whether somebody quotes another as saying: the next cue has the speaker."""
    if token.lemma_ not in lexicon().relaying:
        return False
    following = token.doc[token.i + 1 : stop]
    return any(
        n > 0 and one.lower_ == "as" and following[n + 1].tag_ == "VBG"
        for n, one in enumerate(following[:-1])
    )


def _quoting(scene: Scene, cue: Token, stop: int) -> FramedQuote | None:
    """Find whom a speaker quotes: *..., said the aide, quoting Ana Duval.*."""
    for token in cue.doc[cue.i + 1 : stop]:
        quotes = token.tag_ == "VBG" and token.lemma_ in lexicon().relaying
        if not quotes or scene.quoted[token.i]:
            continue
        quoted = next((c for c in token.children if c.dep_ == "dobj"), None)
        name = scene.analysis.name_at(quoted.idx) if quoted is not None else None
        if quoted is not None and name is not None and name.kind == "person":
            return FramedQuote(token, phrase(scene, quoted))
    return None


def according_behind(frame: Frame, scene: Scene) -> FramedQuote | None:
    """Find whom the words behind name as the source: *..., according to Duval.*."""
    doc = scene.analysis.doc
    start, stop = frame.behind
    while start < stop and (doc[start].is_punct or doc[start].is_space):
        start += 1
    if [token.lower_ for token in doc[start : min(start + 2, stop)]] != [
        "according",
        "to",
    ]:
        return None
    speaker = _phrase_among(scene, start + 2, stop)
    return FramedQuote(doc[start], speaker) if speaker is not None else None


def _infinitive(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).tag_ == "TO"


def actor_behind(frame: Frame, scene: Scene) -> Speaker | None:
    """Find who acts right behind a quotation: *“No,” Duval shot back.*."""
    doc = scene.analysis.doc
    start, stop = frame.behind
    for i in range(start, stop):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.dep_ == "nsubj" and token.head.i > i and token.head.i < stop:
            mention = phrase(scene, token)
            name = scene.analysis.name_at(token.idx)
            person = name is not None and name.kind == "person"
            return mention if person or token.lower_ in ("he", "she", "they") else None
    return None


def announces(token: Token) -> bool:
    """Ask whether a word can announce the quotation next to it."""
    return (
        token.pos_ in ("VERB", "AUX")
        and token.tag_ in FINITE
        and (token.lemma_ in lexicon().beside or _names(token))
        and not compounded(token)
    )


def _names(token: Token) -> bool:
    """Ask whether a verb puts a name on something: *described the deal as “...”*."""
    return "name" in lexicon().verbs.get(token.lemma_, ())


def _speaker_behind(scene: Scene, cue: Token, start: int, stop: int) -> Speaker | None:
    speaker = subject_of(scene, cue)
    here = speaker is not None and not scene.quoted[speaker.head.i]
    if speaker and here and (start <= speaker.head.i < stop or cue.i != start):
        return speaker
    if cue.i == start and cue.tag_ != "VBG":
        return _phrase_among(scene, cue.i + 1, stop)
    return _phrase_among(scene, start, cue.i)


def _phrase_among(scene: Scene, start: int, stop: int) -> Speaker | None:
    """Take the first noun phrase of a range that no other word of it governs."""
    tokens = scene.analysis.doc
    for i in range(start, stop):
        token = tokens[i]
        if token.pos_ not in NOMINAL:
            if token.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
                return None
            continue
        while start <= token.head.i < stop and token.head.pos_ in NOMINAL:
            if token.head == token:
                break
            token = token.head
        if token.ent_type_ in ("DATE", "TIME"):
            continue
        return phrase(scene, token)
    return None


def cue_before(frame: Frame, scene: Scene) -> FramedQuote | None:
    """Find the last cue in the words before: *The minister said: “...*."""
    doc = scene.analysis.doc
    start, stop = frame.before
    for i in range(stop - 1, start - 1, -1):
        token = doc[i]
        if not announces(token):
            continue
        speaker = subject_of(scene, token)
        if speaker is None or scene.quoted[speaker.head.i]:
            speaker = _phrase_among(scene, start, i)
        if speaker is None and i == start:
            speaker = _phrase_among(scene, i + 1, stop)
        return FramedQuote(token, speaker)
    return None
