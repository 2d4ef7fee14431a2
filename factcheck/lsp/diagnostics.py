"""What an editor shows about a draft: diagnostics, and hovers at the words."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from factcheck.findings import Corroborated, Finding, Severity
from factcheck.lsp.drafting import Checked
from factcheck.lsp.positions import ALL, At, Locations, Spot, uri_of
from factcheck.reports.escape import brief, inert
from factcheck.reports.escape import markdown as escaped

SOURCE = "factcheck"
MESSAGE = 300
RELATED = 10
"""Sentences of other texts that are shown with a diagnostic."""

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def range_of(start: At, end: At) -> types.Range:
    """Return a range as the protocol has it."""
    return types.Range(types.Position(*start), types.Position(*end))


def spots_of(checked: Checked, encoding: str) -> dict[str, list[Spot]]:
    """Return the spots of every finding, by its fingerprint, in its order."""
    places = Locations(encoding)
    return {
        finding.fingerprint: list(places.spots(finding, checked))
        for finding in checked.findings
    }


def diagnostics(
    checked: Checked, spots: dict[str, list[Spot]], linked: bool
) -> list[types.Diagnostic]:
    """Return one diagnostic for every place in the draft that a finding is about.

    Where the editor does not show *linked* places, their sentences are in the message.
    """
    ours = {draft.id for draft in checked.drafts}
    top = range_of(At(0, 0), At(0, ALL))
    shown = [
        types.Diagnostic(
            top,
            f"not checked: {inert(name)}: {inert(reason)}",
            types.DiagnosticSeverity.Warning,
            "not-checked",
            source=SOURCE,
        )
        for name, reason in checked.missing
        if _is_about(name, checked)
    ]
    for finding in checked.findings:
        others = _others(spots[finding.fingerprint], ours)
        message = brief(inert(finding.message), MESSAGE)
        related = None
        if linked:
            related = [
                types.DiagnosticRelatedInformation(
                    types.Location(uri, range_of(spot.start, spot.end)),
                    _label(spot),
                )
                for spot in others
                if (uri := uri_of(spot.document))
            ]
        else:
            message = "\n".join((message, *(f"  {_label(spot)}" for spot in others)))
        shown += [
            types.Diagnostic(
                range_of(spot.start, spot.end),
                message,
                SEVERITIES[finding.severity],
                finding.rule,
                source=SOURCE,
                related_information=related or None,
                data={"fingerprint": finding.fingerprint},
            )
            for spot in accused(finding, spots[finding.fingerprint], ours)
        ]
    return shown


def corpus_reasons(checked: Checked) -> Iterator[str]:
    """Yield what was not checked and does not concern the draft, in words."""
    for name, reason in checked.missing:
        if not _is_about(name, checked):
            yield f"not checked: {inert(name)}: {inert(reason)}"


def accused(finding: Finding, spots: Iterable[Spot], ours: set[str]) -> Iterator[Spot]:
    """Yield the spots of a finding in the draft; each stretch of words once."""
    seen = set()
    for spot in spots:
        place = spot.start, spot.end
        mine = spot.document.id in ours and spot.variant in finding.variants
        if mine and place not in seen:
            seen.add(place)
            yield spot


def hover(
    at: At, checked: Checked, spots: dict[str, list[Spot]], encoding: str
) -> types.Hover | None:
    """Say what is known about the words at a position: who says what, and why."""
    ours = {draft.id for draft in checked.drafts}
    parts: list[str] = []
    around: types.Range | None = None
    for finding in checked.findings:
        here = [
            spot
            for spot in accused(finding, spots[finding.fingerprint], ours)
            if spot.holds(at)
        ]
        if here:
            around = around or range_of(here[0].start, here[0].end)
            parts.append("\n".join(_evidence(finding, spots[finding.fingerprint])))
    parts += _agreed(at, checked, encoding)
    if not parts:
        return None
    text = "\n\n---\n\n".join(parts)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), around)


def _evidence(finding: Finding, spots: Sequence[Spot]) -> Iterator[str]:
    yield f"**{finding.severity}** `{finding.rule}` {escaped(finding.key)}"
    yield ""
    yield escaped(brief(inert(finding.message), MESSAGE))
    for variant in (*finding.variants, *finding.compatible):
        yield ""
        own = [spot for spot in spots if spot.variant is variant]
        for spot in own[:RELATED]:
            yield f"- {_linked(spot)}: {escaped(spot.sentence)}"
        if len(own) > RELATED:
            yield f"- and {len(own) - RELATED} more"
        if variant in finding.compatible and own:
            yield "  *(compatible)*"
    if finding.why:
        yield ""
        yield f"*Why it matters:* {escaped(finding.why)}"
    yield ""
    yield f"`factcheck explain {finding.fingerprint[:8]}`"


def _agreed(at: At, checked: Checked, encoding: str) -> Iterator[str]:
    """Yield what the words at a position say in agreement with other origins."""
    places = Locations(encoding)
    for draft in checked.drafts:
        for one in _agreements(draft.id, checked):
            for start, end in (
                places.range_of(draft, [claim.span])
                for claim in checked.claims.get(draft.id, ())
                if claim.id in one.claims
            ):
                if start <= at <= end:
                    who = escaped(", ".join(one.sources))
                    claimed = f"{one.kind}: {escaped(one.key)}: {escaped(one.value)}"
                    yield f"**corroborated** {claimed} ({who})"
                    break


def _agreements(draft: str, checked: Checked) -> Iterator[Corroborated]:
    claimed = {claim.id for claim in checked.claims.get(draft, ())}
    yield from (one for one in checked.agreed if claimed.intersection(one.claims))


def _others(spots: Sequence[Spot], ours: set[str]) -> list[Spot]:
    """Keep one spot of every sentence that is not the draft's, the first ones."""
    first: dict[tuple[str, At], Spot] = {}
    for spot in spots:
        if spot.document.id not in ours:
            first.setdefault((spot.document.id, spot.start), spot)
    return list(first.values())[:RELATED]


def _label(spot: Spot) -> str:
    day = f", {spot.document.published}" if spot.document.published else ""
    return f"{inert(spot.document.source)}{day}: {spot.sentence or spot.variant.label}"


def _linked(spot: Spot) -> str:
    """Name the source of a spot, as a link to its place where it has a file."""
    day = f", {spot.document.published}" if spot.document.published else ""
    name = f"{escaped(spot.document.source)}{day}"
    uri = uri_of(spot.document) if spot.document.path else None
    if uri is None:
        return name
    return f"[{name}]({_bare(uri)}#L{spot.start.line + 1})"


def _bare(uri: str) -> str:
    """Spell what would end a link in Markdown."""
    return uri.replace("(", "%28").replace(")", "%29")


def _is_about(name: str, checked: Checked) -> bool:
    """Ask whether a reason concerns the draft or a rule, and not the corpus."""
    return any(name in (d.id, d.path) for d in checked.drafts) or (
        not checked.drafts or name in checked.rules
    )
