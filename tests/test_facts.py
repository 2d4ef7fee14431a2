import csv
import io
import json

import pytest

from factcheck.cli import main

TEXTS = {
    "herald.txt": "A fire at a hotel in Lisbon killed 12 people on Thursday, Mayor Ana"
    " Duval said. The Aurora hotel burned down.",
    "wire.txt": "A fire at the Aurora, a hotel in Lisbon, killed 15 people on Thursday,"
    " said Mayor Ana Duval. It was put out at night.",
    "other.txt": "The tunnel under the strait opens in June, said Lena Marsh in Porto.",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dossier")
    for name, text in TEXTS.items():
        (folder / name).write_text(f"date 2024-05-03\n{text}\n")
    return folder


@pytest.fixture
def facts(dossier, capsys):
    def printed(form: str) -> str:
        status = main(["facts", str(dossier), "-f", form, "--store", "none"])
        assert status == 0
        return capsys.readouterr().out

    return printed


def test_each_source_has_its_cell_and_differences_are_marked(facts):
    (story,) = json.loads(facts("json"))["stories"]

    toll = next(one for one in story["facts"] if one["fact"] == "killed")
    assert story["documents"] == ["herald.txt", "wire.txt"]
    assert toll["standing"] in ("differ", "vary")
    assert {cell["document"]: cell["words"] for cell in toll["cells"]} == {
        "herald.txt": "12 people",
        "wire.txt": "15 people",
    }


def test_cells_quote_the_documents(facts):
    (story,) = json.loads(facts("json"))["stories"]

    for cell in (c for one in story["facts"] for c in one["cells"]):
        text = f"{TEXTS[cell['document']]}\n"
        printed = text[cell["start"] : cell["end"]]
        assert printed.strip()


def test_a_toll_comes_before_an_office(facts):
    (story,) = json.loads(facts("json"))["stories"]

    named = [one["fact"] for one in story["facts"]]
    assert named.index("killed") < named.index("Ana Duval: title")


def test_csv_has_a_line_per_cell(facts):
    rows = list(csv.DictReader(io.StringIO(facts("csv"))))

    killed = {row["source"]: row["words"] for row in rows if row["fact"] == "killed"}
    assert killed == {"herald": "12 people", "wire": "15 people"}


@pytest.mark.parametrize(
    ("form", "words"),
    [
        pytest.param("text", "12 people", id="text"),
        pytest.param("markdown", "| killed |", id="markdown"),
        pytest.param("html", "<table", id="html"),
    ],
)
def test_formats(facts, form, words):
    printed = facts(form)

    assert words in printed
    assert "Compared 3 documents" in printed


def test_what_one_document_reports_has_no_table(facts):
    assert "tunnel" not in facts("markdown")


CRASH = {
    "a.txt": "A bus crash near Lisbon killed 12 people, including three children, on"
    " Thursday. The crash killed the driver, Ana Duval said. The road turned icy on"
    " Wednesday.",
    "b.txt": "At least 14 people, including four children, were killed in a bus crash"
    " near Lisbon on Thursday, Ana Duval said. The road turned icy on Wednesday.",
}


def test_a_row_holds_one_fact(tmp_path, capsys):
    for name, text in CRASH.items():
        (tmp_path / name).write_text(f"date 2024-05-03\n{text}\n")

    main(["facts", str(tmp_path), "-f", "json", "--store", "none"])

    (story,) = json.loads(capsys.readouterr().out)["stories"]
    told = {
        row["fact"]: [cell["words"] for cell in row["cells"]] for row in story["facts"]
    }
    assert told["killed"] == ["12 people", "At least 14 people"]
    assert told["killed, child"] == ["three children", "four children"]


def test_a_day_of_what_has_no_name_is_no_row(tmp_path, capsys):
    for name, text in CRASH.items():
        (tmp_path / name).write_text(f"date 2024-05-03\n{text}\n")

    main(["facts", str(tmp_path), "--store", "none"])

    assert "turned: day" not in capsys.readouterr().out


RESULTS = {
    "ledger.txt": "Korvex Foods reported revenue of $3.41 billion on Thursday. Its"
    " founder Ana Duval, 61, was born in 1963 and died on Monday.",
    "desk.txt": "Revenue of Korvex Foods was $3.14 billion, it said on Thursday. Its"
    " founder Ana Duval, 64, was born in 1963 and died on Tuesday.",
}


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    for name, text in RESULTS.items():
        (folder / name).write_text(f"date 2024-05-03\n{text}\n")
    return folder


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        pytest.param("money, revenue", {"$3.41 billion", "$3.14 billion"}, id="money"),
        pytest.param("Ana Duval: age", {"61", "64"}, id="age"),
        pytest.param("killed", None, id="who died is no toll"),
    ],
)
def test_rows_say_what_a_number_is_of(results, capsys, fact, words):
    main(["facts", str(results), "-f", "json", "--store", "none"])
    (story,) = json.loads(capsys.readouterr().out)["stories"]

    found = {one["fact"]: one["cells"] for one in story["facts"]}
    cells = found.get(fact)
    assert (cells and {cell["words"] for cell in cells}) == words


def test_what_is_not_shown_does_not_set_sources_apart(tmp_path, capsys):
    toll = "A fire at a hotel in Lisbon killed {} people on Thursday, officials said."
    earlier = "In 1998 a fire at another hotel in the city killed 64 people."
    (tmp_path / "a.txt").write_text(f"{toll.format('at least 12')} {earlier}")
    (tmp_path / "b.txt").write_text(toll.format("at least 12"))

    main(["facts", str(tmp_path), "-f", "json", "--store", "none"])

    (story,) = json.loads(capsys.readouterr().out)["stories"]
    killed = next(one for one in story["facts"] if one["fact"] == "killed")
    assert killed["standing"] == "agree"
