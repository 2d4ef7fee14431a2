"""Living with findings on the command line: decide once, and hear only of news."""

import argparse
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from factcheck import __version__
from factcheck.cli import CLEAN, FINDINGS, INCOMPLETE, USAGE, main
from factcheck.cli.init_command import CI
from factcheck.pipeline.settings import Settings, load_settings

ROOT = Path(__file__).parent.parent
TEXT = "date {}\n{} Ana Duval arrived in Lisbon on Monday.\n"


def put(path, title="Defence Minister", day="2024-05-03"):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(day, title), encoding="utf-8")


@pytest.fixture
def articles(tmp_path, monkeypatch):
    """Two articles that differ in an office, in an empty folder to run in."""
    monkeypatch.chdir(tmp_path)
    put("articles/a.txt")
    put("articles/b.txt", "Finance Minister")
    return "articles"


def check(*argv):
    return main(["check", *argv, "--select", "title-conflict", "-q"])


@pytest.fixture
def fingerprint(articles, capsys):
    """The fingerprint of the one error between the articles."""
    main(["check", articles, "-f", "json", "-q"])
    (finding,) = [
        finding
        for finding in json.loads(capsys.readouterr().out)["findings"]
        if finding["rule"] == "title-conflict"
    ]
    return finding["fingerprint"]


def state(capsys, *argv):
    """Check, and return the exit status and the state of the conflict."""
    capsys.readouterr()
    status = main(["check", "articles", "-f", "json", "-q", *argv])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return status, {f["state"] for f in findings if f["rule"] == "title-conflict"}


def test_a_suppression_takes_effect_without_another_check(fingerprint, capsys):
    Path("factcheck.suppress.yaml").write_text(
        f"- fingerprint: {fingerprint[:8]}\n  reason: both are right\n"
    )

    assert state(capsys) == (CLEAN, {"suppressed"})
    check("articles", "-v", "-f", "text", "-f", "sarif=out.sarif")
    assert "(suppressed: both are right)" in capsys.readouterr().out
    assert '"justification": "both are right"' in Path("out.sarif").read_text()


def test_a_day_may_be_one_of_toml(articles):
    Path("pyproject.toml").write_text("[tool.factcheck]\nsince = 2024-05-04\n")

    assert check(articles) == INCOMPLETE


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("fingerprint: ffffffff, reason: x", "no finding", id="unused"),
        pytest.param("fingerprint: {}", "no reason", id="no reason"),
        pytest.param(
            "fingerprint: {}, reason: x, expires: 2020-01-01", "expired", id="expired"
        ),
    ],
)
def test_a_suppression_without_effect_is_told(fingerprint, capsys, entry, said):
    text = f"- {{{entry.format(fingerprint)}}}\n"
    Path("factcheck.suppress.yaml").write_text(text)

    status = main(["check", "articles", "-q"])
    warned = capsys.readouterr().err
    strict = main(["check", "articles", "-q", "--strict-suppressions"])

    assert (status, strict) == (FINDINGS, USAGE)
    assert "factcheck.suppress.yaml:1:3: " in warned
    assert said in warned


def test_an_entry_for_a_rule_left_out_is_not_unused(fingerprint, capsys):
    Path("factcheck.suppress.yaml").write_text(
        "- {rule: title-conflict, key: Ana Duval, reason: x}\n"
    )

    main(["check", "articles", "-q", "--ignore", "title-conflict"])

    assert "warning" not in capsys.readouterr().err


def test_a_faulty_suppression_file_is_an_error(articles, capsys):
    Path("mine.yaml").write_text("- {fingerprint: abc, reason: x}\n")

    assert main(["check", articles, "--suppress", "mine.yaml"]) == USAGE
    assert "mine.yaml:1:4: fingerprint: give at least 8" in capsys.readouterr().err
    assert main(["check", articles, "--suppress", "nosuch.yaml"]) == USAGE


