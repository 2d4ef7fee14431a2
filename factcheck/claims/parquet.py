"""Write claims as Parquet: a row a claim, the columns of the JSON."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.claims.batches import batched
from factcheck.documents.table import KEY, SCHEMA, VERSION
from factcheck.errors import UsageError

ROWS = 10_000
"""Claims that are turned into columns together."""

_TEXT = pa.string()
_ENDS = [("start", pa.int64()), ("end", pa.int64())]
_HEADLINE = pa.struct([*_ENDS, ("text", _TEXT)])
_MENTION = pa.struct(
    [
        ("text", _TEXT),
        *_ENDS,
        ("value", _TEXT),
        ("entity", _TEXT),
        ("name", _TEXT),
        ("headline", _HEADLINE),
    ]
)
COLUMNS = pa.schema(
    [
        ("id", _TEXT),
        ("kind", _TEXT),
        ("document", _TEXT),
        ("source", _TEXT),
        ("published", _TEXT),
        ("span", pa.struct([*_ENDS, ("headline", _HEADLINE)])),
        ("roles", pa.map_(_TEXT, pa.list_(_MENTION))),
        ("time", pa.struct([("start", _TEXT), ("end", _TEXT), ("text", _TEXT)])),
        ("modality", _TEXT),
        ("attribution", pa.list_(_MENTION)),
        ("confidence", pa.float64()),
        ("extractor", _TEXT),
    ],
    metadata={KEY: f"{SCHEMA}{VERSION}".encode()},
)


def write_claims(laid: Iterable[dict[str, Any]], path: Path) -> int:
    """Write claims, laid out as JSON would be, to a file; return how many there were.

    Raises:
        UsageError: The file cannot be written.
    """
    count = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with pq.ParquetWriter(path, COLUMNS, compression="zstd") as writer:
            for rows in _batches(laid):
                writer.write_table(pa.Table.from_pylist(rows, COLUMNS))
                count += len(rows)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    return count


def _batches(laid: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return batched(map(_row, laid), ROWS)


def _row(laid: dict[str, Any]) -> dict[str, Any]:
    roles = [
        (role, list(map(_mention, found))) for role, found in laid["roles"].items()
    ]
    return {
        **laid,
        "roles": roles,
        "attribution": list(map(_mention, laid["attribution"])),
    }


def _mention(laid: dict[str, Any]) -> dict[str, Any]:
    """Write the value as JSON: it may be words, a number, or two."""
    if "value" not in laid:
        return laid
    return {**laid, "value": json.dumps(laid["value"], ensure_ascii=False)}
