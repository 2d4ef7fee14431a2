"""The Spark session: the one that is there, or one on this machine."""

import os
import sys

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from factcheck.errors import UsageError

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
