"""The schemas hold what factcheck reads and writes, and refuse what it refuses."""

import json
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from stories import dam

from factcheck.cli import CLEAN, USAGE, main
from factcheck.cli.json_schemas import SCHEMAS, schema
from factcheck.lexicons import data_folder
from factcheck.lexicons.tables import StringLoader
from factcheck.pipeline.settings import Settings
from factcheck.reports import REPORTS

DATA = data_folder()
RULES = sorted(DATA.glob("*.yaml"))
LEXICONS = sorted((DATA / "lexicons").glob("*.yaml"))
GOLDEN = Path(__file__).parent.parent / "reports"
STARTERS = Path(__file__).parent.parent / "factcheck" / "cli" / "starters"


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it (1.2): dates are words."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in some if not tag.endswith("timestamp")]
    for first, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(name):
    return Draft202012Validator(schema(name))


def faults(name, value):
    return [
        f"{fault.json_path}: {fault.message}"
        for fault in validator(name).iter_errors(value)
    ]


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_every_schema_is_one(name):
    made = schema(name)

    Draft202012Validator.check_schema(made)
    assert made["$id"] == f"urn:factcheck:{name}:1"
    assert made["description"]
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize("loader", [StringLoader, EditorLoader])
@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_shipped_rules_are_valid(path, loader):
    assert faults("rule", yaml.load(path.read_text("utf-8"), loader)) == []


@pytest.mark.parametrize("loader", [StringLoader, EditorLoader])
@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_shipped_lexicons_are_valid(path, loader):
    assert faults("lexicon", yaml.load(path.read_text("utf-8"), loader)) == []


def test_every_key_of_a_rule_is_described():
    rule = schema("rule")["$defs"]["Rule"]["properties"]

    assert [key for key in rule if "description" not in rule[key]] == ["extends"]


@pytest.mark.parametrize("story", ["dam", "clean", "hostile"])
def test_golden_reports_are_valid(story):
    report = json.loads((GOLDEN / f"{story}.json").read_text("utf-8"))
    findings = (GOLDEN / f"{story}.jsonl").read_text("utf-8").splitlines()

    assert faults("report", report) == []
    assert [
        fault for one in findings for fault in faults("finding", json.loads(one))
    ] == []


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"severity": "fatal"}, id="no such severity"),
        pytest.param({"state": "open"}, id="no such state"),
        pytest.param({"fingerprint": "x"}, id="no fingerprint"),
        pytest.param({"group": 1}, id="a group that is a number"),
        pytest.param({"variants": []}, id="nothing differs"),
        pytest.param({"variants": [{"label": "12"}]}, id="half a variant"),
        pytest.param({"diff": [["one"]]}, id="one side of a difference"),
        pytest.param({"claims": [{"kind": "title"}]}, id="half a claim"),
    ],
)
def test_a_broken_finding_is_refused(broken):
    finding = json.loads(REPORTS["jsonl"](dam()).splitlines()[0])

    assert faults("finding", finding) == []
    assert faults("finding", finding | broken) != []


@pytest.mark.parametrize(
    "name", ["documents", "compared", "corroborated", "not_checked"]
)
def test_a_summary_that_lacks_a_part_is_refused(name):
    report = json.loads(REPORTS["json"](dam()))
    del report["summary"][name]

    assert len(faults("report", report)) == 1


def test_a_real_report_and_its_claims_are_valid(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Defence Minister Ana Duval came to Lisbon on Monday.")
    Path("b.txt").write_text("Finance Minister Ana Duval came to Lisbon on Monday.")

    main(["check", "a.txt", "--against", "b.txt", "-f", "json", "-q"])
    report = json.loads(capsys.readouterr().out)
    main(["extract", "a.txt", "b.txt", "-q"])
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert report["findings"]
    assert claims
    assert faults("report", report) == []
    assert [fault for claim in claims for fault in faults("claim", claim)] == []


VALID = {
    "document": {"text": "Nobody came.", "published": "2024-05-03T10:00:00Z", "id": 7},
    "facts": [{"subject": "Ana Duval", "kind": "title", "value": "mayor"}],
    "suppressions": [
        {"fingerprint": 12345678, "reason": "so", "expires": "2030-01-31"}
    ],
    "configuration": {"fail-on": "note", "format": ["text", "html=out"], "quiet": True},
    "aliases": [{"same": ["Ada Quill", "A. Quill"]}],
    "baseline": {"schema": "factcheck.baseline/1", "findings": []},
    "verdict": {"fingerprint": "f", "rule": "r", "key": "k", "verdict": "real"},
}


@pytest.mark.parametrize("name", VALID)
def test_valid(name):
    assert faults(name, VALID[name]) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("document", {"title": "No text"}, id="no text"),
        pytest.param("facts", [{"subject": "Ana Duval"}], id="half a fact"),
        pytest.param("suppressions", [{"fingerprint": "5d1f0c7a"}], id="no reason"),
        pytest.param("suppressions", [{"key": "x", "reason": "y"}], id="no rule"),
        pytest.param("configuration", {"fail_on": "error"}, id="a wrong key"),
        pytest.param("configuration", {"format": "pdf"}, id="no such format"),
        pytest.param("aliases", [{"same": ["Ada Quill"]}], id="one name"),
        pytest.param("lexicon", {"narrower": {}}, id="no part of a lexicon"),
        pytest.param("rule", {"id": "X", "check": "agree"}, id="capitals"),
        pytest.param("rule", {"id": "x", "claims": "titel"}, id="no such kind"),
        pytest.param("rule", {"id": "x", "cehck": "agree"}, id="no such key"),
        pytest.param(
            "rule", {"id": "x", "compare": {"as": "exactly"}}, id="no comparator"
        ),
        pytest.param("claim", {"kind": "title", "document": "a"}, id="half a claim"),
    ],
)
def test_invalid(name, value):
    assert faults(name, value) != []


def test_every_setting_is_in_the_schema():
    names = {field.name.replace("_", "-") for field in fields(Settings)}

    assert set(schema("configuration")["properties"]) == names - {"formats"} | {
        "format"
    }


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("factcheck.yaml", "configuration"),
        ("aliases.yaml", "aliases"),
        ("factcheck.suppress.yaml", "suppressions"),
    ],
)
def test_starters_are_valid(file, name):
    value = yaml.load((STARTERS / file).read_text("utf-8"), EditorLoader)

    assert faults(name, value) == []


def test_schemas_are_listed_and_printed(capsys):
    listed = main(["schema"])
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    printed = main(["schema", "rule"])
    laid = json.loads(capsys.readouterr().out)
    wrong = main(["schema", "rul"])

    assert (listed, printed, wrong) == (CLEAN, CLEAN, USAGE)
    assert names == list(SCHEMAS)
    assert laid == schema("rule")
    assert "did you mean 'rule'?" in capsys.readouterr().err
