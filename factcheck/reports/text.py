"""The report for a terminal or a pipe: findings one by one, then what was checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.findings import Finding, Severity, State, Variant
from factcheck.reports.escape import brief, inert
from factcheck.reports.layout import (
    Line,
    StyledWord,
    line,
    underline,
    width_of,
    wrap,
    write,
)
from factcheck.reports.locations import (
    NAMED,
    SHOWN,
    PrintedSentence,
    sentences,
    where_worded,
)
from factcheck.reports.report import Report, is_brief, plural, report

LISTED = 8  # corroborated claims shown
MESSAGE = 200  # characters of a message; the versions it names follow below it
LONG = 60  # a label longer than this is not repeated above its sentence
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Look:
    """How a text report looks.

    Attributes:
        width: Columns.
        colour: Whether ANSI colours are written.
        verbose: Whether known and suppressed findings, every place and everything
            corroborated are listed.
        limit: How many findings are printed; None prints all.
    """

    width: int = 88
    colour: bool = False
    verbose: bool = False
    limit: int | None = None


def text(report: Report, look: Look | None = None) -> str:
    """Lay out a report for people: plain and 88 columns wide unless told otherwise."""
    look = look or Look()
    return write(_lines(report, look), look.colour)


report("text")(text)  # so that a look may be given to it as well


def _lines(report: Report, look: Look) -> Iterator[Line]:
    yield from wrap([StyledWord(report.summary.comparison)], look.width, "")
    yield line()
    group: str | None = None
    findings = report.sorted if look.verbose else report.new
    shown = findings[: look.limit]
    for finding in sorted(shown, key=lambda f: f.group or ""):
        if finding.group and finding.group != group:
            group = finding.group
            yield line(StyledWord(f"── {inert(group)} ──", "head"))
            yield line()
        if is_brief(finding) and not look.verbose:
            yield from _in_one_line(finding, look)
        else:
            yield from _finding(finding, report, look)
        yield line()
    if left := len(findings) - len(shown):
        more = f"and {plural(left, 'more finding')} (--limit 0 prints all)"
        yield line(StyledWord(more, "dim"))
        yield line()
    yield from _summary(report, look)


def _in_one_line(finding: Finding, look: Look) -> Iterator[Line]:
    words = (
        StyledWord(f"{finding.severity}", str(finding.severity)),
        StyledWord(f"{INDENT}{inert(finding.message)}{INDENT}"),
        StyledWord(finding.rule, "rule"),
        StyledWord(f"{INDENT}{finding.fingerprint[:8]}", "dim"),
    )
    yield from wrap(words, look.width, "", INDENT)


def _finding(finding: Finding, report: Report, look: Look) -> Iterator[Line]:
    reason = f": {inert(finding.reason)}" if finding.reason else ""
    state = "" if finding.state == State.NEW else f"  ({finding.state}{reason})"
    head = (
        StyledWord(f"{finding.severity}", str(finding.severity)),
        StyledWord(INDENT),
        StyledWord(finding.rule, "rule"),
        StyledWord(f"{INDENT}{inert(finding.key)}{state}"),
        StyledWord(f"{INDENT}{finding.fingerprint[:8]}", "dim"),
    )
    yield from wrap(head, look.width, "", INDENT)
    message = brief(inert(finding.message), MESSAGE)
    yield from wrap([StyledWord(message)], look.width, INDENT)
    for number, variant in enumerate(finding.variants, 1):
        yield line()
        yield from _variant(str(number), variant, finding, report, look)
    for variant in finding.compatible:
        yield line()
        yield from _variant("≈", variant, finding, report, look)
    yield from _differences(finding, look)
    if finding.why:
        yield line()
        why = [StyledWord("why", "dim"), StyledWord(f"{INDENT}{inert(finding.why)}")]
        yield from wrap(why, look.width, INDENT, INDENT + " " * 5)


def _variant(
    sign: str, variant: Variant, finding: Finding, report: Report, look: Look
) -> Iterator[Line]:
    label = inert(variant.label)
    changed = [inert(words) for pair in finding.diff for words in pair if words]
    labelled = len(label) <= LONG and not any(words in label for words in changed)
    head = [StyledWord(f"{sign} ", "head")]
    if labelled:
        head += [StyledWord(label, "head"), StyledWord(INDENT)]
    head.append(StyledWord(_witnesses(variant), "dim" if labelled else "head"))
    if sign == "≈":
        several = len(finding.variants) > 1
        standing = "compatible with the others" if several else "also given"
        head.append(StyledWord(f"{INDENT}{standing}", "good"))
    yield from wrap(head, look.width, INDENT, INDENT * 3)
    most = None if look.verbose else SHOWN
    shown, left = sentences(variant, finding, report, most)
    for sentence in shown:
        yield from _sentence(sentence, len(variant.sources) > 1, look)
    if left:
        yield line(INDENT * 2, StyledWord(f"and {left} more (-v shows them)", "dim"))


def _witnesses(variant: Variant) -> str:
    sources = ", ".join(map(inert, variant.sources))
    if len(variant.origins) < len(variant.sources):
        count = len(variant.origins)
        sources += f" ({count} {'origin' if count == 1 else 'origins'})"
    return sources


def _sentence(sentence: PrintedSentence, by_whom: bool, look: Look) -> Iterator[Line]:
    named = len(sentence.printed) if look.verbose else NAMED
    for where, source in sentence.printed[:named]:
        yield from _place(where, source if by_whom else "", look)
    if len(sentence.printed) > named:
        left = len(sentence.printed) - named
        yield line(INDENT * 2, StyledWord(f"and in {left} more places", "dim"))
    words = [StyledWord(p.text, "mark" if p.marked else "") for p in sentence.pieces]
    for one in wrap(words, look.width, INDENT * 3) if words else ():
        yield one
        if under := underline(one):
            yield under


def _place(where: str, source: str, look: Look) -> Iterator[Line]:
    """Print a place whole, so that it can be clicked, and its source where it fits."""
    shown = f"{where} · {source}" if source else where
    if width_of(INDENT * 2 + shown) <= look.width or not source:
        yield line(INDENT * 2, StyledWord(shown, "dim"))
    else:
        yield line(INDENT * 2, StyledWord(where, "dim"))
        yield from wrap([StyledWord(f"· {source}", "dim")], look.width, INDENT * 3)


def _differences(finding: Finding, look: Look) -> Iterator[Line]:
    if not finding.diff:
        return
    yield line()
    label = "words"
    for before, after in finding.diff:
        words = [
            StyledWord(label.ljust(5), "dim"),
            StyledWord(INDENT),
            StyledWord(inert(before) or "∅", "before"),
            StyledWord(" → "),
            StyledWord(inert(after) or "∅", "after"),
        ]
        yield from wrap(words, look.width, INDENT, INDENT + " " * 7)
        label = ""


def _summary(report: Report, look: Look) -> Iterator[Line]:
    summary = report.summary
    yield from _corroborated(report, look)
    if report.missing:
        head = f"Not checked ({len(report.missing)})"
        yield line(StyledWord(head, "warning"))
        for document, reason in report.missing:
            reason_words = [
                StyledWord(inert(document), "head"),
                StyledWord(f": {inert(reason)}"),
            ]
            yield from wrap(reason_words, look.width, INDENT, INDENT * 2)
        yield line()
    checked = ", ".join(
        (summary.scope, plural(summary.claims, "claim"), plural(summary.rules, "rule"))
    )
    words = [StyledWord(f"Checked {checked}: "), *_verdict(report)]
    yield from wrap(words, look.width, "")


def _corroborated(report: Report, look: Look) -> Iterator[Line]:
    agreed = report.summary.corroborated
    if not agreed:
        return
    yield line(
        StyledWord(f"Corroborated by independent sources ({len(agreed)})", "good")
    )
    shown = len(agreed) if look.verbose else LISTED
    for one in agreed[:shown]:
        words = [
            StyledWord(f"{one.kind}  ", "dim"),
            StyledWord(f"{inert(one.key)}: {inert(one.value)}"),
            StyledWord(f"  {', '.join(map(inert, one.sources))}", "dim"),
        ]
        yield from wrap(words, look.width, INDENT, INDENT * 2)
        for wording in one.wordings if look.verbose else one.wordings[:NAMED]:
            where = f"{where_worded(wording, report)} · {inert(wording.source)}"
            wording_words = [
                StyledWord(where, "dim"),
                StyledWord(f"{INDENT}“{brief(inert(wording.words), LONG)}”"),
            ]
            yield from wrap(wording_words, look.width, INDENT * 2, INDENT * 3)
    if len(agreed) > shown:
        yield line(INDENT, StyledWord(f"and {len(agreed) - shown} more (-v)", "dim"))
    yield line()


def _verdict(report: Report) -> Iterator[StyledWord]:
    new = report.new
    counted = [(s, sum(f.severity == s for f in new)) for s in Severity]
    parts = [StyledWord(plural(n, str(s)), str(s)) for s, n in counted if n]
    for state in (State.KNOWN, State.SUPPRESSED):
        if number := sum(f.state == state for f in report.findings):
            parts.append(StyledWord(f"{number} {state}"))
    if not new:
        clean = report.summary.claims and not report.missing
        parts.insert(0, StyledWord(report.nothing, "good" if clean else ""))
    if report.missing:
        parts.append(StyledWord(f"{len(report.missing)} not checked", "warning"))
    yield from joined(parts)
    yield StyledWord(".")


def joined(words: Iterable[StyledWord]) -> Iterator[StyledWord]:
    """Yield words with commas between them."""
    for number, word in enumerate(words):
        if number:
            yield StyledWord(", ")
        yield word
