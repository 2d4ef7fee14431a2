"""The text report is told again only where nothing that it shows has changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli import check_command, main
from factcheck.documents import Document
from factcheck.findings import Finding, Severity, State
from factcheck.reports import Look, NotChecked, Report, Summary
from factcheck.reports.text import text
from factcheck.store import FactStore

FINDING = Finding(
    "title-conflict", Severity.ERROR, "f" * 12, "", "Ana Duval", "two offices", ()
)
REPORT = Report(
    [FINDING], {"a.txt": Document("a.txt", "Words.", "a", path="a.txt")}, Summary(1, 2)
)


@pytest.fixture
def laid(monkeypatch):
    """How often a report was laid out."""
    times = []
    monkeypatch.setattr(
        check_command, "text", lambda *given: times.append(1) or text(*given)
    )
    return times


@pytest.fixture
def store():
    with FactStore.open(None) as opened:
        yield opened


def test_the_same_report_is_laid_out_once(laid, store):
    first = check_command.text_of(REPORT, Look(), "key", store)

    assert check_command.text_of(REPORT, Look(), "key", store) == first == text(REPORT)
    assert len(laid) == 1


def test_a_check_that_is_not_remembered_is_laid_out_each_time(laid, store):
    for _ in range(2):
        check_command.text_of(REPORT, Look(), "", store)

    assert len(laid) == 2


@pytest.mark.parametrize(
    ("report", "look", "key"),
    [
        (REPORT, Look(60), "key"),
        (REPORT, Look(colour=True), "key"),
        (REPORT, Look(verbose=True), "key"),
        (REPORT, Look(), "other"),
        (
            replace(REPORT, findings=[replace(FINDING, state=State.KNOWN)]),
            Look(),
            "key",
        ),
        (replace(REPORT, findings=[replace(FINDING, reason="so")]), Look(), "key"),
        (replace(REPORT, summary=Summary(3, 2)), Look(), "key"),
        (replace(REPORT, summary=Summary(1, 2, against=1)), Look(), "key"),
        (replace(REPORT, summary=Summary(1, 2, left_out=1)), Look(), "key"),
        (
            replace(REPORT, summary=Summary(1, 2, not_checked=[NotChecked("b", "no")])),
            Look(),
            "key",
        ),
        (
            replace(
                REPORT,
                documents={"a.txt": Document("a.txt", "Words.", "a", path="b/a.txt")},
            ),
            Look(),
            "key",
        ),
    ],
)
def test_whatever_it_shows_lays_it_out_anew(report, look, key, laid, store):
    check_command.text_of(REPORT, Look(), "key", store)

    assert check_command.text_of(report, look, key, store) == text(report, look)
    assert len(laid) == 2


def test_a_decision_shows_in_the_next_report(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, office in (("a", "Defence"), ("b", "Finance")):
        words = f"{office} Minister Ana Duval arrived in Lisbon on Monday.\n"
        Path(f"{name}.txt").write_text(f"date 2024-05-03\n{words}")
    told = []
    for _ in range(2):
        main(["check", "a.txt", "b.txt", "-q"])
        told.append(capsys.readouterr().out)
    Path("factcheck.suppress.yaml").write_text(
        "- rule: title-conflict\n  key: Ana Duval\n  reason: both are right\n"
    )
    main(["check", "a.txt", "b.txt", "-q"])
    last = capsys.readouterr().out

    assert told[0] == told[1]
    assert "title-conflict" in told[1]
    assert "title-conflict" not in last
    assert "1 suppressed" in last
