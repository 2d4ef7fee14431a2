"""A check as data frames, and the notebook that shows them."""

import json
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import Document
from factcheck.errors import UsageError
from factcheck.pipeline import Result

pandas = pytest.importorskip("pandas", reason="the extra pandas is not installed")

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def result() -> Result:
    said = "Foreign Minister Ana Duval met President Tomas Riel in Geneva."
    texts = {"A": said, "B": f"Deputy {said}", "C": said.replace("met", "greeted")}
    documents = [
        Document(name, text, name, "2024-05-03") for name, text in texts.items()
    ]
    return factcheck.check(documents)


def test_a_finding_is_a_row_for_each_value(result):
    rows = result.to_pandas()

    titles = rows[rows["rule"] == "title-conflict"]
    assert sorted(titles["value"]) == ["Deputy Foreign Minister", "Foreign Minister"]
    assert ["B"] in titles["sources"].tolist()


@pytest.mark.parametrize(
    ("what", "column", "value"),
    [
        pytest.param("claims", "kind", "meeting", id="claims"),
        pytest.param("documents", "source", "C", id="documents"),
        pytest.param("corroborated", "key", "Tomas Riel", id="corroborated"),
    ],
)
def test_what_there_is_a_frame_of(result, what, column, value):
    assert value in result.to_pandas(what)[column].tolist()


def test_a_wrong_name_is_answered_with_the_nearest(result):
    with pytest.raises(UsageError, match="did you mean 'findings'"):
        result.to_pandas("finding")


def test_nothing_is_an_empty_frame():
    assert Result((), 0, ()).to_pandas().empty


def test_the_notebook_runs(monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    cells = json.loads((EXAMPLES / "notebook.ipynb").read_text("utf-8"))["cells"]
    told = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    names: dict[str, object] = {}

    exec("\n".join(told), names)  # one cell after the other, in one module

    draft = [m for m in names["checked"]["message"] if "Draft" in m]
    assert "title-conflict" in names["findings"]["rule"].tolist()
    assert any("chief financial officer" in message for message in draft)
