"""What an editor offers to do about a finding: reword, suppress, say who is who."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import yaml
from lsprotocol import types

from factcheck.claims.declaration import role_of
from factcheck.lexicons.tables import StringLoader
from factcheck.lsp.diagnostics import accused, range_of
from factcheck.lsp.drafting import Checked
from factcheck.lsp.positions import Lines, Spot
from factcheck.lsp.rewording import TextEdit, rewordings
from factcheck.lsp.session import SHOW
from factcheck.reports.escape import brief, inert

REASONS = {
    "the draft is right": "checked: the draft is right",
    "the difference is accepted": "the difference is accepted",
}
"""Reasons offered for suppressing a finding: how they are offered, and written."""

OWN = "give a reason"


class DraftView(NamedTuple):
    """What actions need to know of the editor.

    Attributes:
        uri: The draft.
        version: Its version.
        text: Its text.
        encoding: How columns are counted.
        versioned: Whether edits may name versions and create files.
        shows: Whether the editor opens files when asked to.
        suppress: The file of suppressions.
        aliases: The file of aliases.
        read: Reads a file as it stands in the editor, or on disk; "" if there is none.
    """

    uri: str
    version: int | None
    text: str
    encoding: str
    versioned: bool
    shows: bool
    suppress: Path
    aliases: Path
    read: Callable[[Path], str]


class Offer(NamedTuple):
    """What may be done about a finding.

    Attributes:
        title: How it is offered.
        edit: What it changes.
        command: What the editor does next, or None.
        preferred: Whether it is what people will want; None where nobody can tell.
    """

    title: str
    edit: types.WorkspaceEdit
    command: types.Command | None = None
    preferred: bool | None = None


def actions(
    wanted: types.Range, checked: Checked, spots: dict[str, list[Spot]], desk: DraftView
) -> Iterator[types.CodeAction]:
    """Yield what may be done about the findings that touch a range."""
    ours = {draft.id for draft in checked.drafts}
    for finding in checked.findings:
        all_spots = spots[finding.fingerprint]
        for spot in accused(finding, all_spots, ours):
            where = range_of(spot.start, spot.end)
            if not where.start <= wanted.end or not wanted.start <= where.end:
                continue
            about = types.Diagnostic(
                where, inert(finding.message), code=finding.rule, source="factcheck"
            )
            for offer in chain(
                _rewordings(spot, all_spots, checked, desk),
                _suppressions(spot, desk),
                _aliases(spot, all_spots, checked, desk),
            ):
                yield types.CodeAction(
                    offer.title,
                    types.CodeActionKind.QuickFix,
                    [about],
                    offer.preferred,
                    edit=offer.edit,
                    command=offer.command,
                )
            break


def _rewordings(
    spot: Spot, spots: Sequence[Spot], checked: Checked, desk: DraftView
) -> Iterator[Offer]:
    before = len(desk.text) - len(spot.document.text)  # front matter
    if before < 0 or not desk.text.endswith(spot.document.text):
        return
    lines = Lines(desk.text, desk.encoding)
    for offered in rewordings(spot, spots, checked):
        edits = [_edit(change, before, lines) for change in offered.changes]
        edit = _edits(desk, desk.uri, desk.version, edits)
        yield Offer(offered.title, edit, preferred=offered.reference or None)


def _edit(change: TextEdit, before: int, lines: Lines) -> types.TextEdit:
    start = lines.at(before + change.span.start)
    end = lines.at(before + change.span.end)
    return types.TextEdit(range_of(start, end), change.words)


def _suppressions(spot: Spot, desk: DraftView) -> Iterator[Offer]:
    finding = spot.finding
    name = f"{finding.rule} ({brief(inert(finding.key), 40)})"
    reasons = {**REASONS, OWN: ""} if desk.shows else REASONS
    for offered, reason in reasons.items():
        fields: dict[str, str | list[str]] = {
            "rule": finding.rule,
            "fingerprint": finding.fingerprint,
            "reason": reason,
        }
        made = _written(desk, desk.suppress, fields)
        if made:
            edit, line = made
            command = None if reason else _show(desk.suppress, line)
            title = f"Suppress {name}: {offered}{'' if reason else ' …'}"
            yield Offer(title, edit, command)


def _show(path: Path, line: int) -> types.Command:
    return types.Command(
        "Write a reason", SHOW, arguments=[path.absolute().as_uri(), line]
    )


def _aliases(
    spot: Spot, spots: Sequence[Spot], checked: Checked, desk: DraftView
) -> Iterator[Offer]:
    """Yield that two names are one person's where they count as two, or the reverse."""
    rule = checked.rules.get(spot.finding.rule)
    named = [*rule.same, rule.differ] if rule else []
    roles = [r for r in named if r and role_of(spot.claim.kind, r).is_named]
    for role in roles[:1]:
        ours = _names(spot, role)
        others = {
            (name, entity)
            for other in spots
            if other.variant is not spot.variant
            for name, entity in _names(other, role)
        }
        for name, entity in sorted(ours):
            for other_name, other_entity in sorted(others):
                if name == other_name:
                    continue
                one = entity == other_entity
                fields: dict[str, str | list[str]] = {
                    "different" if one else "same": [name, other_name]
                }
                meaning = "are two people" if one else "are one person"
                made = _written(desk, desk.aliases, fields)
                if made:
                    title = f"{inert(name)} and {inert(other_name)} {meaning}"
                    yield Offer(title, made[0])


