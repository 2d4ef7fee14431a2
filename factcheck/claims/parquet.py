"""Write claims as Parquet: one row per claim, the columns of the JSON."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.claims.batches import batched
from factcheck.claims.interchange import Laid, LaidClaim
from factcheck.documents.parquet_claims import KEY, SCHEMA, VERSION
from factcheck.errors import writing

ROWS = 10_000
"""Claims that are turned into columns together."""


def _column(annotation: Any) -> pa.DataType:
    """Return the type of a column that holds what a field of the model may hold.

    What may be of several types (a value: words, a number, or two) is JSON in text.
    """
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _column(parts[0])
    if origin is list:
        return pa.list_(_column(parts[0]))
    if origin is dict:
        return pa.map_(_column(parts[0]), _column(parts[1]))
    given = [part for part in parts if part is not type(None)]
    if origin in (Union, UnionType) and len(given) == 1:
        return _column(given[0])
    if isinstance(annotation, type) and issubclass(annotation, Laid):
        return pa.struct(_columns(annotation))
    return {int: pa.int64(), float: pa.float64()}.get(annotation, pa.string())


def _columns(model: type[Laid]) -> list[tuple[str, pa.DataType]]:
    return [(name, _column(f.annotation)) for name, f in model.model_fields.items()]


COLUMNS = pa.schema(_columns(LaidClaim), metadata={KEY: f"{SCHEMA}{VERSION}".encode()})


def write_claims(laid: Iterable[dict[str, Any]], path: Path) -> int:
    """Write claims, laid out as JSON would be, to a file; return how many there were.

    Raises:
        UsageError: The file cannot be written.
    """
    count = 0
    with writing(path), pq.ParquetWriter(path, COLUMNS, compression="zstd") as writer:
        for rows in _batches(laid):
            writer.write_table(pa.Table.from_pylist(rows, COLUMNS))
            count += len(rows)
    return count


def _batches(laid: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return batched(map(_row, laid), ROWS)


def _row(laid: dict[str, Any]) -> dict[str, Any]:
    roles = [(role, list(map(_mention, some))) for role, some in laid["roles"].items()]
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
