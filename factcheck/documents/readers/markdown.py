"""Markdown, with YAML front matter: title, source, date, url, group."""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.documents.document import Document
from factcheck.documents.files import File, Read, reader
from factcheck.documents.source import day_of, source_and_credit
from factcheck.errors import DocumentError

FENCE = re.compile(r"\A---[ \t]*\r?\n")
CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M)
HEADING = re.compile(r"\A\s*#[ \t]+([^\n]+?)[ \t#]*\r?(?:\n|\Z)")
NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet"),
    "published": ("published", "date"),
    "url": ("url", "link"),
    "group": ("group",),
}


@reader(".md", ".markdown")
def read_markdown(file: File) -> Iterator[Read]:
    """Read the text behind the front matter; offsets count from there."""
    whole = file.text()
    given, body = front_matter(file.path, whole)
    source, credit = source_and_credit(body, given.get("source"), file.stem)
    heading = HEADING.match(body)
    yield Document(
        file.id,
        body,
        source,
        given.get("published"),
        given.get("title") or (heading[1] if heading else None),
        given.get("url"),
        given.get("group"),
        file.path,
        whole.count("\n", 0, len(whole) - len(body)) + 1,
        verbatim=True,
        credit=credit,
        syntax="markdown",
    )


def front_matter(path: str, text: str) -> tuple[dict[str, str], str]:
    """Split a text into what its front matter gives and the body.

    Raises:
        DocumentError: The front matter is not closed, not YAML or of a wrong shape.
    """
    opened = FENCE.match(text)
    if not opened:
        return {}, text
    closed = CLOSE.search(text, opened.end())
    if not closed:
        raise DocumentError(
            f"{path}:1", "the front matter is not closed; end it with a line ---"
        )
    fields = _load(path, text[opened.end() : closed.start()])
    return _given(path, fields), text[closed.end() :]


def _load(path: str, matter: str) -> dict[str, Any]:
    import yaml  # slow to import

    from factcheck.lexicons.tables import StringLoader

    try:
        loaded = yaml.load(matter, StringLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise DocumentError(
            f"{path}:{line}", f"the front matter is not YAML: {problem}"
        ) from error
    except RecursionError as error:
        raise DocumentError(
            f"{path}:1", "the front matter is nested too deeply; write key: value"
        ) from error
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise DocumentError(
            f"{path}:2", "the front matter is not a mapping; write lines of key: value"
        )
    return {str(k).strip().casefold(): v for k, v in loaded.items()}


def _given(path: str, fields: dict[str, Any]) -> dict[str, str]:
    given = {}
    faults = []
    for field, names in NAMES.items():
        name = next((n for n in names if fields.get(n) not in (None, "")), None)
        value = fields[name] if name else None
        if value is None:
            continue
        if not isinstance(value, str):
            faults.append(f"{name}: write one line of text")
        elif field == "published" and not day_of(value):
            faults.append(f"{name}: {value!r} is not a date; write YYYY-MM-DD")
        else:
            given[field] = (day_of(value) or "") if field == "published" else value
    if faults:
        raise DocumentError(f"{path}:1", "; ".join(faults))
    return given