def _names(spot: Spot, role: str) -> set[tuple[str, str | None]]:
    """Return the full names in a role, as printed, and who is meant."""
    return {
        (" ".join(mention.text.split()), mention.entity)
        for mention in spot.claim.role(role)
        if " " in mention.text.strip()
    }


def _written(
    desk: DraftView, path: Path, fields: dict[str, str | list[str]]
) -> tuple[types.WorkspaceEdit, int] | None:
    """Add an entry to a file: the edit, and the line of the entry's end."""
    there = path.exists()
    whole = desk.read(path)
    added = entry(whole, fields)
    if added is None or not (there or desk.versioned):
        return None
    at = Lines(whole, desk.encoding).at(added.offset)
    line = at.line + added.text.count("\n") - 1
    uri = path.absolute().as_uri()
    edits = [types.TextEdit(range_of(at, at), added.text)]
    return _edits(desk, uri, None, edits, make=not there), line


def _edits(
    desk: DraftView,
    uri: str,
    version: int | None,
    edits: Sequence[types.TextEdit],
    make: bool = False,
) -> types.WorkspaceEdit:
    if not desk.versioned:
        return types.WorkspaceEdit({uri: list(edits)})
    named = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    edit = types.TextDocumentEdit(named, list(edits))
    if not make:
        return types.WorkspaceEdit(document_changes=[edit])
    options = types.CreateFileOptions(ignore_if_exists=True)
    new = types.CreateFile(uri, options=options)
    return types.WorkspaceEdit(document_changes=[new, edit])


ENDLESS = 1_000_000
"""Columns of a line: a value is never broken."""


class FileEntry(NamedTuple):
    """Text to be put into a file.

    Attributes:
        offset: Where.
        text: What, with the ends of lines it needs.
    """

    offset: int
    text: str


def entry(whole: str, fields: dict[str, str | list[str]]) -> FileEntry | None:
    r"""Return what has to be added to a YAML list of entries, and where.

    None where the file is not a list, is written in brackets, or cannot be read: a
    person has to look at it first.

    >>> entry("# ours\n", {"rule": "x", "reason": ""})
    FileEntry(offset=7, text='- rule: "x"\n  reason: ""\n')
    >>> entry("[]\n", {"rule": "x"})
    """
    try:
        root = yaml.compose(whole, StringLoader)
    except yaml.YAMLError:
        return None
    margin = ""
    if root is not None:
        empty = isinstance(root, yaml.ScalarNode) and not root.value
        listed = isinstance(root, yaml.SequenceNode) and not root.flow_style
        if not empty and not listed:
            return None
        margin = " " * root.start_mark.column if listed else ""
    lines = [f"{key}: {_value(value)}" for key, value in fields.items()]
    text = "".join(
        f"{margin}{'  ' if n else '- '}{line}\n" for n, line in enumerate(lines)
    )
    before = "" if not whole or whole.endswith(("\n", "\r")) else "\n"
    return FileEntry(len(whole), before + text)


def _value(value: str | list[str]) -> str:
    """Write a value as YAML reads it back, whatever characters it holds."""
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    quoted: str = yaml.safe_dump(
        value, default_style='"', allow_unicode=True, width=ENDLESS
    )
    return quoted.strip()
