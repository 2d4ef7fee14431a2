"""What the documentation says is so: commands run, tables are whole, links lead on."""

import argparse
import re
import shlex
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from factcheck.claims import KINDS
from factcheck.cli import main
from factcheck.cli.arguments import parse
from factcheck.comparators import COMPARATORS
from factcheck.documents import READERS, collect
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.reports import REPORTS, SITES
from factcheck.review import read_suppressions
from factcheck.store import FactStore
from factcheck.store.safety import VIEWS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.M | re.S)
FILE = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", re.M | re.S)


@cache
def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(text(page)) if kind == language]


def commands(page: str) -> list[list[str]]:
    """Return the commands of a page that start with `factcheck`."""
    lines = "\n".join(blocks(page, "console")).splitlines()
    return [
        shlex.split(line.removeprefix("$ "), comments=True)[1:]
        for line in lines
        if line.startswith("$ factcheck ")
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    body = FENCE.sub("", page.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)#]*)(?:#[^)]*)?\)", body):
        outside = re.match(r"https?://", link)
        assert outside or not link or (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_are_where_the_manual_says(page):
    named = re.findall(r"`((?:\w+/)+\w+\.py)`", page.read_text(encoding="utf-8"))

    for module in named:
        assert (ROOT / module).exists() or (PACKAGE / module).exists(), module


def test_the_first_screen_shows_a_real_finding(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    main(["check", "examples/seoul-2021", "--store", "none"])

    shown = blocks("README.md", "text")[0]
    found = capsys.readouterr().out
    for paragraph in shown.split("\n\n")[1:]:
        assert paragraph.strip("\n") in found


def test_the_tutorial_can_be_followed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, body in FILE.findall(text("docs/tutorial.md")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(body, encoding="utf-8")

    statuses = [main(argv) for argv in commands("docs/tutorial.md")]

    told = capsys.readouterr().out
    shown = [b for b in blocks("docs/tutorial.md", "text") if not b.startswith("date")]
    assert statuses == [1, 0, 0, 1]
    assert [line for b in shown for line in b.splitlines() if line not in told] == []


def test_the_rule_of_the_manual_passes_its_own_tests(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-rules").mkdir()
    (tmp_path / "my-rules" / "leader-age.yaml").write_text(
        blocks("docs/rules.md", "yaml")[0], encoding="utf-8"
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Ana Duval, 48, leads the party.")

    assert [main(argv) for argv in commands("docs/rules.md")] == [0, 0]


def test_every_kind_and_role_is_in_the_table_of_claims():
    rows = re.findall(
        r"^\| `(\w+)` \| ([^|]*) \| (.*) \|$", text("docs/claims.md"), re.M
    )

    written = {kind: re.findall(r"`(\w+)`", roles) for kind, roles, _ in rows}

    assert written == {name: list(KINDS[name].roles) for name in KINDS}
    assert [row[2].strip() for row in rows] == [KINDS[n].example for n in KINDS]


def test_every_format_and_suffix_is_in_the_tables():
    written = set(re.findall(r"^\| ((?:`[^`]+` ?)+)\|", text("docs/formats.md"), re.M))
    named = {name for cell in written for name in re.findall(r"`([^`]+)`", cell)}

    assert named == {*REPORTS, *(f"{name}=DIR" for name in SITES), *READERS}


def test_every_comparator_is_in_the_table():
    table = text("docs/rules.md").split("## When values conflict")[1].split("\n## ")[0]

    named = set(re.findall(r"^\| `(\w+)` \|", table, re.M))
    assert named - {"as"} == set(COMPARATORS)


def test_the_query_of_the_manual_finds_something(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("query.yaml").write_text(blocks("docs/rules.md", "yaml")[1], encoding="utf-8")
    for name in ("Ana Duval", "Bo Okoro"):
        told = f"President {name} visited Peru in 2019."
        Path(f"{name[:2]}.txt").write_text(told, encoding="utf-8")

    main(["check", ".", "--rules", "query.yaml", "--store", "none"])

    assert "Peru is visited by two people: “Ana Duval”" in capsys.readouterr().out


def test_the_views_of_the_manual_are_those_there_are():
    rows = re.findall(r"^\| `(\w+)` \| (`.*`) \|$", text("docs/rules.md"), re.M)
    with FactStore.open() as store:
        for view, columns in rows:
            named = ", ".join(re.findall(r"`(\w+)`", columns))
            assert store.query(f"SELECT {named} FROM {view}") == []

    assert {view for view, _ in rows} == set(VIEWS)


def test_every_condition_of_the_manual_is_one():
    from factcheck.rules.definition.rule import Condition

    rows = re.findall(r"\{\w+: \{([^}]*)\}\}`", text("docs/rules.md"))
    keys = {key for row in rows for key in re.findall(r"(\w+):", row)}

    known = {field.alias or name for name, field in Condition.model_fields.items()}
    assert keys == known


@pytest.mark.parametrize("block", blocks("docs/formats.md", "json"))
def test_documents_shown_in_the_manual_can_be_read(tmp_path, block):
    path = tmp_path / "d.json"
    path.write_text(block, encoding="utf-8")

    assert collect([path]).faults == []


def test_the_settings_of_the_manual_are_the_settings_there_are(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written = blocks("docs/configuration.md", "yaml")[0]
    Path("factcheck.yaml").write_text(written, encoding="utf-8")

    settings = load_settings(argparse.Namespace())

    keys = set(re.findall(r"^([a-z-]+):", written, re.M))
    names = {field.name.replace("_", "-") for field in fields(Settings)}
    assert keys - {"format"} <= names
    assert settings.formats == ("text", "markdown=report.md")


def test_the_suppressions_of_the_manual_are_read(tmp_path):
    path = tmp_path / "s.yaml"
    path.write_text(blocks("docs/living-with-findings.md", "yaml")[0], encoding="utf-8")

    assert [entry.by for entry in read_suppressions(path)] == ["desk", None]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_of_the_manual_is_one(page):
    for argv in commands(page.relative_to(ROOT)):
        parse(argv[: argv.index(">")] if ">" in argv else argv)


def test_the_files_of_the_manual_are_read(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    _, facts, aliases, guide = blocks("docs/configuration.md", "yaml")
    Path("facts.yaml").write_text(facts, encoding="utf-8")
    Path("aliases.yaml").write_text(aliases, encoding="utf-8")
    Path("guide.yaml").write_text(guide, encoding="utf-8")
    Path("a.txt").write_text("Foreign Minister Ana Duval sailed the Freedonian Sea.")
    options = ["--facts", "facts.yaml", "--style-guide", "guide.yaml", "-q"]

    status = main(["check", "a.txt", *options])

    assert status == 1
    said = capsys.readouterr().out
    assert "prints “Freedonian Sea”, a name that takes a side (Lake Tarn)" in said


def test_the_python_of_the_manual_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    exec("\n".join(blocks("docs/python.md", "python")), {})

    said = capsys.readouterr().out
    assert "error altered-quotation Ingrid Solbakken" in said
    assert "title Foreign Minister Ana Duval" in said
    assert "<!-- factcheck report -->" in said


def test_every_decision_is_in_the_index():
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")

    listed = set(re.findall(r"\((\d{4}-[^)]*\.md)\)", index))

    assert listed == {path.name for path in folder.glob("[0-9]*.md")}
