"""Check a corpus of any size on a Spark cluster: every group is checked where it lies.

    spark-submit check_groups.py DOCUMENTS OUT

DOCUMENTS are JSON Lines anywhere Spark can read (`s3a://…`, `hdfs://…`, a folder), each
with `id`, `group` and `text`. OUT becomes a folder of JSON Lines: the findings of every
group, and a line `{"not_checked": …}` for what could not be read. They are the findings
that `factcheck check DOCUMENTS --group-by group` tells, and no machine sees more than
one group at a time.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyspark.sql import SparkSession

Numbered = tuple[str, int]
Group = tuple[str, Iterable[Numbered]]


def group_of(numbered: Numbered) -> tuple[str, Numbered]:
    """Return the group of a document and the document; without one it is alone."""
    group = json.loads(numbered[0]).get("group")
    return f"alone:{numbered[1]}" if group in (None, "") else f"group:{group}", numbered


def check_group(group: Group) -> Iterator[str]:
    """Yield what a check of one group tells."""
    from factcheck.cli import main  # on the machine that checks

    with tempfile.TemporaryDirectory() as folder:
        documents, report = Path(folder, "documents.jsonl"), Path(folder, "report.json")
        lines = [line for line, _ in sorted(group[1], key=lambda pair: pair[1])]
        documents.write_text("\n".join(lines), encoding="utf-8")
        options = ["--group-by", "group", "--store", "none", "-q"]
        status = main(["check", str(documents), *options, "-f", f"json={report}"])
        if status == 2:
            raise RuntimeError(f"group {group[0]}: see the messages above")
        told = json.loads(report.read_text(encoding="utf-8"))
    for finding in told["findings"]:
        yield json.dumps(finding)
    for reason in told["summary"]["not_checked"]:
        yield json.dumps({"not_checked": reason})


def main(documents: str, out: str) -> None:
    """Check every group of the documents and write what was found."""
    spark = SparkSession.builder.appName("factcheck by groups").getOrCreate()
    lines = spark.read.text(documents).rdd.map(lambda row: row.value)
    numbered = lines.filter(str.strip).zipWithIndex()
    groups = numbered.map(group_of).groupByKey()
    groups.flatMap(check_group).saveAsTextFile(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
