"""Which engine runs the rules: the one asked for, else the one that is faster."""

import sqlite3
from importlib import import_module

from factcheck.errors import UsageError
from factcheck.registry import unknown
from factcheck.store.engines.sqlite import Engine, SqliteEngine

ENGINES = ("sqlite", "duckdb", "spark")

LARGE = 100_000
"""Claims from which DuckDB is taken by itself.

Over so many it costs less processor time than SQLite, mirror and start included, and
below about 60,000 more (docs/performance.md).
"""

NEEDED = {"duckdb": ("duckdb", "pyarrow"), "spark": ("pyspark", "pyarrow")}
HOMES = {"duckdb": ("duck", "DuckEngine"), "spark": ("spark", "SparkEngine")}


def engine_for(claims: int, wanted: str | None = None) -> str:
    """Name the engine for so many claims: *wanted*, or the fastest installed.

    Spark runs only where it is asked for.
    """
    if wanted is not None:
        return wanted
    if claims < LARGE:
        return "sqlite"
    from importlib.util import find_spec  # a small check does not need it

    installed = all(find_spec(name) for name in NEEDED["duckdb"])
    return "duckdb" if installed else "sqlite"


def open_engine(
    name: str, connection: sqlite3.Connection, place: str, scratch: str | None = None
) -> Engine:
    """Open an engine over the judged tables of a connection.

    Raises:
        UsageError: There is no such engine, or its extra is not installed.
    """
    if name not in ENGINES:
        raise UsageError(unknown("engine", name, ENGINES))
    if name == "sqlite":
        return SqliteEngine(connection, place)
    home, kind = HOMES[name]
    try:
        module = import_module(f"factcheck.store.engines.{home}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in NEEDED[name]:
            raise
        raise UsageError(
            f"engine {name} needs an extra: pip install 'factcheck-sources[{name}]'"
        ) from error
    engine: Engine = getattr(module, kind)(connection, place, scratch)
    return engine
