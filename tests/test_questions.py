"""Questions about documents: what is said of whom, when, and by whom."""

import csv
import json

import pytest

from factcheck.cli import main
from factcheck.reports import Look
from factcheck.reports.layout import width_of
from factcheck.reports.questions import ANSWER_FORMATS, Answer

TEXTS = {
    "dale.txt": "date 2025-03-14\nForeign Minister Ana Duval met President Bo Okoro in "
    "Lisbon on Wednesday. \u201cWe will rebuild the harbour before the winter,\u201d "
    "Duval said.\n\u2014 The Dale Courier",
    "ridge.txt": "date 2025-03-14\nFinance Minister Ana Duval met President Okoro in "
    "Madrid on Wednesday.\n\u2014 The Ridge Gazette",
}
ANSWER = Answer(
    "sources",
    "1 source in 1 document",
    ("source", "documents", "said"),
    [("=The \x1b[31mDale", 2, "<b>words</b> " * 20)],
    "said",
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_format_is_written_here():
    assert set(ANSWER_FORMATS) == {"text", "json", "csv", "html"}


@pytest.mark.parametrize("name", ["Ana Duval", "duval", "ANA  DUVAL"])
def test_about_a_person_finds_every_sentence(folder, capsys, name):
    status = main(["about", name, ".", "-q", "-f", "json"])

    answer = json.loads(capsys.readouterr().out)
    assert status == 0
    assert {row["source"] for row in answer["rows"]} == {
        "The Dale Courier",
        "The Ridge Gazette",
    }
    assert any("rebuild the harbour" in row["sentence"] for row in answer["rows"])


def test_about_nobody_offers_the_nearest_name(folder, capsys):
    status = main(["about", "Ana Duvall", ".", "-q"])

    assert status == 2
    assert "did you mean Ana Duval?" in capsys.readouterr().err


def test_diff_tells_facts_from_style(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    old = (
        "Ana Duval opened the bridge on 3 May 2024. It cost 12 million crowns to build."
    )
    new = old.replace("Ana", "Ms. Ana").replace("12", "15")
    (tmp_path / "old.txt").write_text(
        old + " Nobody at all sang there.", encoding="utf-8"
    )
    (tmp_path / "new.txt").write_text(
        new + " Bo Okoro read a letter.", encoding="utf-8"
    )

    status = main(["diff", "old.txt", "new.txt", "-q", "-f", "json"])

    rows = json.loads(capsys.readouterr().out)["rows"]
    assert status == 0
    assert [row["change"] for row in rows][:2] == ["style", "number"]
    assert rows[1]["words"] == "12 million → 15 million"


def test_diff_needs_two_texts(folder, capsys):
    status = main(["diff", "dale.txt", "-q"])

    assert status == 2
    assert "two texts" in capsys.readouterr().err


def test_the_timeline_gives_a_sentence_once_a_day(folder, capsys):
    main(["timeline", ".", "-q", "-f", "json"])

    rows = json.loads(capsys.readouterr().out)["rows"]
    assert len({(row["day"], row["sentence"]) for row in rows}) == len(rows)
    assert {row["day"] for row in rows} == {"2025-03-12"}


def test_sources_say_who_differs_from_whom(folder, capsys):
    status = main(["sources", ".", "-q", "-f", "csv"])

    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert status == 0
    assert [row["source"] for row in rows] == ["The Dale Courier", "The Ridge Gazette"]
    assert rows[0]["differs most from"].startswith("The Ridge Gazette (")


def test_an_answer_goes_where_it_is_sent(folder, capsys):
    main(["sources", ".", "-q", "-f", "html=out/sources.html"])

    assert capsys.readouterr().out == ""
    assert "<h1>2 sources" in (folder / "out" / "sources.html").read_text("utf-8")


def test_a_format_there_is_not_is_refused(folder, capsys):
    assert main(["sources", ".", "-f", "htlm"]) == 2
    assert "html" in capsys.readouterr().err


@pytest.mark.parametrize("name", ANSWER_FORMATS)
def test_hostile_words_come_out_inert(name):
    written = ANSWER_FORMATS[name](ANSWER, Look())

    assert "\x1b" not in written
    assert not written.startswith("=")
    assert name in ("text", "csv", "json") or "<b>" not in written


@pytest.mark.parametrize("width", range(60, 201, 7))
def test_no_line_is_wider_than_the_screen(width):
    written = ANSWER_FORMATS["text"](ANSWER, Look(width))

    assert max(map(width_of, written.splitlines())) <= width
