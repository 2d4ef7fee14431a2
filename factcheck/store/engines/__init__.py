"""Engines that run the rules' SQL: SQLite itself, or DuckDB or Spark over Parquet."""

from factcheck.store.engines.choosing import LARGE, engine_for, open_engine
from factcheck.store.engines.sqlite import Engine, SqliteEngine, Values

__all__ = ["LARGE", "Engine", "SqliteEngine", "Values", "engine_for", "open_engine"]
