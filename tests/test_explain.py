"""How a finding came about, in words and in the query of its rule."""

import pytest
from test_rules import TITLES, TOLLS, holds, judge, rule

from factcheck import check
from factcheck.documents import Document
from factcheck.rules.engine.derivation import query_of, relations

SQL = {
    "id": "who",
    "severity": "note",
    "message": "{variants}",
    "why": "To see.",
    "check": "sql",
    "query": "SELECT document, source, claim_id FROM claims\n",
}
EACH = {
    "id": "future",
    "severity": "note",
    "message": "{value}",
    "why": "To see.",
    "check": "each",
    "claims": "date",
    "differ": "value",
    "where": {"value": {"after": "published"}},
}


@pytest.mark.parametrize(
    ("base", "changes", "told"),
    [
        pytest.param(
            SQL, {}, "SELECT document, source, claim_id FROM claims", id="sql"
        ),
        pytest.param(TITLES, {}, "'title'", id="a slot"),
        pytest.param(EACH, {}, "'date'", id="each claim"),
        pytest.param(TOLLS, {}, "'quantity'", id="numbers in a slot"),
        pytest.param(
            TOLLS,
            {"compare": {"as": "near"}, "differ": "unit"},
            "'quantity'",
            id="wordings",
        ),
    ],
)
def test_the_query_of_a_rule_has_its_values_written_in(base, changes, told):
    query = query_of(rule(base, **changes))

    assert query.startswith(("SELECT", "WITH"))
    assert told in query
    assert "?" not in query


def test_the_values_of_a_finding_are_related():
    (finding,) = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        holds("interior minister", "c"),
    )

    told = list(relations(rule(), finding))

    assert len(told) == 3
    assert any("vice foreign minister" in line for line in told)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"compare": {"as": "exact"}}, id="no lexicon"),
        pytest.param({"compare": None, "check": "each"}, id="no comparator"),
    ],
)
def test_without_a_lexicon_nothing_is_related(changes):
    exact = rule(compare={"as": "exact"})
    (finding,) = judge(holds("judge", "a"), holds("mayor", "b"), rules=[exact])

    assert list(relations(rule(**changes), finding)) == []


@pytest.mark.parametrize(
    ("left", "right", "severity", "reason"),
    [
        pytest.param(
            "Ana Duval was ousted late on Saturday.",
            "Ana Duval was ousted on Sunday.",
            "note",
            "“late on Saturday” may belong to either",
            id="the hour of night explains the day beside it",
        ),
        pytest.param(
            "Ana Duval was ousted on Saturday.",
            "Ana Duval was ousted on Sunday.",
            "error",
            "",
            id="nothing printed explains it",
        ),
        pytest.param(
            "Ana Duval was ousted late on Friday.",
            "Ana Duval was ousted on Sunday.",
            "error",
            "",
            id="two days are not explained by the hour",
        ),
    ],
)
def test_the_day_beside_is_explained_by_what_is_printed(left, right, severity, reason):
    texts = [
        Document(name, text, name, "2022-05-16", group="g")
        for name, text in (("A", left), ("B", right))
    ]

    (finding,) = (f for f in check(texts).findings if f.rule == "event-date-conflict")

    assert str(finding.severity) == severity
    assert reason in finding.why
    assert ("may belong" in finding.why) == bool(reason)
