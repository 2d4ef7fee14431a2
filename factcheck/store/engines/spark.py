"""The engine for a cluster: Spark SQL over Parquet files.

Where `spark-submit` started the program its session is used as it is set. Else one is
started on this machine, with a worker for every core.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from factcheck.errors import StoreError, UsageError
from factcheck.store.engines.mirror import Mirrored
from factcheck.store.engines.sqlite import Row, Values


class SparkEngine(Mirrored):
    """Runs queries over a mirror of the judged tables, made when it is needed.

    Closing leaves the session for whoever comes next.
    """

    def __init__(
        self, connection: sqlite3.Connection, place: str, scratch: str | None = None
    ) -> None:
        super().__init__(connection, place, scratch)
        self._spark: SparkSession = spark_session()

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """Run one query over the mirror; its rows come to this process."""
        try:
            for table, file in self.fresh(query):
                frame = self._spark.read.parquet(file.resolve().as_uri())
                frame.createOrReplaceTempView(table)
            rows = self._spark.sql(query, args=list(values)).collect()
        except PySparkException as error:
            raise StoreError(f"{self._place}: engine spark: {error}") from error
        yield from map(self.read, rows)


SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set where `spark-submit` started this program."""

OURS = {
    "spark.app.name": "factcheck",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "8",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}
"""Settings of a session on this machine, which nothing outside can reach."""


def spark_session() -> SparkSession:
    """Return the session of `spark-submit`, else one that runs on this machine.

    Raises:
        UsageError: Spark cannot be started.
    """
    builder = SparkSession.builder
    if SUBMITTED not in os.environ and SparkSession.getActiveSession() is None:
        builder = builder.master(os.environ.get("MASTER", "local[*]"))
        for key, value in OURS.items():
            builder = builder.config(key, value)
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError) as error:
        raise UsageError(
            f"engine spark cannot be started: {error}; it needs Java 17 or later"
            " (set JAVA_HOME)"
        ) from error
    if SUBMITTED not in os.environ:
        session.sparkContext.setLogLevel("ERROR")
    return session
