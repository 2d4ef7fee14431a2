"""The engine for a cluster: Spark SQL over Parquet files.

Where `spark-submit` started the program its session is used as it is set. Else one is
started on this machine, with a worker for every core.
"""

import sqlite3
from collections.abc import Iterator

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from factcheck.errors import StoreError
from factcheck.store.engines.mirror import Mirror
from factcheck.store.engines.model import Row, Values
from factcheck.store.engines.scratch import Scratch
from factcheck.store.engines.session import spark_session


class SparkEngine:
    """Runs queries over a mirror of the judged tables, made when it is needed."""

    def __init__(
        self, connection: sqlite3.Connection, place: str, scratch: str | None = None
    ) -> None:
        self._judged = connection
        self._place = place
        self._scratch = Scratch(scratch)
        self._spark: SparkSession = spark_session()
        self._mirror: Mirror | None = None

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """Run one query over the mirror; its rows come to this process."""
        if self._mirror is None:
            folder = self._scratch.fresh()
            self._mirror = Mirror(self._judged, self._place, folder)
        try:
            for table, file in self._mirror.fresh(query):
                frame = self._spark.read.parquet(file.resolve().as_uri())
                frame.createOrReplaceTempView(table)
            found = self._spark.sql(query, args=list(values)).collect()
        except PySparkException as error:
            raise StoreError(f"{self._place}: engine spark: {error}") from error
        yield from map(self._mirror.read, found)

    def renew(self, *tables: str) -> None:
        """Write these tables again before they are read."""
        if self._mirror is not None:
            self._mirror.forget(*tables)

    def close(self) -> None:
        """Remove the files; the session stays for whoever comes next."""
        self._mirror = None
        self._scratch.close()
