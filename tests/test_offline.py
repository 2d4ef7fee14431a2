"""A check needs no network, and a store that cannot be written says so."""

import subprocess
import sys
from pathlib import Path

from factcheck.cli import USAGE, main

TEXT = "date 2024-05-03\n{} Ana Duval arrived in Lisbon on Monday.\n"
CUT = """
import socket, sys
class Refused(socket.socket):
    def __init__(self, *given, **named):
        raise AssertionError("the network was asked for")
socket.socket = socket.create_connection = socket.getaddrinfo = Refused
from factcheck.cli import main
sys.exit(main(["check", "in", "-q", "--store", "none", "-f", "jsonl"]))
"""
TIGHT = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from factcheck.cli import main
sys.exit(main(["check", "in", "-q", "--store", "facts.db"]))
"""


def write(folder):
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT.format("Defence Minister"))
    (folder / "in" / "b.txt").write_text(TEXT.format("Finance Minister"))


def run(script, folder):
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_check_without_network(tmp_path):
    write(tmp_path)

    done = run(CUT, tmp_path)

    assert done.returncode == 1, done.stderr
    assert "title-conflict" in done.stdout


def test_a_full_disk_is_told_and_costs_no_later_check(tmp_path, monkeypatch, capsys):
    write(tmp_path)
    monkeypatch.chdir(tmp_path)

    full = run(TIGHT, tmp_path)
    status = main(["check", "in", "-q", "--store", "facts.db"])

    assert full.returncode == USAGE
    assert "facts.db" in full.stderr
    assert "Traceback" not in full.stderr
    assert status == 1


def test_a_store_where_nothing_can_be_written(tmp_path, monkeypatch, capsys):
    write(tmp_path)
    monkeypatch.chdir(tmp_path)

    status = main(["check", "in", "-q", "--store", "/proc/facts.db"])

    said = capsys.readouterr().err
    assert status == USAGE
    assert "/proc/facts.db" in said
    assert "--store none" in said
    assert not Path("facts.db").exists()
