"""The fuzzer notices a fault; for minutes: `python -m tests.harness.fuzz`."""

import subprocess
import sys

import pytest

from tests.harness.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_targets_take_their_examples(name):
    for seed in TARGETS[name].seeds:
        TARGETS[name].try_(seed)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param(["--target", "mixed", "--seconds", "8"], 0, id="every reader"),
        pytest.param(["--planted", "--seconds", "30"], 1, id="a planted fault"),
    ],
)
def test_fuzzing(tmp_path, options, status):
    pytest.importorskip("atheris", reason="requirements/fuzz.txt is not installed")
    command = [sys.executable, "-m", "tests.harness.fuzz", "--keep", str(tmp_path)]

    done = subprocess.run(
        [*command, *options], capture_output=True, text=True, check=False
    )

    assert done.returncode == status, done.stdout + done.stderr
    assert " inputs tried" in done.stdout
    assert "unknown inputs tried" not in done.stdout