def test_a_baseline_lets_only_news_count(fingerprint, capsys):
    written = main(["baseline", "write", "articles"])
    known = state(capsys)
    put("articles/c.txt", "Interior Minister")

    assert written == CLEAN
    assert known == (CLEAN, {"known"})
    assert state(capsys) == (FINDINGS, {"new"})


def test_a_baseline_is_shown_and_pruned(fingerprint, capsys):
    main(["baseline", "write", "articles", "--baseline", "known.json"])
    shown = main(["baseline", "show", "--baseline", "known.json"])
    listed = capsys.readouterr().out
    put("articles/b.txt")
    pruned = main(["baseline", "prune", "--baseline", "known.json"])

    assert (shown, pruned) == (CLEAN, CLEAN)
    assert f"{fingerprint}  title-conflict  Ana Duval" in listed
    assert f"gone  {fingerprint}" in capsys.readouterr().out
    assert fingerprint not in Path("known.json").read_text()


def test_pruning_leaves_what_was_not_looked_for(fingerprint, capsys):
    main(["baseline", "write", "articles"])
    put("articles/b.txt")

    main(["baseline", "prune", "articles", "--select", "age-conflict"])

    assert fingerprint in Path("factcheck.baseline.json").read_text()


def test_pruning_wants_a_complete_check(fingerprint, capsys):
    main(["baseline", "write", "articles"])
    put("articles/b.txt")
    Path("articles/c.txt").write_text("")

    assert main(["baseline", "prune", "articles"]) == INCOMPLETE
    assert fingerprint in Path("factcheck.baseline.json").read_text()


def test_decisions_lie_beside_the_configuration(fingerprint, capsys):
    Path("desk").mkdir()
    Path("desk/factcheck.yaml").write_text("quiet: true\n")

    main(["baseline", "write", "articles", "--config", "desk/factcheck.yaml"])

    assert fingerprint in Path("desk/factcheck.baseline.json").read_text()
    assert main(["check", "articles", "--config", "desk/factcheck.yaml"]) == CLEAN
    assert main(["check", "articles"]) == FINDINGS


def test_an_earlier_baseline_is_still_read(fingerprint, capsys):
    main(["baseline", "write", "articles", "--baseline", ".factcheck/baseline.json"])

    assert main(["check", "articles"]) == CLEAN


def test_the_folder_of_the_store_ignores_itself(fingerprint):
    assert Path(".factcheck/.gitignore").read_text() == "*\n"


def test_a_baseline_that_is_named_has_to_be_there(articles, capsys):
    assert main(["check", articles, "--baseline", "no.json"]) == USAGE
    assert "factcheck baseline write" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("verdict", "status", "states"),
    [
        pytest.param("real", FINDINGS, {"new"}, id="real"),
        pytest.param("not-an-issue", CLEAN, {"suppressed"}, id="not an issue"),
        pytest.param("accepted", CLEAN, {"suppressed"}, id="accepted"),
    ],
)
def test_a_verdict_is_kept_and_counted(fingerprint, capsys, verdict, status, states):
    given = main(["review", fingerprint[:6], verdict, "--note", "asked both"])
    listed = main(["review", "--list"])
    told = capsys.readouterr().out

    assert (given, listed) == (CLEAN, CLEAN)
    assert "asked both" in told
    assert told.splitlines()[-1].startswith("title-conflict")
    assert ("0%" in told.replace("100%", "")) is (verdict == "not-an-issue")
    assert state(capsys) == (status, states)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        pytest.param(["review", "ffffffff", "real"], "nearest:", id="none such"),
        pytest.param(["review", "fff", "real"], "at least 4", id="too short"),
        pytest.param(["review", "{}"], "real, not-an-issue", id="no verdict"),
        pytest.param(["review", "{}", "reel"], "did you mean 'real'?", id="a slip"),
        pytest.param(["explain", "ffffffff"], "title-conflict", id="to explain"),
        pytest.param(["baseline", "show"], "there is no baseline", id="no baseline"),
    ],
)
def test_what_is_not_there_is_told(fingerprint, capsys, argv, said):
    status = main([word.format(fingerprint) for word in argv])

    assert status == USAGE
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["explain", "abcdef12"], ["baseline", "write"]])
def test_without_paths_and_a_last_check_paths_are_wanted(articles, capsys, argv):
    assert main(argv) == USAGE
    assert "name the PATHs" in capsys.readouterr().err


