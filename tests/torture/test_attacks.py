"""Attacks in children with bounded memory; all: `python -m tests.harness.attack`."""

import subprocess
import sys

import pytest

from tests.harness.attack import PLANTED, attempt
from tests.harness.attacks import ATTACKS, DOCUMENTS, QUERIES, RULES

BRIEF = (
    "a Word file that unpacks to 400 MB",
    "PDF, arrays 200,000 deep",
    "a rule file of 1,000,000 keys",
    "SQL that joins all with all",
    "SQL that makes a long value",
)


def test_every_attack_has_a_name_of_its_own():
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert {attack.is_document for attack in DOCUMENTS} == {True}
    assert {attack.is_document for attack in (*RULES, *QUERIES)} == {False}


@pytest.mark.parametrize("name", BRIEF)
def test_attacks_do_no_harm(name):
    (attack,) = (attack for attack in ATTACKS if attack.name == name)

    assert attempt(attack).faults == []


@pytest.mark.parametrize("program", PLANTED.values(), ids=PLANTED)
def test_there_is_a_protection_to_take_away(program):
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("planted", "like", "fault"),
    [
        pytest.param("authorizer", "reads the schema", "ended with", id="queries"),
        pytest.param("unpacked", "a Word file", "did not say", id="bombs"),
    ],
)
def test_a_protection_taken_away_is_noticed(planted, like, fault):
    command = [sys.executable, "-m", "tests.harness.attack"]

    done = subprocess.run(
        [*command, "--like", like, "--planted", planted],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stdout + done.stderr
    assert f": {fault}" in done.stdout
