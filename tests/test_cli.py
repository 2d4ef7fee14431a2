"""The command line: what is printed, where, and with which exit status."""

import json
import shlex

import pytest

from factcheck.cli import CLEAN, FINDINGS, INCOMPLETE, USAGE, main
from factcheck.cli.arguments import COMMANDS, parse
from factcheck.cli.command_help import HELP
from factcheck.lexicons import data_folder

FIRE = "A fire at a hotel in Lisbon killed {} people on Thursday, officials said.\n"
MAYOR = "{} Ana Duval of Lisbon said on Friday that the hotel had no licence.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to run in, so that no store or configuration is met."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def articles(folder):
    """Two articles that differ in an office."""
    (folder / "articles").mkdir()
    for name, title in (("a", "Defence Minister"), ("b", "Finance Minister")):
        text = f"date 2024-05-03\n{title} Ana Duval arrived in Lisbon on Monday.\n"
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return "articles"


def run(*argv):
    """Run a command without a store on disk."""
    return main([*argv, "--store", "none"])


def test_a_check_after_a_change_prints_what_a_fresh_one_does(articles, folder, capsys):
    main(["check", articles, "-q", "-f", "json"])
    text = "date 2024-05-03\nInterior Minister Ana Duval arrived in Oslo on Monday.\n"
    (folder / articles / "b.txt").write_text(text, encoding="utf-8")
    capsys.readouterr()

    main(["check", articles, "-q", "-f", "json"])
    again = capsys.readouterr().out
    run("check", articles, "-q", "-f", "json")

    assert "Interior" in again
    assert again == capsys.readouterr().out


def test_a_contradiction_is_printed_and_gives_status_1(articles, capsys):
    status = run("check", articles)

    printed = capsys.readouterr().out
    assert status == FINDINGS
    assert "title-conflict" in printed
    assert "articles/a.txt:2:1" in printed
    assert "Checked 2 documents" in printed


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [
        pytest.param("error", FINDINGS, id="errors count"),
        pytest.param("never", CLEAN, id="nothing counts"),
    ],
)
def test_fail_on_decides_the_status(articles, fail_on, status):
    assert run("check", articles, "--fail-on", fail_on) == status


def test_ignored_rules_do_not_run(articles, capsys):
    status = run("check", articles, "--ignore", "title-conflict,role-succession")

    assert status == CLEAN
    assert "title-conflict" not in capsys.readouterr().out


def test_several_reports_in_one_run(articles, folder, capsys):
    status = run("check", articles, "-f", "json=out/report.json", "-f", "markdown")

    report = json.loads((folder / "out/report.json").read_text(encoding="utf-8"))
    assert status == report["exit_code"] == FINDINGS
    assert report["summary"]["documents"] == 2
    assert "title-conflict" in capsys.readouterr().out


def test_a_repeated_check_is_told_again(articles, folder, capsys):
    first = main(["check", articles])
    told = capsys.readouterr().out

    second = main(["check", articles])

    assert first == second == FINDINGS
    assert capsys.readouterr().out == told
    assert (folder / ".factcheck" / "facts.db").is_file()


def test_a_changed_document_is_checked_anew(articles, folder, capsys):
    main(["check", articles])
    path = folder / articles / "b.txt"
    path.write_text(path.read_text().replace("Finance", "Defence"))
    capsys.readouterr()

    status = main(["check", articles])

    assert status == CLEAN


def test_extract_prints_claims_that_quote_the_text(articles, folder, capsys):
    status = run("extract", articles)

    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    mentions = [
        (claim["document"], mention)
        for claim in claims
        for role in claim["roles"].values()
        for mention in role
    ]
    assert status == CLEAN
    assert {"title"} <= {claim["kind"] for claim in claims}
    assert len({claim["id"] for claim in claims}) == len(claims)
    assert all(
        (folder / articles / document).read_text()[m["start"] : m["end"]] == m["text"]
        for document, m in mentions
    )


def test_extract_mentions_resolves_across_documents(articles, capsys):
    run("extract", articles, "--mentions")

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    people = {line["entity"] for line in lines if line["mention"] == "person"}
    assert people == {"person:ana-duval"}


