"""One more entry for a file of decisions, put where it belongs."""

from typing import NamedTuple

import yaml

from factcheck.lexicons.tables import StringLoader

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
