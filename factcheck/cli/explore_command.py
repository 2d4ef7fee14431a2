"""`factcheck explore`: browse all that was read, with Datasette."""

import argparse
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.cli.question import status_of, whole_report
from factcheck.errors import UsageError
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.reports.export.export_tables import described, tables
from factcheck.store.exported import write_sqlite

DATABASE = "sources.db"


def run(options: argparse.Namespace) -> int:
    """Write a database of the documents and serve it until the user stops it."""
    if find_spec("datasette") is None:
        raise UsageError(
            "explore needs an extra: pip install 'factcheck-sources[explore]'"
        )
    settings = load_settings(options)
    report = whole_report(options.paths, settings)
    folder = _folder(settings)
    write_sqlite(tables(report), folder / DATABASE)
    metadata = folder / "datasette.json"
    metadata.write_text(json.dumps(description()), encoding="utf-8")
    command = [sys.executable, "-m", "datasette", "serve", "--immutable"]
    command += [str(folder / DATABASE), "--metadata", str(metadata)]
    command += ["--host", "127.0.0.1", "--port", str(options.port)]
    command += ["--open"] if options.open else []
    command += ["--get", options.get] if options.get else []
    status = subprocess.run(command, check=False).returncode
    if status not in (0, -2, 130):  # -2 and 130: stopped with Ctrl-C
        raise UsageError(f"Datasette ended with status {status}")
    return status_of(report, settings)


def description() -> dict[str, Any]:
    """Return what Datasette shows: titles, meanings of columns, facets and queries."""
    metadata = described()
    for table in metadata["tables"].values():
        del table["searched"]
    database = {"tables": metadata["tables"], "queries": metadata["queries"]}
    return {
        "title": metadata["title"],
        "description": metadata["description"],
        "databases": {Path(DATABASE).stem: database},
    }


def _folder(settings: Settings) -> Path:
    """Return the folder of the store, which version control ignores."""
    folder = Path(".factcheck" if settings.store == "none" else settings.store)
    folder = folder if settings.store == "none" else folder.parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder
