"""Make what articles say harmless to print: their text is hostile input."""

import re

KEPT = "\u200c\u200d"  # joiners some scripts are written with
MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$])")
OPENING = re.compile(r"\A([#+=-]|\d+(?=[.)]))")
LINKED = re.compile(r"(?i)\b(https?|ftp|www|mailto|gh)(?=[:.-])|@|#(?=\d)")
UNLINK = "<!-- -->"  # what GitHub itself advises to keep "@name" from being a mention


def inert(text: str) -> str:
    r"""Put text on one line; spell out what a terminal would obey or hide.

    Control characters, escapes, bidirectional overrides, invisible marks and halves of
    characters come out as their code.

    >>> inert("red\x1b[31m   and\u202eback")
    'red\\x1b[31m and\\u202eback'
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or c in KEPT else spelled(c) for c in line)


def brief(text: str, most: int) -> str:
    """Cut one line of text at a blank, if it is longer than *most*.

    >>> brief("one two three", 9)
    'one two …'
    """
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def spelled(character: str) -> str:
    """Write a character as its code."""
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def markdown(text: str) -> str:
    r"""Put text on one line that Markdown shows as it is.

    >>> markdown("<b>not *bold*</b>")
    '&lt;b&gt;not \\*bold\\*&lt;/b&gt;'
    """
    line = inert(text).replace("&", "&amp;")
    line = MARKDOWN.sub(_escape, line)
    line = OPENING.sub(r"\\\1", line)
    return LINKED.sub(rf"\g<0>{UNLINK}", line)


def _escape(match: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "$": "&dollar;"}.get(match[1], f"\\{match[1]}")
