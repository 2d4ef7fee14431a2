"""What a release is made of: pinned with hashes, and the same whoever builds it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)[^\\\n]*\\\n((?: +--hash=.*\n)+)", re.M)
LOCKS = ("run", "dev", "tools", "fuzz")


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def pins(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for package, version, _ in PIN.findall(lock(name)):
        found.setdefault(canonicalize_name(package), []).append(version)
    return found


def asked(extras: tuple[str, ...]) -> list[Requirement]:
    """Return what the project asks for, with extras that name each other."""
    lines = [*PROJECT["dependencies"], *(r for e in extras for r in EXTRAS[e])]
    found = []
    for requirement in map(Requirement, lines):
        if requirement.name == PROJECT["name"]:
            found += asked(tuple(requirement.extras))
        else:
            found.append(requirement)
    return found


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        pytest.param("run", (), id="run"),
        pytest.param("dev", ("dev", "browser", "docs"), id="development"),
    ],
)
def test_locks_pin_what_the_project_asks_for(name, extras):
    pinned = pins(name)

    missing = [
        str(requirement)
        for requirement in asked(extras)
        if not any(
            requirement.specifier.contains(version)
            for version in pinned.get(canonicalize_name(requirement.name), ())
        )
    ]

    assert missing == [], "run requirements/update"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(name):
    lines = re.findall(r"^[\w.-]+==", lock(name), re.M)

    assert len(PIN.findall(lock(name))) == len(lines) > 0


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The wheel and the source distribution, built twice from copies made anew."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    folders = []
    for name, mask in (("one", 0o022), ("two", 0o077)):
        top = tmp_path_factory.mktemp(name)
        before = os.umask(mask)
        try:
            copy = shutil.copytree(
                ROOT,
                top / "copy",
                ignore=shutil.ignore_patterns(".git", ".*_cache", "__pycache__"),
                copy_function=shutil.copyfile,
            )
        finally:
            os.umask(before)
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-d", str(top / "dist")],
            cwd=copy,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"},
            capture_output=True,
            check=True,
        )
        folders.append(top / "dist")
    return folders


def test_two_builds_are_equal_to_the_byte(built):
    one, two = ({p.name: p.read_bytes() for p in f.iterdir()} for f in built)

    assert {Path(name).suffix for name in one} == {".whl", ".gz"}
    assert one == two


def test_the_wheel_holds_rules_and_no_tests(built):
    (wheel,) = built[0].glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    rules = {p.relative_to(ROOT / "rules") for p in (ROOT / "rules").rglob("*.yaml")}

    assert {f"factcheck/_data/{rule.as_posix()}" for rule in rules} <= set(names)
    assert "factcheck/py.typed" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"factcheck"}


VULNERABLE = [{"name": "left", "version": "1", "vulns": [{"id": "PYSEC-1"}]}]
SOUND = [
    {"name": "left", "version": "1", "vulns": []},
    {"name": "right", "version": "2", "vulns": []},
]
UNKNOWN = [{"name": "left", "skip_reason": "could not be asked"}]


@pytest.mark.parametrize(
    ("answer", "status", "skipped"),
    [
        pytest.param(VULNERABLE, 1, True, id="a vulnerable package"),
        pytest.param(SOUND, 0, False, id="all looked up"),
        pytest.param(SOUND[:1], 0, True, id="one not looked up"),
        pytest.param(UNKNOWN, 0, True, id="nothing known"),
        pytest.param(None, 0, True, id="no service"),
    ],
)
def test_an_audit_nobody_answers_is_not_called_clean(tmp_path, answer, status, skipped):
    (tmp_path / "lock.txt").write_text("left==1 \\\nright==2 ; python_version > '3'\n")
    (tmp_path / "answer").write_text(
        "no route to host" if answer is None else json.dumps({"dependencies": answer})
    )
    script = f"import sys; sys.stdout.write(open({str(tmp_path / 'answer')!r}).read())"
    (tmp_path / "asks.py").write_text(script)
    environment = os.environ | {"PIP_AUDIT": f"{sys.executable} {tmp_path}/asks.py"}

    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "audit", tmp_path / "lock.txt"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == status, done.stderr
    assert ("SKIPPED" in done.stdout) is skipped
    assert ("PYSEC-1" in done.stdout) is (answer is VULNERABLE)