def test_a_finding_is_explained_down_to_the_query(fingerprint, capsys):
    status = main(["explain", fingerprint[:4], "articles", "--sql"])

    told = capsys.readouterr().out
    assert status == CLEAN
    assert fingerprint in told
    assert "as taxonomy, using titles" in told
    assert "articles/a.txt:2:1 (a)" in told
    assert "Defence Minister Ana Duval arrived in Lisbon on Monday." in told
    assert "is not finance minister" in told.partition("How the values relate")[2]
    assert "WHERE c.kind IN ('title')" in told


def test_the_last_check_is_explained_as_it_was_set(articles, capsys):
    put("archive/old.txt", "Interior Minister")
    main(["check", "articles/a.txt", "--against", "archive", "-f", "json", "-q"])
    (finding, *_) = json.loads(capsys.readouterr().out)["findings"]

    status = main(["explain", finding["fingerprint"]])

    told = capsys.readouterr().out
    assert status == CLEAN
    assert "archive/old.txt" in told
    assert "articles/b.txt" not in told


def test_the_last_check_is_reported_again(articles, capsys):
    put("drafts/d.txt", "Interior Minister")
    checked = check("drafts", "--against", articles)
    first = capsys.readouterr().out

    reported = main(["report", "-f", "text", "-f", "json=out.json"])

    assert (checked, reported) == (FINDINGS, FINDINGS)
    assert capsys.readouterr().out == first
    assert json.loads(Path("out.json").read_text())["summary"]["against"] == 2


def test_drafts_are_compared_with_a_corpus(articles, capsys):
    put("archive/x.txt", "Interior Minister")
    put("archive/y.txt", "Finance Minister")
    put("drafts/d.txt", "Interior Minister")

    status = check(
        "drafts", "--against", "archive", "-f", "json=out.json", "-f", "text"
    )

    report = json.loads(Path("out.json").read_text())
    assert status == FINDINGS
    assert report["summary"]["documents"] == 1
    assert report["summary"]["against"] == 2
    assert "Checked 1 document against 2, " in capsys.readouterr().out


def test_what_only_the_corpus_disagrees_about_is_left_out(articles, capsys):
    put("drafts/d.txt", "Minister")

    assert check("drafts", "--against", articles) == CLEAN


def test_a_draft_inside_the_corpus_is_a_draft(articles, capsys):
    status = check("articles/a.txt", "--against", ".")

    assert status == FINDINGS
    assert "Checked 1 document against 1, " in capsys.readouterr().out


def test_documents_of_one_name_are_told_apart(articles, capsys):
    put("drafts/a.txt", "Finance Minister")

    main(["check", "drafts", "--against", articles, "-f", "json", "-q"])

    report = json.loads(capsys.readouterr().out)
    named = {c["document"] for f in report["findings"] for c in f["claims"]}
    assert "drafts/a.txt" in named
    assert "articles/a.txt" in named


@pytest.mark.parametrize(
    ("since", "status", "said"),
    [
        pytest.param("2024-05-03", FINDINGS, "Checked 2 documents, ", id="all of them"),
        pytest.param(
            "2024-05-04", CLEAN, "Checked 1 document (2 earlier left out)", id="one"
        ),
        pytest.param("2024-05-06", INCOMPLETE, "none was published", id="none"),
        pytest.param("May", USAGE, "expected a date", id="no day"),
    ],
)
def test_only_documents_since_a_day_are_checked(articles, capsys, since, status, said):
    if status != FINDINGS:
        put("articles/c.txt", "Interior Minister", "2024-05-05")

    got = check(articles, "--since", since)

    told = capsys.readouterr()
    assert got == status
    assert said in told.out + told.err