def test_standard_input_is_a_document(folder, capsys, monkeypatch):
    class Input:
        buffer = __import__("io").BytesIO(b"Mayor Ana Duval resigned on Monday.")

    monkeypatch.setattr("sys.stdin", Input)

    status = run("extract", "-")

    assert status == CLEAN
    assert "Ana Duval" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty file"),
        pytest.param("n.txt", b"a\0b", "binary", id="binary file"),
        pytest.param("l.txt", b"caf\xe9", "UTF-8", id="wrong encoding"),
        pytest.param("x.jsonl", b'{"text": "Hi."}\n{', "x.jsonl:2", id="broken line"),
        pytest.param("m.md", b"---\ntitle: [\n---\nHi", "YAML", id="front matter"),
        pytest.param("d.txt", "Der Minister sagte am Donnerstag, dass die Gespräche "
                     "mit den Nachbarn ohne Ergebnis beendet wurden.".encode(),
                     "language", id="another language"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_the_rest_is_checked(
    articles, folder, capsys, name, content, said
):
    (folder / articles / name).write_bytes(content)

    status = run("check", articles)

    printed = capsys.readouterr().out
    assert status == INCOMPLETE
    assert said in printed
    assert "title-conflict" in printed


def test_incompleteness_can_be_accepted(articles, folder):
    (folder / articles / "empty.txt").write_bytes(b"")

    assert run("check", articles, "--allow-incomplete") == FINDINGS


def test_nothing_to_check_is_not_clean(folder):
    (folder / "void").mkdir()

    assert run("check", "void") == INCOMPLETE


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        pytest.param(["check"], "PATH", id="no path"),
        pytest.param(["chek", "a"], "chek", id="no such command"),
        pytest.param(["check", "a", "-f", "jsn"], "'json'", id="no such format"),
        pytest.param(
            ["check", "a", "--select", "title-conflit"],
            "did you mean 'title-conflict'?",
            id="no such rule",
        ),
        pytest.param(
            ["check", "a", "--rules", "no"], "no such file", id="no such path"
        ),
        pytest.param(["rules", "nosuch"], "no rule is named", id="no rule to show"),
        pytest.param(["test", "nosuch"], "no rule is named", id="no rule to test"),
        pytest.param(["store", "list"], "no fact store", id="no store"),
        pytest.param(
            ["check", "a", "-f", "text", "-f", "json"], "both", id="one screen"
        ),
    ],
)
def test_wrong_usage_says_what_is_right(folder, capsys, argv, said):
    (folder / "a").write_text("Nobody came.")

    status = main(argv)

    captured = capsys.readouterr()
    assert status == USAGE
    assert captured.out == ""
    assert said in captured.err


@pytest.mark.parametrize(
    ("configuration", "said"),
    [
        pytest.param("fail-on: err", "expected one of error", id="wrong value"),
        pytest.param("fail-no: error", "did you mean 'fail-on'?", id="wrong key"),
        pytest.param("- a", "expected settings", id="a list"),
        pytest.param("a: [", "factcheck.yaml:2:1: is not YAML: ", id="not YAML"),
    ],
)
def test_a_faulty_configuration_is_explained(
    articles, folder, capsys, configuration, said
):
    (folder / "factcheck.yaml").write_text(configuration)

    status = run("check", articles)

    assert status == USAGE
    assert said in capsys.readouterr().err


def test_the_configuration_sets_what_the_command_line_does_not(articles, folder):
    (folder / "factcheck.yaml").write_text("ignore: [title-conflict, role-succession]")

    assert run("check", articles) == CLEAN
    assert run("check", articles, "--ignore", "age-conflict") == FINDINGS


def test_rules_are_listed_and_shown(folder, capsys):
    main(["rules"])
    listed = capsys.readouterr().out
    main(["rules", "title-conflict"])
    shown = capsys.readouterr().out

    assert "altered-quotation" in listed
    assert "as taxonomy, using titles" in shown


def test_documents_can_be_forgotten(articles, capsys):
    main(["check", articles])

    status = main(["store", "forget", "a.txt"])
    capsys.readouterr()
    main(["store", "list"])

    assert status == CLEAN
    assert capsys.readouterr().out == "b.txt\n"


def test_the_version_is_told_at_once(capsys):
    assert main(["--version"]) == CLEAN
    assert capsys.readouterr().out.startswith("factcheck ")


def test_what_is_said_of_a_document_cannot_steer_the_terminal(folder, capsys):
    (folder / "red\x1b[31m.txt").write_bytes(b"")

    status = run("check", "red\x1b[31m.txt", "-f", "json")

    said = capsys.readouterr().err
    assert status == INCOMPLETE
    assert "\x1b" not in said
    assert "\\x1b" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_help_describes_a_command_and_its_examples_are_right(command, capsys):
    with pytest.raises(SystemExit):
        parse([command, "--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert " ".join(HELP[command].about.split()) in told
    for example in HELP[command].examples:
        words = shlex.split(example.partition(" > ")[0])
        assert example in told
        assert parse(words[1:]).command == command


def test_every_command_is_described():
    assert set(HELP) == {"factcheck", *COMMANDS}


def test_a_rule_is_printed_as_it_is_written(capsys):
    status = main(["rules", "age-conflict", "--yaml"])

    file = data_folder() / "age-conflict.yaml"
    assert (status, capsys.readouterr().out) == (CLEAN, file.read_text("utf-8"))


def test_roles_are_listed_with_what_they_hold(capsys):
    status = main(["rules", "title", "--roles"])

    told = " ".join(capsys.readouterr().out.split())
    assert status == CLEAN
    assert "status current, former, acting, elect or designate" in told
    assert "speaker" not in told


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        pytest.param(["chek"], "did you mean 'check'?", id="command"),
        pytest.param(["check", "a", "--formt=json"], "mean '--format'?", id="option"),
        pytest.param(["--versoin"], "did you mean '--version'?", id="no command"),
        pytest.param(["init", "a"], "unexpected argument: a", id="argument"),
        pytest.param(["store", "forgt"], "did you mean 'forget'?", id="action"),
        pytest.param(["check", "a", "--color", "alway"], "'always'?", id="choice"),
        pytest.param(["test", "own/rule.yaml"], "own/rule.yaml: no such file",
                     id="file of rules"),
        pytest.param(["rules", "title-conflit", "--yaml"], "did you mean", id="rule"),
        pytest.param(["rules", "titel", "--roles"], "did you mean 'title'?", id="kind"),
        pytest.param([], "factcheck check articles/", id="none"),
    ],
)  # fmt: skip
def test_a_wrong_command_is_answered_with_what_would_be_right(argv, said, capsys):
    assert main(argv) == USAGE
    assert said in capsys.readouterr().err
