"""Claims go out as Parquet and come in again, like claims as JSON Lines."""

import json

import pytest

from factcheck.cli import main
from factcheck.documents import collect

pa = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
pq = pytest.importorskip("pyarrow.parquet")

TEXT = (
    "date 2022-03-05\n\nOn Friday at least 14 people were killed in a fire in Velde, "
    "Mayor Ana Duval said. “We will rebuild every house,” Duval said."
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one article, to run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fire.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def extract(*options):
    return main(["extract", "fire.txt", "--store", "none", "-q", *options])


def write(path, rows, metadata=None):
    table = pa.Table.from_pylist(rows).replace_schema_metadata(metadata)
    pq.write_table(table, path)


def test_what_comes_back_is_what_was_printed(folder, capsys):
    extract("-f", "parquet=out/claims.parquet", "--headlines")
    extract("-f", "jsonl", "--headlines")
    (folder / "claims.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")

    columns = [claim.laid for claim in collect(["out/claims.parquet"]).claims]
    lines = [claim.laid for claim in collect(["claims.jsonl"]).claims]

    assert lines
    assert [bare(claim) for claim in columns] == [bare(claim) for claim in lines]


def bare(claim):
    """Leave out what says nothing: a time that is null, nobody credited."""
    return {key: value for key, value in claim.items() if value not in (None, [])}


def test_a_check_of_either_finds_the_same(folder, capsys):
    extract("-f", "parquet=a.parquet")
    extract()
    (folder / "a.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    reports = []
    for name in ("a.parquet", "a.jsonl"):
        main(["check", name, "--store", "none", "-f", "json", "-q"])
        reports.append(json.loads(capsys.readouterr().out))

    assert reports[0]["summary"]["claims"] > 0
    assert reports[0] == reports[1]


ROW = {
    "kind": "title",
    "document": "a",
    "span": {"start": 0, "end": 3},
    "roles": [{"key": "person", "value": "x"}],
}


@pytest.mark.parametrize(
    ("rows", "metadata", "told"),
    [
        pytest.param([{"kind": "title"}], None, "no column document", id="columns"),
        pytest.param([ROW], {"factcheck": "factcheck.claims/9"}, "newer", id="newer"),
        pytest.param([ROW], None, "not a claim", id="roles are no map"),
    ],
)
def test_other_tables_are_faults(folder, rows, metadata, told):
    write("odd.parquet", rows, metadata)

    faults = collect(["odd.parquet"]).faults

    assert [told in fault.reason for fault in faults] == [True]


def test_what_is_no_parquet_is_a_fault(folder):
    (folder / "odd.parquet").write_bytes(b"PAR1 and nothing more PAR1")

    faults = collect(["odd.parquet"]).faults

    assert "not Parquet" in faults[0].reason


def test_a_faulty_claim_is_told_with_its_row(folder, capsys):
    extract("-f", "parquet=a.parquet")
    rows = pq.read_table("a.parquet").to_pylist()
    rows[1]["kind"] = "rumour"
    schema = pq.read_schema("a.parquet")
    pq.write_table(pa.Table.from_pylist(rows, schema), "a.parquet")

    status = main(["check", "a.parquet", "--store", "none", "-q"])

    assert status == 3
    assert "a.parquet:2" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["-f", "parquet"], id="no file"),
        pytest.param(["-f", "orc=a.orc"], id="another format"),
        pytest.param(["-f", "parquet=a.parquet", "--mentions"], id="mentions"),
    ],
)
def test_what_cannot_be_written_is_refused(folder, capsys, options):
    assert extract(*options) == 2
    assert "parquet" in capsys.readouterr().err