def test_what_is_left_out_may_still_be_compared_with(articles, capsys):
    put("articles/c.txt", "Interior Minister", "2024-05-05")

    status = check(articles, "--since", "2024-05-04", "--against", articles)

    assert status == FINDINGS
    assert "Checked 1 document against 2 (2 earlier" in capsys.readouterr().out


SETTING = re.compile(r"^# ([a-z-]+): (.*)$", re.M)


def test_init_writes_starters_that_change_nothing(articles, capsys):
    Path("aliases.yaml").write_text("- {same: [Ana Duval, A. Duval]}\n")

    status = main(["init"])

    told = capsys.readouterr().out
    assert status == CLEAN
    assert "aliases.yaml: already exists" in told
    assert "Duval" in Path("aliases.yaml").read_text()
    assert check(articles) == FINDINGS
    assert main(["init"]) == CLEAN
    assert "written" not in capsys.readouterr().out.partition("Checked")[2]


def test_init_writes_what_ci_needs_where_it_is_asked_for(articles, capsys):
    plain = main(["init"])
    before = [path for path in CI.values() if Path(path).exists()]

    asked = main(["init", "--ci"])

    workflow, hooks = (yaml.safe_load(Path(path).read_text()) for path in CI.values())
    steps = [step.get("uses", "") for step in workflow["jobs"]["facts"]["steps"]]
    assert (plain, before, asked) == (CLEAN, [], CLEAN)
    assert f"factcheck-sources/factcheck@v{__version__}" in steps
    assert hooks["repos"][0]["rev"] == f"v{__version__}"
    known = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert [h["id"] for h in hooks["repos"][0]["hooks"]] == [h["id"] for h in known]


def test_the_starter_rule_passes_its_tests(articles, capsys):
    main(["init"])

    assert main(["test", "house-rules", "--coverage"]) == CLEAN


def test_own_rules_run_beside_the_shipped_ones(articles, capsys):
    main(["init"])

    main(["rules", "--rules", "shipped", "--rules", "house-rules"])

    told = capsys.readouterr().out
    assert "hospital-beds" in told
    assert "title-conflict" in told


def test_the_starter_holds_every_setting(articles, capsys):
    main(["init"])
    path = Path("factcheck.yaml")
    text = path.read_text(encoding="utf-8")

    path.write_text(SETTING.sub(r"\1: \2", text), encoding="utf-8")

    names = {field.name.replace("_", "-") for field in fields(Settings)}
    assert {name for name, _ in SETTING.findall(text)} - {"format"} == names - {
        "formats"
    }
    assert load_settings(argparse.Namespace()).limit == 0


@pytest.mark.parametrize(
    ("name", "options"),
    [
        pytest.param("aliases.yaml", [], id="aliases"),
        pytest.param("factcheck.suppress.yaml", [], id="suppressions"),
        pytest.param("facts/people.yaml", ["--facts", "facts"], id="facts"),
    ],
)
def test_the_examples_in_starters_are_right(articles, capsys, name, options):
    main(["init"])
    text = Path(name).read_text(encoding="utf-8")
    example = re.sub(r"^# ?(?=[- ] )", "", text, flags=re.M)
    Path(name).write_text(example, encoding="utf-8")

    assert check(articles, *options) == FINDINGS
    assert example != text


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("A fire in Lisbon killed 12 to 14 people on Monday.", id="range"),
        pytest.param("Former mayor Ana Duval lives in Lisbon.", id="former"),
    ],
)
def test_pages_show_what_one_source_says_whatever_its_value_is(articles, told):
    Path("articles/c.txt").write_text(f"date 2024-05-03\n{told}\n")

    status = main(["check", articles, "-f", "html=site", "-q", "--fail-on", "never"])

    assert status == CLEAN
    assert "articles" in Path("site/single.html").read_text(encoding="utf-8")
