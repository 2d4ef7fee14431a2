"""A quotation with its speaker, and what is reported around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.frames import Frame
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker
from factcheck.extraction.quotes.statements import ReportedSpeech

SURE, FAIR, WEAK, SCARE = 0.95, 0.8, 0.6, 0.3
LONGEST = 400
"""Words in the longest report that may hold others; longer ones are misread."""
DEEPEST = 8
"""Reports that hold one word; more are no language."""


@dataclass(slots=True)
class Attributed:
    """A quotation with its speaker and cue; it grows as it is resumed.

    Attributes:
        contents: The words inside the marks, one stretch for each pair of marks.
        speaker: Who said them, or None.
        cue: The place of the cue, or None.
        confidence: How sure the speaker is.
        way: How the speaker was found: behind, before, report, governed, sentence,
            words, colon, dash, actor, joined, carried or unknown.
        verb: The word at the head of the cue, or None.
        frames: What stands around each stretch.
    """

    contents: list[tuple[int, int]]
    speaker: Speaker | None = None
    cue: tuple[int, int] | None = None
    confidence: float = WEAK
    way: str = ""
    verb: Token | None = None
    frames: list[Frame] = field(default_factory=list)


class Coverage:
    """Which reports hold a word, and which word is the cue of a report."""

    def __init__(self, scene: Scene, reports: list[ReportedSpeech]) -> None:
        self._scene = scene
        self._held: dict[int, list[tuple[tuple[int, int], ReportedSpeech]]] = {}
        self._cues: dict[int, ReportedSpeech] = {}
        for report in reports:
            self._cues.setdefault(report.cue.i, report)
            for place in report.contents:
                self._hold(place, report)

    def _hold(self, place: tuple[int, int], report: ReportedSpeech) -> None:
        first, last = self._scene.tokens(*place)
        if last - first > LONGEST and report.way != "label":
            return
        for i in range(first, last):
            held = self._held.setdefault(i, [])
            if len(held) < DEEPEST:
                held.append((place, report))

    def holding(self, start: int, end: int) -> list[tuple[int, ReportedSpeech]]:
        """Return the reports that hold a stretch, with their length."""
        first, _ = self._scene.tokens(start, end)
        return [
            (place[1] - place[0], report)
            for place, report in self._held.get(first, ())
            if place[0] <= start and end - 1 <= place[1]
        ]

    def between(self, first: int, last: int) -> list[ReportedSpeech]:
        """Return the reports whose cue is one of a range of tokens, in order."""
        return [self._cues[i] for i in range(first, last) if i in self._cues]

    def outermost(self, reports: list[ReportedSpeech]) -> Iterator[ReportedSpeech]:
        """Leave out what is reported inside a report, unless it is speech again.

        *She said he hoped to win* reports one thing; *she said he said it rained*, two.
        """
        for report in reports:
            sorts = lexicon().verbs.get(report.cue.lemma_, frozenset())
            clause = report.way in ("clause", "closing")
            if (clause and sorts & {"say", "tell"}) or not self.holding(
                report.cue_start, report.cue_start + 1
            ):
                yield report
