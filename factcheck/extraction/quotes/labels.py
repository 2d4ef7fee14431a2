"""Lines that begin with a speaker's name and a colon: headlines and transcripts."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker
from factcheck.extraction.quotes.statements import ReportedSpeech
from factcheck.extraction.quotes.stretches import trimmed

CAPITALS = re.compile(
    r"[\"“]?(?P<name>(?:THE |MR\.? |MRS\.? |MS\.? |DR\.? )?"
    r"[A-Z][A-Z.'’-]{1,40}(?: [A-Z][A-Z.'’-]{1,40}){0,4})(?P<colon>:)[ \t\u00a0]+(?=\S)"
)
"""`MS. DUVAL:`, `THE PRESIDENT:` at the start of a paragraph."""
QUESTION = re.compile(r"[\"“]?(?:Q|QUESTION|REPORTER)\b[.:]?(?:[ \t\u00a0]|\Z)")
"""`Q: When?`: whoever asks has no name, and a question asserts nothing."""
ASIDE = re.compile(
    r"\W{0,9}(?:\([^()]{0,300}\)|END|\d{1,2}:\d\d [AP]\.?M\.?.{0,12})\W{0,9}\Z"
)
"""Paragraphs nobody speaks: `(Laughter.)`, `END 2:31 P.M. EDT`."""
TITLED = re.compile(r"(?P<name>[A-Z][\w.'’ -]{1,50}?)(?P<colon>:) +(?=[\"“‘'A-Z])")
"""`Duval: Talks Have Failed` where the first part is a name."""
NOBODY = frozenset({"NOTE", "UPDATE", "CORRECTION", "WATCH", "READ", "VIDEO", "PHOTOS"})


def label_reports(scene: Scene) -> Iterator[ReportedSpeech]:
    """Yield what labelled lines say; a turn runs on to the next label.

    Questions end a turn and are nobody's. A label in capitals counts only where the
    text has several, as transcripts do; a name counts in the first line, as headlines
    have it.
    """
    text = scene.analysis.text
    starts = [0, *scene.analysis.reading.breaks]
    labels = [(s, CAPITALS.match(text, s)) for s in starts]
    turns = [(s, m) for s, m in labels if m and m["name"] not in NOBODY]
    if len(turns) > 1:
        asked = [s for s in starts if QUESTION.match(text, s)]
        edges = sorted({*asked, *(s for s, _ in turns), len(text)})
        for start, turn in turns:
            end = edges[bisect_right(edges, start)]
            if not QUESTION.match(text, start):
                yield from _report(scene, turn, _paragraphs(scene, turn.end(), end))
    elif headline := _headline(scene):
        yield from _report(scene, headline, _paragraphs(scene, headline.end(), -1))


def _paragraphs(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """Return the paragraphs from an offset on; only the first one for an end of -1."""
    text = scene.analysis.text
    paragraphs: list[tuple[int, int]] = []
    while start < end or (end < 0 and not paragraphs):
        _, high = scene.paragraph_bounds(start)
        stop = high if end < 0 else min(high, end)
        first = text[start:stop]
        spoken = first.strip() and not ASIDE.match(first)
        paragraphs += [(start, start + len(first.rstrip()))] if spoken else []
        if end < 0 or high <= start:
            break
        start = high
    return paragraphs


def _headline(scene: Scene) -> re.Match[str] | None:
    analysis = scene.analysis
    start = len(analysis.text) - len(analysis.text.lstrip())
    match = TITLED.match(analysis.text, start)
    if match is None:
        return None
    named = analysis.names_in(
        match.start("name"), match.end("name"), "person", "organization"
    )
    covered = named and named[-1].span.end == match.end("name")
    return match if covered else None


def _report(
    scene: Scene, match: re.Match[str], places: list[tuple[int, int]]
) -> Iterator[ReportedSpeech]:
    contents = tuple(p for s, e in places for p in trimmed(scene, s, e))
    head = scene.analysis.token_at(match.end("name") - 1)
    speaker = Speaker(*match.span("name"), head)
    colon = scene.analysis.token_at(match.start("colon"))
    if contents:
        yield ReportedSpeech(colon, *match.span("colon"), contents, speaker, "label")
