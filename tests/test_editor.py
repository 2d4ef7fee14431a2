"""The parts of the language server that need no server."""

from argparse import Namespace

import pytest
import yaml

from factcheck.lexicons.tables import StringLoader
from factcheck.lsp.actions import entry
from factcheck.lsp.diagnostics import spots_of
from factcheck.lsp.drafting import Draft, Drafting
from factcheck.lsp.positions import At, Lines
from factcheck.lsp.rewording import rewordings
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.draft_checker import DraftChecker, nearest
from factcheck.store import FactStore
from tests.make import document

TEXT = "a\r\nb😀c\rd\u2028e\n"


@pytest.mark.parametrize(
    ("offset", "encoding", "at"),
    [
        pytest.param(0, "utf-16", At(0, 0), id="the beginning"),
        pytest.param(4, "utf-16", At(1, 1), id="before an astral character"),
        pytest.param(5, "utf-16", At(1, 3), id="behind it, in UTF-16"),
        pytest.param(5, "utf-32", At(1, 2), id="behind it, in characters"),
        pytest.param(5, "utf-8", At(1, 5), id="behind it, in bytes"),
        pytest.param(7, "utf-16", At(2, 0), id="a lone carriage return ends a line"),
        pytest.param(9, "utf-16", At(2, 2), id="a line separator ends none"),
        pytest.param(len(TEXT), "utf-16", At(3, 0), id="the end"),
    ],
)
def test_positions(offset, encoding, at):
    lines = Lines(TEXT, encoding)

    assert lines.at(offset) == at
    assert lines.offset(at) == offset


@pytest.mark.parametrize(
    ("at", "offset"),
    [
        pytest.param(At(0, 99), 1, id="past the end of a line"),
        pytest.param(At(99, 0), len(TEXT), id="past the last line"),
        pytest.param(At(1, 2), 5, id="in the middle of a character"),
    ],
)
def test_a_position_that_is_none_is_the_next_that_is_one(at, offset):
    assert Lines(TEXT).offset(at) == offset


FIELDS = {"rule": "x: y", "reason": 'said “so”: {a} # "b" \\ 😀\x07\u202e'}


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param("", id="an empty file"),
        pytest.param("# ours\n", id="nothing but a comment"),
        pytest.param("- rule: a\n  reason: b\n", id="a list"),
        pytest.param("- rule: a\n  reason: b", id="a last line without an end"),
        pytest.param("# ours\n  - rule: a\n    reason: b\n", id="an indented list"),
    ],
)
def test_an_entry_is_added(whole):
    added = entry(whole, FIELDS)

    text = whole[: added.offset] + added.text + whole[added.offset :]
    assert yaml.load(text, StringLoader)[-1] == FIELDS
    assert text.startswith(whole)


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param("rule: a\n", id="a mapping"),
        pytest.param("[{rule: a}]\n", id="a list in brackets"),
        pytest.param("- [\n", id="no YAML"),
    ],
)
def test_a_file_of_another_shape_is_left_alone(whole):
    assert entry(whole, FIELDS) is None


def test_the_nearest_share_rare_words():
    corpus = {
        "common": frozenset({"said", "monday"}),
        "near": frozenset({"said", "lisbon"}),
        "far": frozenset({"said", "porto"}),
    }

    assert nearest(frozenset({"said", "lisbon"}), corpus, 2) == {"near"}


TOLD = "A fire at a hotel in Lisbon killed {n} people on Thursday, officials said."


def checker_with(*texts, store):
    checker = DraftChecker()
    documents = [document(f"d{n}", text) for n, text in enumerate(texts)]
    checker.lay_out(documents, store)
    return checker


def test_a_draft_is_judged_against_the_corpus_and_not_kept():
    with FactStore.open(None) as store:
        checker = checker_with(TOLD.format(n=12), TOLD.format(n=30), store=store)

        result = checker.check([document("draft", TOLD.format(n=19))], CheckConfig())

        assert [f.rule for f in result.findings] == ["number-conflict"]
        assert store.documents() == ["d0", "d1"]


def test_disputes_in_the_corpus_alone_are_no_news():
    with FactStore.open(None) as store:
        checker = checker_with(TOLD.format(n=12), TOLD.format(n=30), store=store)

        result = checker.check([document("draft", "Nothing at all.")], CheckConfig())

        assert not result.findings


