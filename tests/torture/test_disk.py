"""Disks that are full or closed, stores of other versions, processes that share one."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import spacy

import factcheck
from factcheck.cli import FINDINGS, USAGE, main
from factcheck.store import FactStore
from factcheck.store.schema import VERSION

TEXT = "date 2024-05-03\n{} Ana Duval arrived in Lisbon on Monday.\n"
OFFICES = (
    "Defence Minister",
    "Finance Minister",
    "Interior Minister",
    "Health Minister",
)
CHECK = "check in -q -f json --allow-incomplete --store {}"
NOBODY = 65534
AS_NOBODY = """
import io, os, sys
from contextlib import redirect_stdout
from factcheck.cli import main
with redirect_stdout(io.StringIO()):
    main({argv!r}[:-1] + ["none"])  # nobody may not read every folder Python lies in
os.setgid({nobody}); os.setuid({nobody})
sys.exit(main({argv!r}))
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number in range(12):
        told = TEXT.format(OFFICES[number % 4]) * 8
        Path("in", f"{number:02}.txt").write_text(told, encoding="utf-8")
    return tmp_path


def check(store):
    """Check, and return status, report and what was said besides."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as told:
        status = main(CHECK.format(store).split())
    return CompletedProcess([], status, out.getvalue(), told.getvalue())


def undisturbed():
    done = check("none")
    assert done.returncode == FINDINGS, done.stderr
    return done.stdout


def assert_told(done, *words):
    assert done.returncode == USAGE, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert all(word in done.stderr for word in (*words, "--store none"))


def check_as_nobody(store):
    installed = (Path(factcheck.__file__), Path(spacy.__file__))
    for parent in (p for file in installed for p in file.resolve().parents):
        if not parent.stat().st_mode & 0o001:
            pytest.skip(f"nobody may not read {parent}, where modules lie")
    script = AS_NOBODY.format(nobody=NOBODY, argv=CHECK.format(store).split())
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@contextmanager
def mounted(folder, *options):
    """Mount a small disk in memory; skip where that is not allowed."""
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a disk needs root")
    command = ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a disk is not allowed here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("size", ["16k", "96k"])
def test_a_full_disk_is_told_and_loses_nothing(folder, size):
    expected = undisturbed()
    with mounted(folder / "disk", "-o", f"size={size}"):
        full = check("disk/facts.db")
        again = check("disk/facts.db")
        assert_told(full, "disk/facts.db")
        assert_told(again, "disk/facts.db")
        assert "rollback" not in full.stderr + again.stderr

        subprocess.run(["mount", "-o", "remount,size=64m", "disk"], check=True)
        roomy = check("disk/facts.db")

        assert (roomy.returncode, roomy.stdout) == (FINDINGS, expected)


def test_a_disk_that_can_only_be_read_is_told(folder):
    expected = undisturbed()
    with mounted(folder / "disk", "-o", "size=64m"):
        assert check("disk/facts.db").returncode == FINDINGS
        subprocess.run(["mount", "-o", "remount,ro", "disk"], check=True)

        made_before = check("disk/facts.db")
        new = check("disk/other.db")

        assert_told(made_before, "disk/facts.db")
        assert_told(new, "disk/other.db")
        subprocess.run(["mount", "-o", "remount,rw", "disk"], check=True)
        assert check("disk/facts.db").stdout == expected


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="becoming nobody needs root"
)
@pytest.mark.parametrize("made_before", [True, False], ids=["a store", "no store"])
def test_a_folder_others_may_not_write_is_told(folder, made_before):
    for parent in (folder, *folder.parents[:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    Path("kept").mkdir(mode=0o755)
    if made_before:
        assert main(CHECK.format("kept/facts.db").split()) == FINDINGS

    done = check_as_nobody("kept/facts.db")

    assert_told(done, "kept/facts.db")


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="becoming nobody needs root"
)
def test_a_document_others_may_not_read_is_told_and_the_rest_checked(folder):
    for parent in (folder, *folder.parents[:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    Path("in/07.txt").chmod(0o600)

    done = check_as_nobody("none")

    report = json.loads(done.stdout)
    (missing,) = report["summary"]["not_checked"]
    assert missing["document"] == "in/07.txt"
    assert "permission denied" in missing["reason"]
    assert report["summary"]["documents"] == 11
    assert report["findings"]


def test_an_older_store_is_made_anew(folder, capsys):
    expected = undisturbed()
    FactStore.open(Path("facts.db")).close()
    with sqlite3.connect("facts.db") as old:
        old.execute("DROP TABLE document")
        old.execute("CREATE TABLE document (only_then TEXT)")
        old.execute("CREATE TABLE gone_since (x)")
        old.execute(f"PRAGMA user_version = {VERSION - 1}")
    old.close()

    done = check("facts.db")

    assert (done.returncode, done.stdout) == (FINDINGS, expected)
    with sqlite3.connect("facts.db") as now:
        tables = {row[0] for row in now.execute("SELECT name FROM sqlite_master")}
        assert now.execute("PRAGMA user_version").fetchone() == (VERSION,)
    now.close()
    assert "gone_since" not in tables


@pytest.mark.parametrize("count", [3])
def test_processes_on_one_store_agree(folder, count):
    expected = undisturbed()
    command = [sys.executable, "-m", "factcheck", *CHECK.format("facts.db").split()]

    running = [
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    ended = [(*process.communicate(), process.returncode) for process in running]

    assert ended == [(expected, "", FINDINGS)] * count
    with FactStore.open(Path("facts.db")) as store:
        assert len(store.documents()) == 12


def test_a_store_held_by_another_is_told(folder, monkeypatch, capsys):
    monkeypatch.setattr("factcheck.store.factstore.PATIENCE", 0.1)
    FactStore.open(Path("facts.db")).close()
    holding = sqlite3.connect("facts.db", isolation_level=None)
    holding.execute("BEGIN IMMEDIATE")

    status = main(CHECK.format("facts.db").split())
    holding.close()
    freed = main(CHECK.format("facts.db").split())

    assert (status, freed) == (USAGE, FINDINGS)
    assert "another factcheck is writing" in capsys.readouterr().err
