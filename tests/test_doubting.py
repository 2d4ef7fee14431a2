"""Edges of lexicons that the tests of a rule depend on, or do not."""

import pytest
from make import TITLES

from factcheck.cli import CLEAN, FINDINGS, main
from factcheck.lexicons.lattice import Lattice
from factcheck.lexicons.lexicon import load_lexicon, stand_in
from factcheck.lexicons.verdict import Verdict
from factcheck.rules import Rule, load_rules, unnoticed_edges
from factcheck.rules.testing.mutation import Doubting, Edge

VISITS = Lattice(
    {
        "disjoint": [["state", "private"]],
        "broader": {"farewell": ["last"]},
        "categories": {"formal": ["state"]},
    }
)


def told(lexicon):
    return (
        lexicon.relation("private", "state"),
        lexicon.relation("last", "farewell"),
        lexicon.broader("last", "farewell"),
        lexicon.is_a("state", "formal"),
    )


@pytest.mark.parametrize(
    ("edge", "answers"),
    [
        pytest.param(None, (Verdict.CONFLICT, Verdict.COMPATIBLE, True, True), id="-"),
        pytest.param(
            Edge("private", "excludes", "state"),
            (Verdict.UNKNOWN, Verdict.COMPATIBLE, True, True),
            id="what excludes",
        ),
        pytest.param(
            Edge("farewell", "allows", "last"),
            (Verdict.CONFLICT, Verdict.CONFLICT, True, True),
            id="what is allowed",
        ),
        pytest.param(
            Edge("last", "is broader than", "farewell"),
            (Verdict.CONFLICT, Verdict.COMPATIBLE, False, True),
            id="what is broader",
        ),
        pytest.param(
            Edge("state", "is a", "formal"),
            (Verdict.CONFLICT, Verdict.COMPATIBLE, True, False),
            id="what belongs",
        ),
    ],
)
def test_one_edge_is_denied(edge, answers):
    assert told(Doubting(VISITS, edge)) == answers


def test_what_was_asked_is_noted():
    lexicon = Doubting(VISITS)

    told(lexicon)

    assert [str(edge) for edge in lexicon.edges] == [
        "private excludes state",
        "farewell allows last",
        "last is broader than farewell",
        "state is a formal",
    ]


def test_a_lexicon_stands_in_for_another_for_a_while():
    with stand_in("visits", VISITS):
        assert load_lexicon("visits") is VISITS

    assert load_lexicon("visits") is not VISITS


def test_the_shipped_rules_depend_on_every_edge_their_tests_ask_for():
    assert unnoticed_edges(load_rules()) == []


def rule(expect):
    people = [
        {"source": source, "person": "Ana Duval", "title": title}
        for source, title in (("A", "mayor"), ("B", "deputy mayor"))
    ]
    people[1]["organization"] = "Velde"
    people[0]["organization"] = "Orsa"
    return {
        **TITLES,
        "apart_by": [] if expect else ["organization"],
        "tests": [{"name": "it", "claims": people, "expect": expect or "none"}],
    }


@pytest.mark.parametrize(
    ("expect", "unnoticed"),
    [
        pytest.param([{}], [], id="it fires by the edge"),
        pytest.param(
            [],
            ["titles: unless titles says: deputy mayor excludes mayor"],
            id="silent for another reason",
        ),
    ],
)
def test_edges_that_tests_do_not_depend_on_are_told(expect, unnoticed):
    assert unnoticed_edges([Rule.model_validate(rule(expect))]) == unnoticed


CARELESS = """\
id: careless
severity: note
message: "{variants}"
why: No test tries the tolerance.
check: agree
claims: quantity
same: about
differ: value
compare: {as: number, abs: 2}
tests:
  - name: far apart
    claims: [{source: A, about: Ana, value: 1}, {source: B, about: Ana, value: 900}]
    expect: [{}]
"""


def test_what_no_test_notices_fails_a_rule(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "careless.yaml").write_text(CARELESS)

    plain = main(["test", "--rules", "careless.yaml"])
    mutated = main(["test", "--rules", "careless.yaml", "--mutate"])

    assert (plain, mutated) == (CLEAN, FINDINGS)
    assert "unnoticed  careless: with abs: 20" in capsys.readouterr().out
