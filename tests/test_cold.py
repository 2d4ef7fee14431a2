"""Rooms that work on claims alone do not load the parser."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "room", ["resolution.relating", "pipeline.run", "rules.engine.judge", "reports"]
)
def test_a_room_does_without_the_parser(room):
    code = f"import sys, factcheck.{room}; print('spacy' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"
