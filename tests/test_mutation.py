"""Small changes of a rule that its tests have to notice."""

import pytest

from factcheck.rules import Rule, load_rules, survivors
from factcheck.rules.engine.derivation import query_of
from factcheck.rules.testing.mutation import mutants

SHIPPED = load_rules()


def test_no_small_change_of_a_shipped_rule_goes_unnoticed():
    assert survivors(SHIPPED) == []


def test_a_rule_whose_tests_do_not_look():
    careless = Rule.model_validate(
        {
            "id": "careless",
            "severity": "note",
            "message": "{variants}",
            "why": "No test tries the tolerance.",
            "check": "agree",
            "claims": "quantity",
            "same": ["about"],
            "differ": "value",
            "compare": {"as": "number", "abs": "2"},
            "tests": [
                {
                    "name": "far apart",
                    "claims": [
                        {"source": "A", "about": "Ana", "value": "1"},
                        {"source": "B", "about": "Ana", "value": "900"},
                    ],
                    "expect": [{}],
                }
            ],
        }
    )

    assert survivors([careless]) == ["careless: with abs: 20"]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_mutants_are_other_rules(shipped):
    assert all(changed != shipped for _, changed in mutants(shipped))


@pytest.mark.parametrize(
    "shipped",
    [shipped for shipped in SHIPPED if shipped.check != "against"],
    ids=lambda shipped: shipped.id,
)
def test_every_rule_shows_its_query(shipped):
    query = query_of(shipped)

    assert query.startswith(("WITH", "SELECT"))
    assert "?" not in query
