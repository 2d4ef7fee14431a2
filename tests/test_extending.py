"""A rule, comparator, reader or output format is one file; a claim kind is two.

Each test copies the package, adds files to the copy, edits nothing, and runs it: what
has to be edited besides would show here.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECLARATION = """

claim_kind(
    "toast",
    "Ana Duval raised a glass to Bo Lind",
    extractor="toasts",
    in_timeline=True,
    about_roles=("host",),
    fact_role="drink",
    host=Role("who raises the glass", PERSON, marked=True),
    drink=Role("what is in it", TERM, marked=True, compare=("exact", {})),
)
"""
EXTRACTOR = '''
"""Toasts: "raised a glass of cider"."""

import re
from collections.abc import Iterator

from factcheck.claims import Claim
from factcheck.extraction.analysis import EXTRACTORS, Analysis

GLASS = re.compile(r"raised a glass of (\\w+)")


@EXTRACTORS.register("toast")
def toasts(analysis: Analysis) -> Iterator[Claim]:
    """Yield each glass that a person raises."""
    for match in GLASS.finditer(analysis.text):
        people = [n for n in analysis.names if n.kind == "person"]
        host = next((n for n in people if n.span.end <= match.start()), None)
        if host is not None:
            yield analysis.claim(
                "toast",
                host.span.start,
                match.end(),
                {
                    "host": [analysis.mention(host.span.start, host.span.end)],
                    "drink": [analysis.mention(*match.span(1), value=match[1])],
                },
            )
'''
RULE = """
id: toast-conflict
severity: error
message: "{host} raised {drink}: {variants}"
why: One glass holds one drink.
check: agree
claims: toast
same: [host]
differ: drink
compare: {as: exact}
tests:
  - {name: two, claims:
     [{source: A, host: bo, drink: cider},
      {source: B, host: bo, drink: wine}],
     expect: [{variants: 2}]}
  - {name: one, claims:
     [{source: A, host: bo, drink: cider},
      {source: B, host: bo, drink: cider}],
     expect: none}
"""
TOAST = "Ana Duval came. On Monday, Ana Duval raised a glass of {} in Lisbon.\n"


@pytest.fixture
def package(tmp_path):
    """A copy of the package, to which files may be added."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in ("factcheck", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    (tmp_path / "in").mkdir()
    return tmp_path


def run(package, *arguments):
    environment = os.environ | {"PYTHONPATH": str(package)}
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(
        command,
        cwd=package,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def write(package, **texts):
    for name, text in texts.items():
        path = package / "in" / f"{name}.txt"
        path.write_text(f"date 2024-05-03\n{text}", encoding="utf-8")


def test_a_claim_kind_is_its_declaration_and_its_extractor(package):
    with (package / "factcheck/claims/kinds.py").open("a") as kinds:
        kinds.write(DECLARATION)
    (package / "factcheck/extraction/toasts.py").write_text(EXTRACTOR)
    (package / "rules/toast-conflict.yaml").write_text(RULE)
    write(package, a=TOAST.format("cider"), b=TOAST.format("wine"))

    check = ("check", "in", "-q", "--store", "none", "--select", "toast-conflict")
    done = run(package, *check, "-f", "json", "-f", "html=site", "-f", "text=report")
    tested = run(package, "test", "toast-conflict")
    schema = run(package, "schema", "claim")

    assert done.returncode == 1, done.stderr
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["message"].startswith("Ana Duval raised ")
    assert "cider" in (package / "report").read_text()
    assert tested.returncode == 0, tested.stdout
    assert '"toast"' in schema.stdout
    assert '"drink"' in schema.stdout
    pages = {p.name: p.read_text() for p in (package / "site").rglob("*.html")}
    (person,) = (package / "site/people").glob("*.html")
    assert "raised a glass of" in pages["timeline.html"]
    assert "raised a glass of" in person.read_text()
    (page,) = (package / "site/findings").glob("*.html")
    assert "<mark>cider</mark>" in page.read_text()


COMPARATOR = '''
"""Words of one length."""

from factcheck.comparators.comparator import Comparator, Held, comparator
from factcheck.lexicons import Verdict


@comparator("length")
class Length(Comparator):
    """Two words conflict when one is longer."""

    OPTIONS = frozenset({"least"})

    def compare(self, left: Held, right: Held) -> Verdict:
        """Say whether two words have one length."""
        apart = abs(len(left.value) - len(right.value))
        least = int(self.options.get("least", "1"))
        return Verdict.CONFLICT if apart >= least else Verdict.COMPATIBLE

    def precision(self, held: Held) -> tuple[float, str]:
        """Sort the longest first."""
        return -float(len(held.value)), held.value
'''
LENGTHS = """
id: title-length
severity: note
message: "{person}: {variants}"
why: Only to see it.
check: agree
claims: title
same: [person]
differ: title
compare: {as: length, least: 3}
tests:
  - {name: longer, claims:
     [{source: A, person: bo, title: mayor},
      {source: B, person: bo, title: senator}],
     expect: none}
  - {name: longest, claims:
     [{source: A, person: bo, title: mayor},
      {source: B, person: bo, title: secretary}],
     expect: [{variants: 2}]}
"""


def test_a_comparator_is_one_file_and_so_is_a_rule(package):
    (package / "factcheck/comparators/length.py").write_text(COMPARATOR)
    (package / "rules/title-length.yaml").write_text(LENGTHS)

    done = run(package, "test", "title-length")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


READER = '''
"""Texts in capitals."""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.documents.document import Document


@reader(".shout")
def read_shout(file: File) -> Iterator[Read]:
    """Read a text."""
    yield Document(file.id, file.text().capitalize(), "Crier", path=file.path)
'''
FORMAT = '''
"""The number of findings."""

from factcheck.reports.report import Report, report


@report("count")
def count(found: Report) -> str:
    """Count the findings."""
    return f"{len(found.findings)} findings in {found.summary.documents} documents\\n"
'''


def test_a_reader_is_one_file_and_so_is_an_output_format(package):
    (package / "factcheck/documents/readers/shout.py").write_text(READER)
    (package / "factcheck/reports/count.py").write_text(FORMAT)
    (package / "in/a.shout").write_text("THE MAYOR LEFT ON MONDAY.")

    done = run(
        package, *("check", "in", "-q", "--store", "none"), "--allow-incomplete",
        *("-f", "count"),
    )  # fmt: skip

    assert done.stdout == "0 findings in 1 documents\n", done.stderr
