"""`factcheck export`: all that was read and found, as tables for other tools."""

import argparse
import csv
from collections.abc import Callable, Iterable
from pathlib import Path

from factcheck.cli.question import status_of, whole_report
from factcheck.errors import UsageError, needs_extra, writing
from factcheck.pipeline.settings import load_settings
from factcheck.reports.csv import guarded
from factcheck.reports.export.export_tables import tables
from factcheck.store.exported import Table, write_sqlite


def run(options: argparse.Namespace) -> int:
    """Write the tables and return the exit status."""
    settings = load_settings(options)
    form, _, place = options.export_format.partition("=")
    if form not in FORMS or not place:
        wanted = "csv=DIR, parquet=DIR or sqlite=FILE"
        raise UsageError(f"--format {options.export_format}: expected {wanted}")
    report = whole_report(options.paths, settings)
    with writing(Path(place)):
        FORMS[form](tables(report), Path(place))
    return status_of(report, settings)


def _csv(tables: Iterable[Table], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        path = folder / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            for row in table.rows:
                writer.writerow([guarded(c) if isinstance(c, str) else c for c in row])


def _parquet(tables: Iterable[Table], folder: Path) -> None:
    with needs_extra("parquet", "-f parquet"):
        import pyarrow as pa
        import pyarrow.parquet as pq
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        columns = zip(*table.rows, strict=True)
        laid = dict(zip(table.columns, map(list, columns), strict=False))
        whole = {name: laid.get(name, []) for name in table.columns}
        pq.write_table(pa.table(whole), folder / f"{table.name}.parquet")


FORMS: dict[str, Callable[[Iterable[Table], Path], None]] = {
    "csv": _csv,
    "parquet": _parquet,
    "sqlite": write_sqlite,
}
