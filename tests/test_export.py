"""All that was read and found, as tables; Datasette is the real one."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.explore_command import description
from factcheck.reports.export.export_tables import EMPTY, tables

EXAMPLE = str(Path(__file__).parent.parent / "examples" / "flood-2022")
PAGE = Path(__file__).parent.parent / "docs" / "export.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    store = ["--store", str(folder / "facts.db")]
    assert main(["export", EXAMPLE, "-q", *store, "-f", f"csv={folder / 'csv'}"]) == 0
    return folder


def rows(folder, name):
    with (folder / "csv" / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_column_is_in_the_manual():
    written = set(
        re.findall(r"^\| `(\w+)` \| `(\w+)` \|", PAGE.read_text("utf-8"), re.M)
    )

    assert written == {
        (table.name, column)
        for table in tables(EMPTY)
        for column in table.columns
        if not column.startswith("role_")
    }


def test_claims_stand_where_the_table_says(folder):
    texts = {row["document"]: row["text"] for row in rows(folder, "documents")}
    claims = {row["claim"]: row["document"] for row in rows(folder, "claims")}

    mentions = [r for r in rows(folder, "mentions") if r["part"] == "text"]
    assert mentions
    assert [
        row
        for row in mentions
        if texts[claims[row["claim"]]][int(row["start"]) : int(row["end"])]
        != row["text"]
    ] == []


def test_findings_rest_on_claims_there_are(folder):
    claims = {row["claim"] for row in rows(folder, "claims")}
    findings = {row["fingerprint"] for row in rows(folder, "findings")}

    attested = rows(folder, "attestations")
    assert {row["fingerprint"] for row in attested} == findings
    assert {row["claim"] for row in attested} <= claims


def test_an_entity_has_one_row(folder):
    entities = rows(folder, "entities")

    names = [row["name"] for row in entities if row["entity"].startswith("person:")]
    assert names.count("Ingrid Solbakken") == 1


def test_parquet_holds_the_same_rows(folder):
    parquet = pytest.importorskip("pyarrow.parquet")
    store = ["--store", str(folder / "facts.db")]

    main(["export", EXAMPLE, "-q", *store, "-f", f"parquet={folder / 'parquet'}"])

    read = parquet.read_table(folder / "parquet" / "findings.parquet")
    assert read.num_rows == len(rows(folder, "findings"))


@pytest.mark.parametrize("form", ["csv", "xlsx=out", "sqlite="])
def test_a_format_there_is_not_is_refused(folder, capsys, form):
    assert main(["export", EXAMPLE, "-f", form]) == 2
    assert "csv=DIR, parquet=DIR or sqlite=FILE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("page", "within"),
    [
        pytest.param("/sources/contradictions.json", "Ingrid Solbakken", id="findings"),
        pytest.param("/sources/about.json?name=banda", "Chifundo Banda", id="about"),
        pytest.param("/sources/quotations.json", "humility", id="quotations"),
        pytest.param("/sources/timeline.json", "2022-03-03", id="timeline"),
        pytest.param("/sources/offices.json", "President", id="offices"),
        pytest.param("/sources/sources.json", "The Fjord Post", id="sources"),
        pytest.param("/sources/rules.json", "altered-quotation", id="rules"),
        pytest.param("/sources/claims.json?_search=bridge", "bridge", id="search"),
    ],
)
def test_datasette_answers(folder, page, within):
    pytest.importorskip("datasette")
    command = [sys.executable, "-m", "factcheck", "explore", EXAMPLE, "-q"]
    command += ["--store", str(folder / "facts.db"), "--get", page]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert any(within in json.dumps(row) for row in json.loads(done.stdout)["rows"])


def test_every_query_has_a_title():
    queries = description()["databases"]["sources"]["queries"]

    assert [name for name, query in queries.items() if not query.get("title")] == []
