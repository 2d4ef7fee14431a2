"""The hooks and the action, as far as one machine can run them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.cli import main

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
RULE = """
id: own-rule
severity: note
message: "{person}: {variants}"
why: w
check: agree
claims: title
same: [person]
differ: organization
compare: {as: exact}
tests:
  - name: one
    claims: [{source: A, person: Ana Duval, title: mayor, organization: Oslo}]
    expect: EXPECT
"""
CLEAN = "Mayor Ana Duval opened the bridge on Friday."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(CLEAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_hooks_name_commands_there_are(folder):
    check, test = HOOKS

    assert main([*check["entry"].split()[1:], *check["args"], "-q"]) == 0
    assert test["entry"] == "factcheck test"
    assert not check["pass_filenames"]


@pytest.mark.parametrize(("expect", "status"), [("none", 0), ("[{variants: 2}]", 1)])
def test_the_hook_for_rules_tests_the_files_it_is_given(folder, expect, status):
    (folder / "rules").mkdir()
    file = folder / "rules" / "own.yaml"
    file.write_text(RULE.replace("EXPECT", expect))

    assert re.search(HOOKS[1]["files"], "rules/own.yaml")
    assert main(["test", "rules/own.yaml"]) == status


def run_action(folder: Path, paths: str, **inputs: str) -> tuple[int, str]:
    """Run the step of the action as the runner does, and return status and output."""
    given = {name.upper().replace("-", "_"): "" for name in ACTION["inputs"]}
    given |= {"PATHS": paths, "FAIL_ON": "error", **inputs}
    given |= {
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    script = next(s["run"] for s in ACTION["runs"]["steps"] if s.get("id") == "check")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | given,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_action_hands_on_options(folder):
    status, said = run_action(folder, "articles", ARGS="--select no-such-rule")

    assert status == 2
    assert "no-such-rule" in said


def test_the_action_passes_on_clean_articles(folder):
    status, said = run_action(folder, "articles", SARIF="out.sarif", HTML="site")

    assert (status, said) == (0, "")
    assert (folder / "output").read_text() == "status=0\n"
    assert "nothing was compared" in (folder / "summary.md").read_text()
    assert (folder / "out.sarif").is_file()
    assert (folder / "site" / "index.html").is_file()


def test_the_action_hands_on_what_could_not_be_checked(folder):
    status, said = run_action(folder, "articles nowhere;touch${IFS}x")

    assert status == 3
    assert "nowhere;touch${IFS}x" in said
    assert not (folder / "x").exists()


def test_every_input_is_used():
    used = "\n".join(
        f"{step.get('env')} {step.get('if')}" for step in ACTION["runs"]["steps"]
    )

    assert [name for name in ACTION["inputs"] if f"inputs.{name} " not in used] == []


def counted(lines, branches):
    return {
        "covered_lines": lines,
        "num_statements": 200,
        "covered_branches": branches,
        "num_branches": 40,
    }


@pytest.mark.parametrize(
    ("store", "status", "short"),
    [
        pytest.param(counted(190, 38), 0, 0, id="just enough"),
        pytest.param(counted(189, 38), 1, 1, id="too few lines"),
        pytest.param(counted(190, 37), 1, 1, id="too few branches"),
        pytest.param({}, 1, 2, id="a room nothing is told of"),
    ],
)
def test_coverage_is_judged_by_room_and_kind(tmp_path, store, status, short):
    rooms = {"rules": counted(200, 40), "store": store, "comparators": counted(200, 40)}
    files = {f"factcheck/{n}/a.py": {"summary": told} for n, told in rooms.items()}
    files["factcheck/cli/a.py"] = {"summary": counted(0, 0)}
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"files": files}))

    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "coverage", "--report", report],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == status
    assert len(done.stdout.splitlines()) == 6
    assert done.stdout.count("below 95 %") == short
