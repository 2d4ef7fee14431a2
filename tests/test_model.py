"""The pipeline is code: it has to be the one that was published."""

import shutil
import sys
from pathlib import Path

import pytest

from factcheck.cli import USAGE, main
from factcheck.errors import UsageError
from factcheck.extraction import nlp
from factcheck.extraction.models import (
    MODELS,
    PUBLISHED,
    Model,
    describe_model,
    model_files,
    refuse_changed,
)

DEFAULT = MODELS[-1]
TEXT = "Defence Minister Ana Duval arrived in Lisbon on Monday."


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """The default pipeline with one byte more, first on the path of imports."""
    (_, some), *_ = model_files(DEFAULT)
    root = next(p for p in some.parents if p.name == DEFAULT)
    shutil.copytree(root, tmp_path / "packages" / DEFAULT)
    meta = tmp_path / "packages" / DEFAULT / "meta.json"
    meta.write_text(meta.read_text("utf-8") + "\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    monkeypatch.delitem(sys.modules, DEFAULT, raising=False)
    describe_model.cache_clear()
    nlp.load_pipeline.cache_clear()
    yield tmp_path / "packages" / DEFAULT
    describe_model.cache_clear()
    nlp.load_pipeline.cache_clear()


def test_the_installed_pipeline_is_the_one_published():
    model = describe_model(DEFAULT)

    assert model.digest == PUBLISHED[model.name, model.version]
    refuse_changed(model)


def test_a_changed_pipeline_is_not_loaded(changed, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    status = main(["check", "a.txt", "--model", DEFAULT, "--store", "none", "-q"])

    said = capsys.readouterr()
    assert status == USAGE
    assert said.out == ""
    assert "is not as it was published" in said.err
    assert "--force-reinstall" in said.err
    assert nlp.load_pipeline.cache_info().currsize == 0


def test_byte_code_beside_the_pipeline_changes_nothing(changed):
    before = describe_model(DEFAULT)
    cached = changed / "__pycache__"
    cached.mkdir(exist_ok=True)
    (cached / "__init__.cpython-399.pyc.12345").write_bytes(b"half written")
    describe_model.cache_clear()

    assert describe_model(DEFAULT) == before


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(Model(DEFAULT, "9.9.9", "0" * 64), id="another version"),
        pytest.param(Model("/my/model", "3.8.0", "0" * 64), id="named by its folder"),
    ],
)
def test_a_pipeline_nothing_is_known_of_is_taken(model):
    refuse_changed(model)


def test_a_known_pipeline_with_other_files_is_refused():
    with pytest.raises(UsageError, match="hash to 0000"):
        refuse_changed(Model(DEFAULT, "3.8.0", "0" * 64))
