import os
from pathlib import Path

import pytest

from factcheck.pipeline import digests
from factcheck.pipeline.digests import digest_of, files_under
from factcheck.store import FactStore

LONG_AGO = 1_600_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    for name in ("a.txt", "inner/b.txt", "c.md"):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))
    return tmp_path


def test_only_files_of_the_suffix_are_listed_in_order(folder: Path) -> None:
    names = [name for name, _ in files_under(folder, ".txt")]
    assert names == ["./a.txt", "inner/b.txt"]


def test_a_file_that_looks_the_same_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "SETTLED", -60.0)
    with FactStore.open(None) as store:
        first = digest_of(files_under(folder, ".txt"), store)
        monkeypatch.setattr(digests, "_hashed", lambda _: "read again")
        assert digest_of(files_under(folder, ".txt"), store) == first
        (folder / "a.txt").write_text("another")
        assert digest_of(files_under(folder, ".txt"), store) == "read again"


def test_a_file_changed_just_now_is_always_read(folder: Path) -> None:
    (folder / "a.txt").write_text("first")
    with FactStore.open(None) as store:
        first = digest_of(files_under(folder, ".txt"), store)
        (folder / "a.txt").write_text("other")
        assert digest_of(files_under(folder, ".txt"), store) != first


def test_a_digest_depends_on_names_and_contents_alone(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = tmp_path_factory.mktemp("copy")
    (copy / "inner").mkdir()
    for name, path in files_under(folder, ".txt"):
        (copy / name).write_text(path.read_text())
    own = digest_of(files_under(folder, ".txt"))
    assert digest_of(files_under(copy, ".txt")) == own
    (copy / "a.txt").rename(copy / "z.txt")
    assert digest_of(files_under(copy, ".txt")) != own