def test_a_corpus_that_lost_a_document_forgets_it():
    with FactStore.open(None) as store:
        checker = checker_with(TOLD.format(n=12), store=store)
        checker.lay_out([], store)

        result = checker.check([document("draft", TOLD.format(n=19))], CheckConfig())

        assert not result.findings
        assert not checker.corpus


def checked_draft(folder, text, **options):
    drafting = Drafting(Namespace(store="none", **options))
    checked = drafting.check(Draft(str(folder / "draft.txt"), text))
    return checked, spots_of(checked, "utf-16")


def offered(checked, spots):
    """Return the other words offered for the first finding that has some."""
    return [
        (change.words, rewording.reference)
        for (first, *rest) in spots.values()
        for spot in (first, *rest)
        if spot.document in checked.drafts
        for rewording in rewordings(spot, (first, *rest), checked)
        for change in rewording.changes
    ]


def test_the_reference_is_offered_in_the_case_of_the_draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    facts = tmp_path / "facts.yaml"
    facts.write_text("- {subject: Ana Duval, kind: title, value: defence minister}\n")
    text = "Finance Minister Ana Duval arrived in Lisbon on Monday."

    found = offered(*checked_draft(tmp_path, text, facts=[str(facts)]))

    assert found == [("Defence Minister", True)]


@pytest.mark.parametrize(
    ("draft", "wire", "words"),
    [
        pytest.param(
            "Senior diplomat Ana Duval rejected the offer on Monday.",
            "Deputy Foreign Minister Ana Duval rejected the offer on Monday.",
            [("Deputy Foreign Minister", False)],
            id="a vague draft is offered the exact title",
        ),
        pytest.param(
            "Deputy Foreign Minister Ana Duval rejected the offer on Monday.",
            "Senior diplomat Ana Duval rejected the offer on Monday.",
            [],
            id="an exact draft is not offered a vague one",
        ),
    ],
)
def test_exact_words_are_not_given_up(tmp_path, monkeypatch, draft, wire, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(wire, encoding="utf-8")

    found = offered(*checked_draft(tmp_path, draft, against=["wire.txt"]))

    assert found == words


SAID = "“The old quay will never be sold to any foreign company,” Mayor Ana Duval said."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("will never be", "will not be", id="a word replaced"),
        pytest.param("any foreign company", "any company", id="a word left out"),
        pytest.param("to any foreign", "to any big foreign", id="a word put in"),
    ],
)
def test_a_quotation_becomes_the_other_one(tmp_path, monkeypatch, before, after):
    monkeypatch.chdir(tmp_path)
    wire = SAID.replace(before, after)
    (tmp_path / "wire.txt").write_text(wire, encoding="utf-8")

    checked, spots = checked_draft(tmp_path, SAID, against=["wire.txt"])

    (found,) = spots.values()
    (spot,) = [s for s in found if s.document in checked.drafts]
    (rewording,) = rewordings(spot, found, checked)
    text = SAID
    for change in reversed(rewording.changes):
        text = text[: change.span.start] + change.words + text[change.span.end :]
    assert text == wire


def test_the_corpus_is_read_again_only_when_it_changed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    wire = tmp_path / "wire.txt"
    wire.write_text(TOLD.format(n=12), encoding="utf-8")
    drafting = Drafting(Namespace(store="none", against=["wire.txt"]))
    draft = Draft("draft.txt", TOLD.format(n=19))
    seen = []

    first = drafting.check(draft, lambda *told: seen.append(told))
    drafting.check(draft, lambda *told: seen.append(told))
    wire.write_text(TOLD.format(n=190), encoding="utf-8")
    last = drafting.check(draft, lambda *told: seen.append(told))

    assert len(seen) == 2
    assert "“12”" in first.findings[0].message
    assert "“190”" in last.findings[0].message


def test_the_saved_version_of_a_draft_is_left_out(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(TOLD.format(n=12), encoding="utf-8")

    checked, _ = checked_draft(tmp_path, TOLD.format(n=19), against=["."])

    assert not checked.findings
    assert checked.corpus == 0
