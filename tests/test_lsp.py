"""The language server, talked to by a client as an editor does."""

import sys

import pytest

from factcheck.cli import main
from tests.harness.lsp import EVERYTHING, LITTLE, server

pytest.importorskip("pygls")

WIRE = """date 2024-05-03
LISBON (KNA) - A fire at a hotel in Lisbon killed 19 people on Thursday, officials said.

“We will rebuild this house with our neighbours by winter,” Mayor Ana Duval said.

Foreign Minister Lin Mei Hua visited on Friday.
"""
DRAFT = """date 2024-05-03
😀😀 A fire at a hotel in Lisbon killed 12 people on Thursday, officials said.

😀 “We will restore this house with our neighbours by winter,” Mayor Ana Duval said.

Foreign Minister Lin Mei-hua visited on Friday.
"""
WORD = "restore"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news room")
    (folder / "archive").mkdir()
    (folder / "archive" / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "factcheck.yaml").write_text("against: archive\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def session(newsroom):
    """A session with a draft open; the server is shared by the tests."""
    with server(newsroom) as client:
        client.begin(newsroom, EVERYTHING)
        client.uri = (newsroom / "draft 😀.txt").as_uri()
        client.open(client.uri, DRAFT)
        client.first = client.diagnostics(client.uri, 1)
        yield client


def about(diagnostics, rule):
    (found,) = [d for d in diagnostics if d["code"] == rule]
    return found


def cut(text, where):
    """Return what a range holds, counted as the protocol counts."""
    start, end = where["start"], where["end"]
    assert start["line"] == end["line"]
    line = text.split("\n")[start["line"]].encode("utf-16-le")
    return line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


def applied(text, edits):
    """Apply edits of one line each, the last first."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for edit in sorted(edits, key=lambda e: str(e["range"]["start"]), reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        line = lines[start["line"]]
        new = edit["newText"].encode("utf-16-le")
        before, after = line[: 2 * start["character"]], line[2 * end["character"] :]
        lines[start["line"]] = before + new + after
    return "\n".join(line.decode("utf-16-le") for line in lines)


def action(session, rule, word):
    where = about(session.first, rule)["range"]
    offered = session.actions(session.uri, where)
    (found,) = [a for a in offered if word in a["title"]]
    return found


def test_an_unsaved_draft_is_compared_with_the_corpus(session):
    rules = {d["code"]: d["severity"] for d in session.first}

    assert rules == {
        "altered-quotation": 1,
        "number-conflict": 2,
        "name-spelling": 3,
    }


def test_positions_count_as_editors_count(session):
    assert cut(DRAFT, about(session.first, "number-conflict")["range"]) == "12"
    assert cut(DRAFT, about(session.first, "altered-quotation")["range"]) == WORD


def test_the_other_sentence_is_linked(session, newsroom):
    (related,) = about(session.first, "number-conflict")["relatedInformation"]

    assert related["location"]["uri"] == (newsroom / "archive" / "wire.txt").as_uri()
    assert cut(WIRE, related["location"]["range"]) == "19"
    assert related["message"].startswith("wire, 2024-05-03: ")
    assert "killed 19 people" in related["message"]


def test_hovering_says_who_says_what_and_why(session):
    at = about(session.first, "altered-quotation")["range"]["start"]

    told = session.hover(session.uri, at["line"], at["character"] + 2)

    shown = told["contents"]["value"]
    assert "will rebuild this house" in shown
    assert "archive/wire.txt#L4" in shown
    assert "Why it matters" in shown


def test_hovering_elsewhere_says_nothing(session):
    assert session.hover(session.uri, 0, 2) is None


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        pytest.param("altered-quotation", WORD, "rebuild", id="a quotation"),
        pytest.param("number-conflict", "12", "19", id="a number"),
        pytest.param("name-spelling", "Lin Mei-hua", "Lin Mei Hua", id="a name"),
    ],
)
def test_the_other_words_can_be_taken(session, rule, before, after):
    fix = action(session, rule, "as wire has it")

    (change,) = fix["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": session.uri, "version": 1}
    assert applied(DRAFT, change["edits"]) == DRAFT.replace(before, after)


def test_a_name_can_be_said_to_be_of_two_people(session, newsroom):
    fix = action(session, "name-spelling", "are two people")

    new, change = fix["edit"]["documentChanges"]
    assert new["kind"] == "create"
    assert new["uri"] == (newsroom / "aliases.yaml").as_uri()
    (edit,) = change["edits"]
    assert edit["newText"] == '- different: ["Lin Mei-hua", "Lin Mei Hua"]\n'


def test_a_reason_can_be_written(session, newsroom):
    fix = action(session, "number-conflict", "give a reason")

    uri = (newsroom / "factcheck.suppress.yaml").as_uri()
    session.ask("workspace/executeCommand", fix["command"])
    shown = session.wait(lambda m: m.get("method") == "window/showDocument")
    assert shown["params"]["uri"] == uri
    assert shown["params"]["selection"]["start"]["line"] == 2


def test_a_change_is_checked_and_old_places_offer_nothing(session):
    changed = DRAFT.replace("12", "19")

    session.change(session.uri, changed, 2)
    stale = session.actions(session.uri, about(session.first, "name-spelling")["range"])
    found = session.diagnostics(session.uri, 2)

    assert stale == []
    assert {d["code"] for d in found} == {"altered-quotation", "name-spelling"}


def test_a_suppression_saved_takes_the_finding_away(session, newsroom):
    where = (newsroom / "draft two.txt").as_uri()
    session.open(where, DRAFT)
    first = session.diagnostics(where, 1)
    number = about(first, "number-conflict")
    offered = session.actions(where, number["range"])
    (fix,) = [a for a in offered if "the draft is right" in a["title"]]
    text = fix["edit"]["documentChanges"][-1]["edits"][0]["newText"]
    path = newsroom / "factcheck.suppress.yaml"

    path.write_text(text, encoding="utf-8")
    session.notify(
        "workspace/didChangeWatchedFiles",
        {"changes": [{"uri": path.as_uri(), "type": 1}]},
    )
    found = session.diagnostics(where, 1)

    assert number["code"] not in {d["code"] for d in found}
    path.unlink()


def test_faulty_settings_are_a_message_and_mended_ones_count(session, newsroom):
    where = (newsroom / "draft three.txt").as_uri()
    settings = newsroom / "factcheck.yaml"
    good = settings.read_text("utf-8")

    settings.write_text("aginst: archive\n", encoding="utf-8")
    session.open(where, DRAFT)
    told = session.message()
    settings.write_text(good, encoding="utf-8")
    session.notify("textDocument/didSave", {"textDocument": {"uri": where}})

    assert "did you mean 'against'" in told["message"]
    assert session.diagnostics(where, 1)


def test_an_editor_that_can_little_is_served_too(newsroom):
    uri = (newsroom / "little.txt").as_uri()
    with server(newsroom, "--against", "archive") as client:
        client.begin(newsroom, LITTLE)
        client.open(uri, DRAFT)
        number = about(client.diagnostics(uri, 1), "number-conflict")
        offered = client.actions(uri, number["range"])

        assert "relatedInformation" not in number
        assert "killed 19 people" in number["message"]
        fixes = [list(a["edit"]["changes"]) for a in offered]
        assert fixes == [[uri]]
        client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert client.end() == 0


def test_settings_come_from_the_editor_too(newsroom, tmp_path):
    uri = (tmp_path / "draft.txt").as_uri()
    given = {"against": [str(newsroom / "archive")], "select": ["number-conflict"]}
    with server(tmp_path) as client:
        client.begin(tmp_path, EVERYTHING, given)
        client.open(uri, DRAFT)

        assert [d["code"] for d in client.diagnostics(uri, 1)] == ["number-conflict"]
        assert not (tmp_path / "draft.txt").exists()
        assert client.end() == 0


def test_what_cannot_be_checked_is_said(tmp_path):
    uri = (tmp_path / "draft.txt").as_uri()
    with server(tmp_path) as client:
        client.begin(tmp_path, EVERYTHING)
        client.open(
            uri, "Le maire a dit que la ville reconstruira la digue cet été. " * 9
        )
        (found,) = client.diagnostics(uri, 1)

        assert found["code"] == "not-checked"
        assert "nothing to compare" in client.message()["message"]
        assert client.end() == 0


def test_a_server_whose_editor_is_gone_ends(tmp_path):
    with server(tmp_path) as client:
        client.begin(tmp_path, EVERYTHING)
        client.process.stdin.close()

        assert client.process.wait(30) is not None


def test_without_the_extra_it_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "factcheck.lsp.server", None)

    status = main(["lsp"])

    assert status == 2
    assert "pip install 'factcheck-sources[lsp]'" in capsys.readouterr().err
