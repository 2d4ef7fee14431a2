"""Claims in a Parquet file, as `factcheck extract -f parquet=FILE` writes them."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.documents.files import DocumentFault, File, ForeignClaim
from factcheck.errors import DocumentError

SCHEMA = "factcheck.claims/"
VERSION = 1
"""Raised whenever a column changes its meaning."""

KEY = b"factcheck"
"""The key of the file's metadata that holds schema and version."""

NEEDED = ("kind", "document", "span", "roles")
FORM = "docs/formats.md says what the columns are"
ROWS = 10_000
"""Rows that are read together."""


def read_table(file: File) -> Iterator[ForeignClaim | DocumentFault]:
    """Yield each row as the JSON of a claim; what is wrong in it is found later."""
    try:
        opened = pq.ParquetFile(pa.BufferReader(file.raw))
    except (pa.ArrowException, OSError) as error:
        raise DocumentError(file.path, f"not Parquet: {error}") from error
    _refuse(opened.schema_arrow, file.path)
    number = 0
    batches = opened.iter_batches(ROWS)
    while True:
        try:
            batch = next(batches, None)
        except (pa.ArrowException, OSError) as error:
            yield DocumentFault(file.path, f"damaged behind row {number}: {error}")
            return
        if batch is None:
            break
        for row in batch.to_pylist():
            number += 1
            where = f"{file.path}:{number}"
            try:
                laid = _laid(row)
            except (AttributeError, TypeError, ValueError):
                yield DocumentFault(where, f"not a claim; {FORM}")
                continue
            yield ForeignClaim(str(laid.get("document") or ""), laid, where)
    if not number:
        raise DocumentError(file.path, "holds no claim")


def _refuse(schema: pa.Schema, path: str) -> None:
    named = (schema.metadata or {}).get(KEY, b"").decode("utf-8", "replace")
    version = named.removeprefix(SCHEMA)
    if version.isdecimal() and int(version) > VERSION:
        raise DocumentError(
            path,
            f"made by a newer factcheck ({named}, this one knows {SCHEMA}{VERSION});"
            " update factcheck",
        )
    missing = [name for name in NEEDED if name not in schema.names]
    if missing:
        raise DocumentError(
            path, f"no claims: there is no column {', '.join(missing)}; {FORM}"
        )


def _laid(row: dict[str, Any]) -> dict[str, Any]:
    """Turn a row into what a line of JSON would hold."""
    laid = {key: cell for key, cell in row.items() if cell is not None}
    if "span" in laid:
        laid["span"] = _place(laid["span"])
    laid["roles"] = {
        role: [_mention(mention) for mention in mentions or ()]
        for role, mentions in laid.get("roles", ())
    }
    laid["attribution"] = [_mention(one) for one in laid.get("attribution", ())]
    return laid


def _mention(cell: dict[str, Any]) -> dict[str, Any]:
    laid = _place(cell)
    if "value" in laid:
        laid["value"] = json.loads(laid["value"])
    return laid


def _place(cell: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in cell.items() if part is not None}
