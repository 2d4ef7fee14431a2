"""The judgement kept beside a store: damaged, foreign, closed, or without room."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import FOUND, USAGE, main
from factcheck.pipeline import rechecking
from factcheck.store.schema import KEPT_VERSION
from tests.torture.test_disk import check, check_as_nobody, folder, mounted

__all__ = ["folder"]  # a fixture

JUDGED = Path("facts.db-judged")
LOCKED = "database is locked; the next check judges all anew\n"
WARNING = "factcheck: warning: facts.db-judged: "


@pytest.fixture
def judged(folder, monkeypatch):
    """Check, so that the judgement is kept, and change a document."""
    monkeypatch.setattr(rechecking, "LEAST", 12)
    change("Defence Minister")
    check("facts.db")
    shutil.copy("facts.db", "whole.db")
    change("Prime Minister")
    assert turn() == 1
    return JUDGED


def change(office):
    """Write another version of a document that the others have no say in."""
    told = f"date 2024-05-03\n{office} Bo Lind, 48, left for Oslo on Friday.\n"
    Path("in/05.txt").write_text(told, encoding="utf-8")


def turn(path=JUDGED):
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute("SELECT turn FROM kept_check").fetchone()[0]


def assert_right(done):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rechecking, "LEAST", 1000)
        whole = check("whole.db")
    assert not Path("whole.db-judged").exists()
    assert done.returncode == FOUND, done.stderr
    assert done.stdout == whole.stdout


def run_sql(path, *statements):
    with closing(sqlite3.connect(path)) as opened, opened:
        for statement in statements:
            opened.execute(statement)


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def empty_pages(path):
    size = path.stat().st_size
    with path.open("r+b") as opened:
        opened.seek(4096)
        opened.write(bytes(size - 4096))


def no_json(path):
    run_sql(path, "UPDATE kept_finding SET payload = '[' || char(0)")


def no_table(path):
    run_sql(path, "DROP TABLE kept_told")


def noise(path):
    path.write_bytes(b"no database" * 9999)


def newer(path):
    run_sql(path, f"PRAGMA user_version = {KEPT_VERSION + 1}")


def foreign(path):
    path.unlink()
    run_sql(path, "CREATE TABLE theirs (x)", "INSERT INTO theirs VALUES (1)")


@pytest.mark.parametrize("damage", [empty_pages, no_json, no_table])
def test_damage_that_shows_late_is_told_and_mended(judged, damage):
    damage(judged)

    done = check("facts.db")

    assert_right(done)
    assert done.stderr.startswith(WARNING)
    assert done.stderr.endswith("; all is judged anew\n")
    assert "choose another" not in done.stderr
    assert turn() == 1
    change("Chief Minister")
    again = check("facts.db")
    assert_right(again)
    assert again.stderr == ""
    assert turn() == 2


@pytest.mark.parametrize("damage", [cut, noise, newer, foreign])
def test_what_is_no_judgement_of_ours_is_made_anew(judged, damage):
    damage(judged)

    done = check("facts.db")

    assert_right(done)
    assert done.stderr == ""
    change("Chief Minister")
    assert_right(check("facts.db"))
    assert turn() == 2


def test_a_folder_in_its_place_is_told(judged):
    judged.unlink()
    judged.mkdir()

    done = check("facts.db")

    assert_right(done)
    assert done.stderr.startswith(WARNING)
    assert "the next check judges all anew" in done.stderr


def test_what_cannot_be_forgotten_is_told(judged, capsys):
    judged.unlink()
    judged.mkdir()

    status = main(["store", "forget", "05.txt", "--store", "facts.db"])

    assert status == USAGE
    assert "facts.db-judged: cannot be removed" in capsys.readouterr().err


def test_one_that_another_process_holds_is_told(judged, monkeypatch):
    monkeypatch.setattr("factcheck.store.factstore.PATIENCE", 0.1)
    with closing(sqlite3.connect(judged, isolation_level=None)) as holding:
        holding.execute("BEGIN IMMEDIATE")

        done = check("facts.db")

        assert_right(done)
        assert done.stderr == f"{WARNING}{LOCKED}"
    assert_right(check("facts.db"))


def test_one_held_while_it_is_opened_is_not_removed(judged, monkeypatch):
    monkeypatch.setattr("factcheck.store.factstore.PATIENCE", 0.1)
    with closing(sqlite3.connect(judged, isolation_level=None)) as holding:
        holding.execute("PRAGMA locking_mode = EXCLUSIVE")
        holding.execute("BEGIN EXCLUSIVE")

        done = check("facts.db")

        assert_right(done)
        assert "database is locked" in done.stderr
        holding.execute("ROLLBACK")
    assert turn() == 1


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="becoming nobody needs root"
)
@pytest.mark.parametrize(
    ("mode", "told"),
    [
        pytest.param(0o444, "attempt to write a readonly database", id="read-only"),
        pytest.param(0o000, "", id="unreadable"),
    ],
)
def test_one_that_may_not_be_written(judged, mode, told):
    here = Path.cwd()
    for parent in (here, *here.parents[:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    here.chmod(0o777)
    Path("facts.db").chmod(0o666)
    judged.chmod(mode)

    done = check_as_nobody("facts.db", least=12)

    assert_right(done)
    assert told in done.stderr


def test_a_disk_without_room_for_it_is_told(judged):
    shutil.move("facts.db", "moved.db")
    judged.unlink()
    with mounted(Path("disk"), "-o", "size=64m"):
        shutil.move("moved.db", "disk/facts.db")
        used = Path("disk/facts.db").stat().st_size
        size = f"size={used // 1024 + 250}k"
        subprocess.run(["mount", "-o", f"remount,{size}", "disk"], check=True)

        done = check("disk/facts.db")

        assert_right(done)
        assert "full; the next check judges all anew" in done.stderr
        assert not Path("disk/facts.db-judged-wal").exists()
        subprocess.run(["mount", "-o", "remount,size=64m", "disk"], check=True)
        change("Chief Minister")
        again = check("disk/facts.db")
        assert_right(again)
        assert again.stderr == ""
        assert turn("disk/facts.db-judged") == 1
