"""Make claims of quotations and reported speech."""

from collections.abc import Iterator

from factcheck.claims import Claim
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.quotes.attribution import Attributed, attribute
from factcheck.extraction.quotes.scene import scene_of
from factcheck.extraction.quotes.speakers import speaker_mention
from factcheck.extraction.quotes.statements import Report, find_reports, outermost


@EXTRACTORS.register("quotes")
def quotes(analysis: Analysis) -> Iterator[Claim]:
    """Yield who said which words: “We agree,” the minister said; she said that ..."""
    scene = scene_of(analysis)
    reports = list(find_reports(scene))
    quoted = list(attribute(scene, reports))
    for item in quoted:
        if item.way != "report" or not item.frames[0].quotation.doubled:
            yield _quote(analysis, item)
    held = [p for item in quoted for p in item.contents]
    for report in outermost(reports):
        if not _only_quoted(report, held, analysis.text):
            yield _statement(analysis, report)


def _only_quoted(report: Report, held: list[tuple[int, int]], text: str) -> bool:
    """Ask whether all of a report's content stands between marks."""
    marks = "\"'“”‘’`,.;:!?… \n\t\u00a0"
    for start, end in report.contents:
        while start < end and text[start] in marks:
            start += 1
        while end > start and text[end - 1] in marks:
            end -= 1
        if not any(s <= start and end <= e for s, e in held):
            return False
    return True


def _quote(analysis: Analysis, item: Attributed) -> Claim:
    scene = scene_of(analysis)
    places = [*item.contents]
    roles = {"content": [analysis.mention(s, e) for s, e in item.contents]}
    if item.speaker is not None:
        speaker = speaker_mention(scene, item.speaker)
        roles["speaker"] = [speaker]
        places.append((speaker.start, speaker.end))
    if item.cue is not None:
        roles["cue"] = [analysis.mention(*item.cue)]
        places.append(item.cue)
    doubled = item.frames[0].quotation.doubled
    return analysis.claim(
        "statement" if doubled else "quote",
        min(s for s, _ in places),
        max(e for _, e in places),
        roles,
        extractor="quotes",
        confidence=item.confidence,
    )


def _statement(analysis: Analysis, report: Report) -> Claim:
    scene = scene_of(analysis)
    places = [*report.contents, (report.cue_start, report.cue_end)]
    roles = {
        "content": [analysis.mention(s, e) for s, e in report.contents],
        "cue": [analysis.mention(report.cue_start, report.cue_end)],
    }
    if report.speaker is not None:
        speaker = speaker_mention(scene, report.speaker)
        roles["speaker"] = [speaker]
        places.append((speaker.start, speaker.end))
    return analysis.claim(
        "statement",
        min(s for s, _ in places),
        max(e for _, e in places),
        roles,
        extractor="quotes",
        confidence=0.8,
    )
