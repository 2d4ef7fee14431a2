"""JSON: documents or claims, one a line, in an array, or one by itself."""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.documents.document import Document
from factcheck.documents.files import DocumentFault, File, ForeignClaim, Read, reader
from factcheck.documents.source import day_of, source_and_credit

BETWEEN = re.compile(r"[\s,]*")
SURROGATE = re.compile(r"[\ud800-\udfff]")
STRINGS = ("source", "published", "title", "url")
NAMES = ("id", "group")
KEYS = '{"text": "...", "source": "...", "published": "YYYY-MM-DD"}'
HALF = r"holds half of a character (a lone \ud800-\udfff escape)"


@reader(".jsonl", ".ndjson")
def read_jsonl(file: File) -> Iterator[Read]:
    """Read each line by itself; a bad line is a fault and the others are read."""
    yield from _records(file, _lines(file.text()))


@reader(".json")
def read_json(file: File) -> Iterator[Read]:
    """Read an object, an array of objects, or lines of them."""
    yield from _records(file, _values(file.text()))


def _records(file: File, values: Iterator[tuple[int, object]]) -> Iterator[Read]:
    empty = True
    for line, value in values:
        empty = False
        yield read_record(file, line, value)
    if empty:
        yield DocumentFault(file.path, f"holds no document; write {KEYS}")


def read_record(file: File, line: int, value: object) -> Read:
    """Read one object: a document, or a claim if it has a kind and roles."""
    where = f"{file.path}:{line}"
    if isinstance(value, Exception):
        return DocumentFault(where, f"not JSON: {_say(value)}")
    if not isinstance(value, dict):
        return DocumentFault(where, f"not a document; write {KEYS}")
    if "kind" in value and "roles" in value:
        if SURROGATE.search(json.dumps(value, ensure_ascii=False)):
            return DocumentFault(where, f"a claim {HALF}")
        return ForeignClaim(str(value.get("document", "")), value, where)
    if faults := list(_faults(value)):
        return DocumentFault(where, "; ".join(faults))
    return _document(file, line, value)


def _faults(laid: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a document's fields."""
    text = laid.get("text")
    if "text" not in laid:
        yield f"text is missing; write {KEYS}"
    elif not isinstance(text, str):
        yield f"text: {_sort(text)}, should be a string"
    elif not text.strip():
        yield "text is empty; there is nothing to check"
    for key in STRINGS:
        if not isinstance(laid.get(key), str | None):
            yield f"{key}: {_sort(laid[key])}, should be a string or null"
    for key in NAMES:
        if not isinstance(laid.get(key), str | int | None):
            yield f"{key}: {_sort(laid[key])}, should be a string or null"
    published = laid.get("published")
    if isinstance(published, str) and published.strip() and not day_of(published):
        yield f"published: {published[:40]!r} is not a date; write YYYY-MM-DD"
    for key in ("text", *STRINGS, *NAMES):
        if isinstance(laid.get(key), str) and SURROGATE.search(laid[key]):
            yield f"{key}: {HALF}"


def _document(file: File, line: int, laid: dict[str, Any]) -> Document:
    named = laid.get("id")
    source, credit = source_and_credit(laid["text"], laid.get("source"), file.stem)
    group = laid.get("group")
    return Document(
        f"{file.id}:{line}" if named in (None, "") else str(named),
        laid["text"],
        source,
        day_of(laid.get("published") or ""),
        laid.get("title") or None,
        laid.get("url") or None,
        None if group in (None, "") else str(group),
        file.path,
        line,
        credit=credit,
    )


def _values(text: str) -> Iterator[tuple[int, object]]:
    """Yield each value of a file with its line; a `ValueError` for what is none."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "[":
        yield from _elements(text, start + 1)
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if getattr(error, "msg", "") == "Extra data":
            yield from _lines(text)
        else:
            yield getattr(error, "lineno", 1), error
        return
    yield text.count("\n", 0, start) + 1, value


def _elements(text: str, at: int) -> Iterator[tuple[int, object]]:
    decoder = json.JSONDecoder()
    line, counted = 1, 0
    while True:
        at = BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        line, counted = line + text.count("\n", counted, at), at
        if text[at : at + 1] == "]":
            if text[at + 1 :].strip():
                yield line, ValueError("something stands behind the array")
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield getattr(error, "lineno", line), error
            return
        yield line, value


def _lines(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            value = error
        yield number, value


def _say(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[0].lower()}{error.msg[1:]} at column {error.colno}"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return str(error)


def _sort(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if value is None:
        return "null"
    return "an array" if isinstance(value, list) else "an object"
