"""Rules of one family read once, and find what each would find alone."""

import pytest
from make import extraction, title
from test_rules import holds, judge, rule

from factcheck.rules.engine.query_cache import CompressedClaims
from factcheck.store import FactStore

SAID = [
    holds("finance minister", "a"),
    holds("foreign minister", "b"),
    extraction(title("Piet Morrow", "vice foreign minister", "c"), source="C"),
    extraction(title("Piet Morrow", "foreign minister", "d"), source="D"),
]


def told(findings):
    return [(f.rule, f.severity, f.key, f.message, f.fingerprint) for f in findings]


OTHERS = [
    pytest.param({"severity": "note", "message": "{variants}"}, id="message"),
    pytest.param({"same": ["title"], "differ": "person"}, id="slot"),
    pytest.param({"where": {"person": {"is": ["Piet Morrow"]}}}, id="condition"),
    pytest.param({"overlap": 3}, id="overlap"),
    pytest.param({"modality": ["planned"]}, id="modality"),
    pytest.param({"where": {"content": {"words": 1}}}, id="claim by claim"),
    pytest.param({"compare": {"as": "exact"}}, id="comparator"),
    pytest.param({"apart_by": ["organization"]}, id="separator"),
]


@pytest.mark.parametrize("changes", OTHERS)
def test_a_rule_finds_beside_another_what_it_finds_alone(changes) -> None:
    other = rule(id="other", **changes)
    together = judge(*SAID, rules=[other, rule(), rule(id="again", **changes)])
    alone = judge(*SAID, rules=[rule()]) + judge(*SAID, rules=[other])
    assert len(judge(*SAID, rules=[rule()])) == 2
    assert sorted(told(f for f in together if f.rule != "again")) == sorted(told(alone))


def test_rules_that_differ_in_their_message_read_once(monkeypatch) -> None:
    read: list[str] = []
    real = FactStore.rows

    def noted(store, text, *values):
        read.append(text)
        return real(store, text, *values)

    monkeypatch.setattr(FactStore, "rows", noted)
    rules = [rule(id=f"titles-{n}", message=f"{n}: {{variants}}") for n in range(5)]
    findings = judge(*SAID, rules=rules)
    once = list(read)
    assert len(findings) == 5 * len(judge(*SAID))
    assert read == once * 2


def test_findings_are_the_same_where_their_claims_are_folded(monkeypatch) -> None:
    as_they_are = judge(*SAID, rules=[rule(), rule(id="again")])
    monkeypatch.setattr("factcheck.rules.engine.query_cache.MOST_HELD", 2)
    folded = judge(*SAID, rules=[rule(), rule(id="again")])
    assert folded == as_they_are
    assert repr(folded) == repr(as_they_are)
    assert {type(f.claims) for f in as_they_are} == {tuple}
    assert {type(f.claims) for f in folded} == {tuple, CompressedClaims}


def test_folded_claims_are_a_row_of_claims() -> None:
    claims = (title("Ana", "mayor", "a"), title("Bo \udc80", "mayor", "b"))
    row = CompressedClaims(claims)
    assert (len(row), list(row), row[1], row[:1]) == (
        2,
        [*claims],
        claims[1],
        claims[:1],
    )
    assert row == claims == CompressedClaims(claims)
    assert row != CompressedClaims(claims[:1])
    assert [claim.id for claim in row] == [claim.id for claim in claims]
