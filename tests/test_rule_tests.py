"""Every shipped rule proves itself; the runner of rule tests tells what is wrong."""

import pytest

from factcheck.rules import Rule, load_rules, test_rules, uncovered

SHIPPED = load_rules()


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_prepared_claims(shipped):
    results = test_rules([shipped])

    assert [result.detail for result in results if result.failed] == []


def test_every_rule_fires_stays_silent_and_is_tried_on_text():
    assert uncovered(SHIPPED, test_rules(SHIPPED)) == []


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_at_least_as_many_tests_stay_silent(shipped):
    firing = [case for case in shipped.tests if case.expect]

    assert len(shipped.tests) - len(firing) >= len(firing)


FIRES = [
    {"source": "A", "person": "Ana Duval", "title": "foreign minister"},
    {"source": "B", "person": "Ana Duval", "title": "vice foreign minister"},
]
AGREES = [FIRES[0], {**FIRES[0], "source": "B"}]


def tried(claims, expect, **more):
    case = {"name": "it", "claims": claims, "expect": expect, **more}
    rule = Rule.model_validate(
        {
            "id": "titles",
            "severity": "error",
            "message": "{person}: {variants}",
            "why": "One office at a time.",
            "check": "agree",
            "claims": "title",
            "same": ["person"],
            "differ": "title",
            "compare": {"as": "taxonomy", "using": "titles"},
            "tests": [case],
        }
    )
    (result,) = test_rules([rule])
    return result


@pytest.mark.parametrize(
    ("claims", "expect", "more", "outcome"),
    [
        pytest.param(FIRES, [{"variants": 2}], {}, "passed", id="fires as it should"),
        pytest.param(AGREES, "none", {}, "passed", id="silent as it should be"),
        pytest.param(FIRES, "none", {}, "noisy", id="fires and should not"),
        pytest.param(AGREES, [{}], {}, "missing", id="should fire"),
        pytest.param(FIRES, [{"variants": 3}], {}, "wrong", id="fires otherwise"),
        pytest.param(FIRES, "none", {"todo": True}, "todo", id="a known gap"),
        pytest.param(AGREES, "none", {"todo": True}, "fixed", id="no gap any more"),
    ],
)
def test_outcomes(claims, expect, more, outcome):
    assert tried(claims, expect, **more).outcome == outcome


def test_what_was_found_is_told():
    result = tried(FIRES, "none")

    assert "expected nothing; found error Ana Duval" in result.detail
