"""The engine for a cluster: Spark SQL over Parquet files.

Where `spark-submit` started the program its session is used as it is set. Else one is
started on this machine, with a worker for every core.
"""

import sqlite3
from collections.abc import Iterator

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from factcheck.errors import StoreError
from factcheck.store.engines.mirrored import Mirrored
from factcheck.store.engines.model import Row, Values
from factcheck.store.engines.session import spark_session


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
        mirror = self._mirror
        try:
            for table, file in mirror.fresh(query):
                frame = self._spark.read.parquet(file.resolve().as_uri())
                frame.createOrReplaceTempView(table)
            found = self._spark.sql(query, args=list(values)).collect()
        except PySparkException as error:
            raise StoreError(f"{self._place}: engine spark: {error}") from error
        yield from map(mirror.read, found)
