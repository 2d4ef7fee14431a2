"""What is killed loses nothing; the same harness runs for minutes on demand."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param(["--tries", "4"], 0, id="nothing is lost"),
        pytest.param(["--tries", "3", "--planted"], 1, id="a planted fault is noticed"),
    ],
)
def test_killed_checks(options, status):
    command = [sys.executable, "-m", "tests.harness.kill", *options]

    done = subprocess.run(command, capture_output=True, check=False, timeout=500)

    assert done.returncode == status, done.stdout + done.stderr
