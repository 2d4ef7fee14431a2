"""What is killed loses nothing; the same harness runs for minutes on demand."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param(
            ["--tries", "2", "--command", "check", "--command", "extract"],
            0,
            id="nothing is lost",
        ),
        pytest.param(
            ["--tries", "1", "--command", "check --jobs"],
            0,
            id="nothing is lost by helpers",
        ),
        pytest.param(
            ["--tries", "3", "--command", "check", "--planted", "no-transactions"],
            1,
            id="a missing transaction is noticed",
        ),
        pytest.param(
            ["--tries", "2", "--command", "extract", "--planted", "late-commit"],
            1,
            id="a late commit is noticed",
        ),
    ],
)
def test_killed_runs(options, status):
    command = [sys.executable, "-m", "tests.harness.kill", *options]

    done = subprocess.run(command, capture_output=True, check=False, timeout=500)

    assert done.returncode == status, done.stdout + done.stderr
